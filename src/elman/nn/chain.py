"""What a conditional random field gets, checked: sentences, taggings, and what may follow what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from elman.errors import SettingError
from elman.runtime.lengths import check_lengths

__all__ = ["Moves", "Sentences", "allowed_masks", "as_sentences", "as_tags", "refuse_forbidden"]


class Moves(NamedTuple):
    """What it is worth to begin with a tag, to go from one to the next, and to end with one.

    Args:
        start: (K,); minus infinity where forbidden. Or all three are masks of what is allowed.
        transitions: (K, K), from row to column.
        end: (K,).
    """

    start: Tensor
    transitions: Tensor
    end: Tensor


class Sentences(NamedTuple):
    """What a batch looks like.

    Args:
        scores: of every tag at every step, (B, T, K).
        lengths: (B,).
        real: which steps are within the length, (B, T).
    """

    scores: Tensor
    lengths: Tensor
    real: Tensor


def as_sentences(
    scores: Tensor, lengths: Tensor | Sequence[int], num_tags: int, dtype: torch.dtype
) -> Sentences:
    """Return a batch, provided that it is one.

    Args:
        scores: (B, T, K).
        lengths: (B,).
        num_tags: K.
        dtype: to compute in.

    Returns:
        The batch.

    Raises:
        ValueError: shapes or lengths do not fit.

    Example:
        >>> as_sentences(torch.zeros(2, 3, 4), [3, 1], 4, torch.float32).real.tolist()
        [[True, True, True], [True, False, False]]
    """
    if scores.dim() != 3 or scores.shape[-1] != num_tags:
        raise ValueError(f"scores must be (B, T, {num_tags}), got {tuple(scores.shape)}.")
    lengths = torch.as_tensor(lengths, device=scores.device)
    if lengths.shape != scores.shape[:1] or (lengths.is_floating_point() and len(lengths)):
        raise ValueError(
            f"lengths must be {len(scores)} whole numbers, one for each row of the scores, "
            f"got {lengths.dtype} of {tuple(lengths.shape)}."
        )
    lengths = lengths.long()
    check_lengths(lengths, scores.shape[1])
    real = torch.arange(scores.shape[1], device=scores.device) < lengths[:, None]
    return Sentences(scores.to(dtype), lengths, real)


def as_tags(tags: Tensor, sentences: Sentences) -> Tensor:
    """Return taggings with 0 beyond the lengths, provided that the tags exist.

    Args:
        tags: (B, T); what is beyond a length does not count.
        sentences: the batch.

    Returns:
        (B, T).

    Raises:
        ValueError: the shape does not fit, or there is no such tag.

    Example:
        >>> batch = as_sentences(torch.zeros(1, 3, 4), [2], 4, torch.float32)
        >>> as_tags(torch.tensor([[3, 1, -1]]), batch).tolist()
        [[3, 1, 0]]
    """
    real, size = sentences.real, sentences.scores.shape[-1]
    if tags.shape != real.shape or tags.is_floating_point():
        raise ValueError(
            f"tags must be whole numbers of {tuple(real.shape)}, as the scores, "
            f"got {tags.dtype} of {tuple(tags.shape)}."
        )
    tags = tags.long().masked_fill(~real, 0)
    strange = (tags < 0).logical_or_(tags >= size)
    if bool(strange.any()):
        row, step = strange.nonzero()[0].tolist()
        raise ValueError(
            f"tags must lie in 0..{size - 1}, "
            f"but row {row}, step {step} has {int(tags[row, step])}."
        )
    return tags


def allowed_masks(num_tags: int, allowed: Sequence[Tensor] | None) -> Moves:
    """Return copies of the masks of what is allowed, provided that they fit.

    Args:
        num_tags: K.
        allowed: three masks, (K,), (K, K) and (K,); everything is allowed if not given.

    Returns:
        The masks.

    Raises:
        SettingError: they are no boolean masks of these shapes.

    Example:
        >>> allowed_masks(2, None).end
        tensor([True, True])
    """
    shapes = (num_tags,), (num_tags, num_tags), (num_tags,)
    if allowed is None:
        return Moves(*(torch.ones(shape, dtype=torch.bool) for shape in shapes))
    given = [(mask.dtype, tuple(mask.shape)) for mask in allowed]
    if given != [(torch.bool, shape) for shape in shapes]:
        raise SettingError(
            f"allowed must be three boolean masks of the shapes {', '.join(map(str, shapes))}; "
            f"got {', '.join(f'{dtype} of {shape}' for dtype, shape in given)}."
        )
    return Moves(*(mask.clone() for mask in allowed))


def refuse_forbidden(tags: Tensor, sentences: Sentences, allowed: Moves) -> None:
    """Refuse taggings that make a forbidden move.

    Args:
        tags: (B, T), 0 beyond the lengths, with at least one row and step.
        sentences: the batch.
        allowed: the masks.

    Raises:
        ValueError: a tag begins, follows or ends where it must not.

    Example:
        >>> batch = as_sentences(torch.zeros(1, 1, 2), [1], 2, torch.float32)
        >>> refuse_forbidden(torch.tensor([[1]]), batch, allowed_masks(2, None))
    """
    steps = torch.arange(tags.shape[1], device=tags.device)
    right = allowed.transitions[tags.roll(1, 1), tags]
    right[:, 0] = allowed.start[tags[:, 0]]
    right &= allowed.end[tags] | (steps != sentences.lengths[:, None] - 1)
    if bool((wrong := sentences.real & ~right).any()):
        row, step = wrong.nonzero()[0].tolist()
        raise ValueError(
            f"the tags of row {row} are not allowed at step {step}: tag {int(tags[row, step])} "
            "must not begin, follow or end there. Mend the tags or allow the move."
        )
