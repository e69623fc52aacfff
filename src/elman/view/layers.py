"""The layers of a network as rows: shapes, parameters, operations, bytes, and how they run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from torch import Tensor, nn

from elman.nn import Number, OneHot
from elman.view.call import Call, stack_in
from elman.view.calls import calls
from elman.view.table import table

__all__ = ["COUNTED", "LayerRow", "layer_rows", "layer_text", "summary"]

COUNTED = (
    "FLOPs forward, of one step of one sequence (of a layer that runs once a sequence, of that "
    "run); a multiplication with its addition counts two, a function of one unit one."
)
BESIDE_PLACES = " What attention does for each place of the memory is not counted."


@dataclass(frozen=True)
class LayerRow:
    """What one layer is.

    Args:
        layer: its name in the network.
        kind: what it is, in words.
        shape: of its output; a letter for a size that differs from call to call, where it is known.
        parameters: numbers learned, without those of another layer that it shares.
        flops: floating-point operations forward, of one step of one sequence; None if unknown.
        bytes: of the parameters.
        backend: which ran it, and why; empty of what is not recurrent.
        attends: whether it looks at a memory.
    """

    layer: str
    kind: str
    shape: tuple[int | str, ...]
    parameters: int
    flops: int | None
    bytes: int
    backend: str = ""
    attends: bool = False


def summary(network: nn.Module, *inputs: Any) -> str:
    """Return the layers of any network as text: run once, to see their shapes and backends.

    Args:
        network: with any layers of torch's and ours.
        *inputs: what it is called with; a few rows and steps are enough.

    Returns:
        A table of at most 79 columns: layer, shape of the output, parameters, FLOPs, bytes; then
        what each layer is, how it ran and why so.

    Raises:
        SettingError: nothing ran that has parameters.

    Example:
        >>> import elman, torch
        >>> print(summary(elman.nn.Recurrent("gru", 3, 4), torch.zeros(5, 2, 3)))
        layer      output shape  parameters  FLOPs  bytes
        recurrent  (5, 2, 4)            100    204    400
        total                           100    204    400
        <BLANKLINE>
        recurrent  gru, 3 to 4
                   compiled: it is the first choice for this call
        <BLANKLINE>
        FLOPs forward, of one step of one sequence (of a layer that runs once a
        sequence, of that run); a multiplication with its addition counts two, a
        function of one unit one.
    """
    return layer_text(layer_rows(network, *inputs))


def layer_rows(network: nn.Module, *inputs: Any) -> list[LayerRow]:
    """Return one row a layer: those that ran, then what else has parameters.

    Args:
        network: with any layers of torch's and ours.
        *inputs: what it is called with; a few rows and steps are enough.

    Returns:
        The rows; a layer that runs several times has one.

    Raises:
        SettingError: nothing ran that has parameters.

    Example:
        >>> import torch
        >>> [row.flops for row in layer_rows(nn.Linear(3, 4), torch.zeros(2, 3))]
        [24]
    """
    rows: list[LayerRow] = []
    holders: dict[int, str] = {}
    done: set[int] = set()
    for call in calls(network, *inputs):
        if id(call.module) not in done:
            done.add(id(call.module))
            shared = {holders[id(p)] for p in call.module.parameters() if id(p) in holders}
            counts = _sizes(call.module.parameters(), holders, call.name)
            told = ", ".join([described(call.module), *(f"weight of {n}" for n in sorted(shared))])
            stack = stack_in(call.module)
            rows.append(
                LayerRow(
                    call.name, told, call.shape, *counts[:1], _flops(call), *counts[1:],
                    call.backend, bool(stack and stack.cell.graph.sources),
                )
            )  # fmt: skip
    for name, module in network.named_modules():
        called = name or type(module).__name__.lower()
        for own, parameter in module.named_parameters(recurse=False):
            if id(parameter) not in holders:
                count, size = _sizes([parameter], holders, called)
                what = "parameter" if module is network else f"of {type(module).__name__}"
                whole = f"{name}.{own}" if name else own
                rows.append(LayerRow(whole, what, tuple(parameter.shape), count, None, size))
    return rows


def layer_text(rows: Sequence[LayerRow]) -> str:
    """Return rows as text, with a total, and below it how each layer runs.

    Args:
        rows: of `layer_rows`.

    Returns:
        Lines of at most 79 columns, if the names are not long.

    Example:
        >>> text = layer_text([LayerRow("head", "linear, 4 to 2", ("B", 2), 10, 16, 40)])
        >>> print(text.split("\\n\\n")[0])
        layer  output shape  parameters  FLOPs  bytes
        head   (B, 2)                10     16     40
        total                        10     16     40
    """
    shown = [
        [row.layer, _shape(row.shape), *map(_number, (row.parameters, row.flops, row.bytes))]
        for row in rows
    ]
    same = {row.shape[:-1] for row in rows if row.flops}
    known = all(row.flops is not None for row in rows) and len(same) == 1
    flops = sum(row.flops or 0 for row in rows) if known else None
    sums = (sum(row.parameters for row in rows), flops, sum(row.bytes for row in rows))
    shown.append(["total", "", *map(_number, sums)])
    head = ["layer", "output shape", "parameters", "FLOPs", "bytes"]
    how = [
        [first, told]
        for row in rows
        for first, told in ((row.layer, row.kind), ("", row.backend))
        if told
    ]
    noted = COUNTED + BESIDE_PLACES * any(row.attends for row in rows)
    return "\n\n".join([table(shown, head=head), table(how), table([[noted]])])


def described(module: nn.Module) -> str:
    """Return what a layer is, in words.

    Args:
        module: any.

    Example:
        >>> described(nn.LSTM(3, 8, num_layers=2, bidirectional=True))
        'lstm, 3 to 2 x 8, 2 layers, both ways'
    """
    stack = stack_in(module)
    if stack:
        size = f"{'2 x ' * (stack.directions - 1)}{stack.output_size}"
        parts = [stack.cell.name, f"{stack.input_size} to {size}"]
        parts += [f"{stack.num_layers} layers"] * (stack.num_layers > 1)
        parts += ["both ways"] * (stack.directions > 1)
        parts += ["attends to a memory"] * bool(stack.cell.graph.sources)
        return ", ".join(parts)
    for kind, (words, _) in KINDS.items():
        if isinstance(module, kind):
            return words(module)
    return type(module).__name__


KINDS: dict[type[nn.Module], tuple[Callable[[Any], str], Callable[[Any], int]]] = {
    nn.Linear: (
        lambda layer: f"linear, {layer.in_features:,} to {layer.out_features:,}",
        lambda layer: 2 * layer.in_features * layer.out_features,
    ),
    nn.Embedding: (
        lambda layer: f"embedding, {layer.num_embeddings:,} symbols to {layer.embedding_dim}",
        lambda _: 0,
    ),
    nn.Conv1d: (
        lambda layer: (
            f"convolution over {layer.kernel_size[0]}, {layer.in_channels} to {layer.out_channels}"
        ),
        lambda layer: 2 * layer.weight.numel(),
    ),
    OneHot: (lambda layer: f"one-hot, {layer.vocabulary_size:,} symbols", lambda _: 0),
    Number: (lambda _: "bare numbers", lambda _: 0),
}
"""What is said of a layer, and its operations for one vector of its output."""


def _flops(call: Call) -> int | None:
    stack = stack_in(call.module)
    if stack:
        upper = stack.directions * stack.output_size
        sizes = [stack.input_size] + [upper] * (stack.num_layers - 1)
        costs = [
            stack.cell.cost(size, stack.hidden_size, proj_size=stack.layer.proj_size)
            for size in sizes
        ]
        return stack.directions * sum(cost.flops for cost in costs)
    found = (count(call.module) for kind, (_, count) in KINDS.items() if _is(call.module, kind))
    return next(found, None)


def _is(module: nn.Module, kind: type[nn.Module]) -> bool:
    return isinstance(module, kind)


def _sizes(parameters: Any, holders: dict[int, str], name: str) -> tuple[int, int]:
    """Return numbers and bytes of the parameters that nobody holds yet, and let them be held."""
    new: dict[int, Tensor] = {id(p): p for p in parameters if id(p) not in holders}
    holders |= dict.fromkeys(new, name)
    counted = [(p.numel(), p.numel() * p.element_size()) for p in new.values()]
    return sum(count for count, _ in counted), sum(size for _, size in counted)


def _shape(shape: Sequence[int | str]) -> str:
    inner = ", ".join(map(str, shape))
    return f"({inner},)" if len(shape) == 1 else f"({inner})"


def _number(value: int | None) -> str:
    return "" if value is None else f"{value:,}"
