"""The best tagging of every sentence of a batch."""

from __future__ import annotations

import torch
from torch import Tensor

from elman.nn.chain import Moves, Sentences

__all__ = ["PADDING", "best_taggings"]

PADDING = -1  # the tag beyond a sentence


@torch.no_grad()
def best_taggings(sentences: Sentences, moves: Moves) -> tuple[Tensor, Tensor]:
    """Return the tags of the largest score; of equal ones the lowest tags, from the end.

    Args:
        sentences: the batch.
        moves: what may follow what.

    Returns:
        The tags, (B, T), -1 beyond the length, and their scores, (B,), 0 for an empty sentence.

    Example:
        >>> scores = torch.tensor([[[0.0, 1.0], [2.0, 0.0]]])
        >>> batch = Sentences(scores, torch.tensor([2]), torch.tensor([[True, True]]))
        >>> best_taggings(batch, Moves(torch.zeros(2), torch.zeros(2, 2), torch.zeros(2)))
        (tensor([[1, 0]]), tensor([3.]))
    """
    scores, real = sentences.scores, sentences.real[..., None]  # (B, T, K), (B, T, 1)
    into = moves.transitions.t().contiguous()  # the tag before comes last, (K, K)
    stay = torch.arange(scores.shape[-1], device=scores.device)
    best = moves.start + scores[:, 0]  # of all taggings up to here, by their last tag, (B, K)
    before = []  # for every step but the first, (B, K)
    for step in range(1, scores.shape[1]):
        found, tags = (best[:, None] + into).max(-1)
        best = torch.where(real[:, step], found + scores[:, step], best)
        before.append(torch.where(real[:, step], tags, stay))
    best, tag = (best + moves.end).max(-1)
    path = [tag]
    for tags in reversed(before):
        path.append(tag := tags.gather(1, tag[:, None])[:, 0])
    taggings = torch.stack(path[::-1], 1).masked_fill(~sentences.real, PADDING)
    return taggings, best.masked_fill(sentences.lengths == 0, 0)
