"""The matrix product whose every element has the same bits for any number of rows and threads."""

from __future__ import annotations

from functools import cache
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from elman.codegen.llvm.matrix import panel_vectors, product
from elman.runtime.jit import Target, function
from elman.runtime.threads import over_rows

__all__ = ["FORMATS", "multiply"]

FORMATS = {torch.float32: "float32", torch.float64: "float64"}


@cache
def _kernel(target: Target, format: str) -> Any:
    text = product(format, target.width(format), target.registers)
    return function(target, text, "product")


def multiply(
    target: Target,
    a: Tensor,
    b: Tensor,
    start: Tensor | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """Return A B + c; every element is one sum over k from first to last, each term rounded once.

    Args:
        target: what machine for.
        a: (R, K).
        b: (K, N).
        start: (N,), what the sums begin from; zero if None.
        out: (R, N), contiguous, where the result is written; new if None.

    Returns:
        (R, N).
    """
    (rows, terms), columns = a.shape, b.size(1)
    format = FORMATS[a.dtype]
    start = a.new_zeros(columns) if start is None else start.contiguous()
    if terms == 0:
        return start.expand(rows, columns).contiguous()
    packed = _packed(b, panel_vectors(target.registers), target.width(format))
    c = a.new_empty(rows, columns) if out is None else out
    kernel = _kernel(target, format)

    rest = (terms, columns, a.data_ptr(), *a.stride(), packed.data_ptr(), c.data_ptr(), columns,
            start.data_ptr())  # fmt: skip
    over_rows(kernel, rest, rows, rows * terms * columns)
    return c


def _packed(b: Tensor, vectors: int, width: int) -> Tensor:
    """Return (K, N) as [panel][K][vector][lane], zero behind the last column."""
    terms, columns = b.shape
    panels = -(-columns // (vectors * width))
    padded = F.pad(b, (0, panels * vectors * width - columns))
    return padded.reshape(terms, panels, vectors * width).transpose(0, 1).contiguous()
