import pytest

from elman import cells
from elman.bench.rows import MODES, ROWS, Row, select
from elman.bench.wording import listing
from elman.errors import SettingError


def test_every_row_has_a_name_of_its_own():
    names = [row.name for row in ROWS]
    assert len(set(names)) == len(names)


def test_rows_name_cells_and_modes_that_there_are():
    for row in ROWS:
        assert row.cell in cells.names()
        assert row.mode in MODES


def test_a_name_says_what_is_special():
    row = Row("lstm", 2, 3, 4, 5, 6, mode="forward", packed=True, projected=2, bidirectional=True)
    assert row.name == "lstm-2-3-4-5-6-packed-proj2-bidirectional-forward"


def test_rows_are_chosen_by_name_or_by_part():
    assert select([], ROWS) == ROWS
    assert all("gru" in row.name or row.mode == "step" for row in select(["gru", "step"], ROWS))
    assert len(select(["gru-1-100-32-32-train"], ROWS)) == 1
    assert {row.cell for row in select(["gru", "step"], ROWS)} == {"gru", "lstm"}


@pytest.mark.parametrize(("word", "meant"), [("gruu", "gru"), ("packd", "packed")])
def test_a_word_in_no_name_is_refused_with_a_suggestion(word, meant):
    with pytest.raises(SettingError, match=f'there is no row "{word}". Did you mean "{meant}"'):
        select(["lstm", word], ROWS)


def test_the_list_names_every_row():
    listed = listing(ROWS).splitlines()[1:]
    assert [line.split()[0] for line in listed] == [row.name for row in ROWS]
    assert max(map(len, listed)) <= 80
