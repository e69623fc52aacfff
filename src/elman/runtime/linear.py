"""Linear maps by the kernels of the layers: to the same bits whatever the number of threads.

Shapes: R rows, K inputs, N outputs.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from elman.runtime.jit import Target, target
from elman.runtime.kernels import FORMATS, common
from elman.runtime.memory import maker
from elman.runtime.plain import plain
from elman.runtime.recording import Recording
from elman.runtime.schedule import At, Recorder
from elman.runtime.team import run, threads_worth
from elman.runtime.workspace import workspace

__all__ = ["linear"]

FEW_ROWS = 128
"""Rows up to which the weights are packed as they are needed, and threads share the outputs."""

_LEFT, _RIGHT, _RESULT, _START, _ROOM = map(At, range(2, 7))


def linear(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    r"""Return $x W^\top + b$.

    Args:
        x: (..., K).
        weight: (N, K).
        bias: (N,); zero if None.

    Returns:
        (..., N).

    Example:
        >>> linear(torch.ones(2, 3), torch.ones(4, 3)).tolist()
        [[3.0, 3.0, 3.0, 3.0], [3.0, 3.0, 3.0, 3.0]]
    """
    given = (x, weight) if bias is None else (x, weight, bias)
    if not plain(*given) or not x.numel() or x.shape[-1:] != weight.shape[1:]:
        return F.linear(x, weight, bias)
    found: Tensor = _Linear.apply(x, weight, bias)  # type: ignore[no-untyped-call]
    return found


class _Linear(torch.autograd.Function):
    """The map, and its gradients."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        ctx.save_for_backward(x, weight)
        (N, K), rows = weight.shape, x.numel() // x.size(-1)
        start = x.new_zeros(N) if bias is None else bias
        found = _product("x W'", x, weight, start, (rows, K, N))
        return found.view(*x.shape[:-1], N)

    @staticmethod
    def backward(ctx: Any, d_y: Tensor) -> tuple[Tensor | None, ...]:
        x, weight = ctx.saved_tensors
        (N, K), rows = weight.shape, x.numel() // x.size(-1)
        of_x, of_weight, of_bias = ctx.needs_input_grad
        flat = d_y.reshape(rows, N)
        if torch.is_grad_enabled() or not plain(d_y):
            d_x = d_y @ weight if of_x else None
            d_weight = flat.T @ x.reshape(rows, K) if of_weight else None
            return d_x, d_weight, flat.sum(0) if of_bias else None
        zeros = x.new_zeros(K)
        d_x = _product("d W", flat, weight, zeros, (rows, N, K)).view_as(x) if of_x else None
        d_weight = _product("d' x", flat, x, zeros, (N, rows, K)) if of_weight else None
        return d_x, d_weight, flat.sum(0) if of_bias else None


def _product(
    kind: str, left: Tensor, right: Tensor, start: Tensor, sizes: tuple[int, int, int]
) -> Tensor:
    rows, terms, columns = sizes
    left, right, start = left.contiguous(), right.contiguous(), start.contiguous()
    result = maker(left, rows * columns * left.itemsize)(rows, columns)
    threads = threads_worth(rows * terms * columns, torch.get_num_threads())
    schedule, size = _recorded(kind, sizes, left.dtype, threads, target())
    room, held = workspace(left, size)
    run([(schedule, [*map(Tensor.data_ptr, (left, right, result, start)), room])], threads)
    del held
    return result


@lru_cache(maxsize=512)
def _recorded(
    kind: str, sizes: Sequence[int], dtype: torch.dtype, threads: int, machine: Target
) -> tuple[array[int], int]:
    rows, terms, columns = sizes
    recorder = Recorder(dtype.itemsize, _ROOM.base)
    step = Recording(recorder, common(machine, FORMATS[dtype]), dtype.itemsize)
    transposed = kind == "x W'"
    strides = (1, rows) if kind == "d' x" else (terms, 1)
    if rows <= FEW_ROWS and (transposed or step.fills(columns)):
        given, packers = (_LEFT, _RIGHT, _RESULT, _START), threads if transposed else 0
        step.product_of_few((*sizes, *strides, columns), *given, packers=packers)
    else:
        row = terms if transposed else columns
        panel = step.pack_right("right", _RIGHT, columns, terms, row, transposed=transposed)
        step.wait()
        step.product((*sizes, *strides, columns), (_LEFT, panel, _RESULT, _START))
    return recorder.finished(), recorder.size
