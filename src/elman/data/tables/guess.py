"""In which format dates that are not ISO's seem to be."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from elman.data.tables.tabular import Tabular

__all__ = ["WORDS", "advice_on_format", "formats_of"]

DATES = (
    "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%d-%m-%Y", "%m-%d-%Y", "%Y-%m-%d",
    "%d/%m/%y", "%m/%d/%y", "%d.%m.%y", "%Y.%m.%d", "%Y %m %d", "%m/%Y",
    "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%Y", "%b %Y",
)  # fmt: skip
CLOCKS = ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", "T%H:%M", "T%H:%M:%S", "%H%M%S")
SINCE_1970 = {10: ("s", "Seconds"), 13: ("ms", "Milliseconds")}  # by their digits
WORDS = frozenset(["now", "today"])  # which pandas takes for dates in any format
COMMON = tuple(map("".join, product(DATES, CLOCKS)))


def formats_of(table: Tabular, column: str) -> list[str]:
    r"""Return the common formats that every row of a column is in.

    Args:
        table: with that column.
        column: of dates.

    Returns:
        Those formats, as for `datetime.strptime`.

    Example:
        >>> from pathlib import Path
        >>> from elman.data.tables.reading import read_table
        >>> _ = Path("sales.csv").write_text("day,sales\n28/02/2026,1\n01/03/2026,2\n")
        >>> formats_of(read_table("sales.csv"), "day")
        ['%d/%m/%Y']
    """
    formats = list(COMMON)
    for texts in table.text_chunks(column):
        for some in (texts[:100], texts[100:]):  # few are enough to rule most out
            formats = [pattern for pattern in formats if _fits(some, pattern)]
    return formats


def advice_on_format(table: Tabular, column: str, text: str, given: str | None) -> str:
    """Say what to do about a text that is not a date.

    Args:
        table: with that column.
        column: of dates.
        text: the first that is none.
        given: the format that was asked for, if any.

    Returns:
        A sentence or two.

    Example:
        >>> from pathlib import Path
        >>> from elman.data.tables.reading import read_table
        >>> _ = Path("sales.csv").write_text("day,sales\\n28.02.2026,1\\n01.03.2026,2\\n")
        >>> advice_on_format(read_table("sales.csv"), "day", "28.02.2026", None)
        'Every row fits "%d.%m.%Y": give --date-format "%d.%m.%Y".'
    """
    import pandas

    if given is None and text.isdigit() and len(text) in SINCE_1970:
        unit, words = SINCE_1970[len(text)]
        stamp = pandas.Timestamp(int(text), unit=unit)
        return f"{words} since 1970 ({stamp:%Y-%m-%d %H:%M:%S}?) must be written as dates."
    formats = formats_of(table, column)
    if len(formats) > 1:
        fitting = " and ".join(f'"{pattern}"' for pattern in formats)
        return f"Every row fits {fitting}: give the one that is meant with --date-format."
    if formats:
        return f'Every row fits "{formats[0]}": give --date-format "{formats[0]}".'
    if given is not None:
        return "Mend the row, or give another --date-format, or none for ISO dates."
    return 'Mend the row, or give --date-format "%d/%m/%Y".'


def _fits(texts: NDArray[np.object_], pattern: str) -> bool:
    import pandas

    return (
        WORDS.isdisjoint(texts)
        and not pandas.to_datetime(texts, format=pattern, errors="coerce").hasnans
    )
