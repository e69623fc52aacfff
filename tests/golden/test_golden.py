"""The equations of every cell, reviewed as text: write them anew with ``--update-golden``."""

from pathlib import Path

import pytest

from elman import cells

FOLDER = Path(__file__).parent / "equations"


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
