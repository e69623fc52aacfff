"""Which tensors kernels can read, as they are given their addresses alone."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from elman.runtime.stack import ANY, Stack

__all__ = ["uncovered", "unreadable"]

_FORMATS = (torch.float32, torch.float64)
_PLAIN = {Tensor, torch.nn.Parameter}


def uncovered(refusal: str, x: Tensor) -> str:
    """Return why there are no kernels for a layer on such an input.

    Args:
        refusal: why there are none for the layer, if so.
        x: the input.

    Returns:
        The reason; an empty string if there are.
    """
    if refusal:
        return refusal
    if not x.is_cpu or x.dtype not in _FORMATS:
        return f"kernels run on a CPU in float32 and float64, not on {x.device.type} in {x.dtype}"
    return ""


def unreadable(stack: Stack, x: Tensor, states: Sequence[Tensor], weights: Sequence[Tensor]) -> str:
    """Return why kernels cannot read what is given beside a covered input.

    Args:
        stack: the layers.
        x: (T, B, I).
        states: of any shape.
        weights: as in `Stack.shapes`.

    Returns:
        The reason; an empty string if they can.
    """
    dtype, plain = x.dtype, _PLAIN
    for tensor in (x, *states, *weights):
        if type(tensor) not in plain or tensor.dtype is not dtype or not tensor.is_cpu:
            return _foreign(tensor, dtype)
    shapes = [weight.shape for weight in weights]
    if shapes != stack.shapes_in_order:
        for found, shape in zip(shapes, stack.shapes_in_order, strict=True):
            if len(found) != len(shape) or any(s not in (n, ANY) for n, s in zip(found, shape)):  # noqa: B905
                return f"a parameter should be {shape}, but is {tuple(found)}"
    return ""


def _foreign(tensor: Tensor, dtype: torch.dtype) -> str:
    if tensor.dtype != dtype:
        return "kernels do not mix dtypes"
    if tensor.is_cpu and torch._C._len_torch_dispatch_stack():
        return ""  # what takes operators apart is given one, which sees to this when it runs
    return f"kernels do not read a {type(tensor).__name__} on {tensor.device.type}"
