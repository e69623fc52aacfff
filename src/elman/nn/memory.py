"""What a cell with attention is given of a memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from elman.cells.layout import Layout
from elman.nn.arrangement import Lengths
from elman.runtime.lengths import check_lengths
from elman.runtime.linear import linear

__all__ = ["Mapped", "Memory", "arranged_memory", "sources"]


class Mapped(NamedTuple):
    """A memory with all maps of it, as `elman.nn.Recurrent.mapped` returns it.

    Args:
        sources: for each layer and direction what the cell is given of the memory, (B, S, ...).
        places: how many are real in each row, (B,).
    """

    sources: Sequence[Mapping[str, Tensor]]
    places: Tensor

    def rows(self, chosen: Tensor) -> Mapped:
        """Return it for some of its rows.

        Args:
            chosen: their numbers, each as often as it is wanted.
        """
        found = [{name: one[chosen] for name, one in own.items()} for own in self.sources]
        return Mapped(found, self.places[chosen])


Memory = Tensor | tuple[Tensor, Lengths] | Mapped
"""What is attended to, (S, B, M), and how many of its places are real in each row, (B,)."""


def arranged_memory(
    memory: Tensor | tuple[Tensor, Lengths], rows: int | None, size: int, *, batch_first: bool
) -> tuple[Tensor, Tensor]:
    """Check a memory and bring it into the arrangement of the runtime.

    Args:
        memory: (S, B, M), (B, S, M) if batch_first, or (S, M) for a single sequence; with how many
            places are real, or without if all are.
        rows: B, if it is known.
        size: M.
        batch_first: whether the batch comes first.

    Returns:
        The memory, (B, S, M), and the places, (B,), in its dtype.

    Raises:
        ValueError: sizes or places do not fit.
    """
    values, places = memory if isinstance(memory, tuple) else (memory, None)
    given = tuple(values.shape)
    if values.dim() == 2:
        values = values.unsqueeze(0)
    elif values.dim() == 3 and not batch_first:
        values = values.transpose(0, 1)
    fits = values.dim() == 3 and values.size(-1) == size and rows in (None, len(values))
    if not fits:
        own = "rows" if rows is None else rows
        where = f"({own}, places, {size})" if batch_first else f"(places, {own}, {size})"
        raise ValueError(f"the memory must have the shape {where}, got {given}.")
    rows = len(values)
    if places is None:
        return values, values.new_full((rows,), values.size(1))
    places = torch.as_tensor(places).reshape(-1)
    if places.shape != (rows,) or places.is_floating_point():
        raise ValueError(
            f"the places of the memory must be one whole number for each of the {rows} rows, got "
            f"{places.dtype} of the shape {tuple(places.shape)}."
        )
    if not torch.compiler.is_compiling():
        check_lengths(places, values.size(1))
    # what is no place may be anything
    real = torch.arange(values.size(1), device=values.device) < places.to(values.device)[:, None]
    return values.where(real[..., None], 0), places.to(values)


def sources(layout: Layout, weights: Mapping[str, Tensor], memory: Tensor) -> dict[str, Tensor]:
    r"""Return what a layer and direction may be given of a memory: itself, and $U m_s + b$.

    Args:
        layout: of the parameters.
        weights: by the names of the blocks.
        memory: (B, S, M).

    Returns:
        (B, S, M) as ``"source memory"``, and for each map (B, S, H) by its name.
    """
    bound = layout.bind(weights)
    names = [part[2:] for part in bound if part.startswith("U_")]
    mapped = {n: linear(memory, bound[f"U_{n}"], bound.get(f"b_{n}")) for n in names}
    return {"source memory": memory} | {f"source {name}": m for name, m in mapped.items()}
