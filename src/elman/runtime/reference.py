"""The reference: the graph of the cell run step by step in torch.

It is the definition of every other backend: any cell, dtype and device, differentiable to any order
and in any mode.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from itertools import repeat

import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

from elman.graph import Expr, Step
from elman.graph.evaluate import constants, evaluate
from elman.runtime.call import Call, Record, Result
from elman.runtime.noise import drawn
from elman.runtime.real_steps import RealSteps

__all__ = ["Reference"]

_Steps = dict[str, list[Tensor]]


class Reference:
    """Runs any call, in plain torch."""

    name = "reference"

    def refuses(self, call: Call) -> str:
        """Return an empty string: there is no call that it cannot run.

        Args:
            call: the call.

        Returns:
            An empty string.
        """
        return ""

    def run(self, call: Call) -> Result:
        """Run the call.

        Args:
            call: the call.

        Returns:
            Output and states.
        """
        return self._run(call, None)

    def trace(self, call: Call) -> tuple[Result, Record]:
        """Run the call and keep every named value.

        Args:
            call: the call, of at least one step.

        Returns:
            What `run` returns, and the values.
        """
        record: _Steps = {}
        result = self._run(call, record)
        return result, {name: torch.stack(steps) for name, steps in record.items()}

    def nodes(self, call: Call) -> tuple[Result, dict[str, list[Tensor]]]:
        """Run the call and keep every named value as the node of torch's graph that it is.

        Args:
            call: the call, of at least one step, all rows of which are equally long.

        Returns:
            What `run` returns, and by name for each step (B, H), in the order of time.
        """
        record: _Steps = {}
        return self._run(call, record), record

    def _run(self, call: Call, record: _Steps | None) -> Result:
        active, real = call.active(), RealSteps(call)
        output = call.x if active is None else call.x.where(active, 0)
        finals: list[tuple[Tensor, ...]] = []
        layers, directions = call.stack.num_layers, call.stack.directions
        keep_less = record is None and _keeps_less(call)
        for layer in range(layers):
            x, outputs = (call.drop(output) if layer else output), []
            for direction in range(directions):
                one = partial(_one, call, layer * directions + direction, x, real, record)
                if keep_less:
                    one = partial(checkpoint, one, use_reentrant=False, preserve_rng_state=False)
                found, ends = one()
                outputs.append(found)
                finals.append(ends)
            output = torch.cat(outputs, dim=-1) if directions == 2 else outputs[0]
        return output, tuple(torch.stack(state) for state in zip(*finals, strict=True))


def _keeps_less(call: Call) -> bool:
    """Whether a layer keeps its input alone; not under transforms, which know no such thing."""
    transforms = torch._C._are_functorch_transforms_active()
    return call.stack.layer.recompute and torch.is_grad_enabled() and not transforms


def _one(
    call: Call, index: int, x: Tensor, real: RealSteps, record: _Steps | None
) -> tuple[Tensor, tuple[Tensor, ...]]:
    """Run one layer in one direction."""
    run = _Layer(call, index, x, real, record)
    return run.over_time(backwards=index % call.stack.directions == 1), run.states


class _Layer:
    """One layer in one direction."""

    def __init__(self, call: Call, index: int, x: Tensor, real: RealSteps, record: _Steps | None):
        graph, directions = call.stack.cell.graph, call.stack.directions
        tensors = call.named(index)
        bound = call.stack.layout.bind(tensors)
        self.graph, self.record, self.hidden_size = graph, record, call.stack.hidden_size
        self.real, self.batch = real, x.size(1)
        self.suffix = f"_l{index // directions}" + "_reverse" * (index % directions)
        self.order = [node for node in graph.order if node.args]
        self.fixed = constants(graph.order, x)
        self.fixed |= {node: bound[name] for name, node in graph.vectors.items()}
        self.attended = _attended(graph, tensors)
        self.states = tuple(state[index] for state in call.states)
        self.projection, self.key = tensors.get("weight_hr"), tensors.get("noise")
        self.products = _Products(graph, bound, x, real)

    def over_time(self, *, backwards: bool) -> Tensor:
        """Take all steps and return the output, (T, B, H)."""
        steps = range(self.products.steps)
        outputs = [self._step(time) for time in (reversed(steps) if backwards else steps)]
        if backwards:
            outputs.reverse()
        if self.record is not None and backwards and outputs:
            for name in self.graph.values:
                self.record[name + self.suffix].reverse()
        if outputs:
            return torch.stack(outputs)
        return self.states[0].new_empty(0, *self.states[0].shape)

    def _step(self, time: int) -> Tensor:
        real = self.real
        before = [real.narrow(state, time) for state in self.states]
        values = {**self.fixed, **dict(zip(self.graph.before, before, strict=True))}
        values |= {node: real.narrow(value, time) for node, value in self.attended.items()}
        if self.key is not None:
            noise = drawn(self.graph.noises, self.key, time, self.batch, self.hidden_size)
            values |= {node: real.narrow(value, time) for node, value in noise.items()}
        evaluate(self.order, values, self.products.at(time))
        results = [values[result] for result in self.graph.results]
        if self.projection is not None:
            results[0] = F.linear(results[0], self.projection)
        # a state may depend on nothing of the row, as one that is set to a learned vector
        results = [new.expand_as(old) for new, old in zip(results, before, strict=True)]
        if self.record is not None:
            self._keep(values, results, time)
        self.states = tuple(map(real.over, self.states, results, repeat(time)))
        return real.padded(results[0], self.batch, time)

    def _keep(self, values: Mapping[Expr, Tensor], results: list[Tensor], time: int) -> None:
        assert self.record is not None
        named = {name: values[node] for name, node in self.graph.names}
        for name, value in {**named, **dict(zip(self.graph.states, results, strict=True))}.items():
            whole = value if value.dim() == 2 else value.expand(len(results[0]), self.hidden_size)
            kept = self.real.padded(whole, self.batch, time)
            self.record.setdefault(name + self.suffix, []).append(kept)


def _attended(graph: Step, tensors: Mapping[str, Tensor]) -> dict[Expr, Tensor]:
    """Return what is given of a memory, and which of its places are real."""
    found = {node: tensors[f"source {node.data}"] for node in graph.sources}
    if found:
        places, size = tensors["places"], next(iter(found.values())).size(1)
        real = torch.arange(size, device=places.device) < places[:, None]
        found |= {node: real for node in graph.order if node.op == "real"}
    return found


class _Products:
    """The maps of a layer: those of the input for all steps at once, the others step by step.

    Maps of the same hidden value share one product.
    """

    def __init__(self, graph: Step, bound: Mapping[str, Tensor], x: Tensor, real: RealSteps):
        self.maps, self.steps, self.real = graph.maps, x.size(0), real
        of_input = [name for name in self.maps if f"W_{name}" in bound]
        self.added: dict[str, tuple[Tensor, ...]] = {
            name: (bound[f"b_{name}"],) * self.steps
            for name in self.maps
            if name not in of_input and f"b_{name}" in bound
        }
        if of_input:
            projected = F.linear(x, *_packed(bound, "Wb", of_input)).chunk(len(of_input), dim=-1)
            self.added |= {n: p.unbind(0) for n, p in zip(of_input, projected, strict=True)}
        names: dict[Expr, list[str]] = defaultdict(list)
        for name, node in self.maps.items():
            if f"R_{name}" in bound:
                names[node.args[-1]].append(name)
        self.recurrent = {
            value: (group, _packed(bound, "R", group)[0]) for value, group in names.items()
        }

    def at(self, time: int) -> Callable[[Expr, dict[Expr, Tensor]], Tensor]:
        """Return what gives the maps their values at a step."""

        def added(name: str) -> Tensor:
            return self.real.narrow(self.added[name][time], time)

        def product(node: Expr, values: dict[Expr, Tensor]) -> Tensor:
            if node.args[-1] not in self.recurrent:
                return added(str(node.data))
            names, weight = self.recurrent[node.args[-1]]
            parts = F.linear(values[node.args[-1]], weight).chunk(len(names), dim=-1)
            for name, part in zip(names, parts, strict=True):
                values[self.maps[name]] = part + added(name) if name in self.added else part
            return values[node]

        return product


def _packed(bound: Mapping[str, Tensor], letters: str, names: list[str]) -> list[Tensor]:
    """Put the parameters of several maps under each other, for each letter that they have."""
    parts = [[bound[f"{x}_{n}"] for n in names if f"{x}_{n}" in bound] for x in letters]
    return [torch.cat(part) for part in parts if part]
