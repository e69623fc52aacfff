"""The node of an expression: immutable, and the same object whenever it has the same content."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any
from weakref import WeakValueDictionary

from elman.errors import CellError
from elman.graph.operations import OPERATIONS, Kind

__all__ = ["Expr", "lift", "make", "topological"]


class Expr:
    """An expression in the symbols of a cell, built by Python's operators.

    Two expressions with the same operation, arguments and data are one object, so that `is`
    compares their content, a shared subexpression stands once, and an `Expr` is a key.

    Args:
        op: a key of `OPERATIONS`.
        args: what the operation is applied to.
        data: the number or the name of a leaf, the name of a map.

    Example:
        >>> h = make("state", data="h")
        >>> (h + 1) is (h + 1.0)
        True
    """

    __slots__ = ("__weakref__", "args", "data", "kind", "op")

    op: str
    args: tuple[Expr, ...]
    data: str | float | None
    kind: Kind

    def __reduce__(self) -> tuple[Any, ...]:
        return make, (self.op, self.args, self.data)

    def __repr__(self) -> str:
        from elman.graph.spell import text

        return f"<{text(self)}>"

    def __bool__(self) -> bool:
        raise CellError(
            "the value of a symbol is not known when the equations are read, so Python's if, and, "
            "or and not cannot decide by it. Write where(condition, a, b)."
        )

    def __add__(self, other: object) -> Expr:
        return make("add", (self, lift(other)))

    def __radd__(self, other: object) -> Expr:
        return make("add", (lift(other), self))

    def __sub__(self, other: object) -> Expr:
        return make("subtract", (self, lift(other)))

    def __rsub__(self, other: object) -> Expr:
        return make("subtract", (lift(other), self))

    def __mul__(self, other: object) -> Expr:
        return make("multiply", (self, lift(other)))

    def __rmul__(self, other: object) -> Expr:
        return make("multiply", (lift(other), self))

    def __truediv__(self, other: object) -> Expr:
        return make("divide", (self, lift(other)))

    def __rtruediv__(self, other: object) -> Expr:
        return make("divide", (lift(other), self))

    def __neg__(self) -> Expr:
        return make("negate", (self,))

    def __pos__(self) -> Expr:
        return self

    def __abs__(self) -> Expr:
        return make("abs", (self,))

    def __lt__(self, other: object) -> Expr:
        return make("less", (self, lift(other)))

    def __le__(self, other: object) -> Expr:
        return make("less_equal", (self, lift(other)))

    def __gt__(self, other: object) -> Expr:
        return make("less", (lift(other), self))

    def __ge__(self, other: object) -> Expr:
        return make("less_equal", (lift(other), self))


_interned: WeakValueDictionary[tuple[Any, ...], Expr] = WeakValueDictionary()


def make(op: str, args: Sequence[Expr] = (), data: str | float | None = None) -> Expr:
    """Return the one expression with this content, made if it is new.

    Args:
        op: a key of `OPERATIONS`.
        args: what the operation is applied to.
        data: the number or the name of a leaf, the name of a map.

    Returns:
        The expression, its kind worked out from those of its arguments.

    Raises:
        CellError: the arguments are not of the number or the kinds that the operation takes.
    """
    args = tuple(args)
    key = (op, args, data)
    node = _interned.get(key)
    if node is None:
        row = OPERATIONS[op]
        if row.arity is not None and row.arity != len(args):
            raise CellError(f"{op} takes {row.arity} values, but was given {len(args)}.")
        node = object.__new__(Expr)
        node.op, node.args, node.data = op, args, data
        node.kind = row.kind(op, [arg.kind for arg in args])
        node = _interned.setdefault(key, node)
    return node


def lift(value: object) -> Expr:
    """Return an expression for a value that stands in an equation: itself, or a finite number.

    Args:
        value: an `Expr`, an int or a float.

    Returns:
        The expression.

    Raises:
        CellError: the value is neither.
    """
    if isinstance(value, Expr):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if math.isfinite(value):
            return make("number", data=float(value))
        raise CellError(f"the number {value} is not finite.")
    raise CellError(
        f"a value of type {type(value).__name__} stands in an equation, where symbols and numbers "
        "are expected."
    )


def topological(roots: Iterable[Expr]) -> tuple[Expr, ...]:
    """Return every node under the roots once, each after its arguments.

    Args:
        roots: the expressions to begin from.

    Returns:
        The nodes in the order in which they can be computed.

    Example:
        >>> h = make("state", data="h")
        >>> [node.op for node in topological([(h + 1) * h])]
        ['state', 'number', 'add', 'multiply']
    """
    order: dict[Expr, None] = {}
    stack = [(root, False) for root in reversed(list(roots))]
    while stack:
        node, ready = stack.pop()
        if node in order:
            continue
        if ready:
            order[node] = None
        else:
            stack.append((node, True))
            stack.extend((arg, False) for arg in reversed(node.args))
    return tuple(order)
