"""The kernels that a layer runs, compiled on first use: those of all cells, and those of its own."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import torch

from elman.codegen.llvm.backward import Backward
from elman.codegen.llvm.column_sums import column_sums
from elman.codegen.llvm.copy import copy
from elman.codegen.llvm.forward import Forward
from elman.codegen.llvm.matrix import product
from elman.codegen.llvm.pack import pack, pack_transposed
from elman.graph import Expr
from elman.plan.program import Program
from elman.runtime.jit import Target, functions

__all__ = ["FORMATS", "Common", "backward", "common", "forward", "panel_vectors"]

FORMATS = {torch.float32: "float32", torch.float64: "float64"}


class Common(NamedTuple):
    """The addresses of the kernels that do not know a cell, and the width of their vectors."""

    pack: int
    pack_transposed: int
    column_sums: int
    copy: int
    product: int
    narrow_product: int
    width: int
    vectors: int


@cache
def common(target: Target, format: str) -> Common:
    """Return the kernels that all cells share.

    Args:
        target: what machine for.
        format: of the numbers.

    Returns:
        Their addresses.
    """
    width, vectors = target.width(format), panel_vectors(target)

    def made(text: str, name: str) -> int:
        return functions(target, text, name)[0]

    return Common(
        made(pack(format, width), "pack"),
        made(pack_transposed(format, width), "pack_transposed"),
        made(column_sums(format, width), "column_sums"),
        made(copy(format, width), "copy"),
        made(product(format, width, target.registers, vectors), "product"),
        made(product(format, width, target.registers, 1), "product"),
        width,
        vectors,
    )


def panel_vectors(target: Target) -> int:
    """Return how many vectors of the right matrix of a product lie side by side in a panel."""
    return 4 if target.registers >= 32 else 2


@cache
def forward(
    target: Target,
    format: str,
    program: Program,
    kept: tuple[Expr, ...],
    with_input: bool,
    span: int,
) -> int:
    """Return the kernel of the way forward.

    Args:
        target: what machine for.
        format: of the numbers.
        program: what to compute.
        kept: the values of a step to keep.
        with_input: whether it forms the products of the input itself.
        span: vectors in a tile.

    Returns:
        Its address.
    """
    settings = (format, target.width(format), target.registers, span)
    text = Forward(program, kept, with_input, *settings).finished()
    return functions(target, text, "forward")[0]


@cache
def backward(target: Target, format: str, program: Program, span: int) -> int:
    """Return the kernel of the way back; the arguments are those of `forward`."""
    text = Backward(program, format, target.width(format), target.registers, span).finished()
    return functions(target, text, "backward")[0]
