"""The layers of a task's network, seen on an input that the network makes up itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, cast

from torch import Tensor, nn

from elman.view.diagram import Diagram
from elman.view.layers import LayerRow, layer_rows, layer_text
from elman.view.reading import unroll

__all__ = ["Exemplary", "diagram_of", "layers_of", "letter_text", "tried"]

ROWS, STEPS = (2, 3), (6, 8)  # of two inputs: a size that differs between them is a letter
MANY = 9
SHORTER = (STEPS[0] - 1, STEPS[1] - 1)  # of a target that is a symbol shorter than its source
LETTERS: dict[object, str] = {
    ROWS: "B",
    STEPS: "T",
    SHORTER: "T",
    (STEPS[0] + 1, STEPS[1] + 1): "C",
}
MEANINGS = {
    "B": "sequences",
    "S": "steps of a source",
    "T": "steps",
    "C": "characters of a word",
    "N": "rows within",
}


class Exemplary(Protocol):
    """A network that can say what an input of it looks like."""

    def example(self, rows: int, steps: int) -> Tensor:
        """Return an input to try the network with."""


def tried(network: nn.Module, rows: int, steps: int) -> Tensor:
    """Return an input to try a network with, of its dtype and on its device.

    Args:
        network: of any task.
        rows: sequences, B.
        steps: of each, T, where the network does not decide.

    Returns:
        What its `forward` takes.

    Example:
        >>> from elman.tasks.network import NextSymbol
        >>> tried(NextSymbol(10, "gru", 8), 2, 3).shape
        torch.Size([2, 3])
    """
    x = cast(Exemplary, network).example(rows, steps)
    like = next(network.parameters())
    return x.to(like) if x.is_floating_point() else x.to(like.device)


def layers_of(network: nn.Module) -> list[LayerRow]:
    """Return one row a layer, with letters for the sizes that differ from call to call.

    Args:
        network: of any task.

    Returns:
        The rows; in shapes B for the sequences, T for steps, S for those of a source, C for the
        characters of a word, N for the rows of what is done within.

    Example:
        >>> from elman.tasks.network import NextSymbol
        >>> [row.shape for row in layers_of(NextSymbol(10, "gru", 8))]
        [('B', 'T', 8), ('B', 'T', 8), ('B', 'T', 10)]
    """
    first, second = (
        layer_rows(network, tried(network, *sizes)) for sizes in zip(ROWS, STEPS, strict=True)
    )
    both = [(*zip(a.shape, b.shape, strict=True),) for a, b in zip(first, second, strict=True)]
    letters = LETTERS | ({STEPS: "S"} if any(SHORTER in sizes for sizes in both) else {})
    return [
        replace(row, shape=tuple(a if a == b else letters.get((a, b), "N") for a, b in sizes))
        for row, sizes in zip(first, both, strict=True)
    ]


def letter_text(rows: Sequence[LayerRow]) -> str:
    """Return rows as text, with what their letters mean.

    Args:
        rows: of `layers_of`.

    Returns:
        Lines of at most 79 columns, if the names are not long.

    Example:
        >>> from elman.tasks.network import NextSymbol
        >>> print(letter_text(layers_of(NextSymbol(10, "gru", 8))))
        layer      output shape  parameters  FLOPs  bytes
        input      (B, T, 8)             80      0    320
        recurrent  (B, T, 8)            416    840  1,664
        head       (B, T, 10)            90    160    360
        total                           586  1,000  2,344
        <BLANKLINE>
        input      embedding, 10 symbols to 8
        recurrent  gru, 8 to 8
                   compiled: it is the first choice for this call
        head       linear, 8 to 10
        <BLANKLINE>
        FLOPs forward, of one step of one sequence (of a layer that runs once a
        sequence, of that run); a multiplication with its addition counts two, a
        function of one unit one.
        B sequences, T steps.
    """
    used = {size for row in rows for size in row.shape}
    told = [f"{letter} {what}" for letter, what in MEANINGS.items() if letter in used]
    return layer_text(rows) + f"\n{', '.join(told)}." * bool(told)


def diagram_of(network: nn.Module) -> Diagram:
    """Return what a network looks like unrolled in time.

    Args:
        network: of any task.

    Returns:
        The diagram, over more steps than are drawn where the network does not decide.

    Example:
        >>> from elman.tasks.network import NextSymbol
        >>> [row.names for row in diagram_of(NextSymbol(10, "gru", 8)).strips[0].rows]
        [(), ('input',), ('recurrent',), ('head',), ()]
    """
    return unroll(network, tried(network, ROWS[0], MANY))
