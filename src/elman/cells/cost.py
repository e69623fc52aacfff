"""What a step costs, counted on the graph."""

from collections.abc import Iterable
from typing import NamedTuple

from elman.derive import Derivative
from elman.graph import Expr, Step
from elman.graph.operations import OPERATIONS

__all__ = ["Cost", "cost"]


class Cost(NamedTuple):
    """The cost of one step of one row, but for what is done for each place of a memory.

    Args:
        parameters: numbers learned: matrices, one bias a map, vectors.
        flops: floating-point operations forward; a multiplication with its addition counts two, a
            function of one unit counts one.
        flops_backward: the same for the step backward, the gradients of the parameters included.
        bytes: read and written by a step forward: parameters, input, states before and after.
    """

    parameters: int
    flops: int
    flops_backward: int
    bytes: int


def cost(
    step: Step,
    derivative: Derivative,
    input_size: int,
    hidden_size: int,
    *,
    proj_size: int = 0,
    itemsize: int = 4,
) -> Cost:
    """Count what a step costs.

    Args:
        step: the step.
        derivative: its derivative.
        input_size: I.
        hidden_size: H.
        proj_size: P, the size that the output is projected to; 0 for none.
        itemsize: bytes of a number.

    Returns:
        The cost for one row.
    """
    sizes = {"input": input_size, "hidden": proj_size or hidden_size, "source": hidden_size}
    columns = sum(sizes[term.kind] for node in step.maps.values() for term in node.args)
    weights = hidden_size * (columns + proj_size)
    parameters = weights + hidden_size * (len(step.maps) + len(step.vectors))
    backward = (node for node in derivative.order if node not in step.order)
    state_size = sizes["hidden"] + hidden_size * (len(step.states) - 1)
    traffic = parameters + input_size + 2 * state_size
    return Cost(
        parameters,
        2 * weights + _pointwise(step.order, hidden_size),
        2 * hidden_size * (_pulled(derivative, sizes) + proj_size + columns + proj_size)
        + _pointwise(backward, hidden_size),
        traffic * itemsize,
    )


def _pointwise(nodes: Iterable[Expr], hidden_size: int) -> int:
    return hidden_size * sum(OPERATIONS[node.op].flops for node in nodes if node.kind == "hidden")


def _pulled(derivative: Derivative, sizes: dict[str, int]) -> int:
    kinds = {"pull_input": "input", "pull_hidden": "hidden", "pull_memory": "source"}
    return sum(sizes[kinds[node.op]] for node in derivative.order if node.op in kinds)
