"""Backpropagation through time written out by hand on a cell's derivative.

It uses nothing of torch's differentiation: every gradient comes from the graph that
`elman.derive` made.
"""

import torch

from elman.graph.evaluate import constants, evaluate, named_map
from elman.graph.expression import make
from elman.graph.step import X


def parameters_of(cell, input_size, hidden_size, dtype, seed=0):
    """Draw the parameters of a cell by their names in the equations."""
    generator = torch.Generator().manual_seed(seed)
    columns = {"input": input_size, "hidden": hidden_size}

    def draw(*shape):
        scale = 0.7 / shape[-1] ** 0.5
        return (torch.randn(*shape, generator=generator, dtype=torch.float64) * scale).to(dtype)

    drawn = {}
    for name, node in cell.graph.maps.items():
        for term in node.args:
            letter = "W" if term.kind == "input" else "R"
            drawn[f"{letter}_{name}"] = draw(hidden_size, columns[term.kind])
        drawn[f"b_{name}"] = draw(hidden_size)
    for name in cell.graph.vectors:
        drawn[name] = 1 + draw(hidden_size) if name.startswith("gain") else draw(hidden_size)
    return drawn


def forward(cell, x, states, parameters):
    """Run over time; return every expression's value at each step and the states at the end."""
    steps = []
    for x_t in x:
        values = {X: x_t, **dict(zip(cell.graph.before, states, strict=True))}
        values |= constants(cell.graph.order, x)
        rows = x_t.size(0)
        vectors = cell.graph.vectors.items()
        values |= {node: parameters[name].expand(rows, -1) for name, node in vectors}
        evaluate(cell.graph.order, values, named_map(parameters))
        steps.append(values)
        states = tuple(values[result] for result in cell.graph.results)
    return steps, states


def backward(cell, steps, parameters, d_output, d_states):
    """Run back over time.

    Args:
        d_output: (T, B, H), the gradient with respect to the output at every step.
        d_states: for each state (B, H), the gradient with respect to it at the end.

    Returns:
        The gradients with respect to x, the states at the beginning, and the parameters by name.
    """
    derivative = cell.derivative()
    d_x = []
    d_parameters = {name: torch.zeros_like(value) for name, value in parameters.items()}
    for values, d_out in zip(reversed(steps), reversed(d_output), strict=True):
        arriving = dict(zip(cell.states, d_states, strict=True))
        arriving[cell.states[0]] = arriving[cell.states[0]] + d_out
        known = {make("gradient", data=name): value for name, value in arriving.items()}
        at = {**values, **known, **constants(derivative.order, d_out)}
        evaluate(derivative.order, at, named_map(parameters))
        zero = torch.zeros_like(d_out)
        d_states = [zero if g is None else at[g] for g in derivative.states.values()]
        no_input = derivative.input is None
        d_x.append(torch.zeros_like(values[X]) if no_input else at[derivative.input])
        for name, gradient in derivative.maps.items():
            if gradient is None:
                continue
            for term in cell.graph.maps[name].args:
                letter = "W" if term.kind == "input" else "R"
                d_parameters[f"{letter}_{name}"] += at[gradient].T @ at[term]
            d_parameters[f"b_{name}"] += at[gradient].sum(0)
        for name, gradient in derivative.vectors.items():
            if gradient is not None:
                d_parameters[name] += at[gradient].expand_as(zero).sum(0)
    return torch.stack(d_x[::-1]), tuple(d_states), d_parameters
