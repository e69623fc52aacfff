"""The end of a step of training: gradients are cut, and every parameter is updated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elman.codegen.llvm.pointwise import BLOCK, PARTS, Equations
from elman.graph import Expr
from elman.graph.functions import maximum, minimum, sqrt
from elman.runtime.kernels import computed
from elman.runtime.schedule import At
from elman.train.whole_loop.step_recording import Clipping, StepRecording, substituted, symbol

__all__ = ["record_update"]

SMALL = 1e-6
"""What `torch.nn.utils.clip_grad_norm_` adds to the norm."""

_G, _LIMIT, _SUM = symbol("g"), symbol("limit"), symbol("sum")


def record_update(step: StepRecording, clipping: Clipping) -> None:
    """Record clipping and the update of all parameters.

    Args:
        step: whose gradients are recorded already.
        clipping: of the gradients.
    """
    step.wait()
    g: Expr = _G
    scalars: list[str] = []
    places: dict[str, At] = {}
    if clipping.value is not None:
        places["limit"] = step.buffer("limit")
        g, scalars = minimum(maximum(g, -_LIMIT), _LIMIT), ["limit"]
    if clipping.norm is not None:
        places["coefficient"] = _coefficient(step, g, scalars, places)
        g, scalars = g * symbol("coefficient"), [*scalars, "coefficient"]
    for number, one in enumerate(step.trained):
        rule = one.rule
        if rule is None:
            continue
        values = substituted(rule.values, _G, g)
        names = [*rule.scalars(1)]
        arrays = ("w", "g", *rule.states)
        equations = Equations(arrays, (*names, *scalars), tuple(values.items()))
        own = {name: step.buffer(f"{name} {one.group}") for name in names}
        own |= {state: step.buffer(f"w {number} {state}") for state in rule.states}
        own |= {"w": step.buffer(f"w {number}")}
        _of_gradient(step, number, equations, {**places, **own}, None)
    step.wait()


def _of_gradient(
    step: StepRecording,
    number: int,
    equations: Equations,
    places: Mapping[str, At],
    partial: At | None,
) -> int:
    """Record equations with the gradient of a parameter; return how many blocks of sums."""
    parameter = step.trained[number].parameter
    if number not in step.factors:
        count = parameter.numel()
        own = {**places, "g": step.gradient(parameter)}
        step.compute(equations, count, own, partial)
        return -(-count // BLOCK)
    kernel = computed(step.machine, step.format, equations, low_rank=True)
    done = 0
    for part in step.factors[number]:
        part = part.turned() if part.columns == 1 else part  # so that it fills vectors
        sizes = (part.rows, part.columns, part.terms, part.left_step, part.right_step)
        arrays = [
            places[name] + step.numbers(part.first) for name in equations.arrays if name != "g"
        ]
        known = [places[name] for name in equations.scalars]
        ends = [] if partial is None else [partial + step.numbers(done * PARTS)]
        step.add(kernel, *sizes, part.left, part.right, *known, *arrays, *ends)
        done += part.rows
    return done


def _coefficient(
    step: StepRecording, g: Expr, scalars: Sequence[str], places: Mapping[str, At]
) -> At:
    """Record what brings all gradients down to the norm."""
    most = sum(one.parameter.numel() // BLOCK + 1 for one in step.trained)
    most += sum(part.rows for parts in step.factors.values() for part in parts)
    partial, done = step.room(most * PARTS), 0
    equations = Equations(("g",), tuple(scalars), (), g * g)
    for number, one in enumerate(step.trained):
        if one.parameter.requires_grad:
            at = partial + step.numbers(done * PARTS)
            done += _of_gradient(step, number, equations, places, at)
    total, result = step.room(1), step.room(1)
    step.sum(done, partial, total)
    step.wait()
    values = {
        "result": minimum(symbol("norm") / (sqrt(_SUM) + SMALL), 1.0),
        "length": sqrt(_SUM),  # which is known here for nothing
    }
    equations = Equations(("sum", *values), ("norm",), tuple(values.items()))
    of_all = step.buffer("found") + step.numbers(2)
    own = {"sum": total, "result": result, "length": of_all, "norm": step.buffer("norm")}
    step.compute(equations, 1, own)
    step.wait()
    return result
