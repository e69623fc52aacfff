"""What one symbol of a text is: a table of units, each a way to split and the way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from elman.data.arguments import one_of

__all__ = ["UNITS", "Unit", "get_unit"]


@dataclass(frozen=True)
class Unit:
    """One way to cut a text into symbols.

    Args:
        name: what one symbol is called in messages.
        split: text to its symbols.
        join: symbols to a text; ``split(join(symbols)) == symbols`` for the symbols of a text.

    Example:
        >>> UNITS["word"].split("long ago , the mice")
        ['long', 'ago', ',', 'the', 'mice']
    """

    name: str
    split: Callable[[str], list[str]]
    join: Callable[[Sequence[str]], str]


UNITS = {
    "word": Unit("word", str.split, " ".join),
    "character": Unit("character", list, "".join),
    "byte": Unit(
        "byte",
        lambda text: [chr(byte) for byte in text.encode()],
        lambda symbols: bytes(map(ord, symbols)).decode(errors="replace"),
    ),
}


def get_unit(name: str) -> Unit:
    """Look a unit up by its name.

    Args:
        name: one of `UNITS`.

    Returns:
        The unit.

    Raises:
        SettingError: there is no such unit; the message suggests the nearest.

    Example:
        >>> get_unit("character").split("mice")
        ['m', 'i', 'c', 'e']
    """
    return UNITS[one_of("unit", name, UNITS)]
