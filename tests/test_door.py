"""The one door of the package: `import elman` costs nothing, and opens everything."""

import subprocess
import sys

import pytest

import elman

HEAVY = ("torch", "numpy", "matplotlib", "pydantic", "rich")


def loaded_by(code):
    script = f"{code}\nimport sys; print([m for m in {HEAVY} if m in sys.modules])"
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_importing_loads_nothing_heavy():
    assert loaded_by("import elman") == "[]"


def test_cells_and_their_equations_load_no_torch():
    assert loaded_by("import elman; elman.cells.get('gru').equations()") == "[]"


def test_equations_are_shown_without_torch():
    assert loaded_by("import elman; elman.view.cell_page('gru')") == "[]"


def test_every_view_opens():
    for name in elman.view.__all__:
        assert callable(getattr(elman.view, name))
    with pytest.raises(AttributeError, match=r"module 'elman.view' has no attribute 'unrol'"):
        elman.view.unrol  # noqa: B018 - the access is what is tested


def test_every_name_opens():
    for name in elman.__all__:
        assert getattr(elman, name) is not None
        assert name in dir(elman)


def test_names_that_are_no_folders_come_from_their_homes():
    assert elman.cell is elman.cells.cell
    assert elman.load is elman.tasks.load


def test_an_unknown_name_is_refused_as_python_does():
    with pytest.raises(AttributeError, match="module 'elman' has no attribute 'lstmm'"):
        elman.lstmm  # noqa: B018 - the access is what is tested
