"""A layer as two operators of torch, for graphs by `torch.compile` and `torch.export`.

A graph holds the layer as text, so that it can be run by any process that has imported elman. In
eager mode the operators are not used, for torch takes longer to call them than a small layer runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from elman import settings
from elman.runtime import reference_layer
from elman.runtime.call import Call, Result, refused
from elman.runtime.differentiable import differentiated
from elman.runtime.layer import backward, forward, output_shape, refuses, saved_shapes
from elman.runtime.layers import RunLayer, through_layers
from elman.runtime.lengths import check_lengths
from elman.runtime.readable import uncovered, unreadable
from elman.runtime.stack import Layer, from_text, stack

__all__ = ["by_operator", "run_in_graph"]

_GIVEN = "str layer, str backend, Tensor x, Tensor[] states, Tensor[] weights, Tensor? lengths"
_FORWARD = f"({_GIVEN}, bool saving) -> (Tensor, Tensor[], Tensor[])"
_ARRIVING = "Tensor[] saved, Tensor d_output, Tensor[] d_finals, bool of_input"
_BACKWARD = f"({_GIVEN}, {_ARRIVING}) -> Tensor[]"


def run_in_graph(call: Call) -> Result:
    """Run a call while torch makes a graph of it.

    Kernels run what they cover; the reference runs the rest, within the operator. Under autocast
    the layers keep the dtype of their parameters.

    Args:
        call: the call.

    Returns:
        Output and states.
    """
    backend = _asked()
    if torch._C._is_any_autocast_enabled() and call.weights:
        dtype = call.weights[0].dtype
        states = tuple([state.to(dtype) for state in call.states])
        call = call._replace(x=call.x.to(dtype), states=states)
    return through_layers(call, by_operator(call, backend))


def by_operator(call: Call, backend: str) -> RunLayer:
    """Return what runs a layer of a call by the operator, which all that watches torch sees.

    Args:
        call: the call.
        backend: the one that was asked for, or "auto".

    Returns:
        The function.
    """
    # what is exported seldom learns, and can: the way back then runs forward once more
    saving = torch.is_grad_enabled() and not torch.compiler.is_exporting()
    saving = saving and any([t.requires_grad for t in (call.x, *call.states, *call.weights)])  # noqa: C419
    text = call.stack.text

    def run(
        layer: Layer,
        x: Tensor,
        states: Sequence[Tensor],
        weights: Sequence[Tensor],
        lengths: Tensor | None,
    ) -> tuple[Tensor, Sequence[Tensor]]:
        given = (x, list(states), list(weights), lengths)
        output: Tensor
        finals: list[Tensor]
        output, finals, _ = _forward(text, backend, *given, saving)
        return output, finals

    return run


@torch.compiler.assume_constant_result  # type: ignore[untyped-decorator]
def _asked() -> str:
    """Return the backend asked for, which a graph keeps."""
    return settings.backend()


@torch.library.custom_op("elman::forward", mutates_args=(), schema=_FORWARD)
def _forward(
    layer: str,
    backend: str,
    x: Tensor,
    states: list[Tensor],
    weights: list[Tensor],
    lengths: Tensor | None,
    saving: bool,
) -> tuple[Tensor, list[Tensor], list[Tensor]]:
    made, lengths = from_text(layer), _checked(lengths, x)
    kernels = _covers(made, backend, x)
    if kernels and x.numel():
        _check(made, x, states, weights)
        output, finals, saved = forward(made, x, states, weights, lengths, saving=saving)
        # a graph takes it for a tensor with memory of its own
        return output.clone() if output.storage_offset() else output, finals, saved
    output, ends = reference_layer.forward(made, x, states, weights, lengths)
    saved = _saved(made, x) if saving and kernels else []
    return output, [end.clone() for end in ends], saved


@_forward.register_fake
def _(
    layer: str,
    backend: str,
    x: Tensor,
    states: list[Tensor],
    weights: list[Tensor],
    lengths: Tensor | None,
    saving: bool,
) -> tuple[Tensor, list[Tensor], list[Tensor]]:
    made = from_text(layer)
    saved = _saved(made, x) if saving and _covers(made, backend, x) else []
    output = x.new_empty(output_shape(made, x))
    return output, [x.new_empty(state.shape) for state in states], saved


@torch.library.custom_op("elman::backward", mutates_args=(), schema=_BACKWARD)
def _backward(
    layer: str,
    backend: str,
    x: Tensor,
    states: list[Tensor],
    weights: list[Tensor],
    lengths: Tensor | None,
    saved: list[Tensor],
    d_output: Tensor,
    d_finals: list[Tensor],
    of_input: bool,
) -> list[Tensor]:
    made, lengths = from_text(layer), _checked(lengths, x)
    given = (made, x, states, weights, lengths)
    if not _covers(made, backend, x) or not x.numel():
        found = differentiated(*given, d_output, d_finals)
        return found if of_input else found[1:]
    # copies, since the way back writes over them, which no operator may do to what it is given
    kept = [s.clone() for s in saved] if saved else forward(*given, saving=True)[2]
    gradients = backward(*given, kept, d_output, d_finals, of_input=of_input)
    return [gradient for gradient in gradients if gradient is not None]


@_backward.register_fake
def _(
    layer: str,
    backend: str,
    x: Tensor,
    states: list[Tensor],
    weights: list[Tensor],
    lengths: Tensor | None,
    saved: list[Tensor],
    d_output: Tensor,
    d_finals: list[Tensor],
    of_input: bool,
) -> list[Tensor]:
    like = [*([x] if of_input else []), *states, *weights]
    return [x.new_empty(tensor.shape) for tensor in like]


def _keep(ctx: Any, inputs: tuple[Any, ...], output: tuple[Any, ...]) -> None:
    layer, backend, x, states, weights, lengths, _ = inputs
    saved = output[2]
    ctx.set_materialize_grads(False)
    ctx.mark_non_differentiable(*saved)
    ctx.given, ctx.counts = (layer, backend), (len(states), len(weights))
    ctx.save_for_backward(lengths, x, *states, *weights, *saved)


def _differentiate(
    ctx: Any, d_output: Tensor | None, d_finals: list[Tensor | None], _: Any
) -> tuple[Any, ...]:
    lengths, x, *rest = ctx.saved_tensors
    first, second = ctx.counts[0], sum(ctx.counts)
    states, weights, saved = rest[:first], rest[first:second], rest[second:]
    made = from_text(ctx.given[0])
    if d_output is None:
        d_output = x.new_zeros(output_shape(made, x))
    ends = [torch.zeros_like(s) if d is None else d for s, d in zip(states, d_finals, strict=True)]
    of_input = ctx.needs_input_grad[2]
    found = _backward(*ctx.given, x, states, weights, lengths, saved, d_output, ends, of_input)
    d_input = found.pop(0) if of_input else None
    return None, None, d_input, found[:first], found[first:], None, None


_forward.register_autograd(_differentiate, setup_context=_keep)


def _covers(layer: Layer, backend: str, x: Tensor) -> bool:
    """Whether kernels run a layer on such an input."""
    if backend == "aten":
        raise refused(backend, "the operators of torch are no part of a graph")
    reason = uncovered(refuses(layer), x)
    if layer.cell.graph.sources:
        reason = reason or "what a graph keeps of a memory is not known before it runs"
    if reason and backend == "compiled":
        raise refused(backend, reason)
    return not reason and backend != "reference"


def _check(layer: Layer, x: Tensor, states: list[Tensor], weights: list[Tensor]) -> None:
    """Refuse what a graph may have been given in the place of what it was made for."""
    whole = stack(layer, x.size(2))
    reason = unreadable(whole, x, states, weights)
    shapes = [(layer.directions, x.size(1), size) for size in whole.state_sizes]
    if not reason and [state.shape for state in states] != shapes:
        reason = f"the states should be {shapes}, but are {[tuple(s.shape) for s in states]}"
    if reason:
        raise ValueError(f"a layer in a graph cannot run: {reason}.")


def _saved(layer: Layer, x: Tensor) -> list[Tensor]:
    return [x.new_empty(shape) for shape in saved_shapes(layer, x.size(0), x.size(1))]


def _checked(lengths: Tensor | None, x: Tensor) -> Tensor | None:
    """Return lengths as the kernels read them: what the graph could not know is checked here."""
    if lengths is None:
        return None
    check_lengths(lengths, x.size(0))
    return lengths.to("cpu", torch.int64).contiguous()
