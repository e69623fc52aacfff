"""Whether modules and parameters are no more than they seem: what else happens there is unseen."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import Parameter
from torch.nn.utils.parametrize import is_parametrized

from elman.train.whole_loop.parts import Unread

__all__ = ["require_ordinary"]

_HOOKS = {
    "_forward_pre_hooks": "a hook before its forward",
    "_forward_hooks": "a hook after its forward",
    "_backward_pre_hooks": "a hook before its backward",
    "_backward_hooks": "a hook after its backward",
    "_post_accumulate_grad_hooks": "a hook on its gradient",
}
_FORMATS = (torch.float32, torch.float64)


def require_ordinary(model: nn.Module) -> None:
    """Refuse what the graph of a module would not show.

    Args:
        model: the module.

    Raises:
        Unread: there are hooks or parametrizations, or parameters of mixed or other formats than
            float32 and float64, or beyond the memory of the CPU.

    Example:
        >>> require_ordinary(nn.Linear(3, 4))
    """
    for path, module in model.named_modules():
        what = f"{path or 'the model'} ({type(module).__name__})"
        if is_parametrized(module):
            raise Unread(f"{what} is under a parametrization, which is not compiled.")
        if "forward" in vars(module):
            raise Unread(
                f"{what} has a forward that is not that of its class, which is not compiled."
            )
        _require_no_hooks(what, module)
    parameters = dict(model.named_parameters())
    for name, parameter in parameters.items():
        _require_no_hooks(name, parameter)
        _require_plain(name, parameter)
    formats = {parameter.dtype: name for name, parameter in parameters.items()}
    if len(formats) > 1:
        both = " and ".join(f"{name} {dtype}" for dtype, name in [*formats.items()][:2])
        raise Unread(f"the parameters are of different formats ({both}): one is compiled for all.")


def _require_no_hooks(what: str, owner: nn.Module | Parameter) -> None:
    for name, kind in _HOOKS.items():
        if getattr(owner, name, None):
            raise Unread(f"{what} has {kind}, which the compiled steps would not call.")


def _require_plain(name: str, parameter: Parameter) -> None:
    if parameter.device.type != "cpu":
        raise Unread(f"{name} is on {parameter.device}: only the CPU is compiled for.")
    if parameter.dtype not in _FORMATS:
        raise Unread(f"{name} is {parameter.dtype}: float32 and float64 are compiled.")
    if parameter.layout != torch.strided or not parameter.is_contiguous():
        raise Unread(f"{name} is not contiguous in memory: make it so by .contiguous().")
