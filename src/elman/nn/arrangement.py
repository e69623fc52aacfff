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
    """How a user's sequences lie.

    Args:
        batch_first: whether the batch comes before time.
        batched: whether there is a batch at all.
        packed: what was given, if it was packed.
        lengths: (B,), of what was packed.
    """

    batch_first: bool
    batched: bool
    packed: PackedSequence | None = None
    lengths: Tensor | None = None

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
        """Return a user's states with their rows in the order of the runtime's input.

        Args:
            states: each (L * D, B, H), or (L * D, H) if unbatched; a tensor if there is one only.

        Returns:
            Each (L * D, B, H).
        """
        found = (states,) if isinstance(states, Tensor) else tuple(states)
        if not self.batched:
            return tuple([state.unsqueeze(1) for state in found])
        if self.packed is not None and self.packed.sorted_indices is not None:
            return tuple([state.index_select(1, self.packed.sorted_indices) for state in found])
        return found

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


_PLAIN = {
    (batch_first, batched): Arrangement(batch_first, batched)
    for batch_first in (False, True)
    for batched in (False, True)
}


def arrange(
    x: Sequences, lengths: Lengths, *, batch_first: bool
) -> tuple[Tensor, Tensor | None, Arrangement]:
    """Bring a user's input into the arrangement of the runtime.

    Args:
        x: (T, B, I), (B, T, I) if batch_first, (T, I) unbatched, or packed.
        lengths: (B,), how many steps of each row are real, in any order, zero allowed; None if all.
        batch_first: whether the batch comes before time.

    Returns:
        The input (T, B, I), the lengths (B,) of int64 or None, and how the user's lay.

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
        return padded, own, Arrangement(False, True, x, own)
    batched = x.dim() == 3
    steps_first = x.unsqueeze(1) if not batched else x.transpose(0, 1) if batch_first else x
    if lengths is not None:
        lengths = torch.as_tensor(lengths).reshape(-1) if not batched else torch.as_tensor(lengths)
        _check_lengths(lengths, steps_first)
        lengths = lengths.to(torch.int64)
    return steps_first, lengths, _PLAIN[batch_first, batched]


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
