"""A start from which gated cells hold their state over long sequences."""

from __future__ import annotations

import torch

from elman.errors import SettingError
from elman.nn.recurrent import Recurrent

__all__ = ["HOLDING", "chrono"]

# Gates by cell: +1 where an open one keeps the state, -1 where it replaces it.
HOLDING: dict[str, dict[str, int]] = {
    "coupled_lstm": {"i": -1},
    "gru": {"z": 1},
    "gru_before": {"z": 1},
    "ligru": {"z": 1},
    "lstm": {"f": 1, "i": -1},
    "mgu": {"f": -1},
    "min_gru": {"z": -1},
    "min_lstm": {"f": 1, "i": -1},
    "peephole_lstm": {"f": 1, "i": -1},
}


def chrono(network: Recurrent, steps: int) -> None:
    r"""Begin with gates that hold the state for up to so many steps, and with inputs that count.

    The biases of the gates that hold become $\pm\log u$ with u uniform in 1 to `steps` - 1, all
    others 0, so that a unit forgets within 1 + u steps; matrices of the input become normal with
    variance 1 / I, which lets each input move the state as far as the state itself is large.

    Args:
        network: its parameters are drawn anew, but for the matrices of the state.
        steps: how far back the network is to look, 3 or more.

    Raises:
        SettingError: the cell has no gate that holds its state, the network has no biases, or
            there are too few steps.

    Example:
        >>> network = Recurrent("gru", 1, 4)
        >>> chrono(network, 100)
        >>> network.bias_ih_l0.view(3, 4)[0].tolist()  # of the reset gate
        [0.0, 0.0, 0.0, 0.0]

    Source:
        Tallec & Ollivier 2018, Can Recurrent Neural Networks Warp Time?, section 4.
    """
    name = network.cell.name
    if name not in HOLDING:
        raise SettingError(
            f"the cell {name} has no gate known to hold its state, which memory is about. Leave "
            f"memory out, or take one of {', '.join(HOLDING)}."
        )
    if not network.bias:
        raise SettingError("memory is set by the biases, but the network has none. Give bias=True.")
    if not isinstance(steps, int) or isinstance(steps, bool) or steps < 3:
        raise SettingError(f"memory must be a whole number of steps from 3, got {steps!r}.")
    blocks = {block.name: block for block in network.layout.blocks}
    with torch.no_grad():
        drawn: dict[str, torch.Tensor] = {}  # the gates of one layer and direction hold alike
        for parameter_name, parameter in network.named_parameters():
            kind, layer = parameter_name.rsplit("_l", 1)
            if kind == "weight_ih":
                parameter.normal_(std=parameter.shape[1] ** -0.5)
            if not kind.startswith("bias"):
                continue
            parameter.zero_()
            if layer not in drawn:
                uniform = torch.empty_like(parameter[: network.hidden_size])
                drawn[layer] = uniform.uniform_(1, steps - 1).log_()
            parts = blocks[kind].parts
            for part, rows in zip(parts, parameter.chunk(len(parts)), strict=True):
                rows.copy_(HOLDING[name].get(part.removeprefix("b_"), 0) * drawn[layer])
