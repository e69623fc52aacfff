"""Torch's recurrent modules with our engine: the contract is inherited, the run is ours.

They derive from `torch.nn.RNNBase` and not from `torch.nn.LSTM` and its like, which
`torch.compile` refuses.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence

from elman import cells
from elman.cells.layout import layout
from elman.nn.arrangement import Lengths, Sequences
from elman.nn.engine import Engine
from elman.runtime import Layer, Stack, stack

__all__ = ["GRU", "LSTM", "RNN", "stack_of"]

_CELLS = {"LSTM": "lstm", "GRU": "gru", "RNN_TANH": "elman", "RNN_RELU": "elman_relu"}


def stack_of(module: torch.nn.RNNBase, *, recompute: bool = False) -> Stack:
    """Return the stack that computes what a recurrent module of torch's does.

    Args:
        module: a `torch.nn.RNN`, `LSTM` or `GRU`, or one of ours.
        recompute: whether less is kept for the way back, and computed again there.

    Returns:
        The stack; the module's parameters are called and shaped as it says.

    Example:
        >>> list(stack_of(torch.nn.GRU(3, 4, bias=False)).shapes)
        ['weight_ih_l0', 'weight_hh_l0']
    """
    cell = cells.get(_CELLS[module.mode])
    # as in torch, with two biases
    packed = layout(cell, bias=module.bias, two_biases=True)
    directions = 2 if module.bidirectional else 1
    layer = Layer(cell, packed, module.hidden_size, module.proj_size, directions, recompute)
    return stack(layer, module.input_size, module.num_layers)


class _DropIn(Engine, torch.nn.RNNBase):
    """What the three have in common."""

    def __init__(self, *args: Any, recompute: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.recompute = recompute
        self._stack = self._made_stack()

    def _made_stack(self) -> Stack:
        return stack_of(self, recompute=self.recompute)

    def extra_repr(self) -> str:
        """Return the settings that differ from the defaults, as torch does."""
        return super().extra_repr() + ", recompute=True" * self.recompute

    def forward(
        self, input: Sequences, hx: Any = None, *, lengths: Lengths = None
    ) -> tuple[Any, Any]:
        """Run over a batch of sequences, as `torch.nn` does.

        Args:
            input: (T, B, I), (B, T, I) if batch_first, (T, I) for a single sequence, or packed.
            hx: the state at the beginning, (L * D, B, H), a pair for the LSTM; zero if None.
            lengths: (B,), beyond torch: how many steps of each row are real, in any order, on any
                device, zero allowed. Beyond them the output is zero and the state stays.

        Returns:
            The output and the state at the end of each row.

        Raises:
            ValueError, RuntimeError, IndexError: where `torch.nn` raises them, with its words.
        """
        return self._run(input, hx, lengths)

    def _check(self, x: Sequences, state: Any) -> None:
        """Raise what torch raises, in its words."""
        self._update_flat_weights()
        packed = x if isinstance(x, PackedSequence) else None
        data = x.data if isinstance(x, PackedSequence) else x
        if packed is None:
            if data.dim() not in (2, 3):
                raise ValueError(self._wrong_dimensions.format(data.dim()))
            if state is not None:
                self._check_state_dimensions(data, state)
        batch_sizes = None if packed is None else packed.batch_sizes
        data = data if packed is not None or data.dim() == 3 else self._batched(data)
        self.check_input(data, batch_sizes)
        if state is not None:
            self.check_forward_args(data, self._batched_state(x, state), batch_sizes)
        if packed is None and data.size(1 if self.batch_first else 0) == 0:
            raise RuntimeError("Expected sequence length to be larger than 0 in RNN")

    _wrong_dimensions: str

    def _batched(self, x: Tensor) -> Tensor:
        return x.unsqueeze(0 if self.batch_first else 1)

    def _batched_state(self, x: Sequences, state: Any) -> Any:
        """Return a state with its rows in the order of the input's."""
        count = len(self._stack.state_sizes)
        if count > 1 and len(state) != count:
            raise RuntimeError("lstm expects two hidden states")
        if isinstance(x, PackedSequence):
            return self.permute_hidden(state, x.sorted_indices)
        if x.dim() == 3:
            return state
        return state.unsqueeze(1) if count == 1 else tuple(s.unsqueeze(1) for s in state)

    def _check_state_dimensions(self, x: Tensor, hx: Tensor) -> None:
        kind = "unbatched" if x.dim() == 2 else "batched"
        if hx.dim() != x.dim():
            raise RuntimeError(
                f"For {kind} {x.dim()}-D input, hx should also be {x.dim()}-D "
                f"but got {hx.dim()}-D tensor"
            )


class RNN(_DropIn):
    r"""Drop-in for `torch.nn.RNN`, the simple recurrent network.

    $$h_t = \tanh(W_{ih} x_t + b_{ih} + W_{hh} h_{t-1} + b_{hh})$$

    Args:
        args: ``input_size, hidden_size, num_layers=1, nonlinearity="tanh", bias=True,
            batch_first=False, dropout=0.0, bidirectional=False``, as `torch.nn.RNN` takes them.
        kwargs: the same by name, with device and dtype; beyond torch, ``recompute=False``: whether
            less is kept for the way back, and computed again there.

    Example:
        >>> import elman, torch
        >>> output, h = elman.nn.RNN(3, 4, nonlinearity="relu")(torch.zeros(5, 2, 3))
        >>> tuple(output.shape)
        (5, 2, 4)

    Source: Elman 1990, Finding Structure in Time, Cognitive Science 14.
    """

    _wrong_dimensions = "RNN: Expected input to be 2D or 3D, got {}D tensor instead"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        _refuse_projection("proj_size" in kwargs)
        if len(args) > 3:
            nonlinearity, args = args[3], args[:3] + args[4:]
        else:
            nonlinearity = kwargs.pop("nonlinearity", "tanh")
        if nonlinearity not in ("tanh", "relu"):
            raise ValueError(
                f"Unknown nonlinearity '{nonlinearity}'. Select from 'tanh' or 'relu'."
            )
        super().__init__(f"RNN_{nonlinearity.upper()}", *args, **kwargs)
        _refuse_projection(self.proj_size > 0)
        self.nonlinearity = nonlinearity


class GRU(_DropIn):
    r"""Drop-in for `torch.nn.GRU`, the reset gate after the product.

    $$n_t = \tanh(W_{in} x_t + b_{in} + r_t \odot (W_{hn} h_{t-1} + b_{hn})),\quad
    h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}$$

    Args:
        args: ``input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
            bidirectional=False``, as `torch.nn.GRU` takes them.
        kwargs: the same by name, with device and dtype; beyond torch, ``recompute=False``: whether
            less is kept for the way back, and computed again there.

    Example:
        >>> import elman, torch
        >>> output, h = elman.nn.GRU(3, 4)(torch.zeros(5, 2, 3))
        >>> tuple(h.shape)
        (1, 2, 4)

    Source: Cho et al. 2014, arXiv 1406.1078.
    """

    _wrong_dimensions = "GRU: Expected input to be 2D or 3D, got {}D instead"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        _refuse_projection("proj_size" in kwargs)
        super().__init__("GRU", *args, **kwargs)
        _refuse_projection(self.proj_size > 0)


class LSTM(_DropIn):
    r"""Drop-in for `torch.nn.LSTM`, long short-term memory.

    $$c_t = f_t \odot c_{t-1} + i_t \odot g_t,\quad h_t = o_t \odot \tanh c_t$$

    Args:
        args: ``input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
            bidirectional=False, proj_size=0``, as `torch.nn.LSTM` takes them.
        kwargs: the same by name, with device and dtype; beyond torch, ``recompute=False``: whether
            less is kept for the way back, and computed again there.

    Example:
        >>> import elman, torch
        >>> output, (h, c) = elman.nn.LSTM(3, 4, num_layers=2)(torch.zeros(5, 2, 3))
        >>> tuple(output.shape), tuple(h.shape), tuple(c.shape)
        ((5, 2, 4), (2, 2, 4), (2, 2, 4))

    Source: Hochreiter and Schmidhuber 1997; Gers et al. 2000; projection: Sak et al. 2014,
    arXiv 1402.1128.
    """

    _wrong_dimensions = "LSTM: Expected input to be 2D or 3D, got {}D instead"
    # the LSTM's state is a pair, as in torch.nn.LSTM, which overrides these in the same way
    check_forward_args = torch.nn.LSTM.check_forward_args  # type: ignore[assignment]
    get_expected_cell_size = torch.nn.LSTM.get_expected_cell_size
    permute_hidden = torch.nn.LSTM.permute_hidden  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__("LSTM", *args, **kwargs)

    def _check_state_dimensions(self, x: Tensor, hx: Any) -> None:
        kind = "unbatched" if x.dim() == 2 else "batched"
        if hx[0].dim() != x.dim() or hx[1].dim() != x.dim():
            raise RuntimeError(
                f"For {kind} {x.dim()}-D input, hx and cx should also be {x.dim()}-D "
                f"but got ({hx[0].dim()}-D, {hx[1].dim()}-D) tensors"
            )


def _refuse_projection(asked: bool) -> None:
    if asked:
        raise ValueError("proj_size argument is only supported for LSTM, not RNN or GRU")
