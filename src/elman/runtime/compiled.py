"""Kernels compiled for exactly this cell and machine: the loop over time in native code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import prod
from typing import Any

import torch
from torch import Tensor
from torch.autograd import forward_ad

from elman.runtime.call import Call, Record, Result
from elman.runtime.differentiable import run_layer, trace_layer
from elman.runtime.layer import saved_shapes
from elman.runtime.layers import through_layers
from elman.runtime.operators import by_operator
from elman.runtime.readable import uncovered, unreadable
from elman.runtime.stack import Layer, Stack

__all__ = ["Compiled", "saved_values"]

_watched, _recorded = torch._C._len_torch_dispatch_stack, torch._C._is_tracing
_autocasts = torch._C._is_any_autocast_enabled
_transforms = torch._C._are_functorch_transforms_active


class Compiled:
    """Runs layers by kernels on a CPU."""

    name = "compiled"

    def refuses(self, call: Call) -> str:
        """Return why no kernel can run the call.

        Args:
            call: the call.

        Returns:
            The reason; an empty string if one can.
        """
        stack, x, states, weights, *_ = call
        reason = uncovered(stack.refusal, x)
        if reason:
            return reason
        if _autocasts():
            return "kernels do not mix dtypes"
        if forward_ad._current_level >= 0 or _transforms():
            return "kernels have no rules for forward-mode differentiation and vmap"
        if not x.numel():
            return "there is nothing to run"
        return unreadable(stack, x, states, weights)

    def run(self, call: Call) -> Result:
        """Run the call.

        Args:
            call: the call.

        Returns:
            Output and states.
        """
        # who records operators, as FakeTensorMode or torch.jit.trace, is given one
        recorded = _watched() or _recorded()
        run = by_operator(call, self.name) if recorded else run_layer
        return through_layers(call if call.lengths is None else _with_lengths_of_its_own(call), run)

    def trace(self, call: Call) -> tuple[Result, Record]:
        """Run the call and keep every named value.

        Args:
            call: the call.

        Returns:
            What `run` returns, and the values.
        """
        record: Record = {}
        layers = count()

        def traced(layer: Layer, *given: Any) -> tuple[Tensor, Sequence[Tensor]]:
            output, finals, values = trace_layer(layer, *given)
            number = next(layers)
            for direction in range(layer.directions):
                suffix = f"_l{number}" + "_reverse" * direction
                record.update({name + suffix: both[direction] for name, both in values.items()})
            return output, finals

        return through_layers(_with_lengths_of_its_own(call), traced), record


def saved_values(stack: Stack, steps: int, rows: int, places: int = 0) -> int:
    """Return how many numbers the kernels of all layers keep for the way back.

    Args:
        stack: the layers.
        steps: T.
        rows: B.
        places: S, of a memory.

    Returns:
        The number, beside inputs, states and parameters.
    """
    return stack.num_layers * sum(map(prod, saved_shapes(stack.layer, steps, rows, places)))


def _with_lengths_of_its_own(call: Call) -> Call:
    """Return a call whose lengths are on the CPU, and stay as they are now for the way back."""
    if call.lengths is None:
        return call
    return call._replace(lengths=call.lengths.to("cpu", torch.int64, copy=True))
