"""Which rows have a step that is real at each time, for rows of different lengths."""

from __future__ import annotations

import torch
from torch import Tensor

from elman.runtime.call import Call

__all__ = ["RealSteps"]


class RealSteps:
    """The rows that are real at each step; the others are not computed at all.

    Computed and then thrown away, they could be infinite, which is NaN in the gradient of the
    parameters. Only where `torch.vmap` hides the lengths are they computed and masked.

    Args:
        call: the call.
    """

    def __init__(self, call: Call):
        steps = call.x.size(0)
        self._rows: list[Tensor | None] = [None] * steps
        self._mask: Tensor | None = None
        if call.lengths is None:
            return
        if torch._C._functorch.is_batchedtensor(call.lengths):
            self._mask = call.active()
            return
        lengths = call.lengths.tolist()
        for time in range(min(lengths, default=steps), steps):
            rows = [row for row, length in enumerate(lengths) if time < length]
            self._rows[time] = torch.tensor(rows, dtype=torch.int64, device=call.x.device)

    def narrow(self, value: Tensor, time: int) -> Tensor:
        """Return the real rows of a value.

        Args:
            value: (B, ...), or (H,), which is the same for all rows.
            time: the step.

        Returns:
            The real rows of it.
        """
        rows = self._rows[time]
        return value if rows is None or value.dim() == 1 else value.index_select(0, rows)

    def over(self, old: Tensor, new: Tensor, time: int) -> Tensor:
        """Return an old value with the real rows replaced.

        Args:
            old: (B, ...).
            new: what `narrow` would return.
            time: the step.

        Returns:
            (B, ...).
        """
        rows = self._rows[time]
        if rows is not None:
            return old.index_copy(0, rows, new)
        return new if self._mask is None else torch.where(self._mask[time], new, old)

    def padded(self, value: Tensor, batch: int, time: int) -> Tensor:
        """Return a value with zeros in the rows that are not real.

        Args:
            value: what `narrow` would return.
            batch: B.
            time: the step.

        Returns:
            (B, ...).
        """
        if self._rows[time] is None and self._mask is None:
            return value
        return self.over(value.new_zeros(batch, *value.shape[1:]), value, time)
