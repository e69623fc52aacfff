import pytest

from elman.data.tables import dialect
from elman.data.tables.dialect import detect_dialect
from elman.data.tables.source import Source
from elman.errors import SettingError


def detected(text, **known):
    return detect_dialect(Source('"sales.csv"', text.encode(), "UTF-8"), **known)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "comma separated, decimal point, header, UTF-8"),
        ('"a";"b"\n1,5;2\n', "semicolon separated, decimal comma, quoted, header, UTF-8"),
        ("1,5;2,5\n2,5;3,5\n", "semicolon separated, decimal comma, no header, UTF-8"),
        ("day\tsales\n2026-01-01\t1,5\n", "tab separated, decimal comma, header, UTF-8"),
        ("a|b\n1.5|2\n", "bar separated, decimal point, header, UTF-8"),
        ("1   2.5\n10\t3\n", "separated by blanks, decimal point, no header, UTF-8"),
        ("x\n1\n2\n", "comma separated, decimal point, header, UTF-8"),
        ("1\n2\n", "comma separated, decimal point, no header, UTF-8"),
        ("time\n2026-01-01 10:00\n", "comma separated, decimal point, header, UTF-8"),
        ("town,1949,1950\nUlm,1,2\n", "comma separated, decimal point, no header, UTF-8"),
        ("date,1,2\n2026-01-01,5,6\n", "comma separated, decimal point, header, UTF-8"),
        ("NA,1\n2,3\n", "comma separated, decimal point, no header, UTF-8"),
        ("a;b\n1,234;2\n", "semicolon separated, decimal point, header, UTF-8"),
        ("a;b\n0,234;2\n", "semicolon separated, decimal comma, header, UTF-8"),
        ("town,note\nUlm,a b\nBonn,c d\n", "comma separated, decimal point, header, UTF-8"),
        ("1,2\n3\n5,6\n7,8,9\n", "comma separated, decimal point, no header, UTF-8"),
    ],
)
def test_detects(text, said):
    assert str(detected(text)) == said


def test_what_is_told_wins():
    told = detected("1,5;2\n3,4;5\n", delimiter=",", decimal=".", header=True)
    assert (told.delimiter, told.decimal, told.header) == (",", ".", True)
    assert str(detected("1^2\n3^4\n", delimiter="^")).startswith('separated by "^", ')
    assert detected("1,5 2,5\n", decimal=",").delimiter == " "


@pytest.mark.parametrize("text", ["a,b\n", "a,b", "\na;b\n\n"])
def test_header_only(refused, text):
    message = refused(detected, text)
    assert message == (
        '"sales.csv" holds a header and no rows below it; expected numbers. Give another file.'
    )


def test_one_row_of_numbers_is_no_header():
    assert not detected("1,2").header


def test_line_without_end(refused, monkeypatch):
    monkeypatch.setattr(dialect, "LONG", 1 << 20)
    message = refused(detected, "a,b\n" + "1," * (1 << 20))
    assert message.startswith('"sales.csv", line 2 is longer than 1 MiB; expected a table')


def test_quote_without_end(refused):
    message = refused(detected, 'a,b\n1,"' + "2" * 200_000, delimiter=",")
    assert message.startswith('"sales.csv": a quoted cell near the top has no end. Close')


@pytest.mark.parametrize(
    ("known", "what"),
    [
        ({"delimiter": "::"}, "delimiter is '::'; expected one character between cells"),
        ({"delimiter": "1"}, "delimiter is '1'"),
        ({"delimiter": '"'}, "delimiter is '\"'"),
        ({"decimal": ";"}, "decimal is ';'; expected \".\" or"),
        ({"delimiter": ",", "decimal": ","}, "delimiter and decimal are both ','"),
    ],
)
def test_settings_that_make_no_sense(refused, known, what):
    assert refused(detected, "1,2\n", error=SettingError, **known).startswith(what)
