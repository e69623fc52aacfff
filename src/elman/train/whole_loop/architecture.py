"""From an ordinary module to the parts that whole-loop training compiles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from torch import nn
from torch.nn import Parameter

from elman.runtime.stack import stack
from elman.train.penalty import penalises
from elman.train.whole_loop.ordinary import require_ordinary
from elman.train.whole_loop.parts import Architecture, Cells, Unread
from elman.train.whole_loop.reading import Reading, Run
from elman.train.whole_loop.returned import is_leaf, returned_by

__all__ = ["Architecture", "Cells", "Unread", "read"]


def read(model: nn.Module) -> Architecture:
    """Return what a module is made of.

    It is followed from its input to what it returns, with every optional argument left out and,
    where there are any, once more with all of them given. Nothing is computed, and neither the
    module nor its training flag matters or changes.

    Args:
        model: an input of symbols or features, recurrent modules, pooling and a linear head.

    Returns:
        Its architecture, with the module's own parameters.

    Raises:
        Unread: the module does more or something else; the message names the part and why.

    Example:
        >>> class LastStep(nn.Module):
        ...     def __init__(self):
        ...         super().__init__()
        ...         self.rnn = nn.GRU(3, 8, num_layers=2, batch_first=True)
        ...         self.head = nn.Linear(8, 5)
        ...     def forward(self, x):
        ...         return self.head(self.rnn(x)[0][:, -1])
        >>> found = read(LastStep())
        >>> found.input, len(found.layers), found.pooling, tuple(found.head.shape)
        ('features', 2, 'last', (5, 8))
    """
    if is_leaf(model):
        raise Unread(f"the model is {type(model).__name__} alone, with no layers around it.")
    if penalises(model):
        raise Unread("the penalty that the model asks for beside the loss is not compiled.")
    require_ordinary(model)
    (plain, returned), (given, _) = both = [returned_by(model, optional=o) for o in (False, True)]
    if len({(_without_arguments(reading), returned) for reading, returned in both}) > 1:
        raise Unread("forward does something else where its optional arguments are given.")
    if returned and not any(run.state for run in given.runs):
        raise Unread("forward returns a state that it does not take: return the scores alone.")
    if not returned and any(run.state for run in plain.runs):
        raise Unread("forward cannot do without a state that it does not return: return it, too.")
    architecture = _architecture(model, plain, carries=returned)
    _require_all_used_once(model, architecture)
    return architecture


def _without_arguments(reading: Reading) -> Reading:
    return replace(reading, runs=tuple(replace(r, state=None, lengths=None) for r in reading.runs))


def _architecture(model: nn.Module, reading: Reading, *, carries: bool) -> Architecture:
    own = dict(model.named_parameters(remove_duplicate=False))
    head = own[f"{reading.head}.weight"]
    for dtype in reading.casts:
        if dtype != head.dtype:
            raise Unread(f"forward converts to {dtype}, but the parameters are {head.dtype}.")
    return Architecture(
        input=reading.input,
        table=own[f"{reading.table}.weight"] if reading.table is not None else None,
        padding=reading.padding,
        features=reading.runs[0].stack.input_size,
        layers=tuple(cells for run in reading.runs for cells in _layers(run, own)),
        batch_first=reading.runs[0].batch_first,
        pooling=reading.pooling,
        dropout=reading.dropout,
        locked=reading.locked is not None,
        head=head,
        bias=own.get(f"{reading.head}.bias"),
        squeezed=reading.stage == "squeezed",
        carries=carries,
        drops_all=reading.drops_all,
        counted=reading.counted,
    )


def _layers(run: Run, own: dict[str, Parameter]) -> Iterator[Cells]:
    whole_stack, count = run.stack, len(run.stack.shapes) // run.stack.num_layers
    width = whole_stack.directions * whole_stack.output_size
    names = [*whole_stack.shapes]
    for n, (dropout, locked) in enumerate(zip(run.dropouts, run.locked, strict=True)):
        weights = tuple(own[f"{run.path}.{name}"] for name in names[n * count : (n + 1) * count])
        one = stack(whole_stack.layer, width if n else whole_stack.input_size, 1)
        yield Cells(one, weights, dropout, within=n > 0, locked=locked)


def _require_all_used_once(model: nn.Module, architecture: Architecture) -> None:
    recurrent = [weight for cells in architecture.layers for weight in cells.weights]
    ends = {id(p) for p in (architecture.table, architecture.head) if p is not None}
    bias = [id(p) for p in (architecture.bias,) if p is not None]
    used = [*map(id, recurrent), *ends, *bias]
    for name, parameter in model.named_parameters():
        if used.count(id(parameter)) > 1:
            raise Unread(f"{name} is used twice: only an embedding and the head may share weights.")
    unused = [name for name, p in model.named_parameters() if id(p) not in used]
    if unused:
        raise Unread(f"what forward returns does not depend on {', '.join(unused)}.")
