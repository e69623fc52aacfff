"""Kernels compiled for exactly this cell and machine: the loop over time in native code."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import torch
from torch import Tensor
from torch.autograd import forward_ad

from elman.plan.program import refuses
from elman.runtime.call import Call, Result
from elman.runtime.layer import FORMATS, LayerRun
from elman.runtime.reference import Reference

__all__ = ["Compiled"]


class Compiled:
    """Runs cells of one phase on a CPU."""

    name = "compiled"

    def refuses(self, call: Call) -> str:
        """Return why no kernel can run the call.

        Args:
            call: the call.

        Returns:
            The reason; an empty string if one can.
        """
        reason = refuses(call.cell.graph)
        if reason:
            return f"kernels do not cover the cell {call.cell.name}: {reason}"
        if call.x.device.type != "cpu" or call.x.dtype not in FORMATS:
            where = f"{call.x.device.type} in {call.x.dtype}"
            return f"kernels run on a CPU in float32 and float64, not on {where}"
        tensors = [*call.states, *(w for weights in call.weights for w in weights.values())]
        if torch._C._is_any_autocast_enabled() or any(t.dtype != call.x.dtype for t in tensors):
            return "kernels do not mix dtypes"
        if call.projected:
            return "kernels do not project"
        if forward_ad._current_level >= 0 or torch._C._are_functorch_transforms_active():
            return "kernels have no rules for forward-mode differentiation and vmap"
        if torch.compiler.is_compiling():
            return "kernels are no operators that torch.compile knows"
        if 0 in call.x.shape[:2]:
            return "there is nothing to run"
        return ""

    def run(self, call: Call) -> Result:
        """Run the call.

        Args:
            call: the call.

        Returns:
            Output and states.
        """
        if call.lengths is not None:
            # a copy, since the way back needs them as they are now
            call = replace(call, lengths=call.lengths.to("cpu", torch.int64, copy=True))
        active = call.active()
        output = call.x if active is None else call.x.where(active, 0)
        finals: list[tuple[Tensor, ...]] = []
        for layer in range(call.num_layers):
            x, outputs = (call.drop(output) if layer else output), []
            for direction in range(call.directions):
                one = call.layer(layer, direction, x)
                tensors = (x, *one.states, *one.weights[0].values())
                saving = torch.is_grad_enabled() and any(t.requires_grad for t in tensors)
                found, *final = _Loop.apply(one, direction == 1, saving, *tensors)  # type: ignore[no-untyped-call]
                outputs.append(found if active is None else found.where(active, 0))
                finals.append(tuple(final))
            output = torch.cat(outputs, dim=-1) if call.bidirectional else outputs[0]
        return output, tuple(torch.stack(state) for state in zip(*finals, strict=True))


class _Loop(torch.autograd.Function):
    """One layer in one direction over all time."""

    @staticmethod
    def forward(
        ctx: Any, call: Call, backwards: bool, saving: bool, *tensors: Tensor
    ) -> tuple[Tensor, ...]:
        ctx.call, ctx.backwards, ctx.spent = call, backwards, False
        sequences, saved = LayerRun(call, tensors, backwards).forward(saving=saving)
        if saving:
            ctx.save_for_backward(*tensors, *sequences, *saved)
        output = sequences[0][1:]
        finals = [sequence[-1].clone() for sequence in sequences]
        return (output.flip(0) if backwards else output.clone()), *finals

    @staticmethod
    def backward(ctx: Any, d_output: Tensor, *d_finals: Tensor) -> tuple[Any, ...]:
        call, count = ctx.call, 1 + len(ctx.call.states) + len(ctx.call.weights[0])
        tensors = ctx.saved_tensors[:count]
        arriving = (d_output, *d_finals)
        if torch.is_grad_enabled() or any(map(_batched, arriving)):
            with torch.enable_grad():
                found = _differentiably(call, ctx.backwards, tensors, arriving)
            return None, None, None, *found
        states = len(call.states)
        sequences = ctx.saved_tensors[count : count + states]
        saved = ctx.saved_tensors[count + states :]
        run = LayerRun(call, tensors, ctx.backwards)
        if ctx.spent:
            # the way back writes its gradients over what was saved; a second one saves it anew
            sequences, saved = run.forward(saving=True)
        ctx.spent = True
        wanted = ctx.needs_input_grad[3]
        gradients = run.backward(sequences, saved, d_output, d_finals, of_input=wanted)
        return None, None, None, *gradients


def _batched(tensor: Tensor) -> bool:
    """Whether a tensor stands for many, under `torch.vmap` or ``is_grads_batched``."""
    functorch = torch._C._functorch
    return functorch.is_batchedtensor(tensor) or functorch.is_legacy_batchedtensor(tensor)


def _differentiably(
    call: Call, backwards: bool, tensors: tuple[Tensor, ...], gradients: tuple[Tensor, ...]
) -> tuple[Tensor | None, ...]:
    """Return the gradients by the reference, so that they can be differentiated again."""
    again = call.with_tensors(tensors, backwards)
    output, finals = Reference().run(again)
    if backwards:
        output = output[..., call.hidden_size :]
        finals = tuple(final[1:] for final in finals)
    values = (output, *(final[0] for final in finals))
    pairs = [(v, g) for v, g in zip(values, gradients, strict=True) if v.requires_grad]
    if not pairs:
        return (None,) * len(tensors)
    wanted = [t for t in tensors if t.requires_grad]
    outputs, given = zip(*pairs, strict=True)
    found = iter(torch.autograd.grad(outputs, wanted, given, create_graph=True, allow_unused=True))
    return tuple(next(found) if t.requires_grad else None for t in tensors)
