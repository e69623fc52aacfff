"""Whether a function of plain tensors may run by kernels, whatever torch is in the midst of."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.autograd import forward_ad

from elman import settings
from elman.runtime.kernels import FORMATS

__all__ = ["plain"]

_PLAIN = (Tensor, torch.nn.Parameter)


def plain(*tensors: Tensor) -> bool:
    """Return whether kernels can read tensors, and nobody wants to see operators of torch instead.

    Args:
        tensors: all of one dtype, or they cannot.

    Example:
        >>> plain(torch.ones(2)), plain(torch.ones(2), torch.ones(2).half())
        (True, False)
    """
    if torch.compiler.is_compiling() or settings.backend() not in ("auto", "compiled"):
        return False
    core = torch._C
    if core._len_torch_dispatch_stack() or core._is_tracing() or core._is_any_autocast_enabled():
        return False
    if forward_ad._current_level >= 0 or core._are_functorch_transforms_active():
        return False
    dtype = tensors[0].dtype
    return dtype in FORMATS and all(
        type(one) in _PLAIN and one.is_cpu and one.dtype is dtype for one in tensors
    )
