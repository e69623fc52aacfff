"""From the hidden states of all steps to one vector for the sequence.

Shapes: B rows, T steps, D directions, H hidden units. Steps beyond a row's length do not count.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

__all__ = ["POOLINGS", "Attention", "Last", "Longest", "Mean"]


class Last(nn.Module):
    """What each direction knows once it has read all: the last state, of a second one the first.

    Args:
        size: D H.
        directions: D.

    Example:
        >>> Last(2, 1)(torch.arange(6.0).view(1, 3, 2), torch.tensor([2])).tolist()
        [[2.0, 3.0]]
    """

    def __init__(self, size: int, directions: int) -> None:
        super().__init__()
        self.directions = directions

    def forward(self, h: Tensor, lengths: Tensor) -> Tensor:
        """Return (B, D H) of states (B, T, D H) and lengths (B,)."""
        rows = torch.arange(len(h), device=h.device)
        ends = h[rows, lengths - 1]
        if self.directions == 1:
            return ends
        half = h.shape[-1] // 2
        return torch.cat([ends[:, :half], h[:, 0, half:]], 1)


class Mean(nn.Module):
    """The mean over all steps.

    Example:
        >>> Mean(1, 1)(torch.tensor([[[1.0], [3.0], [9.0]]]), torch.tensor([2])).tolist()
        [[2.0]]
    """

    def __init__(self, size: int, directions: int) -> None:
        super().__init__()

    def forward(self, h: Tensor, lengths: Tensor) -> Tensor:
        """Return (B, D H) of states (B, T, D H) and lengths (B,)."""
        return (h * real(h, lengths)).sum(1) / lengths[:, None]


class Longest(nn.Module):
    """The largest value of each unit over all steps.

    Example:
        >>> Longest(1, 1)(torch.tensor([[[-1.0], [-3.0], [9.0]]]), torch.tensor([2])).tolist()
        [[-1.0]]
    """

    def __init__(self, size: int, directions: int) -> None:
        super().__init__()

    def forward(self, h: Tensor, lengths: Tensor) -> Tensor:
        """Return (B, D H) of states (B, T, D H) and lengths (B,)."""
        return h.masked_fill(~real(h, lengths), -torch.inf).amax(1)


class Attention(nn.Module):
    r"""A mean in which each step has a weight of its own, softmax over t of $v^T \tanh(W h_t)$.

    Example:
        >>> Attention(4, 1)(torch.zeros(2, 3, 4), torch.tensor([3, 1])).shape
        torch.Size([2, 4])

    Source:
        Yang et al. 2016, Hierarchical Attention Networks for Document Classification.
    """

    def __init__(self, size: int, directions: int) -> None:
        super().__init__()
        self.map = nn.Linear(size, size)
        self.query = nn.Linear(size, 1, bias=False)

    def forward(self, h: Tensor, lengths: Tensor) -> Tensor:
        """Return (B, D H) of states (B, T, D H) and lengths (B,)."""
        return (self.weights(h, lengths) * h).sum(1)

    def weights(self, h: Tensor, lengths: Tensor) -> Tensor:
        """Return the weight of each step, (B, T, 1)."""
        scores = self.query(torch.tanh(self.map(h)))
        scores = scores.masked_fill(~real(h, lengths), -torch.inf)
        return torch.softmax(scores, 1)


def real(h: Tensor, lengths: Tensor) -> Tensor:
    """Return which steps are before the end of their row, (B, T, 1)."""
    steps = torch.arange(h.shape[1], device=h.device)
    return (steps < lengths[:, None])[..., None]


POOLINGS: dict[str, type[Last | Mean | Longest | Attention]] = {
    "last": Last,
    "mean": Mean,
    "max": Longest,
    "attention": Attention,
}
