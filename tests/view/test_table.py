from elman.view.table import table


def test_columns_are_aligned_and_numbers_stand_to_the_right():
    text = table([["a", "1", "x"], ["long", "1,000", "y"]], head=["n", "count", "z"])
    assert text.splitlines() == ["n     count  z", "a         1  x", "long  1,000  y"]


def test_the_last_column_is_broken_between_words_and_hangs_below_itself():
    text = table([["gru", "three words here and some more of them"]], width=30)
    assert text.splitlines() == ["gru  three words here and some", "     more of them"]


def test_no_line_ends_in_blanks():
    text = table([["a", ""], ["bbb", "c"]], head=["x", "y"])
    assert all(line == line.rstrip() for line in text.splitlines())
