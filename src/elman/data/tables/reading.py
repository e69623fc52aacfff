"""A numeric file becomes a table whose columns are read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from io import BytesIO
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from elman.data.tables.cells import MISSING
from elman.data.tables.dialect import BLANKS, Dialect, detect_dialect
from elman.data.tables.numbers import number_of, refuse_huge, refuse_text
from elman.data.tables.shape import Shape, measure
from elman.data.tables.source import Source, read_source
from elman.errors import DataError, ElmanError, did_you_mean

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Table", "read_table"]

CELLS = 1 << 18  # texts that are held at a time
NAMED = 10  # columns that a message lists
COMPARED = 10_000  # columns among which a similar name is looked for
_SPELT = sorted({"".join(cs) for m in MISSING for cs in product(*({c, c.upper()} for c in m))})


def read_table(
    path: str | Path,
    *,
    delimiter: str | None = None,
    decimal: str | None = None,
    encoding: str | None = None,
    header: bool | None = None,
    columns: Sequence[str] | None = None,
) -> Table:
    r"""Read a numeric file; what is not told about it is found out.

    Args:
        path: the file, compressed by gzip or not; ``"-"`` is standard input.
        delimiter: what parts the cells; ``" "`` is any number of blanks or tabs.
        decimal: what parts a number's decimals, ``"."`` or ``","``.
        encoding: of the file, as Python names it.
        header: whether the first row names the columns; they are c1, c2, ... otherwise.
        columns: those wanted; all if not given.

    Returns:
        The table.

    Raises:
        DataError: the file cannot be read as a table, or has no such column.
        SettingError: a setting makes no sense.

    Example:
        >>> _ = Path("sales.csv").write_text("day;sales\n2026-01-01;1,5\n2026-01-02;\n")
        >>> table = read_table("sales.csv")
        >>> print(table.dialect)
        semicolon separated, decimal comma, header, UTF-8
        >>> table.numbers("sales")
        array([1.5, nan])
    """
    source = read_source(path, encoding)
    dialect = detect_dialect(source, delimiter=delimiter, decimal=decimal, header=header)
    table = Table(source, dialect, measure(source, dialect))
    if columns is not None:
        table.columns = [table.column(column) for column in columns]
    return table


class Table:
    """A file's rows and columns; the file's bytes are held once, and columns read from them.

    Args:
        source: the file's content.
        dialect: how it is written down.
        shape: which columns and rows it has.

    Attributes:
        name: what messages call the file.
        dialect: how it is written down.
        columns: the names of those wanted.
        lines: of the file in which each row begins, counted from 1, (N,), int32.

    Example:
        >>> _ = Path("sales.csv").write_text("1 2")
        >>> read_table("sales.csv").columns
        ['c1', 'c2']
    """

    def __init__(self, source: Source, dialect: Dialect, shape: Shape) -> None:
        self.name = source.name
        self.dialect = dialect
        self.columns = shape.columns
        self.lines = shape.lines
        self._data = source.data
        self._start = shape.start
        self._places = {name: place for place, name in enumerate(shape.columns)}

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def frame(self) -> DataFrame:
        """All columns as pandas takes them: numbers where all of a column's cells are."""
        places = [self._places[column] for column in self.columns]
        frame = self._read(usecols=places, na_values=_SPELT, low_memory=False)[places]
        frame.columns = self.columns
        return frame

    def column(self, name: str) -> str:
        """Return the name of a column, provided that there is one.

        Args:
            name: what was given.

        Returns:
            The name.

        Raises:
            DataError: there is no such column; the message lists those that exist.

        Example:
            >>> _ = Path("sales.csv").write_text("day,sales\\n1,2\\n")
            >>> read_table("sales.csv").column("sales")
            'sales'
        """
        if name in self._places:
            return name
        listed = ", ".join(f'"{column}"' for column in self.columns[:NAMED])
        more = len(self.columns) - NAMED
        raise DataError(
            f'{self.name} has no column "{name}"; it has {listed}'
            f"{f' and {more:,} more' if more > 0 else ''}."
            f"{did_you_mean(name, islice(self.columns, COMPARED))}"
        )

    def numbers(self, column: str) -> NDArray[np.float64]:
        """Return the numbers of a column.

        Args:
            column: its name.

        Returns:
            One number a row, (N,), float64; NaN where it is missing.

        Raises:
            DataError: there is no such column, or a cell is no number or too large a one.

        Example:
            >>> _ = Path("sales.csv").write_text("day,sales\\n1,2\\n2,NA\\n")
            >>> read_table("sales.csv").numbers("sales")
            array([ 2., nan])
        """
        return self.matrix([column])[:, 0]

    def matrix(self, columns: Sequence[str]) -> NDArray[np.float64]:
        """Return the numbers of columns, read together.

        Args:
            columns: their names.

        Returns:
            The numbers, (N, C), float64; NaN where one is missing.

        Raises:
            DataError: there is no such column, or a cell is no number or too large a one.

        Example:
            >>> _ = Path("sales.csv").write_text("day,sales\\n1,2\\n2,3\\n")
            >>> read_table("sales.csv").matrix(["sales", "day"])
            array([[2., 1.],
                   [3., 2.]])
        """
        places = [self._places[self.column(column)] for column in columns]
        wanted = sorted(set(places))
        try:
            frame = self._read(usecols=wanted, na_values=_SPELT, dtype=np.float64)
        except ValueError:
            values = self._numbers_one_by_one(columns)
        else:
            self._agrees(len(frame))
            values = (frame if places == wanted else frame[places]).to_numpy()
        for column, series in zip(columns, values.T, strict=True):
            refuse_huge(series, column, self.lines, self.name)
        return values

    def texts(self, column: str) -> NDArray[np.object_]:
        """Return the cells of a column as they are in the file, without blanks around them.

        Args:
            column: its name.

        Returns:
            One text a row, (N,), of Python's str.

        Raises:
            DataError: there is no such column.

        Example:
            >>> _ = Path("sales.csv").write_text("day,sales\\n007,2\\n")
            >>> read_table("sales.csv").texts("day")
            array(['007'], dtype=object)
        """
        return np.concatenate(list(self.text_chunks(column)))

    def text_chunks(self, column: str) -> Iterator[NDArray[np.object_]]:
        """Return the cells of a column some rows at a time, for texts take much memory.

        Args:
            column: its name.

        Returns:
            The cells of the first rows, of those after them, and so on.

        Raises:
            DataError: there is no such column.

        Example:
            >>> _ = Path("sales.csv").write_text("day,sales\\n007,2\\n")
            >>> len(list(read_table("sales.csv").text_chunks("day")))
            1
        """
        for chunk in self._chunks([self._places[self.column(column)]]):
            yield np.array([text.strip() for text in chunk.iloc[:, 0]], dtype=object)

    def _numbers_one_by_one(self, columns: Sequence[str]) -> NDArray[np.float64]:
        # Slow: for cells that are not numbers to pandas, to say which, or to see that they are.
        places = [self._places[column] for column in columns]
        parts, begin = [], 0
        for chunk in self._chunks(sorted(set(places))):
            part = np.empty((len(chunk), len(columns)))
            for k, (place, column) in enumerate(zip(places, columns, strict=True)):
                texts = chunk[place].tolist()
                values = [number_of(text, self.dialect.decimal) for text in texts]
                if None in values:
                    refuse_text(texts, values, column, self.lines[begin:], self.name, self.dialect)
                part[:, k] = values
            parts.append(part)
            begin += len(chunk)
        return np.concatenate(parts)

    def _chunks(self, places: Sequence[int]) -> Iterator[DataFrame]:
        rows = max(1, CELLS // len(places))
        total = 0
        for chunk in self._read(usecols=places, dtype=object, na_filter=False, chunksize=rows):
            total += len(chunk)
            yield chunk
        self._agrees(total)

    def _agrees(self, rows: int) -> None:
        if rows != len(self):
            raise ElmanError(f"{self.name}: {rows:,} rows were read where {len(self):,} are.")

    def _read(self, **options: Any) -> Any:
        import pandas

        data = BytesIO(self._data)  # shares the bytes
        data.seek(self._start)
        blanks = self.dialect.delimiter == BLANKS
        return pandas.read_csv(
            data,
            sep=r"\s+" if blanks else self.dialect.delimiter,
            decimal=self.dialect.decimal,
            header=None,
            index_col=False,
            keep_default_na=False,
            skipinitialspace=True,
            engine="c",
            **options,
        )
