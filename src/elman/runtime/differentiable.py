"""One layer as a function that torch can differentiate, to any order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from elman.runtime import reference_layer
from elman.runtime.layer import backward, forward, output_shape, trace, traces
from elman.runtime.stack import Layer

__all__ = ["differentiated", "run_layer", "trace_layer"]


def run_layer(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, Sequence[Tensor]]:
    """Run a layer, and keep what the way back needs if there may be one.

    Args:
        layer: the layer.
        x: (T, B, I).
        states: each state, (D, B, H).
        weights: for each direction its tensors.
        lengths: (B,) of int64 on the CPU, never changed afterwards; None if all steps are real.

    Returns:
        The output, (T, B, D * H), and the final states as the states.
    """
    if _wants_gradient(x, states, weights):
        output, *finals = _Run.apply(layer, lengths, x, *states, *weights)  # type: ignore[no-untyped-call]
        return output, finals
    return forward(layer, x, states, weights, lengths, saving=False)[:2]


def trace_layer(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, Sequence[Tensor], Mapping[str, Tensor]]:
    """Run a layer and return every named value.

    Args:
        layer: as for `run_layer`.
        x: the same.
        states: the same.
        weights: the same.
        lengths: the same.

    Returns:
        What `run_layer` returns, and by name (D, T, B, H).
    """
    if not _wants_gradient(x, states, weights):
        return _traced(layer, x, states, weights, lengths)
    output, *rest = _Trace.apply(layer, lengths, x, *states, *weights)  # type: ignore[no-untyped-call]
    values = dict(zip(layer.cell.graph.values, rest[len(states) :], strict=True))
    return output, rest[: len(states)], values


def differentiated(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
    d_output: Tensor,
    d_finals: Sequence[Tensor],
) -> list[Tensor]:
    """Return the gradients of a layer by the reference, where torch records nothing by itself.

    Args:
        layer: as for `run_layer`.
        x: the same.
        states: the same.
        weights: the same.
        lengths: the same.
        d_output: the gradient of the output, (T, B, D * H).
        d_finals: those of the final states.

    Returns:
        The gradients of input, states and weights.
    """
    # within an operator torch has put differentiation aside
    key = torch._C.DispatchKey.AutogradFunctionality
    with torch._C._SetExcludeDispatchKeyGuard(key, False), torch.enable_grad():
        tensors = [tensor.detach().requires_grad_() for tensor in (x, *states, *weights)]
        output, finals = reference_layer.forward(layer, *_split(layer, tensors), lengths)
        values, given = (output, *finals), (d_output, *d_finals)
        pairs = [(v, g) for v, g in zip(values, given, strict=True) if v.requires_grad]
        outputs, gradients = zip(*pairs, strict=True)
        found = torch.autograd.grad(
            outputs, tensors, gradients, allow_unused=True, materialize_grads=True
        )
    # gradients may be one another, or parts of what was given
    return [gradient.clone(memory_format=torch.contiguous_format) for gradient in found]


def _traced(
    layer: Layer,
    x: Tensor,
    states: Sequence[Tensor],
    weights: Sequence[Tensor],
    lengths: Tensor | None,
) -> tuple[Tensor, Sequence[Tensor], Mapping[str, Tensor]]:
    """Trace by the kernels if they keep every named value, by the reference otherwise."""
    by = trace if traces(layer) else reference_layer.trace
    return by(layer, x, states, weights, lengths)


def _wants_gradient(x: Tensor, states: Sequence[Tensor], weights: Sequence[Tensor]) -> bool:
    if not torch.is_grad_enabled():
        return False
    return x.requires_grad or any(t.requires_grad for t in (*weights, *states))


def _split(layer: Layer, tensors: Sequence[Tensor]) -> tuple[Tensor, Sequence[Tensor], Any]:
    """Return input, states and weights."""
    first = 1 + len(layer.cell.states)
    return tensors[0], tensors[1:first], tensors[first:]


class _Run(torch.autograd.Function):
    """The kernels, whose gradients are differentiated by the reference if at all."""

    @staticmethod
    def forward(
        ctx: Any, layer: Layer, lengths: Tensor | None, *tensors: Tensor
    ) -> tuple[Tensor, ...]:
        ctx.set_materialize_grads(False)
        ctx.layer, ctx.lengths, ctx.spent = layer, lengths, False
        output, finals, saved = forward(layer, *_split(layer, tensors), lengths, saving=True)
        ctx.save_for_backward(*tensors, *saved)
        ctx.count = len(tensors)
        return output, *finals

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor | None) -> tuple[Any, ...]:
        layer, lengths = ctx.layer, ctx.lengths
        kept = ctx.saved_tensors
        tensors, saved = kept[: ctx.count], kept[ctx.count :]
        if torch.is_grad_enabled() or any(map(_batched, gradients)):

            def again() -> tuple[Tensor, ...]:
                output, finals = reference_layer.forward(layer, *_split(layer, tensors), lengths)
                return output, *finals

            return None, None, *_differentiably(again, tensors, gradients)
        given = _split(layer, tensors)
        if ctx.spent:
            # the way back writes over what was saved
            saved = forward(layer, *given, lengths, saving=True)[2]
        ctx.spent = True
        d_output, *d_finals = gradients
        if d_output is None:
            d_output = tensors[0].new_zeros(()).expand(output_shape(layer, tensors[0]))
        of_input = ctx.needs_input_grad[2]
        found = backward(layer, *given, lengths, saved, d_output, d_finals, of_input=of_input)
        return None, None, *found


class _Trace(torch.autograd.Function):
    """The named values by the kernels, their gradients by the reference."""

    @staticmethod
    def forward(
        ctx: Any, layer: Layer, lengths: Tensor | None, *tensors: Tensor
    ) -> tuple[Tensor, ...]:
        ctx.layer, ctx.lengths = layer, lengths
        output, finals, values = _traced(layer, *_split(layer, tensors), lengths)
        ctx.save_for_backward(*tensors)
        found = [values[name] for name in layer.cell.graph.values]
        ctx.mark_non_differentiable(*[v for v in found if not v.is_floating_point()])
        return output, *finals, *found

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Any, ...]:
        layer, lengths, tensors = ctx.layer, ctx.lengths, ctx.saved_tensors

        def again() -> tuple[Tensor, ...]:
            given = _split(layer, tensors)
            output, finals, values = reference_layer.trace(layer, *given, lengths)
            return output, *finals, *[values[name] for name in layer.cell.graph.values]

        return None, None, *_differentiably(again, tensors, gradients)


def _batched(tensor: Tensor | None) -> bool:
    """Whether a tensor stands for many, under `torch.vmap` or ``is_grads_batched``."""
    if tensor is None:
        return False
    functorch = torch._C._functorch
    return functorch.is_batchedtensor(tensor) or functorch.is_legacy_batchedtensor(tensor)


def _differentiably(
    function: Callable[[], tuple[Tensor, ...]],
    tensors: Sequence[Tensor],
    gradients: Sequence[Tensor | None],
) -> tuple[Tensor | None, ...]:
    """Return the gradients of a function of the tensors such that they can be differentiated."""
    again = torch.is_grad_enabled()
    with torch.enable_grad():
        values = function()
        both = zip(values, gradients, strict=True)
        pairs = [(v, g) for v, g in both if v.requires_grad and g is not None]
        wanted = [t for t in tensors if t.requires_grad]
        if not pairs:
            return (None,) * len(tensors)
        outputs, given = zip(*pairs, strict=True)
        found = iter(
            torch.autograd.grad(outputs, wanted, given, create_graph=again, allow_unused=True)
        )
    return tuple(next(found) if t.requires_grad else None for t in tensors)
