"""Where a kernel stands within its loops."""

from __future__ import annotations

from dataclasses import dataclass, field

from llvmlite import ir

from elman.graph import Expr

__all__ = ["Spot"]


@dataclass
class Spot:
    """Where a kernel stands: a vector of units of one row at one step, and what is known there.

    Within a loop over a memory it stands at a place.
    """

    slot: ir.Value
    row: ir.Value
    unit: ir.Value
    mask: ir.Value
    number: int
    values: dict[Expr, ir.Value] = field(default_factory=dict)
    place: ir.Value | None = None
