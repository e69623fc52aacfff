"""The parameters of a torch cell as arrays, for peers that lie them otherwise."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from torch import nn

from elman.bench.rows import Row

__all__ = ["Weights", "weights_of"]

Array = NDArray[np.float32]


class Weights(NamedTuple):
    """The parameters of one layer and direction, the gates one after the other.

    Args:
        input: (G H, I).
        hidden: (G H, H).
        input_bias: (G H).
        hidden_bias: (G H).
    """

    input: Array
    hidden: Array
    input_bias: Array
    hidden_bias: Array

    def ordered(self, *gates: int) -> Weights:
        """Return them with the gates in another order.

        Args:
            gates: which of ours comes first, second and so on.
        """
        return Weights(*(np.concatenate([np.split(a, len(gates))[g] for g in gates]) for a in self))


def weights_of(module: nn.Module, row: Row) -> list[list[Weights]]:
    """Return the parameters of a module.

    Args:
        module: an LSTM, a GRU or an RNN, ours or torch's.
        row: that it was made for.

    Returns:
        For each layer those of each direction.
    """
    found = {name: parameter.detach().numpy() for name, parameter in module.named_parameters()}
    names = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    suffixes = ("", "_reverse") if row.bidirectional else ("",)
    return [
        [Weights(*(found[f"{name}_l{layer}{suffix}"] for name in names)) for suffix in suffixes]
        for layer in range(row.layers)
    ]
