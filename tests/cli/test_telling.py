import io

from rich.console import Console
from rich.text import Text

from elman.cli.telling import _print


def printed(text, **options):
    console = Console(file=io.StringIO(), width=20, **options)
    _print(console, Text(text))
    return console.file.getvalue()


def test_at_a_terminal_long_lines_are_broken_but_not_a_command_to_copy():
    prose, command = "it was stopped after step 7", "  elman fit language-model --resume"
    assert printed(f"{prose}\n\n{command}", force_terminal=True) == (
        f"it was stopped after\nstep 7\n\n{command}\n"
    )


def test_elsewhere_every_line_stays_a_line():
    text = "one word after the other\n\nand a last one\n"
    assert printed(text) == f"{text}\n"
    assert printed("") == "\n"
