import re

import pytest

from elman.errors import DataError, SettingError
from elman.tasks.check import check_text


@pytest.fixture
def report(tmp_path):
    def check(text, **settings):
        file = tmp_path / "text.txt"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return check_text(file, **settings)

    return check


LONG = " ".join(f"w{n % 97}" for n in range(5000)) + "\nend of the long line"


def test_everything_is_counted(report):
    counts = dict(report("the mice and the cat\nand the bell\n").counts)
    assert counts == {
        "symbols": "8 words",
        "distinct": "5",
        "seen once": "3",
        "most frequent": "the and mice cat bell (100.0 % of the text)",
        "lines": "2",
        "longest line": "20 characters (line 1)",
    }


def test_characters_are_counted_as_characters_and_blanks_are_visible(report):
    counts = dict(report("a b a", unit="character").counts)
    assert counts["symbols"] == "5 characters"
    assert counts["most frequent"] == "a ' ' b (100.0 % of the text)"


def test_a_good_text_has_no_troubles(report):
    found = report(LONG.replace(" ", "\n"))
    assert found.troubles == []
    assert found.advice == []
    assert str(found).endswith("Nothing is wrong with it.")


@pytest.mark.parametrize(
    ("text", "settings", "trouble"),
    [
        ("same same same", {}, "the only symbol is 'same': there is nothing to predict"),
        ("one", {}, "there is only one symbol: nothing follows"),
        ("the mice had", {"window": 3}, "3 symbols are too few for a window of 3 .* at least 4"),
        ("ok\na\ufffdb", {}, r"replacement characters .*: line 2, column 2\."),
        ("ok \x07", {}, r"control characters: line 1, column 4\."),
        ("ab \ufeff", {}, r"byte order marks within the text: line 1, column 4\."),
        ("\ufffd" * 7, {}, r"line 1, column 5 and 2 more\."),
    ],
)
def test_what_is_wrong_is_named_with_its_place(report, text, settings, trouble):
    found = report(text, **settings)
    assert any(re.search(trouble, line) for line in found.troubles), found.troubles


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("all words here differ from another", "vocabulary is nearly as large as the text .6 of 6"),
        ("a b a b", "With 4 symbols a network can only learn the text by heart"),
        ("The the THE mice", "2 words differ from others only in upper and lower case"),
        ("x" * 10_001 + " y", "One line is very long"),
    ],
)
def test_advice_fits_the_text(report, text, advice):
    found = report(text)
    assert any(re.search(advice, line) for line in found.advice), found.advice


def test_the_report_fits_a_terminal(report):
    text = "The the \ufffd" + "\x07" * 20
    assert max(map(len, str(report(text)).splitlines())) < 80


def test_what_cannot_be_read_or_asked_is_an_error(report, tmp_path):
    with pytest.raises(DataError, match=r'there is no file "nowhere.txt"'):
        check_text(tmp_path / "nowhere.txt")
    with pytest.raises(DataError, match=r"line 1, column 4 .*0xe9 is not UTF-8"):
        report(b"caf\xe9")
    with pytest.raises(SettingError, match=r'unit is .wrd.* Did you mean "word"'):
        report("a b", unit="wrd")
    with pytest.raises(SettingError, match="window is 0"):
        report("a b", window=0)
