"""What an unrolled network looks like: strips of rows, and links between them.

A strip is what goes over one sequence in step: an encoder, a decoder, a tagger. Its rows lie over
each other, from the inputs at the bottom to the outputs at the top, and time goes to the right.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Diagram", "Link", "Row", "Strip"]


@dataclass(frozen=True)
class Row:
    """What lies at one height of a strip.

    Args:
        kind: ``"input"``, ``"layers"`` (at every step), ``"cells"`` (a recurrent layer),
            ``"given"`` (what every step is given from elsewhere), ``"once"`` (a layer that runs
            once) or ``"output"``.
        names: of what lies there side by side.
        told: what each of them is, in words.
        states: names of what a recurrent layer carries from step to step.
        both: whether it reads both ways.
        steps: that reach a layer that runs once, or that are given something; all if empty.
        source: the strip that something given is made of; None if it comes from outside.
    """

    kind: str
    names: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    both: bool = False
    steps: tuple[int, ...] = ()
    source: int | None = None


@dataclass(frozen=True)
class Strip:
    """What goes over one sequence.

    Args:
        steps: T.
        rows: from the bottom.
    """

    steps: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Link:
    """What the states of a strip begin as.

    Args:
        source: the strip at whose end it comes from; None from outside.
        target: the strip.
        through: names of the layers on the way, or of what is given.
        told: what each of the layers is, in words.
        given: whether the states are given as they are.
    """

    source: int | None
    target: int
    through: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    given: bool = False


@dataclass(frozen=True)
class Diagram:
    """An unrolled network.

    Args:
        strips: from the left.
        links: between them.
        beside: what reaches what without being next to it, as pairs of names.
    """

    strips: tuple[Strip, ...]
    links: tuple[Link, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
