"""How a user's sequences lie: batch first, unbatched or packed on one side, (T, B, ...) on ours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence

from elman.runtime.lengths import check_lengths

__all__ = ["Arrangement", "Lengths", "Sequences", "arrange"]

Sequences = Tensor | PackedSequence
Lengths = Tensor | Sequence[int] | None


class Arrangement(NamedTuple):
    """A user's input in the arrangement of the runtime, and the way back.

    Args:
        x: (T, B, I).
        lengths: (B,) of int64, or None.
        batch_first: whether the user's batch comes before time.
        batched: whether the user's sequences have a batch at all.
        packed: what the user gave, if it was packed.
    """

    x: Tensor
    lengths: Tensor | None
    batch_first: bool
    batched: bool
    packed: PackedSequence | None

    def output(self, value: Tensor) -> Sequences:
        """Return (T, B, ...) as the user's input lay.

        Args:
            value: (T, B, ...).

        Returns:
            The same in the user's arrangement.
        """
        if self.packed is not None:
            assert self.lengths is not None
            return self.packed._replace(data=pack_padded_sequence(value, self.lengths).data)
        if not self.batched:
            return value.squeeze(1)
        return value.transpose(0, 1) if self.batch_first else value

    def states_in(self, states: Tensor | Sequence[Tensor]) -> tuple[Tensor, ...]:
        """Return a user's states with their rows in the order of `x`.

        Args:
            states: each (L * D, B, H), or (L * D, H) if unbatched; a tensor if there is one only.

        Returns:
            Each (L * D, B, H).
        """
        found = (states,) if isinstance(states, Tensor) else tuple(states)
        if self.packed is not None and self.packed.sorted_indices is not None:
            return tuple([state.index_select(1, self.packed.sorted_indices) for state in found])
        return found if self.batched else tuple([state.unsqueeze(1) for state in found])

    def states_out(self, states: tuple[Tensor, ...]) -> Tensor | tuple[Tensor, ...]:
        """Return states with their rows in the user's order.

        Args:
            states: each (L * D, B, H).

        Returns:
            Each (L * D, B, H), or (L * D, H) if unbatched; a tensor if there is one only.
        """
        if self.packed is not None and self.packed.unsorted_indices is not None:
            states = tuple([s.index_select(1, self.packed.unsorted_indices) for s in states])
        elif not self.batched:
            states = tuple([state.squeeze(1) for state in states])
        return states if len(states) > 1 else states[0]


def arrange(x: Sequences, lengths: Lengths, *, batch_first: bool) -> Arrangement:
    """Bring a user's input into the arrangement of the runtime.

    Args:
        x: (T, B, I), (B, T, I) if batch_first, (T, I) unbatched, or packed.
        lengths: (B,), how many steps of each row are real, in any order, zero allowed; None if all.
        batch_first: whether the batch comes before time.

    Returns:
        The arrangement.

    Raises:
        ValueError: lengths do not fit the input.
        TypeError: torch makes a graph of what is packed.
    """
    if isinstance(x, PackedSequence):
        if lengths is not None:
            raise ValueError("lengths were given for a PackedSequence, which has its own.")
        if torch.compiler.is_compiling():
            raise TypeError(
                "a PackedSequence cannot be part of a graph, for its sizes are known only when it "
                "runs: give the padded sequences, and their lengths as a tensor."
            )
        padded, own = pad_packed_sequence(PackedSequence(x.data, x.batch_sizes))
        return Arrangement(padded, own, False, True, x)
    batched = x.dim() == 3
    steps_first = x.unsqueeze(1) if not batched else x.transpose(0, 1) if batch_first else x
    if lengths is not None:
        lengths = torch.as_tensor(lengths).reshape(-1) if not batched else torch.as_tensor(lengths)
        _check_lengths(lengths, steps_first)
        lengths = lengths.to(torch.int64)
    return Arrangement(steps_first, lengths, batch_first, batched, None)


def _check_lengths(lengths: Tensor, x: Tensor) -> None:
    steps, rows = x.size(0), x.size(1)
    fractional = lengths.dtype.is_floating_point or lengths.dtype.is_complex
    if (fractional and lengths.numel()) or lengths.dtype == torch.bool:
        raise ValueError(f"lengths must be whole numbers, got {lengths.dtype}.")
    if lengths.shape != (rows,):
        raise ValueError(
            f"lengths must have one number for each of the {rows} rows, got {tuple(lengths.shape)}."
        )
    # of these nothing is known before the graph runs, which looks at them then
    if not torch.compiler.is_compiling() and not torch._C._are_functorch_transforms_active():
        check_lengths(lengths, steps)
