"""Attention for any cell: how a decoder looks back at what it translates."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from elman.cells.cell import Cell
from elman.errors import SettingError, did_you_mean
from elman.graph import Expr, Step
from elman.graph.expression import make
from elman.graph.functions import attend, softmax, tanh, total
from elman.graph.step import MEMORY

__all__ = ["SCORES", "attentive"]


def _map(name: str, *terms: Expr) -> Expr:
    return make("map", terms, name)


def _additive(h: Expr) -> Expr:
    """Bahdanau, Cho & Bengio 2014, Neural Machine Translation by Jointly Learning to Align."""
    return total(make("vector", data="v_score") * tanh(_map("query", h) + _map("key", MEMORY)))


def _dot(h: Expr) -> Expr:
    """Luong, Pham & Manning 2015, Effective Approaches to Attention-based Translation."""
    return total(h * MEMORY)


def _general(h: Expr) -> Expr:
    """Luong et al. 2015, the bilinear form."""
    return total(_map("query", h) * MEMORY)


def _scaled(h: Expr) -> Expr:
    """The bilinear form of a mapped memory, as in later work; the maps learn the scale."""
    return total(_map("query", h) * _map("key", MEMORY))


SCORES: dict[str, Callable[[Expr], Expr]] = {
    "additive": _additive,
    "concatenated": _additive,  # Luong et al. 2015: a map of both side by side is a sum of maps
    "dot": _dot,
    "general": _general,
    "keys": _scaled,
}
"""How well a place of the memory fits what the decoder has come to, by name."""


@cache
def attentive(cell: Cell, score: str = "additive") -> Cell:
    r"""Return a cell that attends to a memory.

    $$a_t = \operatorname{softmax}_s(\mathrm{score}(h_{t-1}, m_s)), \quad
      c_t = \sum_s a_{t,s} m_s$$

    The context $c_t$ joins the input in every map of it, and the output is
    $o_t = \tanh(W_o [h_t, c_t])$.

    Args:
        cell: the cell; its first state is compared with the memory.
        score: one of `SCORES`.

    Returns:
        The cell, with the state ``o`` before those of the one given.

    Raises:
        SettingError: there is no such score.

    Example:
        >>> import elman
        >>> print(attentive(elman.cells.get("elman"), "dot").equations())
        score[t] = total(h[t-1] * m[s])
        attention[t] = softmax(score[t])
        context[t] = sum_s(attention[t] * m[s])
        h[t] = tanh(W_h x[t] + R_h h[t-1] + b_h + R_context_h context[t] + b_context_h)
        o[t] = tanh(R_output h[t] + b_output + R_output_context context[t] + b_output_context)

    Source:
        Bahdanau, Cho & Bengio 2014, Neural Machine Translation by Jointly Learning to Align and
        Translate, section 3; the output as the attentional vector of Luong et al. 2015, equation 5.
    """
    if score not in SCORES:
        raise SettingError(
            f'there is no score "{score}".{did_you_mean(score, SCORES)} '
            f"There are: {', '.join(SCORES)}."
        )
    step = cell.graph
    scores = SCORES[score](step.before[0])
    attention = softmax(scores)
    context = attend(attention, MEMORY)
    done: dict[Expr, Expr] = {}
    for node in step.order:
        new = make(node.op, [done[arg] for arg in node.args], node.data)
        of_input = node.op == "map" and node.args[0].kind == "input"
        done[node] = new + _map(f"context_{node.data}", context) if of_input else new
    results = [done[result] for result in step.results]
    output = tanh(_map("output", results[0]) + _map("output_context", context))
    names = [("score", scores), ("attention", attention), ("context", context)]
    names += [(name, done[node]) for name, node in step.names]
    return Cell(cell.name, cell.doc, Step(("o", *step.states), (output, *results), tuple(names)))
