"""What a model read, step by step, and what went on inside meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from torch import Tensor

from elman.view.coloured import Guess
from elman.view.tracking import event_of

__all__ = ["GUESSES", "Seen", "layer_of", "likeliest"]

GUESSES = 5


@dataclass(frozen=True)
class Seen:
    """Steps that were read, and what went on meanwhile.

    Args:
        symbols: what was read at each step, or when, T.
        values: every gate and state by name, such as ``f_l0``, (T, H) each.
        guesses: for each symbol what the model makes of it, the likeliest first; nothing where
            what was read is no text. Those beyond what is drawn may be missing.
        guessed: what the guesses are.
        axis: what the steps are: symbols, or times.
        above: numbers that were read, by name, (T,) each.
        event: from the name of an event to where it takes place, (T,), NaN where nobody knows;
            if not given, what `elman.view.tracking` knows of texts.
        note: what to tell of how it was read.

    Example:
        >>> import torch
        >>> Seen(["a", "1"], {"h_l0": torch.zeros(2, 3)}).place_of("digits").tolist()
        [0.0, 1.0]
    """

    symbols: Sequence[str]
    values: Mapping[str, Tensor]
    guesses: Sequence[Sequence[Guess]] = ()
    guessed: str = "the likeliest next symbols"
    axis: str = "symbol"
    above: Mapping[str, Tensor] = field(default_factory=dict)
    event: Callable[[str], Tensor] | None = None
    note: str = ""

    def place_of(self, event: str) -> Tensor:
        """Return where an event takes place, (T,).

        Args:
            event: its name.

        Raises:
            SettingError: there is no such event.
            DataError: there is no such column of numbers.
        """
        return event_of(event, self.symbols) if self.event is None else self.event(event)

    @property
    def layers(self) -> int:
        """How many layers there are."""
        return 1 + max(map(layer_of, self.values))


def layer_of(name: str) -> int:
    """Return the layer of a value.

    Args:
        name: as `elman.nn.Recurrent.trace` spells it.

    Example:
        >>> layer_of("c_l1"), layer_of("c_l0_reverse")
        (1, 0)
    """
    found = re.search(r"_l(\d+)(_reverse)?$", name)
    assert found  # as all traced names do
    return int(found[1])


def likeliest(probabilities: Tensor, names: Sequence[str]) -> list[list[Guess]]:
    """Return the likeliest names of every step.

    Args:
        probabilities: (T, K).
        names: K.

    Example:
        >>> import torch
        >>> likeliest(torch.tensor([[0.25, 0.75]]), ["a", "b"])[0][0]
        Guess(symbol='b', probability=0.75)
    """
    best = probabilities.topk(min(GUESSES, len(names)))
    return [
        [Guess(names[number], share) for number, share in zip(numbers, shares, strict=True)]
        for numbers, shares in zip(best.indices.tolist(), best.values.tolist(), strict=True)
    ]
