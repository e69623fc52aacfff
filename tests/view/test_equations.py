import pytest

from elman import cells
from elman.errors import CellError
from elman.view.equations import cell_page, cell_table


def test_the_table_has_every_cell_with_its_states_and_fits_a_terminal():
    text = cell_table()
    for name in cells.names():
        (line,) = [line for line in text.splitlines() if line.split()[0] == name]
        assert ", ".join(cells.get(name).states) in line
    assert max(map(len, text.splitlines())) < 80


@pytest.mark.parametrize("name", cells.names())
def test_a_page_fits_a_terminal_and_leaves_no_equation_out(name):
    page = cell_page(name)
    assert max(map(len, page.splitlines())) < 80
    flat = " ".join(page.split())
    cell = cells.get(name)
    for text in (cell.equations(), cell.derivative().equations()):
        for line in text.splitlines():
            assert " ".join(line.split()) in flat
    assert f"{cell.cost(128, 128).parameters:,} parameters" in page


def test_latex_is_given_alone():
    cell = cells.get("lstm")
    assert cell_page("lstm", latex=True) == f"{cell.latex()}\n\n{cell.derivative().latex()}"


def test_an_unknown_cell_gets_a_suggestion():
    with pytest.raises(CellError, match=r'there is no cell "lstn".* Did you mean "lstm"'):
        cell_page("lstn")
