"""What a network says of sequences, those about as long as each other together."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from elman.data.by_length import padded
from elman.tasks.classification.encoding import Encoding
from elman.tasks.classification.network import OneLabel
from elman.tasks.network import asking

__all__ = ["scores_of"]

AT_ONCE = 256  # sequences


def scores_of(network: OneLabel, encoding: Encoding, sequences: Sequence[Tensor]) -> Tensor:
    """Return the scores of the labels of sequences.

    Args:
        network: in any mode.
        encoding: of its symbols and labels.
        sequences: N, each as `Encoding.sequences` returns it.

    Returns:
        (N, K).

    Example:
        >>> from elman.tasks.classification.settings import ClassifierSettings
        >>> settings = ClassifierSettings(hidden_size=4)
        >>> network = OneLabel(None, 1, 2, "gru", settings, ragged=True)
        >>> encoding = Encoding(settings, None, 1, ("+", "-"), None)
        >>> scores_of(network, encoding, [torch.ones(3, 1), torch.ones(5, 1)]).shape
        torch.Size([2, 2])
    """
    order = sorted(range(len(sequences)), key=lambda n: len(sequences[n]))
    found = torch.empty(len(sequences), len(encoding.labels))
    with asking(network), torch.no_grad():
        for first in range(0, len(order), AT_ONCE):
            own = order[first : first + AT_ONCE]
            rows = padded([sequences[n] for n in own], encoding.padding)
            found[own] = network.of_any_length(rows)[0]
    return found
