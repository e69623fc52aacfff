"""The cross-entropy of scores by a kernel: the loss, and its gradient on the same way."""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from elman.runtime.jit import Target, target
from elman.runtime.kernels import FORMATS, training
from elman.runtime.memory import maker
from elman.runtime.plain import plain
from elman.runtime.schedule import At, Recorder
from elman.runtime.team import run, threads_worth

__all__ = ["cross_entropy"]

_SCORES, _CLASSES, _SMOOTHING, _SCALE, _GRADIENT, _FOUND = map(At, range(2, 8))


def cross_entropy(
    scores: Tensor, classes: Tensor, *, smoothing: float = 0.0, ignored: int = -100
) -> Tensor:
    """Return the mean cross-entropy, as `torch.nn.functional.cross_entropy` has it.

    Args:
        scores: (N, K).
        classes: (N,), of int64.
        smoothing: the share of the truth that is spread over all classes.
        ignored: the class that does not count.

    Returns:
        A number; no number if no class counts.

    Example:
        >>> cross_entropy(torch.zeros(1, 3), torch.tensor([1]), smoothing=0.1)
        tensor(1.0986)

    Source:
        Szegedy et al. 2016, Rethinking the Inception Architecture for Computer Vision, section 7.
    """
    if not plain(scores) or not scores.numel() or not scores.requires_grad:
        options = {"ignore_index": ignored, "label_smoothing": smoothing}
        return F.cross_entropy(scores, classes, **options)  # type: ignore[arg-type]
    found: Tensor = _CrossEntropy.apply(scores, classes, smoothing, ignored)  # type: ignore[no-untyped-call]
    return found


class _CrossEntropy(torch.autograd.Function):
    """The kernel, whose gradient is formed with the loss."""

    @staticmethod
    def forward(
        ctx: Any, scores: Tensor, classes: Tensor, smoothing: float, ignored: int
    ) -> Tensor:
        (rows, K), scores = scores.shape, scores.contiguous()
        count = int((classes != ignored).sum())
        share, scale = scores.new_tensor([smoothing]), scores.new_tensor([1.0]) / count
        gradient = maker(scores, scores.nbytes)(rows, K)
        found, classes = scores.new_empty(rows, 2), classes.contiguous()
        threads = threads_worth(rows * K, torch.get_num_threads())
        tensors = (scores, classes, share, scale, gradient, found)
        schedule = _recorded(rows, K, ignored, scores.dtype, target())
        run([(schedule, [tensor.data_ptr() for tensor in tensors])], threads)
        ctx.save_for_backward(scores, classes, gradient)
        ctx.options = {"ignore_index": ignored, "label_smoothing": smoothing}
        return found[:, 0].sum() / count

    @staticmethod
    def backward(ctx: Any, d_loss: Tensor) -> tuple[Tensor | None, ...]:
        scores, classes, gradient = ctx.saved_tensors
        if torch.is_grad_enabled():
            loss = F.cross_entropy(scores, classes, **ctx.options)
            found = torch.autograd.grad(loss, scores, d_loss, create_graph=True)
            return *found, None, None, None
        # most often it is the loss itself that is differentiated
        return gradient if d_loss == 1 else gradient * d_loss, None, None, None


@lru_cache(maxsize=512)
def _recorded(rows: int, K: int, ignored: int, dtype: torch.dtype, machine: Target) -> array[int]:
    recorder = Recorder(dtype.itemsize, _FOUND.base + 1)
    places = (_SCORES, _CLASSES, At(0), _SMOOTHING, _SCALE, _GRADIENT, _FOUND)
    recorder.add(training(machine, FORMATS[dtype]).cross_entropy, (rows, K, ignored, *places))
    return recorder.finished()
