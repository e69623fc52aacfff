"""The kernels that a layer runs, compiled on first use: those of all cells, and its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

import torch

from elman.codegen.llvm.backward import Backward
from elman.codegen.llvm.column_sums import column_sums
from elman.codegen.llvm.copy import copy
from elman.codegen.llvm.cross_entropy import cross_entropy
from elman.codegen.llvm.dropout import dropout
from elman.codegen.llvm.forward import Forward
from elman.codegen.llvm.matrix import product, product_by_panels
from elman.codegen.llvm.pack import pack, pack_transposed
from elman.codegen.llvm.pointwise import Equations, of_low_rank, pointwise
from elman.codegen.llvm.symbols import add_rows, one_hot, take_rows
from elman.plan.program import Program
from elman.runtime.jit import Target, functions

__all__ = [
    "FORMATS",
    "Common",
    "Training",
    "backward",
    "common",
    "computed",
    "forward",
    "panel_vectors",
    "training",
]

FORMATS = {torch.float32: "float32", torch.float64: "float64"}


class Common(NamedTuple):
    """The addresses of the kernels that do not know a cell, and the width of their vectors."""

    pack: int
    pack_transposed: int
    column_sums: int
    copy: int
    product: int
    narrow_product: int
    product_by_panels: int
    width: int
    vectors: int


class Training(NamedTuple):
    """The addresses of the kernels that stand around the layers in a step of training."""

    cross_entropy: int
    take_rows: int
    one_hot: int
    add_rows: int
    dropout: int


@cache
def training(target: Target, format: str) -> Training:
    """Return the kernels around the layers; the arguments are those of `common`."""
    width = target.width(format)

    def made(write: Callable[[str, int], str]) -> int:
        name = write.__name__
        content = f"{name} {format} {width}"
        return functions(target, (name,), content, lambda: write(format, width))[0]

    return Training(*map(made, (cross_entropy, take_rows, one_hot, add_rows, dropout)))


@cache
def computed(target: Target, format: str, equations: Equations, *, low_rank: bool = False) -> int:
    """Return the kernel of equations that hold number by number.

    Args:
        target: what machine for.
        format: of the numbers.
        equations: what is computed.
        low_rank: whether g is a matrix of low rank.

    Returns:
        Its address.
    """
    width = target.width(format)
    write = of_low_rank if low_rank else pointwise
    content = f"{write.__name__} {equations.text} {format} {width}"
    text = partial(write, equations, format, width)
    return functions(target, (write.__name__,), content, text)[0]


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

    def made(write: Callable[..., str], *settings: int) -> int:
        name = write.__name__
        content = f"{name} {format} {width} {settings}"
        return functions(target, (name,), content, lambda: write(format, width, *settings))[0]

    return Common(
        made(pack),
        made(pack_transposed),
        made(column_sums),
        made(copy),
        made(product, target.registers, vectors),
        made(product, target.registers, 1),
        made(product_by_panels, vectors),
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
    kept: str,
    with_input: bool,
    span: int,
) -> int:
    """Return the kernel of the way forward.

    Args:
        target: what machine for.
        format: of the numbers.
        program: what to compute.
        kept: a key of `Program.kept`.
        with_input: whether it forms the products of the input itself.
        span: vectors in a tile.

    Returns:
        Its address.
    """
    settings = (format, target.width(format), target.registers, span)
    content = f"forward {program.text} {kept} {with_input} {settings}"
    return functions(
        target,
        ("forward",),
        content,
        lambda: Forward(program, kept, with_input, *settings).finished(),
    )[0]


@cache
def backward(target: Target, format: str, program: Program, span: int) -> int:
    """Return the kernel of the way back; the arguments are those of `forward`."""
    settings = (format, target.width(format), target.registers, span)
    content = f"backward {program.text} {settings}"
    return functions(
        target, ("backward",), content, lambda: Backward(program, *settings).finished()
    )[0]
