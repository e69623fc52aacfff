"""Which symbols there are: symbols to numbers and back, the most frequent first."""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from elman.data.arguments import at_least
from elman.errors import DataError

__all__ = ["UNKNOWN", "UnknownSymbolError", "Vocabulary"]

UNKNOWN = "<unk>"
_MOST_NAMED = 20


class UnknownSymbolError(DataError):
    """Symbols that are not in the vocabulary; `symbols` holds each of them once, in order."""

    def __init__(self, message: str, symbols: tuple[str, ...]) -> None:
        super().__init__(message)
        self.symbols = symbols


@dataclass(frozen=True)
class Vocabulary:
    """The symbols of a text, by falling frequency; ties in the order of first appearance.

    The number of a symbol is its place in `symbols`. Where ``<unk>`` is one of the symbols, it
    stands for every symbol that is not, and comes first among its equals.

    Args:
        symbols: the K symbols.
        counts: how often each occurs in the text that the vocabulary was made from.

    Raises:
        DataError: the two do not make a vocabulary.

    Example:
        >>> vocabulary = Vocabulary.from_symbols("the mice and the cat".split())
        >>> vocabulary.symbols
        ('the', 'mice', 'and', 'cat')
        >>> vocabulary.encode(["the", "cat"])
        [0, 3]
        >>> vocabulary.decode([0, 3])
        ['the', 'cat']
    """

    symbols: tuple[str, ...]
    counts: tuple[int, ...]

    def __post_init__(self) -> None:
        if fault := _fault(self.symbols, self.counts):
            raise DataError(f"this is no vocabulary: {fault}.")

    @classmethod
    def from_symbols(
        cls, symbols: Iterable[str], max_size: int | None = None, min_count: int = 1
    ) -> "Vocabulary":
        """Count the symbols of a text.

        Args:
            symbols: the text, split.
            max_size: at most so many symbols are kept, ``<unk>`` among them.
            min_count: symbols that occur less often are cut off.

        Returns:
            The vocabulary; if anything was cut off, it holds ``<unk>`` with the count of all that.

        Raises:
            DataError: there are no symbols.
            SettingError: `max_size` is below 2 or `min_count` below 1.

        Example:
            >>> Vocabulary.from_symbols("the mice and the cat".split(), min_count=2)
            Vocabulary(symbols=('<unk>', 'the'), counts=(3, 2))
        """
        at_least("min_count", min_count, 1)
        if max_size is not None:
            at_least("max_size", max_size, 2)
        counts = Counter(symbols)
        if not counts:
            raise DataError("the text holds no symbols; expected at least one.")
        kept = [
            (symbol, count)
            for symbol, count in counts.most_common()
            if count >= min_count and symbol != UNKNOWN
        ]
        if max_size is not None and len(kept) + (len(kept) < len(counts)) > max_size:
            kept = kept[: max_size - 1]
        if others := counts.total() - sum(count for _, count in kept):
            kept = sorted([(UNKNOWN, others), *kept], key=lambda pair: -pair[1])
        return cls(tuple(symbol for symbol, _ in kept), tuple(count for _, count in kept))

    @property
    def total(self) -> int:
        """How many symbols the text had that the vocabulary was made from."""
        return sum(self.counts)

    def __len__(self) -> int:
        return len(self.symbols)

    def __contains__(self, symbol: object) -> bool:
        return symbol in self._numbers

    def encode(self, symbols: Sequence[str]) -> list[int]:
        """Turn symbols into their numbers.

        Args:
            symbols: a text, split.

        Returns:
            One number in 0 .. K-1 a symbol.

        Raises:
            UnknownSymbolError: some are not in the vocabulary, and neither is ``<unk>``; the
                message names them and suggests the nearest.

        Example:
            >>> Vocabulary.from_symbols("abab").encode("bab")
            [1, 0, 1]
        """
        numbers = self._numbers
        try:
            if UNKNOWN in numbers:
                unknown = numbers[UNKNOWN]
                return [numbers.get(symbol, unknown) for symbol in symbols]
            return [numbers[symbol] for symbol in symbols]
        except KeyError:
            raise self._unknown(symbols) from None

    def decode(self, ids: Iterable[int]) -> list[str]:
        """Turn numbers into their symbols.

        Args:
            ids: numbers in 0 .. K-1.

        Returns:
            One symbol a number.

        Raises:
            DataError: a number is outside of 0 .. K-1.

        Example:
            >>> Vocabulary.from_symbols("abab").decode([1, 0])
            ['b', 'a']
        """
        ids = [int(number) for number in ids]
        if outside := [number for number in ids if not 0 <= number < len(self)]:
            raise DataError(
                f"{outside[0]} is the number of no symbol; expected 0 to {len(self) - 1}."
            )
        return [self.symbols[number] for number in ids]

    def coverage(self, symbols: Iterable[str]) -> float:
        """Return which share of a text is in the vocabulary, other than as ``<unk>``.

        Args:
            symbols: a text, split.

        Returns:
            A number from 0 to 1.

        Raises:
            DataError: there are no symbols.

        Example:
            >>> Vocabulary.from_symbols("abab").coverage("abcd")
            0.5
        """
        counts = Counter(symbols)
        if not counts:
            raise DataError("the text holds no symbols; expected at least one.")
        known = sum(counts[symbol] for symbol in counts if symbol in self and symbol != UNKNOWN)
        return known / counts.total()

    def to_dict(self) -> dict[str, Any]:
        """Return the vocabulary as what JSON can hold.

        Returns:
            The symbols and their counts.

        Example:
            >>> Vocabulary.from_symbols("aab").to_dict()
            {'symbols': ['a', 'b'], 'counts': [2, 1]}
        """
        return {"symbols": list(self.symbols), "counts": list(self.counts)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Vocabulary":
        """Make the vocabulary that `to_dict` gave.

        Args:
            values: the symbols and their counts.

        Returns:
            The vocabulary.

        Raises:
            DataError: these are not the values of a vocabulary.

        Example:
            >>> Vocabulary.from_dict({"symbols": ["a", "b"], "counts": [2, 1]}).total
            3
        """
        try:
            symbols, counts = values["symbols"], values["counts"]
        except (KeyError, TypeError):
            raise DataError(
                'this is no vocabulary: expected an object with "symbols" and "counts".'
            ) from None
        if not (isinstance(symbols, list) and isinstance(counts, list)):
            raise DataError('this is no vocabulary: "symbols" and "counts" must be two lists.')
        return cls(tuple(symbols), tuple(counts))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {symbol: number for number, symbol in enumerate(self.symbols)}

    def _unknown(self, symbols: Iterable[str]) -> UnknownSymbolError:
        unknown = tuple(dict.fromkeys(symbol for symbol in symbols if symbol not in self))
        named = [f"  {symbol!r}{self._close(symbol)}" for symbol in unknown[:_MOST_NAMED]]
        if more := len(unknown) - len(named):
            named.append(f"  and {more} more")
        head = f"not in the vocabulary of {len(self)} symbols:"
        return UnknownSymbolError("\n".join([head, *named]), unknown)

    def _close(self, symbol: str) -> str:
        close = difflib.get_close_matches(symbol, self.symbols) or difflib.get_close_matches(
            symbol.casefold(), self.symbols
        )
        return f" (close: {', '.join(map(repr, close))})" if close else ""


def _fault(symbols: tuple[str, ...], counts: tuple[int, ...]) -> str | None:
    if not symbols:
        return "it has no symbols"
    if len(symbols) != len(counts):
        return f"it has {len(symbols)} symbols but {len(counts)} counts"
    for symbol, count in zip(symbols, counts, strict=True):
        if not isinstance(symbol, str):
            return f"the symbol {symbol!r} is not a text"
        if type(count) is not int or count < 1:
            return f"the count of {symbol!r} is {count!r}; expected a whole number above 0"
    ((symbol, times),) = Counter(symbols).most_common(1)
    if times > 1:
        return f"the symbol {symbol!r} is in it {times} times"
    if any(later > earlier for earlier, later in pairwise(counts)):
        return "its symbols are not ordered by falling count"
    return None
