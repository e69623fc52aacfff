"""What a user gives to compiled steps, checked, and brought into the order of the kernels.

Shapes: n steps of training, B rows, T time steps, I features, K scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from elman.errors import SettingError
from elman.train.whole_loop.losses import ClassLoss, Loss, scales
from elman.train.whole_loop.parts import Architecture

__all__ = ["Given", "arranged", "require_states"]


class Given(NamedTuple):
    """Batches as the kernels read them, time before rows.

    Args:
        inputs: (n, T, B) of symbols, or (n, T, B, I).
        targets: (n, T, B), (n, B) of classes, or with K behind them.
        mask: which scores count, as the targets; None if all do.
        lengths: (n, B), or None.
        scale: what the gradient of the summed loss of each step is multiplied with, (n,), float64.
    """

    inputs: Tensor
    targets: Tensor
    mask: Tensor | None
    lengths: Tensor | None
    scale: Tensor


def arranged(
    network: Architecture, loss: Loss, inputs: Tensor, targets: Tensor, lengths: Tensor | None
) -> Given:
    """Check batches and bring them into order.

    Args:
        network: that they are for.
        loss: that takes the targets.
        inputs: (n, B, T) or (n, B, T, I), T before B if the model is not batch-first.
        targets: (n, ...), each as the loss takes it.
        lengths: (n, B), or None.

    Returns:
        The batches.

    Raises:
        SettingError: something does not fit the network or the loss.
    """
    x = _inputs(network, inputs)
    n, T, B = x.shape[:3]
    real = None if lengths is None else _lengths(network, lengths, n, T, B)
    every = network.pooling == "every"
    classes = isinstance(loss.kind, ClassLoss)
    shape = [n, B, T] if network.batch_first else [n, T, B]
    shape = shape if every else [n, B]
    K = network.head.shape[0]
    weight = loss.kind.weight if isinstance(loss.kind, ClassLoss) else None
    if weight is not None and weight.shape != (K,):
        raise SettingError(
            f"the loss has a weight of shape {tuple(weight.shape)}; expected {(K,)}, one for each "
            "score of the model."
        )
    wanted = shape if classes or network.squeezed else [*shape, K]
    if list(targets.shape) != wanted:
        raise SettingError(
            f"the targets are of shape {tuple(targets.shape)}; expected {tuple(wanted)} for inputs "
            f"of {tuple(inputs.shape)}."
        )
    y = targets.transpose(1, 2) if every and network.batch_first else targets
    active = None
    if every and real is not None:
        active = torch.arange(T, device="cpu")[:, None] < real[:, None, :]
    if isinstance(loss.kind, ClassLoss):
        y = _classes(y, K, loss.kind.ignore_index)
        y = y if active is None else y.where(active, loss.kind.ignore_index)
        return Given(x, y.contiguous(), None, real, scales(loss, y))
    y = y.to(network.head.dtype).contiguous()
    scale = scales(loss, y)
    if active is None:
        return Given(x, y, None, real, scale)
    mask = active if y.dim() == 3 else active[..., None].expand(y.shape)
    if loss.reduction == "mean":
        scale = 1 / mask.flatten(1).sum(1, dtype=torch.float64)
    return Given(x, y, mask.to(y.dtype).contiguous(), real, scale)


def require_states(network: Architecture, states: Sequence[Tensor], rows: int) -> None:
    """Refuse states that the steps could not go on from or leave theirs in.

    Args:
        network: that they are for.
        states: each of (L * D, B, size).
        rows: B.

    Raises:
        SettingError: the layers have not the same states, or these are others.
    """
    stacks = [layer.stack for layer in network.layers]
    if len({(stack.state_sizes, stack.directions) for stack in stacks}) > 1:
        raise SettingError("the layers are of different kinds: no states can be given for them.")
    count, dtype = sum(stack.directions for stack in stacks), network.head.dtype
    wanted = [(count, rows, size) for size in stacks[0].state_sizes]
    whole = all(state.is_contiguous() and state.dtype == dtype for state in states)
    if not whole or [tuple(state.shape) for state in states] != wanted:
        given = ", ".join(f"{tuple(state.shape)} of {state.dtype}" for state in states)
        raise SettingError(
            f"the states are {given or 'none'}; expected {', '.join(map(str, wanted))} of {dtype}, "
            "each contiguous in memory."
        )


def _inputs(network: Architecture, inputs: Tensor) -> Tensor:
    form = ["n", "B", "T"] if network.batch_first else ["n", "T", "B"]
    form += ["I"] if network.input == "features" else []
    if inputs.dim() != len(form) or 0 in inputs.shape:
        raise SettingError(
            f"the inputs are of shape {tuple(inputs.shape)}; expected ({', '.join(form)}): a first "
            "dimension of n batches, none of them empty."
        )
    x = inputs.transpose(1, 2) if network.batch_first else inputs
    if network.input == "features":
        if x.shape[-1] != network.features or not x.is_floating_point():
            raise SettingError(
                f"the inputs are of {x.dtype} with {x.shape[-1]} features; expected numbers with "
                f"a decimal point and {network.features}."
            )
        return x.to(network.head.dtype).contiguous()
    if x.is_floating_point() or x.is_complex():
        raise SettingError(f"the inputs are of {x.dtype}; expected symbols, such as torch.int64.")
    if network.input == "number":
        return x.to(network.head.dtype).contiguous()
    known = network.features if network.table is None else network.table.shape[0]
    x = x.to(torch.int64).contiguous()
    _within("a symbol of the inputs", x, known)
    return x


def _classes(y: Tensor, K: int, ignored: int) -> Tensor:
    if y.dtype != torch.int64:
        raise SettingError(f"the targets are of {y.dtype}; expected classes, torch.int64.")
    _within("a class of the targets", y.where(y != ignored, 0), K)
    return y


def _within(what: str, values: Tensor, count: int) -> None:
    low, high = (int(value) for value in values.aminmax())
    if low < 0 or high >= count:
        raise SettingError(f"{what} is {low if low < 0 else high}; expected 0 to {count - 1}.")


def _lengths(network: Architecture, lengths: Tensor, n: int, T: int, B: int) -> Tensor:
    both = network.layers[-1].stack.directions > 1
    if network.pooling == "mean" or (network.pooling == "last" and both):
        raise SettingError(
            "there are lengths, but the head sees "
            f"{'the mean of all steps' if network.pooling == 'mean' else 'both directions'}, "
            "padding among them: take h[-1] of the state of one direction instead."
        )
    if lengths.shape != (n, B) or lengths.is_floating_point():
        raise SettingError(
            f"the lengths are of {lengths.dtype} and of shape {tuple(lengths.shape)}; expected "
            f"whole numbers of {(n, B)}."
        )
    real = lengths.to(torch.int64).contiguous()
    _within("a length", real, T + 1)
    return real
