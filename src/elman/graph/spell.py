"""How an expression is written, as text and as LaTeX."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from elman.graph.expression import Expr

__all__ = ["ATOM", "LATEX", "TEXT", "Form", "Style", "matrix", "spell", "text"]

SUM, PRODUCT, SIGN, POWER, ATOM = 1, 2, 3, 4, 5  # how tightly an expression binds


class Form(NamedTuple):
    """How one operation is written: what it binds like, the pattern, what its arguments must."""

    binds: int
    pattern: str
    needs: tuple[int, ...]


@dataclass(frozen=True)
class Style:
    """A way of writing.

    Args:
        forms: for each operation with arguments, its form.
        symbol: sets a name such as ``W_f``, at a time such as ``t-1`` if it has one.
        square: the form of a value times itself.
        product: the pattern of a matrix applied to a value.
        transposed: the pattern of a transposed matrix applied to a value.
        outer: the pattern of the product of a column and a row.
        equals: what stands between a name and its expression.
        adds: what stands between a name and what is added to it.
    """

    forms: Mapping[str, Form]
    symbol: Callable[[str, str], str]
    square: Form
    product: str
    transposed: str
    outer: str
    equals: str
    adds: str


def _function(pattern: str, *, arity: int = 1) -> Form:
    return Form(ATOM, pattern, (0,) * arity)


_TEXT_FORMS = {
    "add": Form(SUM, "{} + {}", (SUM, SUM)),
    "subtract": Form(SUM, "{} - {}", (SUM, PRODUCT)),
    "multiply": Form(PRODUCT, "{} * {}", (PRODUCT, PRODUCT)),
    "divide": Form(PRODUCT, "{} / {}", (PRODUCT, SIGN)),
    "negate": Form(SIGN, "-{}", (SIGN,)),
    "less": Form(0, "{} < {}", (SUM, SUM)),
    "less_equal": Form(0, "{} <= {}", (SUM, SUM)),
    "mean": _function("mean({})"),
    "deviation": _function("deviation({})"),
    "normalise": _function("normalise({})"),
    "sigmoid": _function("sigmoid({})"),
    "tanh": _function("tanh({})"),
    "relu": _function("relu({})"),
    "exp": _function("exp({})"),
    "log": _function("log({})"),
    "sqrt": _function("sqrt({})"),
    "abs": _function("abs({})"),
    "sign": _function("sign({})"),
    "softplus": _function("softplus({})"),
    "stop_gradient": _function("stop_gradient({})"),
    "minimum": _function("minimum({}, {})", arity=2),
    "maximum": _function("maximum({}, {})", arity=2),
    "where": _function("where({}, {}, {})", arity=3),
    "total": _function("total({})"),
    "gather": _function("sum_s({})"),
    "softmax": _function("softmax({})"),
    "softmax_gradient": _function("softmax_gradient({}, {})", arity=2),
}

_LATEX_FORMS = {
    "add": Form(SUM, "{} + {}", (SUM, SUM)),
    "subtract": Form(SUM, "{} - {}", (SUM, PRODUCT)),
    "multiply": Form(PRODUCT, r"{} \odot {}", (PRODUCT, PRODUCT)),
    "divide": Form(ATOM, r"\frac{{{}}}{{{}}}", (0, 0)),
    "negate": Form(SIGN, "-{}", (SIGN,)),
    "less": Form(0, "{} < {}", (SUM, SUM)),
    "less_equal": Form(0, r"{} \le {}", (SUM, SUM)),
    "mean": _function(r"\operatorname{{mean}}({})"),
    "deviation": _function(r"\operatorname{{deviation}}({})"),
    "normalise": _function(r"\operatorname{{normalise}}({})"),
    "sigmoid": _function(r"\sigma({})"),
    "tanh": _function(r"\tanh({})"),
    "relu": _function(r"\operatorname{{relu}}({})"),
    "exp": _function(r"\exp({})"),
    "log": _function(r"\log({})"),
    "sqrt": _function(r"\sqrt{{{}}}"),
    "abs": _function(r"\lvert {} \rvert"),
    "sign": _function(r"\operatorname{{sign}}({})"),
    "softplus": _function(r"\operatorname{{softplus}}({})"),
    "stop_gradient": _function(r"\operatorname{{stop}}({})"),
    "minimum": _function(r"\min({}, {})", arity=2),
    "maximum": _function(r"\max({}, {})", arity=2),
    "where": _function(r"\begin{{cases}} {1} & {0} \\ {2} & \text{{else}} \end{{cases}}", arity=3),
    "total": _function(r"\mathbf{{1}}^\top ({})"),
    "gather": Form(SUM, r"\sum_s {}", (PRODUCT,)),
    "softmax": _function(r"\operatorname{{softmax}}_s({})"),
    "softmax_gradient": _function(r"\operatorname{{softmax}}_s'({}, {})", arity=2),
}

_GREEK = {"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"}
_GREEK |= {"lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega"}
_LETTERS = {"gain": r"\gamma", "shift": r"\beta", "δ": r"\delta"}


def _text_symbol(name: str, time: str = "") -> str:
    return f"{name}[{time}]" if time else name


def _latex_symbol(name: str, time: str = "") -> str:
    if name.startswith("Δ"):
        return r"\Delta " + _latex_symbol(name[1:], time)
    letter, _, subscript = name.partition("_")
    if letter in _GREEK:
        letter = f"\\{letter}"
    elif len(letter) > 1:
        letter = _LETTERS.get(letter, f"\\mathrm{{{letter}}}")
    below = ",".join(part for part in (subscript.replace("_", r"\_"), time) if part)
    return f"{_LETTERS.get(letter, letter)}_{{{below}}}" if below else letter


TEXT = Style(
    forms=_TEXT_FORMS,
    symbol=_text_symbol,
    square=Form(POWER, "{}^2", (ATOM,)),
    product="{} {}",
    transposed="{}^T {}",
    outer="{} {}^T",
    equals=" = ",
    adds=" += ",
)
"""Equations as plain text."""

LATEX = Style(
    forms=_LATEX_FORMS,
    symbol=_latex_symbol,
    square=Form(POWER, "{}^2", (ATOM,)),
    product="{} {}",
    transposed=r"{}^\top {}",
    outer=r"{} {}^\top",
    equals=" &= ",
    adds=r" &\mathrel{+}= ",
)
"""Equations as LaTeX, each with an alignment mark before its sign of equality."""


def spell(
    node: Expr, style: Style, names: Mapping[Expr, str], *, needs: int = 0, whole: bool = False
) -> str:
    """Write an expression.

    Args:
        node: the expression.
        style: `TEXT` or `LATEX`.
        names: the values at time t that have a name, which stands for them.
        needs: how tightly the expression must bind to go without parentheses.
        whole: write the expression itself even if it has a name.

    Returns:
        The expression as it stands in an equation.
    """
    if node in names and not whole:
        return style.symbol(names[node], "t")
    binds, written = _leaf(node, style) or _inner(node, style, names)
    return f"({written})" if binds < needs else written


def _leaf(node: Expr, style: Style) -> tuple[int, str] | None:
    name = str(node.data)
    match node.op:
        case "number":
            return (ATOM if float(name) >= 0 else SIGN), f"{float(name):.12g}"
        case "input":
            return ATOM, style.symbol(name, "t")
        case "state":
            return ATOM, style.symbol(name, "t-1")
        case "gradient":
            return ATOM, style.symbol(f"Δ{name}", "t")
        case "noise":
            return ATOM, style.symbol(f"u_{name}", "t")
        case "locked_noise":
            return ATOM, style.symbol(f"u_{name}", "")
        case "memory":
            return ATOM, style.symbol("m", "s")
        case "source":
            return ATOM, style.symbol(name, "s")
        case "real":
            return ATOM, style.symbol(name, "s")
        case "vector":
            return ATOM, style.symbol(name, "")
    return None


def _inner(node: Expr, style: Style, names: Mapping[Expr, str]) -> tuple[int, str]:
    def write(arg: Expr, needs: int) -> str:
        return spell(arg, style, names, needs=needs)

    if node.op == "map":
        terms = [
            style.product.format(style.symbol(f"{matrix(arg)}_{node.data}", ""), write(arg, ATOM))
            for arg in node.args
        ]
        return SUM, " + ".join([*terms, style.symbol(f"b_{node.data}", "")])
    if node.op in _PULLED:
        pulled = style.symbol(f"{_PULLED[node.op]}_{node.data}", "")
        return PRODUCT, style.transposed.format(pulled, write(node.args[0], ATOM))
    if node.op == "multiply" and node.args[0] is node.args[1]:
        form, args = style.square, node.args[:1]
    else:
        form, args = style.forms[node.op], node.args
    args = tuple(arg for arg in args if arg.op != "real")
    written = (write(arg, needs) for arg, needs in zip(args, form.needs, strict=True))
    return form.binds, form.pattern.format(*written)


_PULLED = {"pull_input": "W", "pull_hidden": "R", "pull_memory": "U"}
_MATRICES = {"input": "W", "hidden": "R", "source": "U"}


def matrix(term: Expr) -> str:
    """Return the letter of the matrices that values like this one are mapped by."""
    return _MATRICES[term.kind]


def text(node: Expr) -> str:
    """Write an expression as plain text.

    Args:
        node: the expression.

    Returns:
        The text, nothing in it standing for more than itself.

    Example:
        >>> from elman.graph.expression import make
        >>> text(1 - make("state", data="h"))
        '1 - h[t-1]'
    """
    return spell(node, TEXT, {})
