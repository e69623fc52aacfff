"""Random words from a counter: the same for a key and a counter, wherever and in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["KEY", "ROUNDS", "WORD", "pairs", "threefry"]

WORD = 0xFFFFFFFF
"""The bits of a word."""

ROUNDS = 13
"""The fewest rounds of two words that pass all statistical tests of the paper."""

KEY = 8
"""Numbers from 0 to 255 that a key of two words is given as among other tensors, which lie in any
format of numbers; the lowest byte comes first."""

_PARITY = 0x1BD11BDA
_ROTATIONS = (13, 15, 26, 6, 17, 29, 16, 24)


def threefry(
    key: tuple[Any, Any], counter: tuple[Any, Any], rounds: int = ROUNDS
) -> tuple[Any, Any]:
    """Return two random words of 32 bits.

    Words are whole numbers from 0 to `WORD`: of Python, in tensors of int64, or whatever else has
    the operators ``+ & | ^ << >>``.

    Args:
        key: two words, which name a sequence of random numbers.
        counter: two words, the place in the sequence.
        rounds: how often the words are mixed.

    Returns:
        The words.

    Example:
        >>> [hex(word) for word in threefry((0, 0), (0, 0), rounds=20)]
        ['0x6b200159', '0x99ba4efe']

    Source:
        Threefry-2x32 of Salmon, Moraes, Dror & Shaw 2011, Parallel Random Numbers: As Easy as 1,
        2, 3.
    """
    keys = (*key, key[0] ^ key[1] ^ _PARITY)
    a, b = (counter[0] + keys[0]) & WORD, (counter[1] + keys[1]) & WORD
    for number in range(rounds):
        turn = _ROTATIONS[number % len(_ROTATIONS)]
        a = (a + b) & WORD
        b = ((b << turn | b >> 32 - turn) & WORD) ^ a
        times, rest = divmod(number + 1, 4)
        if rest == 0:
            a = (a + keys[times % 3]) & WORD
            b = (b + keys[(times + 1) % 3] + times) & WORD
    return a, b


def pairs(noises: Sequence[Any]) -> dict[Any, tuple[int, int]]:
    """Return which of two words is which noise of a step.

    Args:
        noises: expressions, all that are drawn for a step.

    Returns:
        For each the number of the pair of words and the word, 0 or 1; noise that is drawn anew at
        every step and noise that is not are never of one pair.
    """
    found: dict[Any, tuple[int, int]] = {}
    first = 0
    for kind in dict.fromkeys(node.op for node in noises):
        own = [node for node in noises if node.op == kind]
        found |= {node: (first + place // 2, place % 2) for place, node in enumerate(own)}
        first += (len(own) + 1) // 2
    return found
