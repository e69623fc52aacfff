"""Torch's own operators, for the cells that they compute exactly."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import torch
from torch import Tensor
from torch.autograd import forward_ad
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from elman import cells
from elman.runtime.call import Call, Result
from elman.runtime.stack import Stack

__all__ = ["Aten"]

_OPERATORS = {"lstm": "lstm", "gru": "gru", "elman": "rnn_tanh", "elman_relu": "rnn_relu"}


@cache
def _operator(stack: Stack) -> str:
    """Return the name of the operator for these equations, whatever the cell is called."""
    for name, operator in _OPERATORS.items():
        if stack.cell.graph == cells.get(name).graph:
            return operator
    return ""


class Aten:
    """Runs the LSTM, the GRU and the Elman network by `torch.lstm` and its like."""

    name = "aten"

    def operator(self, call: Call) -> str:
        """Return the name of the operator for the cell of a call.

        Args:
            call: the call.

        Returns:
            Such as "lstm"; an empty string if there is none.
        """
        return _operator(call.stack)

    def refuses(self, call: Call) -> str:
        """Return why torch's operators cannot run the call.

        Args:
            call: the call.

        Returns:
            The reason; an empty string if they can.
        """
        stack, operator = call.stack, self.operator(call)
        if not operator:
            return f"torch has no operator for the cell {stack.cell.name}"
        if stack.layer.recompute:
            return "torch's operators do not compute again what the way back needs"
        if stack.layer.proj_size and operator != "lstm":
            return "torch's operators project the output of an LSTM only"
        if call.dropout and call.locked and call.training:
            return "torch's operators drop the outputs of every step by themselves"
        if call.x.size(0) == 0:
            return "torch's operators refuse a sequence without steps"
        if forward_ad._current_level >= 0 or torch._C._are_functorch_transforms_active():
            return "torch's operators have no rules for forward-mode differentiation and vmap"
        if call.lengths is not None and not call.lengths.any():
            return "torch's operators refuse a batch without steps"
        return ""

    def run(self, call: Call) -> Result:
        """Run the call.

        Args:
            call: the call.

        Returns:
            Output and states.
        """
        if call.lengths is None:
            return _run(call, call.x, call.states)
        rows = call.lengths.nonzero().squeeze(1).to(call.x.device)
        if len(rows) == call.x.size(1):
            return _run_packed(call, call.x, call.states, call.lengths)
        here, lengths = (call.x.index_select(1, rows), call.lengths[rows.to(call.lengths.device)])
        begin = tuple(state.index_select(1, rows) for state in call.states)
        output, states = _run_packed(call, here, begin, lengths)
        zeros = output.new_zeros(output.size(0), call.x.size(1), output.size(2))
        return zeros.index_copy(1, rows, output), tuple(
            old.index_copy(1, rows, new) for old, new in zip(call.states, states, strict=True)
        )


def _run_packed(call: Call, x: Tensor, states: tuple[Tensor, ...], lengths: Tensor) -> Result:
    # stable, so that rows which come sorted, as out of a PackedSequence, stay in torch's order
    ordered, order = lengths.cpu().sort(descending=True, stable=True)
    order, back = order.to(x.device), order.argsort().to(x.device)
    packed = pack_padded_sequence(x.index_select(1, order), ordered)
    begin = tuple(state.index_select(1, order) for state in states)
    data, finals = _run(call, packed.data, begin, packed.batch_sizes)
    output, _ = pad_packed_sequence(packed._replace(data=data), total_length=x.size(0))
    return output.index_select(1, back), tuple(state.index_select(1, back) for state in finals)


def _run(
    call: Call, x: Tensor, states: tuple[Tensor, ...], batch_sizes: Tensor | None = None
) -> Result:
    stack = call.stack
    named = [call.named(index) for index in range(stack.rows)]
    weights = [weight for tensors in named for weight in _in_the_order_of_torch(tensors)]
    wants_gradient = torch.is_grad_enabled() and any(
        tensor.requires_grad for tensor in (x, *states, *weights)
    )
    settings = (
        "bias_ih" in stack.names,
        stack.num_layers,
        call.dropout if call.training else 0.0,
        # cuDNN keeps what backward needs only if it believes that it is training
        call.training or wants_gradient,
        stack.directions == 2,
    )
    operator = getattr(torch._VF, _operator(stack))
    state = states if len(states) > 1 else states[0]
    if batch_sizes is None:
        output, *finals = operator(x, state, weights, *settings, False)
    else:
        output, *finals = operator(x, batch_sizes, state, weights, *settings)
    return output, tuple(finals)


def _in_the_order_of_torch(tensors: Mapping[str, Tensor]) -> list[Tensor]:
    """Return weight_ih, weight_hh, both biases if there are any, and weight_hr if there is one."""
    ordered = [tensors["weight_ih"], tensors["weight_hh"]]
    if "bias_ih" in tensors:
        ordered += [tensors["bias_ih"], _second_bias(tensors)]
    return [*ordered, *([tensors["weight_hr"]] if "weight_hr" in tensors else [])]


def _second_bias(tensors: Mapping[str, Tensor]) -> Tensor:
    """Return the bias of the recurrent product, zero in the rows that have only the other one."""
    rows = tensors["weight_hh"].size(0)
    given = tensors.get("bias_hh")
    if given is None:
        return tensors["weight_hh"].new_zeros(rows)
    missing = rows - given.size(0)
    return torch.cat([given.new_zeros(missing), given]) if missing else given
