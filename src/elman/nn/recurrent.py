"""A recurrent network of any cell."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import PackedSequence

from elman import cells
from elman.cells import Cell
from elman.cells.layout import Layout, layout
from elman.cells.memory import hoisted
from elman.cells.regularised import regularised
from elman.errors import CellError, SettingError
from elman.graph.step import X
from elman.nn.arrangement import Lengths, Sequences
from elman.nn.engine import Engine, State
from elman.nn.memory import Mapped, Memory, arranged_memory, sources
from elman.runtime import Layer, Stack, stack
from elman.runtime.noise import keys_of_layers
from elman.runtime.random_masks import drop

__all__ = ["Recurrent"]


class Recurrent(Engine, nn.Module):
    r"""Layers of a recurrent cell over a batch of sequences.

    For every layer and direction $(h_t, \dots) = \mathrm{cell}(x_t, h_{t-1}, \dots)$; the output of
    a layer is the first state at every step, of both directions side by side.

    Args:
        cell: the name of a cell that comes with Elman, or a cell of your own.
        input_size: I, the number of inputs.
        hidden_size: H, the number of hidden units.
        num_layers: L.
        bias: whether the maps have biases, one each.
        batch_first: whether input and output are (B, T, ...); states never are.
        dropout: the share of the outputs of every layer but the last dropped while training, each
            element at each step by itself.
        bidirectional: whether a second network reads each sequence from its end.
        proj_size: P, if the output is projected to a smaller size, $h_t \to W_{hr} h_t$; 0 if not.
        locked: whether what is dropped of a sequence is the same at every step (variational
            dropout).
        recurrent_dropout: the share of every state that no map sees while training, the same at
            every step of a sequence.
        zoneout: the share of the units of every state, or for each state its own, that stay what
            they were, drawn anew at each step while training.
        weight_drop: the share of the recurrent weights dropped in each call while training.
        memory_size: M, the size of each place of a memory that the cell maps; H if not given.
        recompute: whether less is kept for the way back, and computed again there: less memory for
            more time, and the same bits but for the gradients of the weights, which agree to
            rounding.
        device: of the parameters.
        dtype: of the parameters.

    Raises:
        CellError: there is no cell of that name, or it is no cell.
        SettingError: a size or a share is out of range, or the cell cannot be projected.

    Example:
        >>> import elman, torch
        >>> network = elman.nn.Recurrent("mgu", 3, 4, num_layers=2, bidirectional=True)
        >>> output, state = network(torch.zeros(5, 2, 3), lengths=[5, 2])
        >>> tuple(output.shape), tuple(state.shape)
        ((5, 2, 8), (4, 2, 4))
    """

    def __init__(
        self,
        cell: str | Cell,
        input_size: int,
        hidden_size: int,
        num_layers: int = 1,
        *,
        bias: bool = True,
        batch_first: bool = False,
        dropout: float = 0.0,
        bidirectional: bool = False,
        proj_size: int = 0,
        locked: bool = False,
        recurrent_dropout: float = 0.0,
        zoneout: float | Sequence[float] = 0.0,
        weight_drop: float = 0.0,
        memory_size: int | None = None,
        recompute: bool = False,
        device: torch.device | str | None = None,
        dtype: torch.dtype | None = None,
    ) -> None:
        super().__init__()
        self._cell = cells.get(cell) if isinstance(cell, str) else cell
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = dropout
        self.bidirectional = bidirectional
        self.proj_size = proj_size
        self.locked = locked
        self.recurrent_dropout = recurrent_dropout
        self.zoneout = zoneout if isinstance(zoneout, (int, float)) else tuple(zoneout)
        self.weight_drop = weight_drop
        self.memory_size = hidden_size if memory_size is None else memory_size
        self.recompute = recompute
        self._check_settings()
        self._remake_stack()
        for name, shape in self._stack.parameters.items():
            parameter = nn.Parameter(torch.empty(shape, device=device, dtype=dtype))
            self.register_parameter(name, parameter)
        self.reset_parameters()

    def _made_stack(self) -> Stack:
        packed = layout(self._cell, bias=self.bias)
        directions = 2 if self.bidirectional else 1
        settings = (self.hidden_size, self.proj_size, directions, self.recompute)
        layer = Layer(self._cell, packed, *settings, self.memory_size)
        return stack(layer, self.input_size, self.num_layers)

    def _remake_stack(self) -> None:
        super()._remake_stack()
        whole, sizes = self._stack.layer, (self.input_size, self.num_layers)
        shares = (self.recurrent_dropout, self._zoneouts())
        given = Layout(tuple(b for b in whole.layout.blocks if not b.name.endswith("_mh")))
        ways = [regularised(hoisted(self._cell), *shares, training=way) for way in (False, True)]
        layers = [whole._replace(cell=cell, layout=given, memory_size=0) for cell in ways]
        self._running = [stack(layer, *sizes) for layer in layers]

    def _given(
        self, x: Tensor, weights: tuple[Tensor, ...], memory: Memory | None
    ) -> tuple[Stack, tuple[Tensor, ...]]:
        running, count = self._running[self.training], len(self._stack.own)
        if bool(running.sources) != (memory is not None):
            attends = "attends to a memory" if running.sources else "attends to nothing"
            given = "one" if memory is not None else "none"
            raise ValueError(f"the cell {self._cell.name} {attends}, but was given {given}.")
        shared = None if memory is None else self._mapped(memory, x.size(1))
        if self.weight_drop and self.training:
            names = self._stack.parameters
            weights = tuple(
                drop(weight, self.weight_drop) if name.startswith("weight_hh") else weight
                for name, weight in zip(names, weights, strict=True)
            )
        if not (running.noise or running.sources):
            return running, weights
        keys = keys_of_layers(running.rows, x) if running.noise else None
        found: list[Tensor] = []
        for n in range(running.rows):
            own = dict(zip(self._stack.own, weights[n * count : (n + 1) * count], strict=True))
            if keys is not None:
                own["noise"] = keys[n]
            if shared is not None:
                own |= {**shared.sources[n], "places": shared.places}
            found += [own[name] for name in running.names]
        return running, tuple(found)

    def mapped(self, memory: Tensor | tuple[Tensor, Lengths]) -> Mapped:
        """Return a memory with all maps of it, for several calls that attend to the same one.

        Args:
            memory: as for `forward`.

        Returns:
            What `forward` takes for the memory, good as long as the weights stay.

        Raises:
            ValueError: sizes or places do not fit.

        Example:
            >>> import elman, torch
            >>> cell = elman.cells.attentive(elman.cells.get("gru"), "additive")
            >>> decoder, memory = elman.nn.Recurrent(cell, 3, 4), torch.ones(6, 2, 4)
            >>> x = torch.zeros(5, 2, 3)
            >>> torch.equal(decoder(x, memory=decoder.mapped(memory))[0],
            ...             decoder(x, memory=memory)[0])
            True
        """
        return self._mapped(memory, None)

    def _mapped(self, memory: Memory, rows: int | None) -> Mapped:
        if isinstance(memory, Mapped):
            if len(memory.places) != rows:
                raise ValueError(f"the memory has {len(memory.places)} rows, but the input {rows}.")
            return memory
        size, batch_first = self.memory_size, self.batch_first
        values, places = arranged_memory(memory, rows, size, batch_first=batch_first)
        names, weights = self._stack.own, self._weights()
        own = [weights[first : first + len(names)] for first in range(0, len(weights), len(names))]
        found = [sources(self.layout, dict(zip(names, one, strict=True)), values) for one in own]
        return Mapped(found, places)

    def reset_parameters(self) -> None:
        r"""Draw the parameters anew.

        Matrices, biases and learned vectors are uniform in $\pm 1/\sqrt{H}$, as in `torch.nn`; a
        gain begins as 1 and a shift as 0.
        """
        bound = 1 / math.sqrt(self.hidden_size)
        starts = {block.name: block.start for block in self.layout.blocks}
        for name, parameter in self.named_parameters():
            start = starts.get(name.rsplit("_l", 1)[0])
            if start is None:
                nn.init.uniform_(parameter, -bound, bound)
            else:
                nn.init.constant_(parameter, start)

    def forward(
        self,
        x: Sequences,
        state: State | None = None,
        lengths: Lengths = None,
        memory: Memory | None = None,
    ) -> tuple[Sequences, State]:
        """Run over a batch of sequences.

        Args:
            x: (T, B, I), (B, T, I) if batch_first, (T, I) for a single sequence, or packed.
            state: at the beginning, (L * D, B, H), or (L * D, H) for a single sequence; a tuple for
                a cell of several states; zero if None. With a projection the first has P for H.
            lengths: (B,), how many steps of each row are real: in any order, on any device, zero
                allowed. Beyond them the output is zero and the state stays.
            memory: what a cell with attention attends to, (S, B, M), (B, S, M) if batch_first, or
                (S, M) for a single sequence; with how many of its places are real in each row as
                a pair of tensors, if not all are; or what `mapped` made of it.

        Returns:
            The output, D * H in the place of I, and the state at the end of each row.

        Raises:
            ValueError: sizes, lengths, dtypes or states do not fit.
        """
        return self._run(x, state, lengths, memory)

    def extra_repr(self) -> str:
        """Return the settings that differ from the defaults."""
        shown = [self._cell.name, str(self.input_size), str(self.hidden_size)]
        defaults = {
            "num_layers": 1,
            "bias": True,
            "batch_first": False,
            "dropout": 0.0,
            "bidirectional": False,
            "proj_size": 0,
            "locked": False,
            "recurrent_dropout": 0.0,
            "zoneout": 0.0,
            "weight_drop": 0.0,
            "recompute": False,
        }
        values = {name: getattr(self, name) for name in defaults}
        shown += [f"{name}={value}" for name, value in values.items() if value != defaults[name]]
        return ", ".join(shown)

    def _check_settings(self) -> None:
        if not isinstance(self._cell, Cell):
            raise CellError(
                "the cell must be the name of one or a function under @elman.cell, "
                f"got {self._cell!r}."
            )
        for name in ("input_size", "hidden_size", "num_layers"):
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise SettingError(f"{name} must be a whole number from 1, got {value!r}.")
        for name in ("bias", "batch_first", "bidirectional", "locked", "recompute"):
            if not isinstance(getattr(self, name), bool):
                raise SettingError(f"{name} must be True or False, got {getattr(self, name)!r}.")
        for name in ("dropout", "recurrent_dropout", "weight_drop"):
            _check_share(name, getattr(self, name))
        for share in self._zoneouts():
            _check_share("zoneout", share)
        if not isinstance(self.proj_size, int) or not 0 <= self.proj_size < self.hidden_size:
            raise SettingError(
                f"proj_size must be from 0 (none) to under hidden_size={self.hidden_size}, "
                f"got {self.proj_size!r}."
            )
        if self.dropout and self.num_layers == 1:
            warnings.warn(
                f"dropout={self.dropout} does nothing in a single layer: it acts on the outputs of "
                "every layer but the last.",
                stacklevel=3,
            )
        if self.proj_size and (self.recurrent_dropout or any(self._zoneouts())):
            raise SettingError(
                f"recurrent_dropout and zoneout do not go together with proj_size={self.proj_size}."
            )
        if self.proj_size and not _only_mapped(self._cell):
            raise SettingError(
                f"the output of the cell {self._cell.name} cannot be projected: its equations use "
                f"{self._cell.states[0]}[t-1] unit by unit, or map another value than that, where "
                "the projected size does not fit."
            )

    def _zoneouts(self) -> tuple[float, ...]:
        """Return the share of each state."""
        given, states = self.zoneout, self._cell.states
        shares = given if isinstance(given, tuple) else (given,) * len(states)
        if len(shares) != len(states):
            raise SettingError(
                f"zoneout must be one share, or one for each of the states {', '.join(states)} of "
                f"the cell {self._cell.name}, got {given!r}."
            )
        return shares

    def _check(self, x: Sequences, state: State | None) -> None:
        data = x.data if isinstance(x, PackedSequence) else x
        self._check_input(data, (2,) if isinstance(x, PackedSequence) else (2, 3))
        if state is None:
            return
        given = (state,) if isinstance(state, Tensor) else tuple(state)
        sizes, states = self._stack.state_sizes, self.cell.states
        if len(given) != len(sizes):
            names = ", ".join(states)
            raise ValueError(f"{len(sizes)} states ({names}) are expected, got {len(given)}.")
        rows: tuple[int, ...] = ()
        if isinstance(x, PackedSequence):
            rows = (int(x.batch_sizes[0]),)
        elif x.dim() == 3:
            rows = (x.size(0 if self.batch_first else 1),)
        for name, tensor, size in zip(states, given, sizes, strict=True):
            self._check_dtype(f"state {name}", tensor, data.dtype, "input")
            shape = (self._stack.rows, *rows, size)
            if tensor.shape != shape:
                raise ValueError(
                    f"the state {name} must have the shape {shape} (layers x directions, "
                    f"batch, units; never batch first), got {tuple(tensor.shape)}."
                )

    def _check_input(self, x: Tensor, dims: tuple[int, ...]) -> None:
        if x.dim() not in dims:
            raise ValueError(
                f"the input must be (time, batch, {self.input_size}), batch before time if "
                f"batch_first, or (time, {self.input_size}) for a single sequence; "
                f"got {tuple(x.shape)}."
            )
        if x.size(-1) != self.input_size:
            raise ValueError(
                f"the input must have input_size={self.input_size} as its last size, "
                f"got {tuple(x.shape)}."
            )
        for parameter in self._weights()[: len(self._stack.names)]:
            self._check_dtype("input", x, parameter.dtype, "parameters")

    def _check_dtype(self, name: str, tensor: Tensor, expected: torch.dtype, of: str) -> None:
        if tensor.dtype != expected and not torch._C._is_any_autocast_enabled():
            raise ValueError(
                f"the {name} is {tensor.dtype}, but the {of} {expected}: convert one of them, "
                f"such as by {name.split()[-1]}.to({expected})."
            )


def _check_share(name: str, given: object) -> None:
    number = isinstance(given, (int, float)) and not isinstance(given, bool)
    if not number or not 0 <= given <= 1:  # type: ignore[operator]  # it is a number
        raise SettingError(f"{name} must be a share from 0 to 1, got {given!r}.")


def _only_mapped(cell: Cell) -> bool:
    """Whether the output of the step before is used by maps alone, and is all that they map."""
    output = cell.graph.before[0]
    return all(
        node.op == "map" if output in node.args else node.op != "map" or node.args[-1] is X
        for node in cell.graph.order
    )
