"""What every recurrent module can do: run, show its values, and say how it ran."""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence

from elman.cells import Cell
from elman.cells.layout import Layout
from elman.nn.arrangement import Arrangement, Lengths, Sequences, arrange
from elman.nn.explanation import Explanation, explain
from elman.nn.memory import Memory
from elman.runtime import Call, Stack, choose, choose_tracer, run_in_graph

__all__ = ["Engine", "Ran", "State"]

State = Tensor | tuple[Tensor, ...]


class Ran(NamedTuple):
    """What a module remembers of its last run: plain facts, no tensors.

    Args:
        backend: which ran.
        reason: why.
        shape: T, B and I.
        real_steps: of all rows together; None if all are.
        stack: the layers as they ran.
        shapes: of all that they were given beside input and states; None if parameters alone.
    """

    backend: str
    reason: str
    shape: tuple[int, ...]
    real_steps: int | None
    stack: Stack
    shapes: tuple[torch.Size, ...] | None


class Engine:
    """The part that `Recurrent` and torch's drop-ins share, beside `torch.nn.Module`.

    A subclass has the attributes below, and its parameters are called as `Stack.shapes` says.
    """

    input_size: int
    hidden_size: int
    num_layers: int
    batch_first: bool
    dropout: float
    locked: bool = False
    bidirectional: bool
    proj_size: int
    training: bool
    _recompute: bool = False
    _parameters: dict[str, Any]
    _stack: Stack
    _ran: Ran | None = None

    @property
    def cell(self) -> Cell:
        """The cell of every layer."""
        return self._stack.cell

    @property
    def layout(self) -> Layout:
        """How the parameters of a layer and direction are packed."""
        return self._stack.layout

    @property
    def recompute(self) -> bool:
        """Whether less is kept for the way back, and computed again there."""
        return self._recompute

    @recompute.setter
    def recompute(self, value: bool) -> None:
        self._recompute = value
        if "_stack" in self.__dict__:
            self._remake_stack()

    def _made_stack(self) -> Stack:
        """Return what of the module is the same for every call."""
        raise NotImplementedError

    def _remake_stack(self) -> None:
        """Set what of the module is the same for every call."""
        self._stack = self._made_stack()

    def _given(
        self, x: Tensor, weights: tuple[Tensor, ...], memory: Memory | None
    ) -> tuple[Stack, tuple[Tensor, ...]]:
        """Return the layers that a call runs with, and all that they are given beside the input."""
        return self._stack, weights

    def _check(self, x: Sequences, state: State | None) -> None:
        """Raise what is wrong with an input and a state."""
        raise NotImplementedError

    def __getstate__(self) -> Any:
        state: Any = super().__getstate__()
        # made anew from the settings, so that equal modules share one
        made = ("_stack", "_running")
        return {name: value for name, value in state.items() if name not in made}

    def __setstate__(self, state: Any) -> None:
        super().__setstate__(state)  # type: ignore[misc]
        self._remake_stack()

    def named_views(self, layer: int = 0, *, reverse: bool = False) -> dict[str, Tensor]:
        """Return the parameters of a layer by their names in the equations.

        Args:
            layer: the layer, from 0.
            reverse: of the backward direction.

        Returns:
            ``W_i`` of (H, I), ``R_i`` of (H, H), ``b_i`` and vectors of (H): views, so that a value
            can be set under `torch.no_grad`. In torch's drop-ins, where a bias has two halves, it
            is their sum.

        Example:
            >>> import elman, torch
            >>> lstm = elman.nn.Recurrent("lstm", 3, 4)
            >>> with torch.no_grad():
            ...     _ = lstm.named_views()["b_f"].fill_(1.0)
        """
        stack, count = self._stack, len(self._stack.own)
        first = count * (layer * stack.directions + reverse)
        weights = self._weights()[first : first + count]
        return stack.layout.bind(dict(zip(stack.own, weights, strict=True)))

    def _weights(self) -> tuple[Tensor, ...]:
        """Return the parameters as they are now, in the order of `Stack.shapes`."""
        parameters = self._parameters
        try:
            return tuple([parameters[name] for name in self._stack.parameters])
        except KeyError:  # of a parametrisation, or plain tensors in the place of parameters
            return tuple([getattr(self, name) for name in self._stack.parameters])

    def arranged(
        self, x: Sequences, state: State | None, lengths: Lengths, memory: Memory | None = None
    ) -> tuple[Call, Arrangement]:
        """Check a user's input and bring it, with the states, into the runtime's arrangement."""
        weights = self._weights()
        if not self._fits(x, state, weights):
            self._check(x, state)
        steps, real, arrangement = arrange(x, lengths, batch_first=self.batch_first)
        states = self._zeros(steps) if state is None else arrangement.states_in(state)
        stack, weights = self._given(steps, weights, memory)
        settings = (self.dropout, self.training, self.locked)
        return Call(stack, steps, states, weights, real, *settings), arrangement

    def _fits(self, x: Sequences, state: State | None, weights: tuple[Tensor, ...]) -> bool:
        """Return whether an input and a state are plainly right, which is soon seen."""
        if not isinstance(x, Tensor):
            return False
        stack, shape, dtype = self._stack, x.shape, x.dtype
        if len(shape) not in (2, 3) or 0 in shape or shape[-1] != stack.input_size:
            return False
        if weights and weights[0].dtype is not dtype:
            return False
        if state is None:
            return True
        states, sizes = (state,) if isinstance(state, Tensor) else state, stack.state_sizes
        if not isinstance(states, (tuple, list)) or len(states) != len(sizes):
            return False
        rows = (shape[0 if self.batch_first else 1],) if len(shape) == 3 else ()
        for one, size in zip(states, sizes, strict=True):
            if not isinstance(one, Tensor) or one.dtype is not dtype:
                return False
            if one.shape != (stack.rows, *rows, size):
                return False
        return True

    def _zeros(self, x: Tensor) -> tuple[Tensor, ...]:
        """Return the states that a run begins with when none are given."""
        rows, sizes = x.size(1), self._stack.state_sizes
        # one for all of a size, since they are only read
        zeros = {size: x.new_zeros(self._stack.rows, rows, size) for size in {*sizes}}
        return tuple([zeros[size] for size in sizes])

    def _run(
        self, x: Sequences, state: State | None, lengths: Lengths, memory: Memory | None = None
    ) -> tuple[Sequences, State]:
        given = (x, state, lengths, memory)
        if not torch.compiler.is_compiling():
            return self._run_by_itself(*given)
        if isinstance(x, PackedSequence):
            found: tuple[Sequences, State] = _run_between_graphs(self, *given)
            return found
        call, arrangement = self.arranged(*given)
        output, finals = run_in_graph(call)
        return arrangement.output(output), arrangement.states_out(finals)

    def _run_by_itself(
        self, x: Sequences, state: State | None, lengths: Lengths, memory: Memory | None
    ) -> tuple[Sequences, State]:
        call, arrangement = self.arranged(x, state, lengths, memory)
        backend, reason = choose(call)
        # past torch's way of setting attributes, which looks for parameters first
        self.__dict__["_ran"] = _remembered(call, backend.name, reason)
        output, finals = backend.run(call)
        return arrangement.output(output), arrangement.states_out(finals)

    def trace(
        self,
        x: Sequences,
        state: State | None = None,
        lengths: Lengths = None,
        memory: Memory | None = None,
    ) -> dict[str, Sequences]:
        """Run and return every gate and every state at every step.

        Args:
            x: as for `forward`.
            state: as for `forward`.
            lengths: as for `forward`; beyond them every value is zero.
            memory: as for `forward`, where a cell attends to one.

        Returns:
            By name, layer and direction (``f_l0``, ``c_l1_reverse``), each as the input lies, with
            H in the place of I. They are part of the graph of differentiation.

        Example:
            >>> import elman, torch
            >>> sorted(elman.nn.GRU(3, 4).trace(torch.zeros(5, 2, 3)))
            ['h_l0', 'n_l0', 'r_l0', 'z_l0']
        """
        values: dict[str, Sequences] = _trace_between_graphs(self, x, state, lengths, memory)
        return values

    def _trace_by_itself(
        self, x: Sequences, state: State | None, lengths: Lengths, memory: Memory | None
    ) -> dict[str, Sequences]:
        call, arrangement = self.arranged(x, state, lengths, memory)
        if call.x.size(0) == 0:
            raise ValueError("there is nothing to trace in a sequence without steps.")
        _, values = choose_tracer(call).backend.trace(call)
        return {name: arrangement.output(value) for name, value in values.items()}

    def explain(self) -> Explanation:
        """Say how the last run went and what it cost.

        Returns:
            Backend and why, floating-point operations, bytes of parameters and of what is kept for
            the backward pass; it prints itself.

        Raises:
            RuntimeError: the module has not run yet.

        Example:
            >>> import elman, torch
            >>> lstm = elman.nn.LSTM(3, 4)
            >>> _ = lstm(torch.zeros(5, 2, 3))
            >>> lstm.explain().backend
            'compiled'
        """
        return explain(self)


_trace_between_graphs = torch.compiler.disable(  # type: ignore[no-untyped-call]
    Engine._trace_by_itself, reason="a trace is for looking at, and no part of a graph"
)
_run_between_graphs = torch.compiler.disable(  # type: ignore[no-untyped-call]
    Engine._run_by_itself,
    reason="a PackedSequence cannot be part of a graph, for its sizes are known only when it runs; "
    "padded sequences and their lengths as a tensor can",
)


def _remembered(call: Call, backend: str, reason: str) -> Ran:
    lengths, real = call.lengths, None
    if lengths is not None and not torch._C._are_functorch_transforms_active():
        real = int(lengths.sum())
    stack, shapes = call.stack, None
    if stack.names != stack.own:
        shapes = tuple([weight.shape for weight in call.weights])
    return Ran(backend, reason, call.x.shape, real, stack, shapes)
