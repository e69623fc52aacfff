import pytest

from elman.tasks.translation.cutting import CUTS


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Go.", ["Go", "￭."]),
        ("Va !", ["Va", "!"]),
        ("J'ai dit : « non »..", ["J", "￭'￭", "ai", "dit", ":", "«", "non", "»", "￭.", "￭."]),
        ("(well-read)", ["(￭", "well", "￭-￭", "read", "￭)"]),
        ("3.14 %", ["3", "￭.￭", "14", "%"]),
        ("Été", ["Été"]),
        ("", []),
    ],
)  # fmt: skip
def test_marks_are_symbols_and_find_their_place_again(text, symbols):
    cut = CUTS["word"]
    assert cut.split(text) == symbols
    assert cut.join(symbols) == text


def test_blanks_in_a_row_are_one():
    cut = CUTS["word"]
    assert cut.join(cut.split(" long   ago\t, ")) == "long ago ,"


def test_a_joiner_in_the_text_is_a_blank():
    assert CUTS["word"].split("a￭b") == ["a", "b"]


def test_characters_are_characters():
    assert CUTS["character"].join(CUTS["character"].split("J'ai dit")) == "J'ai dit"
