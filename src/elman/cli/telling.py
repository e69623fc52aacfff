"""How things are said: results on standard output, errors as one block on standard error."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text

__all__ = ["tell", "tell_error", "tell_files", "tell_stop"]


def tell(text: str) -> None:
    """Print a text as it is; at a terminal long lines are broken between words.

    Args:
        text: one line or several.

    Example:
        >>> tell("long ago , the mice")
        long ago , the mice
    """
    _print(Console(highlight=False), Text(text))


def tell_error(message: str) -> None:
    """Print an error on standard error.

    Args:
        message: what was given, where, what was expected and how to mend it.

    Example:
        >>> tell_error('there is no folder "nowhere".')
    """
    _print(Console(stderr=True, highlight=False), Text.assemble(("Error: ", "bold red"), message))


def tell_stop(message: str) -> None:
    """Print on standard error that the user has stopped the work: no error of anybody.

    Args:
        message: where it stopped and how to go on.

    Example:
        >>> tell_stop("stopped after step 7 of 9.")
    """
    _print(Console(stderr=True, highlight=False), Text(f"\n{message[:1].upper()}{message[1:]}"))


def tell_files(folder: Path, files: Iterable[Path]) -> None:
    """Name the files that were written.

    Args:
        folder: where they lie.
        files: all of them.

    Example:
        >>> tell_files(Path("elman-fable"), [Path("elman-fable/plots/training.png")])
        Wrote to elman-fable: plots/training.png
    """
    tell(f"Wrote to {folder}: " + ", ".join(str(file.relative_to(folder)) for file in files))


def _print(console: Console, text: Text) -> None:
    for line in text.split("\n", allow_blank=True) or [text]:
        # without a terminal a line stays a line, for the programs that read it; and so does at
        # a terminal what is set in, such as a command to be copied
        console.print(line, soft_wrap=not console.is_terminal or line.plain.startswith("  "))
