"""The weight of all taggings of a sentence together, forward and backward in one loop.

B sentences, T steps, K tags. The recursion from the end is the one from the beginning on the
reversed sentence with transposed transitions, so both run side by side as two rows of a batch.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import Tensor

from elman.nn.chain import Moves, Sentences

__all__ = ["FORBIDDEN", "log_partition", "marginals"]

FORBIDDEN = -1e30  # stands for minus infinity where that would make NaN of a gradient
# Terms that are too small to be kept have no weight in a sum of pairs that is larger than this.
# Of a dtype that is not here, none is taken to be large enough.
SMALLEST = {torch.float32: 1e-25, torch.float64: 1e-280}


class _Messages(NamedTuple):
    """What the loop leaves behind, beyond the lengths too; the second direction is from the end.

    Args:
        logs: of what comes from the side and the step itself, largest 0, (T, 2, B, K).
        shares: their exponentials.
        pairs: the weight of all pairs of tags at a step and the next, (T - 1, B).
        scores: of the tags, (T, B, K).
        back: where a step is when read from the end, (T, B, K).
        step: the exponentials of the transitions, largest 1, (K, K).
        real: which steps are within the length, (T, B, 1).
    """

    logs: Tensor
    shares: Tensor
    pairs: Tensor
    scores: Tensor
    back: Tensor
    step: Tensor
    real: Tensor

    def marginals(self) -> Tensor:
        """Return the probability of every tag at every step, (T, B, K)."""
        ahead, behind = self.logs[:, 0], self.logs[:, 1].gather(0, self.back)
        logs = behind.add_(ahead).sub_(self.scores)
        return logs.softmax(-1).masked_fill_(~self.real, 0)

    def transitions(self, weights: Tensor) -> Tensor:
        """Return how often each tag follows each, (K, K), rows weighted by (B,)."""
        inner = ~self.real[1:]
        size = self.step.shape[0]
        before = self.shares[:-1, 0].masked_fill(inner, 0)
        after = self.shares[:, 1].gather(0, self.back)[1:]
        after = after.mul_((weights / self.pairs)[..., None]).masked_fill_(inner, 0)
        return before.reshape(-1, size).t().mm(after.reshape(-1, size)).mul_(self.step)


def log_partition(sentences: Sentences, moves: Moves) -> Tensor:
    """Return the logarithm of the summed weights of all taggings, differentiable to any order.

    Args:
        sentences: the batch, of at least one row and one step.
        moves: what may follow what.

    Returns:
        (B,); 0 for an empty sentence, -1e30 or below if no tagging is possible.

    Example:
        >>> real = torch.ones(1, 3, dtype=torch.bool)
        >>> batch = Sentences(torch.zeros(1, 3, 2), torch.tensor([3]), real)
        >>> free = Moves(torch.zeros(2), torch.zeros(2, 2), torch.zeros(2))
        >>> log_partition(batch, free).exp().round()
        tensor([8.])
    """
    value, messages = _run(sentences, moves)
    if messages is None:
        return _plain(sentences, moves)
    if not torch.is_grad_enabled():
        return value
    found: Tensor = _Partition.apply(value, messages, *sentences, *moves)  # type: ignore[no-untyped-call]
    return found


def marginals(sentences: Sentences, moves: Moves) -> tuple[Tensor, Tensor]:
    """Return the probability of every tag at every step; no gradient passes through it.

    Args:
        sentences: the batch, of at least one row and one step.
        moves: what may follow what.

    Returns:
        The probabilities, (B, T, K), 0 beyond the length, and what `log_partition` returns.

    Example:
        >>> batch = Sentences(torch.zeros(1, 1, 2), torch.tensor([1]), torch.tensor([[True]]))
        >>> marginals(batch, Moves(torch.zeros(2), torch.zeros(2, 2), torch.zeros(2)))[0]
        tensor([[[0.5000, 0.5000]]])
    """
    value, messages = _run(sentences, moves)
    if messages is not None:
        return messages.marginals().transpose(0, 1).contiguous(), value
    with torch.enable_grad():
        scores = sentences.scores.detach().requires_grad_()
        fixed = Moves(*(part.detach() for part in moves))
        value = _plain(sentences._replace(scores=scores), fixed)
        (found,) = torch.autograd.grad(value.sum(), scores)
    return found, value.detach()


@torch.no_grad()
def _run(sentences: Sentences, moves: Moves) -> tuple[Tensor, _Messages | None]:
    """Return the logarithm of the weights, and the messages unless numbers were lost on the way."""
    (rows, steps, tags), given = sentences.scores.shape, sentences.scores
    real = sentences.real.t()[..., None]  # (T, B, 1)
    times = torch.arange(steps, device=given.device)[:, None]  # (T, 1)
    back = (sentences.lengths - 1 - times).where(real[..., 0], times)[..., None]
    back = back.expand(-1, -1, tags)
    scores = given.new_empty(steps, 2, rows, tags)
    scores[:, 0] = given.transpose(0, 1)
    torch.gather(scores[:, 0], 0, back, out=scores[:, 1])

    highest = moves.transitions.amax().clamp(min=torch.finfo(given.dtype).min)
    step = (moves.transitions - highest).exp_()
    both = torch.stack([step, step.t()])
    largest, sums = given.new_empty(steps, 2, rows, 1), torch.zeros_like(scores)
    logs, shares = torch.empty_like(scores), torch.empty_like(scores)
    now = scores[0] + torch.stack([moves.start, moves.end])[:, None]
    views = zip(*(part.unbind() for part in (largest, logs, shares, sums, scores)), strict=True)
    large, log, share, *_ = next(views)
    for large_after, log_after, share_after, total, score in views:
        _scaled(now, large, log, share)
        torch.bmm(share, both, out=total)
        torch.log(total, out=now).add_(score)
        large, log, share = large_after, log_after, share_after
    _scaled(now, large, log, share)

    last, which = (sentences.lengths - 1).clamp(min=0), torch.arange(rows, device=given.device)
    offsets = largest[:, 0, :, 0].cumsum(0).add_(times * highest)
    value = offsets[last, which] + (logs[last, 0, which] + moves.end).logsumexp(-1)
    value = value.masked_fill(sentences.lengths == 0, 0)
    behind = shares[:, 1].gather(0, back)
    pairs = (sums[1:, 0] * behind[1:]).sum(-1)
    enough = (pairs >= SMALLEST.get(pairs.dtype, torch.inf)).logical_or_(~real[1:, :, 0])
    if not bool(enough.all()) or not bool(value.isfinite().all()):
        return value, None
    return value, _Messages(logs, shares, pairs, scores[:, 0], back, step, real)


def _scaled(now: Tensor, large: Tensor, log: Tensor, share: Tensor) -> None:
    torch.amax(now, -1, keepdim=True, out=large)
    torch.sub(now, large, out=log)
    torch.exp(log, out=share)


class _Partition(torch.autograd.Function):
    """The logarithm of the weights, whose gradients are probabilities that are there already."""

    @staticmethod
    def forward(ctx: Any, value: Tensor, messages: _Messages, *inputs: Tensor) -> Tensor:
        ctx.messages = messages
        ctx.save_for_backward(*inputs)
        return value.clone()

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> Any:
        (weights,) = gradients
        if torch.is_grad_enabled():  # somebody will differentiate once more
            return None, None, *_again(weights, *ctx.saved_tensors)
        lengths = ctx.saved_tensors[1]
        of_scores = ctx.messages.marginals().mul_(weights[:, None])  # (T, B, K)
        last = (lengths - 1).clamp(min=0)
        of_end = of_scores[last, torch.arange(len(last), device=last.device)].sum(0)
        of_moves = of_scores[0].sum(0), ctx.messages.transitions(weights), of_end
        return None, None, of_scores.transpose(0, 1), None, None, *of_moves


def _again(weights: Tensor, *inputs: Tensor) -> list[Tensor | None]:
    value = _plain(Sentences(*inputs[:3]), Moves(*inputs[3:]))
    wanted = [place for place, one in enumerate(inputs) if one.requires_grad]
    found = torch.autograd.grad(
        value, [inputs[place] for place in wanted], weights, create_graph=True
    )
    by_place = dict(zip(wanted, found, strict=True))
    return [by_place.get(place) for place in range(len(inputs))]


def _plain(sentences: Sentences, moves: Moves) -> Tensor:
    """Return the logarithm of the weights by operations that torch differentiates itself."""
    start, transitions, end = (part.clamp(min=FORBIDDEN) for part in moves)
    scores = sentences.scores.masked_fill(~sentences.real[..., None], 0)
    logs = start + scores[:, 0]  # (B, K)
    for step in range(1, scores.shape[1]):
        after = (logs[:, :, None] + transitions).logsumexp(1) + scores[:, step]
        logs = torch.where(sentences.real[:, step, None], after, logs)
    return (logs + end).logsumexp(-1).masked_fill(sentences.lengths == 0, 0)
