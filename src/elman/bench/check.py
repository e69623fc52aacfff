"""Whether a result is right, before its speed is worth a word."""

from __future__ import annotations

import copy
import math
from collections.abc import Mapping

import torch
from torch import Tensor

from elman import settings
from elman.bench.contender import Contender, of_module
from elman.bench.rows import Row
from elman.bench.work import Ours, Work

__all__ = ["check", "truth"]

VANISHED = 1e-30
"""Below this a number counts as zero."""


def truth(module: Ours, work: Work) -> Mapping[str, Tensor]:
    """Run the equations themselves, in double precision.

    Args:
        module: ours.
        work: what it is given.

    Returns:
        Output, final states and gradients by name.
    """
    exact = copy.deepcopy(module).double()
    contender = of_module(
        "reference", exact, work.to(torch.float64), lambda: settings.use(backend="reference")
    )
    with contender.scope():
        return contender.values()


def check(contender: Contender, expected: Mapping[str, Tensor], row: Row) -> str:
    """Compare what a contender computes with the truth.

    The bound is 4 ceil(log2(K T)) eps, twice that for a gradient, where K numbers are summed in
    each of T steps; it is relative to the largest number of a row of the batch.

    Args:
        contender: whose results are compared, as many as it gives.
        expected: the truth.
        row: what was run.

    Returns:
        What is wrong; nothing if all is right.

    Example:
        >>> import torch
        >>> fast = Contender("fast", int, lambda: {"output": torch.tensor([[[1.0, 2.1]]])})
        >>> check(fast, {"output": torch.tensor([[[1.0, 2.0]]])}, Row("lstm", 1, 1, 1, 2))
        'output is off by 0.05, allowed are 9.54e-07'
    """
    with contender.scope():
        found = contender.values()
    for name, value in found.items():
        bound = _bound(row, backward=name.startswith("gradient"))
        error = _error(value, expected[name])
        if not error <= bound:  # nor if it is no number
            return f"{name} is off by {error:.3g}, allowed are {bound:.3g}"
    return ""


def _bound(row: Row, *, backward: bool) -> float:
    directions = 2 if row.bidirectional else 1
    output = row.projected or row.units
    columns = output + max(row.inputs, directions * output if row.layers > 1 else 0)
    terms = columns * row.layers * row.steps
    return 4 * (2 if backward else 1) * math.ceil(math.log2(terms)) * torch.finfo().eps


def _error(found: Tensor, expected: Tensor) -> float:
    if found.shape != expected.shape:
        return math.inf
    # beside a sequence, whose rows stand for themselves, a parameter is one row
    axes = (0, 2) if expected.dim() == 3 else tuple(range(expected.dim()))
    scale = expected.abs().amax(axes, keepdim=True).clamp_min(VANISHED)
    return float(((found.double() - expected).abs() / scale).max())
