"""Optimizers in JAX, as one writes them by hand: functions of whole trees of parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from elman.bench.training.work import DECAY, RATE

__all__ = ["UPDATES", "Update"]


class Update(NamedTuple):
    """An optimizer.

    Args:
        kept: how many numbers it keeps for each parameter, from zero.
        after: a function of JAX, the step's number from one, parameters, gradients and what is
            kept, a tuple of trees: the new parameters, and what is kept now.
    """

    kept: int
    after: Callable[[Any, Any, Any, Any, tuple[Any, ...]], tuple[Any, tuple[Any, ...]]]


def _adam(jax: Any, t: Any, w: Any, g: Any, kept: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    each, sqrt = jax.tree.map, jax.numpy.sqrt
    m = each(lambda m, g: 0.9 * m + 0.1 * g, kept[0], g)
    v = each(lambda v, g: 0.999 * v + 0.001 * g * g, kept[1], g)
    rate, correction = RATE / (1 - 0.9**t), 1 / sqrt(1 - 0.999**t)
    return each(lambda w, m, v: w - rate * m / (sqrt(v) * correction + 1e-8), w, m, v), (m, v)


def _rmsprop(
    jax: Any, t: Any, w: Any, g: Any, kept: tuple[Any, ...]
) -> tuple[Any, tuple[Any, ...]]:
    each, sqrt = jax.tree.map, jax.numpy.sqrt
    v = each(lambda v, g: DECAY * v + (1 - DECAY) * g * g, kept[0], g)
    return each(lambda w, g, v: w - RATE * g / (sqrt(v) + 1e-8), w, g, v), (v,)


UPDATES: Mapping[str, Update] = {"adam": Update(2, _adam), "rmsprop": Update(1, _rmsprop)}
"""By the name of the optimizer."""
