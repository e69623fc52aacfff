"""Dropout whose masks depend on a seed, the step of training and the place alone."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any

import torch
from torch import Tensor
from torch.autograd import forward_ad
from torch.nn import functional as F

from elman.codegen.threefry import WORD, threefry
from elman.runtime.jit import target
from elman.runtime.kernels import FORMATS, training
from elman.runtime.schedule import At, Recorder
from elman.runtime.team import run, threads_worth
from elman.settings import vector_bits

__all__ = [
    "counted",
    "drawn_keys",
    "drop",
    "dropout",
    "keys",
    "mask",
    "step_counted",
    "words_dropped",
]

COST = 16
"""Multiplications that take as long as a mask of one number."""

_hooks = torch._C._autograd._top_saved_tensors_default_hooks
_transforms = torch._C._are_functorch_transforms_active


@dataclass
class _Counting:
    """The dropouts of one step so far."""

    seed: int
    step: int
    calls: int = 0


_counting: ContextVar[_Counting | None] = ContextVar("counting", default=None)


@contextmanager
def counted(seed: int, step: int) -> Iterator[None]:
    """Let dropouts draw masks number 0, 1, 2 ... of a step, in the order of their calls.

    It holds for `elman.nn.Dropout` and between the layers of recurrent modules, on a CPU, in the
    thread that it was entered in; torch's own dropout, and what is compiled by `torch.compile`,
    draw from torch's random numbers as ever.

    Args:
        seed: of all steps.
        step: of training, from 0.

    Example:
        >>> def drawn(step):
        ...     with counted(seed=0, step=step):
        ...         return dropout(torch.ones(8), 0.5, training=True)
        >>> drawn(3)
        tensor([2., 2., 0., 0., 2., 0., 2., 2.])
        >>> bool((drawn(3) == drawn(3)).all()), bool((drawn(3) == drawn(4)).all())
        (True, False)
    """
    before = _counting.set(_Counting(seed, step))
    try:
        yield
    finally:
        _counting.reset(before)


def step_counted() -> int | None:
    """Return the step of training that is under way, from 0; None outside of `counted`.

    Example:
        >>> with counted(seed=0, step=3):
        ...     step_counted()
        3
    """
    counting = _counting.get()
    return None if counting is None else counting.step


def dropout(x: Tensor, p: float, training: bool, inplace: bool = False) -> Tensor:
    """Set numbers to zero at random and scale up the others; as `F.dropout` outside of `counted`.

    Args:
        x: of any shape.
        p: the share that becomes zero.
        training: otherwise x is returned as it is.
        inplace: whether x itself is changed.

    Returns:
        The same shape.

    Example:
        >>> dropout(torch.ones(3), 0.5, training=False)
        tensor([1., 1., 1.])
    """
    counting = None if torch.compiler.is_compiling() else _counting.get()
    if counting is None or not (training and p) or x.device.type != "cpu" or _is_run_twice():
        return F.dropout(x, p, training, inplace)
    dropped: Tensor = _dropped(x, drawn_keys(1), p)
    return x.copy_(dropped) if inplace else dropped


def drop(x: Tensor, p: float) -> Tensor:
    """Set numbers to zero at random and scale up the others, by masks of ours wherever they can be.

    Outside of `counted` the mask follows from one random number of torch.

    Args:
        x: of any shape.
        p: the share that becomes zero.

    Returns:
        The same shape.

    Example:
        >>> with counted(seed=0, step=3):
        ...     drop(torch.ones(8), 0.5)
        tensor([2., 2., 0., 0., 2., 0., 2., 2.])
    """
    own = x.device.type == "cpu" and x.dtype in FORMATS and p
    if not own or torch.compiler.is_compiling() or _transforms() or forward_ad._current_level >= 0:
        return F.dropout(x, p)
    dropped: Tensor = _dropped(x, drawn_keys(1), p)
    return dropped


def _is_run_twice() -> bool:
    """Return whether this may be under `torch.utils.checkpoint`, and run again on the way back."""
    return not torch.is_grad_enabled() or _hooks(True) is not None


class _Drop(torch.autograd.Function):
    """Numbers times a mask, which is drawn once more for the way back, and lies nowhere."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, key: Tensor, p: float) -> Tensor:
        ctx.key, ctx.p = key, p
        return _masked(x, key, p)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Any, ...]:
        return _dropped(gradients[0], ctx.key, ctx.p), None, None


_dropped: Callable[..., Tensor] = _Drop.apply


def _masked(x: Tensor, key: Tensor, p: float) -> Tensor:
    """Return x times what `mask` returns, by the kernel that compiled steps run."""
    given = x.contiguous() if x.dtype in FORMATS else x.contiguous().float()
    result, rows = torch.empty_like(given), len(given) if given.dim() > 1 else 1
    threads = threads_worth(COST * given.numel(), torch.get_num_threads())
    columns = given.numel() // max(rows, 1)
    schedule = _schedule(given.dtype, rows, columns, words_dropped(p), vector_bits())
    run([(schedule, (key.data_ptr(), given.data_ptr(), result.data_ptr()))], threads)
    return result.to(x.dtype)


@lru_cache(maxsize=256)
def _schedule(dtype: torch.dtype, rows: int, columns: int, dropped: int, bits: str) -> array[int]:
    """Return what drops numbers, of which threads share the rows."""
    recorder = Recorder(dtype.itemsize, 0)
    kernel = training(target(), FORMATS[dtype]).dropout
    recorder.add(kernel, (rows, columns, 0, 1, 1, 0, dropped, At(2), At(3), At(4)))
    return recorder.finished()


def mask(seed: int, step: int, call: int, shape: Sequence[int], p: float) -> Tensor:
    """Return what a dropout multiplies numbers with: the reference of the kernel.

    Args:
        seed: of all steps.
        step: of training, from 0.
        call: the number of the dropout within the step, from 0.
        shape: of what is dropped.
        p: the share that becomes zero, above 0; it is rounded to a multiple of 2^-32.

    Returns:
        Zeros and 1 / (1 - p), float64.

    Example:
        >>> mask(seed=0, step=3, call=0, shape=(2, 4), p=0.5)
        tensor([[2., 2., 0., 0.],
                [2., 0., 2., 2.]], dtype=torch.float64)
    """
    count, dropped = prod(shape), words_dropped(p)
    place = torch.arange((count + 1) // 2, device="cpu")
    words = threefry(_key(seed, step, call), (place & WORD, place >> 32))
    kept = torch.stack(words, -1).flatten()[:count].view(tuple(shape)) >= dropped
    # with p = 1 nothing is kept, and its scale is of no account
    scale = (WORD + 1) / max(WORD + 1 - dropped, 1)
    return kept.to(torch.float64) * scale


def keys(seed: int, first: int, steps: int, calls: int) -> Tensor:
    """Return the keys of the masks of many steps.

    Args:
        seed: of all steps.
        first: the first step.
        steps: how many, n.
        calls: dropouts in a step, C.

    Returns:
        (C, n) of int64, the first word of each key in its lower half.

    Example:
        >>> keys(seed=0, first=3, steps=2, calls=1).shape
        torch.Size([1, 2])
    """
    numbers = torch.arange(first, first + steps, device="cpu")
    a, b = _key(seed, numbers, torch.arange(calls, device="cpu")[:, None])
    found: Tensor = a | b << 32
    return found


def drawn_keys(count: int) -> Tensor:
    """Draw keys: those of a step within `counted`, otherwise from torch's random numbers.

    Args:
        count: how many.

    Returns:
        (count,) of int64, the first word of each in its lower half.

    Example:
        >>> with counted(seed=0, step=3):
        ...     bool((drawn_keys(1) == keys(seed=0, first=3, steps=1, calls=1)[0]).all())
        True
    """
    counting = None if torch.compiler.is_compiling() else _counting.get()
    if counting is None or _is_run_twice():
        return torch.randint(-(2**63), 2**63 - 1, (count,), device="cpu")
    last = counting.calls + count
    found = keys(counting.seed, counting.step, 1, last)[counting.calls :, 0]
    counting.calls = last
    return found


def words_dropped(p: float) -> int:
    """Return the words from 0 that drop a number, of all 2^32.

    Args:
        p: the share of them, above 0.

    Returns:
        How many, at least one.

    Example:
        >>> words_dropped(0.5) == 2**31
        True
    """
    return max(1, round(p * (WORD + 1)))


def _key(seed: int, step: Any, call: Any) -> tuple[Any, Any]:
    # a bijection of the counter, so that no two steps or calls share a key
    return threefry((seed & WORD, seed >> 32 & WORD), (step & WORD, call))
