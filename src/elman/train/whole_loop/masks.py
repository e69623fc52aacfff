"""Which mask each dropout of a step has, and how its elements count.

Shapes: B rows, T time steps, F features.
"""

from __future__ import annotations

from typing import NamedTuple

from elman.runtime.random_masks import words_dropped
from elman.train.whole_loop.parts import Architecture

__all__ = ["Mask", "masks"]


class Order(NamedTuple):
    """Which row of a mask falls on each of the rows that lie in memory.

    Row a * inner + b of the memory has row first + a * outer_step + b * inner_step of the mask.
    """

    first: int
    inner: int
    outer_step: int
    inner_step: int


class Mask(NamedTuple):
    """The mask of one dropout.

    Args:
        number: of the dropout within the step, from 0.
        rows: that it falls on.
        columns: of each.
        order: of the rows.
        dropped: how many of all words drop an element.
    """

    number: int
    rows: int
    columns: int
    order: Order
    dropped: int


def masks(network: Architecture, T: int, B: int) -> dict[int, Mask]:
    """Return the masks of a step, whose elements count as in the tensors of the module itself.

    Args:
        network: the module.
        T: time steps.
        B: rows.

    Returns:
        By the number of the layer on whose input a mask falls; one past them is the head.
    """
    as_it_lies, of_row = Order(0, B, B, 1), Order(0, B, 0, 1)
    of_module = Order(0, B, 1, T) if network.batch_first else as_it_lies

    def order(locked: bool, within: bool) -> Order:
        return of_row if locked else as_it_lies if within else of_module

    places = [
        (T * B, layer.stack.input_size, order(layer.locked, layer.within))
        for layer in network.layers
    ]
    every = (T * B, network.head.shape[1], order(network.locked, within=False))
    places.append(every if network.pooling == "every" else _of_pooled(network, T, B))
    acting = [place for place, p in enumerate(network.dropouts) if p]
    return {
        place: Mask(number, *places[place], words_dropped(network.dropouts[place]))
        for number, place in enumerate(acting)
    }


def _of_pooled(network: Architecture, T: int, B: int) -> tuple[int, int, Order]:
    last = Order(T - 1, 1, T, 0) if network.batch_first else Order((T - 1) * B, 1, 1, 0)
    of_all_steps = network.drops_all and not network.locked
    return B, network.head.shape[1], last if of_all_steps else Order(0, 1, 1, 0)
