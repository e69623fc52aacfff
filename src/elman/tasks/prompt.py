"""Asking a model: again and again at a prompt, or one answer for every line of a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

from elman.errors import DataError, UserError

__all__ = ["answer_lines", "converse"]


def converse(answer: Callable[[str], str], greeting: str, tell: Callable[[str], None]) -> None:
    """Ask for texts and answer them, until the input ends or Ctrl-C.

    What cannot be answered is explained, and the prompt goes on.

    Args:
        answer: from a text to its continuation.
        greeting: the first line.
        tell: what prints.

    Example:
        >>> from unittest import mock
        >>> with mock.patch("builtins.input", side_effect=["mice", EOFError]):
        ...     converse(str.upper, "a word, please", print)
        a word, please
        MICE
        <BLANKLINE>
    """
    with suppress(ImportError):
        import readline  # noqa: F401 - importing it lets lines be edited and called back
    tell(greeting)
    try:
        while True:
            _answer_once(answer, tell)
    except (EOFError, KeyboardInterrupt):
        tell("")


def _answer_once(answer: Callable[[str], str], tell: Callable[[str], None]) -> None:
    text = input("> ")
    if not text.strip():
        return
    try:
        tell(answer(text))
    except UserError as error:
        tell(str(error))


def answer_lines(
    answer: Callable[[str], str], lines: Iterable[str], tell: Callable[[str], None]
) -> None:
    """Answer every line by one line; an empty line by an empty one.

    Args:
        answer: from a text to its continuation.
        lines: the texts.
        tell: what prints.

    Raises:
        DataError: a line cannot be answered; the message says which.

    Example:
        >>> answer_lines(str.upper, ["mice", "cat"], print)
        MICE
        CAT
    """
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r\n")
        try:
            tell(answer(text) if text.strip() else "")
        except UserError as error:
            raise DataError(f"line {number}: {error}") from error
