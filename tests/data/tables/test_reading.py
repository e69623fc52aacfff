import csv
import gzip
import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.data.tables import reading, shape
from elman.data.tables.dialect import detect_dialect
from elman.data.tables.reading import Table, read_table
from elman.data.tables.shape import measure
from elman.data.tables.source import Source

EXPECTED = "Expected numbers; empty, NA, N/A, nan, null, None, - and ? are missing."


@pytest.mark.parametrize("spelling", ["", "NA", "n/a", "nan", "NaN", "NULL", "None", "-", "?"])
@pytest.mark.parametrize("around", ["", " "])
def test_missing_values(table, spelling, around):
    numbers = table(f"a,b\n1,2\n{around}{spelling}{around},3\n").numbers("a")
    np.testing.assert_array_equal(numbers, [1, np.nan])


def test_numbers_are_those_of_python(table):
    texts = ["0.1", "-1e-7", "+3.", ".5", "123456789012345678901234567890", "5.827000141143799"]
    numbers = table("a\n" + "\n".join(texts)).numbers("a")
    np.testing.assert_allclose(numbers, [float(text) for text in texts], rtol=3e-16)


def test_decimal_comma(table):
    read = table("day;a;b\n2026-01-01;1,5;-2\n2026-01-02;,5;NA \n")
    np.testing.assert_array_equal(read.matrix(["b", "a"]), [[-2, 1.5], [np.nan, 0.5]])


def test_texts_are_as_in_the_file(table):
    read = table('a;b\n007; x \n"1;5";"p\nq"\n')
    assert read.texts("a").tolist() == ["007", "1;5"]
    assert read.texts("b").tolist() == ["x", "p\nq"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_after_quoted_newlines_and_blank_lines(table, end):
    lines = [b'"a', b'b",c', b"", b"1,2", b"", b"  ", b'3,"', b'"', b"5,6"]
    read = table(end.join(lines))
    assert read.columns == ["a\nb", "c"]
    assert read.lines.tolist() == [4, 7, 9]
    np.testing.assert_array_equal(read.numbers("c"), [2, np.nan, 6])


@pytest.mark.parametrize("quote", ["", '"'])
def test_lines_of_mixed_ends(table, quote):
    read = table(f"{quote}a{quote},b\r\n1,2\r3,4\n\n\t \n5,6")
    assert read.lines.tolist() == [2, 3, 6]
    assert read.numbers("b").tolist() == [2, 4, 6]


def test_an_empty_cell_in_quotes_is_no_blank_line(table):
    read = table('x\n""\n \n\n2\n""\n')
    assert read.lines.tolist() == [2, 5, 6]
    np.testing.assert_array_equal(read.numbers("x"), [np.nan, 2, np.nan])


@pytest.mark.parametrize("blank", ["", " "])
def test_a_row_of_nothing_but_tabs_is_a_row(table, blank):
    read = table(f"a\tb\n{blank}\t{blank}\n{blank}\t5\n \n")
    assert read.lines.tolist() == [2, 3]
    np.testing.assert_array_equal(read.numbers("b"), [np.nan, 5])


def test_without_header_columns_are_numbered(table):
    read = table("1 2\n3 4\n")
    assert read.columns == ["c1", "c2"]
    assert read.numbers("c2").tolist() == [2, 4]


def test_columns_without_a_name_are_numbered(table):
    assert table("a,,b\n1,2,3\n").columns == ["a", "c2", "b"]


def test_columns_wanted(table):
    read = table("a,b,c\n1,2,x\n", columns=["b", "a"])
    assert read.columns == ["b", "a"]
    assert read.frame.to_dict("list") == {"b": [2], "a": [1]}


def test_compressed_and_utf16(table):
    assert table(gzip.compress(b"a,b\n1,2\n", mtime=0)).numbers("b").tolist() == [2]
    read = table("größe\t€\n1\t2\n".encode("utf-16"))
    assert str(read.dialect) == "tab separated, decimal point, header, UTF-16"
    assert read.numbers("größe").tolist() == [1]


def test_no_such_column(table, refused):
    read = table("day,sales\n1,2\n")
    assert refused(read.numbers, "sale") == (
        '"sales.csv" has no column "sale"; it has "day", "sales". Did you mean "sales"?'
    )
    assert 'no column "x"' in refused(table, "a,b\n1,2\n", columns=["x"])


def test_ten_thousand_columns(table, refused):
    names = [f"col{k}" for k in range(10_000)]
    row = ",".join(map(str, range(10_000)))
    read = table(f"{','.join(names)}\n{row}\n{row}\n")
    assert read.matrix(names[::-1])[1].tolist() == list(range(10_000))[::-1]
    assert refused(read.column, "none").endswith('"col8", "col9" and 9,990 more.')


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("north", "Mend the row."),
        ("1_000", "Mend the row."),
        ("True", "Mend the row."),
        ('"1,5"', "If its comma is a decimal one, write it with a point."),
        ('"1,500"', "write it with a point, or take its comma out if it parts thousands."),
        ('"1,234.5"', "If it is written with thousands separators, take them out."),
        ("1 234", "If it is written with thousands separators, take them out."),
        ("1'234", "If it is written with thousands separators, take them out."),
    ],
)
def test_text_for_a_number(table, refused, text, mend):
    read = table(f"day,sales\n1,2\n1,NA\n\n1,{text}\n1,2\n")
    message = refused(read.numbers, "sales")
    shown = text.strip('"')
    where = f'"sales.csv", line 5, column "sales": "{shown}" is not a number. {EXPECTED} '
    assert message.startswith(where)
    assert message.endswith(mend)


@pytest.mark.parametrize(
    ("text", "decimal", "mend"),
    [
        ("1,5", ".", 'If its comma is a decimal one, give --decimal ",".'),
        ("1,500", ".", 'give --decimal ",", or take its comma out if it parts thousands.'),
        ("1.234,5", ",", "If it is written with thousands separators, take them out."),
        ("1.5", ",", "Mend the row."),
    ],
)
def test_text_for_a_number_in_another_dialect(table, refused, text, decimal, mend):
    read = table(f"day;sales\n1;2\n1;{text}\n1;3\n", decimal=decimal)
    assert refused(read.numbers, "sales").endswith(mend)


def test_column_of_texts(table, refused):
    read = table("wind,sales\nNW,1\nSE,2\n")
    assert refused(read.matrix, ["sales", "wind"]) == (
        f'"sales.csv", line 2, column "wind": "NW" is not a number. {EXPECTED} '
        "Most of the column is text: choose another column."
    )


def test_text_far_down(table, refused, monkeypatch):
    monkeypatch.setattr(reading, "CELLS", 7)
    read = table("a,b\n" + "1,2\n" * 50 + "1,x\n")
    assert 'line 52, column "b": "x" is not' in refused(read.numbers, "b")


def test_long_text_is_cut(table, refused):
    message = refused(table(f"a,b\n1,1\n1,{'x' * 999}\n1,2\n").numbers, "b")
    assert f'"{"x" * 60}..." is not a number' in message


@pytest.mark.parametrize(
    ("text", "shown"), [("1e308", "1e+308"), ("-inf", "-inf"), ("1e999", "inf")]
)
def test_numbers_too_large(table, refused, text, shown):
    read = table(f"a,b\n1,2\n1,{text}\n1,NA\n")
    assert refused(read.numbers, "b") == (
        f'"sales.csv", line 3, column "b": {shown} is too large; expected finite numbers up to '
        "3.4e+38. Mend the row, or leave the cell empty if the value is missing."
    )


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("block", [4, 1 << 22])
def test_ragged_rows(table, refused, monkeypatch, quote, block):
    monkeypatch.setattr(shape, "BLOCK", block)
    monkeypatch.setattr(shape, "ROWS", 2)
    content = f"a,{quote}b{quote}\n1,2\n\n3\n1,2\n4,5,6\n7\n8\n9\n1,1\n"
    assert refused(table, content) == (
        '"sales.csv", line 4: the row has 1 cell; expected 2 as in the header. So it is with '
        "line 6 (3), line 7 (1), 2 more rows. Mend the rows; a cell that holds what parts the "
        'cells must be in quotes (").'
    )


def test_first_row_too_long(table, refused):
    message = refused(table, "a,b\n1,2,3\n1,2\n1,2\n")
    assert message.startswith('"sales.csv", line 2: the row has 3 cells; expected 2 as in the head')


def test_without_header_most_rows_decide(table, refused):
    message = refused(table, "1,2,3\n1,2\n1,2\n1,2\n")
    assert message.startswith('"sales.csv", line 1: the row has 3 cells; expected 2 as in most')


def test_header_too_short(table, refused):
    message = refused(table, "a,b\n1,2,3\n4,5,6\n")
    assert message.startswith('"sales.csv": the header names 2 columns, but every row has 3 cells.')


def test_header_of_one_name(table, refused):
    message = refused(table, "x\n1,5\n2,5\n")
    assert message.startswith('"sales.csv": the header names 1 column, but every row has 2 cells.')


def test_what_cannot_be_seen_is_spelt_out(table, refused):
    assert '"4\\x1a" is not a number' in refused(table("a,b\n1,2\n3,4\x1a").numbers, "b")


def test_columns_of_one_name(table, refused):
    assert refused(table, "a,b,a,b, a\n1,2,3,4,5\n") == (
        '"sales.csv", line 1: the columns 1, 3 and 5 are named "a"; expected a name for '
        'each. Not alone: "b". Rename them.'
    )


@pytest.mark.parametrize(("row", "line"), [('1,"2', 4), ('1,"2"3', 4)])
def test_broken_quotes(table, refused, row, line):
    message = refused(table, f"a,b\n1,2\n3,4\n{row}\n5,6\n")
    assert message.startswith(f'"sales.csv", line {line}: the quotes of this row are broken (')
    assert message.endswith('Close them, and write a quote within quotes twice ("").')


CELL = st.text(alphabet='a1 ,;"\n', max_size=4)
ROWS = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(ROWS, st.sampled_from(",;|"), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_reads_what_the_csv_module_writes(rows, delimiter, quoting):
    rows = [["x", *row] for row in rows]
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(rows)
    source = Source("", file.getvalue().encode(), "UTF-8")
    dialect = detect_dialect(source, delimiter=delimiter, header=False)
    read = Table(source, dialect, measure(source, dialect))
    for k, column in enumerate(read.columns):
        assert read.texts(column).tolist() == [row[k].strip() for row in rows]
    begins = np.cumsum([1] + [1 + sum(cell.count("\n") for cell in row) for row in rows])
    assert read.lines.tolist() == begins[:-1].tolist()


@given(st.lists(st.sampled_from(["1 2", " 3\t4 ", "", "  \t", "5    6"]), min_size=1))
def test_reads_blanks(lines):
    source = Source("", "\n".join(["1 2", *lines]).encode(), "UTF-8")
    dialect = detect_dialect(source, delimiter=" ", header=False)
    read = Table(source, dialect, measure(source, dialect))
    kept = [k for k, line in enumerate(["1 2", *lines], start=1) if line.strip()]
    assert read.lines.tolist() == kept
    assert read.numbers("c2").tolist() == [
        float(line.split()[1]) for line in ["1 2", *lines] if line.strip()
    ]


def test_real_files(forecasting):
    pollution = read_table(forecasting / "pollution.csv")
    numbers = pollution.numbers("pm2.5")
    assert (len(numbers), int(np.isnan(numbers).sum())) == (43_824, 2_067)
    assert pollution.lines[[0, -1]].tolist() == [2, 43_825]
    ett = read_table(forecasting / "ETTh1.csv")
    assert ett.matrix(ett.columns[1:]).shape == (17_420, 7)
