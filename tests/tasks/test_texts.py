from pathlib import Path

import pytest

from elman.errors import DataError, SettingError
from elman.tasks.texts import held_out, share_or_file, symbols_of


def test_a_text_a_file_and_symbols_give_the_same(tmp_path):
    file = tmp_path / "fable.txt"
    file.write_text("long ago ,\n")
    expected = ["long", "ago", ","]
    assert symbols_of("long ago ,", "word") == expected
    assert symbols_of(file, "word") == expected
    assert symbols_of(expected, "word") == expected
    assert symbols_of(file, "character")[:5] == ["l", "o", "n", "g", " "]


@pytest.mark.parametrize("length", [255, 256, 999])
def test_a_text_may_be_longer_than_the_name_of_a_file(length):
    assert symbols_of("a" * length, "character") == ["a"] * length


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_is_refused(text):
    with pytest.raises(DataError, match="the text is empty"):
        symbols_of(text, "word")


@pytest.mark.parametrize("text", [5, None, b"long ago", {"long": 1}, [1, 2], ["long", None]])
def test_what_is_no_text_is_told_what_is_expected(text):
    with pytest.raises(DataError, match=r"is no text; expected a str .*, a Path .* or a list"):
        symbols_of(text, "word")


def test_the_name_of_a_file_given_as_a_text_is_noticed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("fable.txt").write_text("long ago")
    with pytest.raises(DataError, match=r'is the name of a file.*Path\("fable.txt"\)'):
        symbols_of("fable.txt", "word")


def test_a_share_is_the_end_of_the_text():
    symbols = [str(n) for n in range(20)]
    assert held_out(symbols, 0.25, "word") == (symbols[:15], symbols[15:])
    assert held_out(symbols, 0.01, "word") == (symbols[:18], symbols[18:])  # at least a pair


@pytest.mark.parametrize("nothing", [None, 0, 0.0])
def test_nothing_may_be_held_out(nothing):
    assert held_out(["a", "b"], nothing, "word") == (["a", "b"], None)


def test_another_text_may_be_given():
    assert held_out(["a", "b"], "c d", "word") == (["a", "b"], ["c", "d"])


@pytest.mark.parametrize("share", [-0.1, 1, 1.5])
def test_a_share_out_of_range_is_named(share):
    with pytest.raises(SettingError, match=f"validation is {share}; expected a share"):
        held_out(["a"] * 10, share, "word")


def test_what_is_typed_is_a_share_or_a_file():
    assert share_or_file("0.2") == 0.2
    assert share_or_file("0") == 0
    assert share_or_file("valid.txt") == Path("valid.txt")
