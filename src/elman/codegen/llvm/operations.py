"""How each operation is emitted: one row each."""

from __future__ import annotations

from collections.abc import Callable

from llvmlite import ir

from elman.codegen.llvm import functions
from elman.codegen.llvm.lanes import Lanes

__all__ = ["EMITTED"]

Emitter = Callable[..., ir.Value]


def _compare(sign: str) -> Emitter:
    return lambda lanes, a, b: lanes.builder.fcmp_ordered(sign, a, b)


def _extreme(sign: str) -> Emitter:
    """Take the first where it compares so; NaN comes through from either side, as in torch."""

    def emit(lanes: Lanes, a: ir.Value, b: ir.Value) -> ir.Value:
        builder = lanes.builder
        chosen = builder.select(builder.fcmp_ordered(sign, a, b), a, b)
        return builder.select(builder.fcmp_unordered("uno", a, a), a, chosen)

    return emit


def _sign(lanes: Lanes, a: ir.Value) -> ir.Value:
    builder, zero = lanes.builder, lanes.number(0)
    one = lanes.call("llvm.copysign", lanes.number(1), a)
    return builder.select(builder.fcmp_unordered("!=", a, zero), one, zero)


def _relu(lanes: Lanes, a: ir.Value) -> ir.Value:
    zero = lanes.number(0)
    return lanes.builder.select(lanes.builder.fcmp_ordered("<=", a, zero), zero, a)


EMITTED: dict[str, Emitter] = {
    "add": lambda lanes, a, b: lanes.builder.fadd(a, b),
    "subtract": lambda lanes, a, b: lanes.builder.fsub(a, b),
    "multiply": lambda lanes, a, b: lanes.builder.fmul(a, b),
    "divide": lambda lanes, a, b: lanes.builder.fdiv(a, b),
    "negate": lambda lanes, a: lanes.builder.fneg(a),
    "sigmoid": functions.sigmoid,
    "tanh": functions.tanh,
    "relu": _relu,
    "exp": functions.exp,
    "log": functions.log,
    "sqrt": lambda lanes, a: lanes.call("llvm.sqrt", a),
    "abs": lambda lanes, a: lanes.call("llvm.fabs", a),
    "sign": _sign,
    "softplus": functions.softplus,
    "minimum": _extreme("<"),
    "maximum": _extreme(">"),
    "stop_gradient": lambda lanes, a: a,
    "less": _compare("<"),
    "less_equal": _compare("<="),
    "where": lambda lanes, c, a, b: lanes.builder.select(c, a, b),
}
