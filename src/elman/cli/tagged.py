"""Options of tagged sentences: where the words and where the tags stand."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.panels import data_option

__all__ = ["TagColumn", "TaggedData", "TokenColumn"]

TaggedData = Annotated[
    str,
    typer.Argument(
        metavar="DATA",
        help="A file with a word and its tags a line, in columns (CoNLL) or CoNLL-U, and a blank "
        "line after each sentence; .gz too.",
        show_default=False,
    ),
]
TokenColumn = Annotated[
    int | None,
    data_option(
        min=1,
        metavar="N",
        help="The column of the words, from 1.",
        show_default="the first, FORM of CoNLL-U",
    ),
]
TagColumn = Annotated[
    int | None,
    data_option(
        min=1, metavar="N", help="The column of the tags.", show_default="the last, UPOS of CoNLL-U"
    ),
]
