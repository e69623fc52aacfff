"""What is written of cells, reviewed as text: write it anew with ``--update-golden``."""

from pathlib import Path

import pytest

from elman import cells
from elman.codegen.llvm.backward import Backward
from elman.codegen.llvm.forward import Forward
from elman.plan.program import plan

FOLDER = Path(__file__).parent / "equations"
KERNELS = Path(__file__).parent / "programs"
PROGRAMS = ["elman", "gru", "layer_norm_gru"]


def written(cell):
    derivative = cell.derivative()
    parts = [cell.equations(), derivative.equations(), cell.latex(), derivative.latex()]
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize("name", cells.names())
def test_equations(name, request):
    path = FOLDER / f"{name}.txt"
    text = written(cells.get(name))
    if request.config.getoption("--update-golden"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: run pytest --update-golden and read it"
    assert text == path.read_text(encoding="utf-8")


def test_nothing_stale():
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(cells.names())


def programs(name):
    """Return what is planned of a cell and, if it is short, the text of its kernels."""
    program = plan(cells.get(name).graph)
    found = {f"{name}.txt": f"{program}\n"}
    if name == "elman":
        # a machine that is not the one at hand, so that the text is the same everywhere
        machine = ("float32", 8, 16, 1)
        found[f"{name}_forward.ll"] = Forward(program, "saved", False, *machine).finished()
        found[f"{name}_backward.ll"] = Backward(program, *machine).finished()
    return found


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs(name, request):
    for file, text in programs(name).items():
        path = KERNELS / file
        if request.config.getoption("--update-golden"):
            KERNELS.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path.name} is missing: run pytest --update-golden and read it"
        assert text == path.read_text(encoding="utf-8"), file


def test_no_stale_programs():
    expected = {file for name in PROGRAMS for file in programs(name)}
    assert {path.name for path in KERNELS.iterdir()} == expected
