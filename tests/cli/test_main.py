import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import elman as package
from elman.cli import main as main_module
from elman.cli.main import app
from elman.errors import DataError
from elman.tasks.demos import DEMOS
from elman.tasks.registry import names

COMMANDS = ["demo", "fit", "evaluate", "predict", "summary", "view", "cells", "check", "bench"]
HEAVY = ("torch", "numpy", "matplotlib", "elman.tasks")


def run(*words, code=None, **kwargs):
    start = [sys.executable, "-c", code] if code else [Path(sys.executable).with_name("elman")]
    return subprocess.run(
        [*start, *words], capture_output=True, text=True, timeout=300,
        env={**os.environ, "COLUMNS": "80"}, **kwargs,
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["fit", "language-model", "--help"],
        ["fit", "classify", "--help"],
        ["fit", "music", "--help"],
        ["predict", "--help"],
        ["cells", "gru"],
        ["bench", "--list"],
    ],
)
def test_help_and_cells_load_nothing_heavy(words):
    code = f"""
import atexit, sys
atexit.register(lambda: print([m for m in {HEAVY} if m in sys.modules], file=sys.stderr))
sys.argv = ["elman", *{words}]
from elman.cli.main import main
main()
"""
    assert run(code=code).stderr.strip() == "[]"


def test_help_lists_the_commands_in_the_order_of_a_newcomer(elman):
    said = elman("--help")
    listed = re.findall(r"^│ (\w+)  ", said.out, flags=re.MULTILINE)
    assert [name for name in listed if name in COMMANDS] == COMMANDS
    assert said.status == 0


@pytest.mark.parametrize(
    "words",
    [
        [], ["demo"], ["demo", "fable"], ["demo", "forward"], ["fit"], ["fit", "language-model"],
        ["evaluate"], ["predict"], ["summary"], ["view"],
        ["view", "equations"], ["view", "gates"], ["cells"], ["check"], ["check", "language-model"],
        ["fit", "classify"], ["check", "classify"],
        ["bench"],
    ],
)  # fmt: skip
def test_every_help_fits_a_terminal(elman, words, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    for flag in ("--help", "-h"):
        said = elman(*words, flag)
        assert said.status == 0
        assert max(map(len, said.out.splitlines())) <= 80
        assert "…" not in said.out  # nothing is cut off


def test_demos_and_tasks_are_those_of_the_registries():
    groups = {group.name: group.typer_instance for group in app.registered_groups}
    listed = {
        name: sorted(command.name for command in group.registered_commands)
        for name, group in groups.items()
        if name != "view"
    }
    assert listed == {"demo": sorted(DEMOS), "fit": sorted(names()), "check": sorted(names())}


def test_the_version_is_said(elman):
    assert elman("--version").out == f"elman {package.__version__}\n"


def test_a_command_that_does_not_exist_gets_a_suggestion(elman):
    said = elman("predct")
    assert said.status == 2
    assert 'Error: there is no command "predct". Did you mean "predict"?' in said.err
    assert "There are: demo, fit, evaluate" in said.err


def test_a_mistake_is_one_readable_block_without_a_traceback(elman):
    said = elman("summary", "nowhere")
    assert said == type(said)(
        2, "", 'Error: there is no folder "nowhere". Give one that Elman wrote.\n'
    )


def test_a_fault_of_ours_apologises_and_says_how_to_see_more(elman, monkeypatch):
    def broken():
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(main_module, "app", broken)
    said = elman("cells")
    assert said.status == 1
    assert "this is a fault in Elman, not yours: ZeroDivisionError: division by zero" in said.err
    assert "ELMAN_TRACEBACK=1 elman" in said.err
    assert "Traceback" not in said.err
    monkeypatch.setenv("ELMAN_TRACEBACK", "1")
    assert "Traceback (most recent call last)" in elman("cells").err


def test_ctrl_c_leaves_with_130(elman, monkeypatch):
    def stopped(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("elman.load", stopped, raising=False)
    said = elman("summary", "model")
    assert said.status == 130
    assert "Traceback" not in said.err


def test_markup_in_a_message_is_shown_as_it_is(elman, monkeypatch):
    def wrong():
        raise DataError("in [bold]text[/bold] [1, 2]")

    monkeypatch.setattr(main_module, "app", wrong)
    assert elman("cells").err == "Error: in [bold]text[/bold] [1, 2]\n"


def test_a_reader_that_goes_away_is_no_fault():
    code = "import subprocess, sys; p = subprocess.Popen([sys.argv[1], 'cells'], stdout=-1);"
    code += "p.stdout.close(); sys.exit(p.wait())"
    said = run(str(Path(sys.executable).with_name("elman")), code=code)
    assert "fault" not in said.stderr
    assert "Traceback" not in said.stderr


def test_ctrl_c_while_torch_is_loaded_ends_at_once():
    code = """
import os, signal, sys, types
class Torch:
    def find_spec(self, name, path=None, target=None):
        if name == "torch":
            try:
                os.kill(os.getpid(), signal.SIGINT)
            except KeyboardInterrupt:
                pass  # as torch does
sys.meta_path.insert(0, Torch())
sys.argv = ["elman", "summary", "nowhere"]
from elman.cli.main import main
main()
"""
    said = run(code=code)
    assert (said.returncode, said.stdout, said.stderr) == (130, "", "")


def test_a_terminal_without_greek_is_no_fault(monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    said = run("cells", "elman")
    assert said.returncode == 0
    assert "\\u03b4_h[t] = " in said.stdout
