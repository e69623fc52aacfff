"""Options of sentences with their translations."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from elman.cli.panels import data_option
from elman.errors import SettingError

__all__ = [
    "Beam",
    "LengthPower",
    "Longest",
    "NBest",
    "NoRepeat",
    "PairData",
    "PairUnit",
    "Subwords",
    "Translations",
    "beside",
]

Given = TypeVar("Given", bound=float | str | Path | None)

translator_option = partial(typer.Option, rich_help_panel="Of a translator")

PairData = Annotated[
    str,
    typer.Argument(
        metavar="DATA",
        help="A file with a sentence, a tab and its translation a line; or, with --target, with a "
        "sentence a line; .gz too.",
        show_default=False,
    ),
]
Translations = Annotated[
    str | None,
    data_option(
        metavar="FILE", help="The translations, line by line, if DATA has none.", show_default=False
    ),
]
PairUnit = Annotated[str, data_option("--unit", help="Of a sentence: word, character or subword.")]
Subwords = Annotated[
    int | None,
    data_option(
        min=1,
        metavar="N",
        help="Of the unit subword: at most so many.",
        show_default="one for 50 words, up to 8,000",
    ),
]
Longest = Annotated[int, data_option(min=1, metavar="N", help="Leave out longer pairs (units).")]
Beam = Annotated[
    int,
    translator_option(min=1, metavar="N", help="Beginnings kept; 1 takes the likeliest symbol."),
]
LengthPower = Annotated[
    float,
    translator_option(help="0 prefers short translations; 1 their likeliest symbols on average."),
]
NoRepeat = Annotated[
    int,
    translator_option(min=0, metavar="N", help="No N symbols in a row come twice; 0: they may."),
]
NBest = Annotated[
    int | None,
    translator_option(
        min=1,
        metavar="N",
        help="Of the beam, so many translations, a line each.",
        show_default="1; all with --json",
    ),
]


def beside(given: Given, target: str | None, option: str) -> Given | tuple[str | Path, str]:
    """Return a file with that of its translations, if there is one.

    Args:
        given: the file, or what stands in its place.
        target: the file of the translations.
        option: what the file is given by, such as ``"--test"``.

    Returns:
        Both; or what was given, if there is no file of translations.

    Raises:
        SettingError: there are translations of nothing.

    Example:
        >>> beside("valid.en", "valid.fr", "--validation"), beside(0.1, None, "--validation")
        (('valid.en', 'valid.fr'), 0.1)
    """
    if target is None:
        return given
    if not isinstance(given, str | Path):
        raise SettingError(
            f'{option}-target is "{target}", the translations of a file, but {option} names none. '
            f"Give {option} FILE too."
        )
    return given, target
