"""A linear-chain conditional random field: the tags of a sentence are chosen together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from elman.errors import SettingError, did_you_mean
from elman.nn.chain import Moves, Sentences, allowed_masks, as_sentences, as_tags, refuse_forbidden
from elman.nn.partition import FORBIDDEN, log_partition, marginals
from elman.nn.viterbi import PADDING, best_taggings

__all__ = ["CRF"]

BOUND = 0.1  # of the values that it starts from

REDUCTIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "mean": torch.mean,
    "sum": torch.sum,
    "none": lambda losses: losses,
}


class CRF(nn.Module):
    r"""A linear-chain conditional random field over the tags of a sentence.

    $p(y \mid x) \propto \exp\bigl(\mathrm{start}_{y_1} + \sum_t x_{t, y_t}
    + \sum_{t>1} \mathrm{transitions}_{y_{t-1}, y_t} + \mathrm{end}_{y_L}\bigr)$

    Sums run in the log-space. Gradients are the probabilities of the forward and backward
    recursions, exact and differentiable again. Scores are taken in the dtype of the parameters.

    Args:
        num_tags: K.
        allowed: which tags may begin a sentence, (K,), which may follow which, (K, K) from row to
            column, and which may end one, (K,), all boolean; everything if not given. They belong
            to the tags and not to what is learnt, so they are not in the `state_dict`.

    Raises:
        SettingError: there is no tag, or a mask is no boolean one or does not fit.

    Example:
        >>> import torch
        >>> crf = CRF(3)
        >>> scores, tags, lengths = torch.zeros(2, 4, 3), torch.zeros(2, 4).long(), [4, 2]
        >>> crf(scores, tags, lengths).backward()
        >>> tuple(crf.transitions.grad.shape), tuple(crf.marginals(scores, lengths).shape)
        ((3, 3), (2, 4, 3))

    Source:
        Lafferty, McCallum & Pereira 2001, Conditional random fields.
    """

    start: nn.Parameter
    transitions: nn.Parameter
    end: nn.Parameter
    may_start: Tensor
    may_follow: Tensor
    may_end: Tensor

    def __init__(
        self, num_tags: int, *, allowed: tuple[Tensor, Tensor, Tensor] | None = None
    ) -> None:
        super().__init__()
        if isinstance(num_tags, bool) or not isinstance(num_tags, int) or num_tags < 1:
            raise SettingError(f"num_tags must be a whole number from 1, got {num_tags!r}.")
        self.num_tags = num_tags
        self.constrained = allowed is not None
        shapes = {"start": (num_tags,), "transitions": (num_tags, num_tags), "end": (num_tags,)}
        masks = allowed_masks(num_tags, allowed)
        for name, mask in zip(("may_start", "may_follow", "may_end"), masks, strict=True):
            self.register_buffer(name, mask, persistent=False)
        for name, shape in shapes.items():
            self.register_parameter(name, nn.Parameter(torch.empty(shape)))
        self.reset_parameters()

    def reset_parameters(self) -> None:
        r"""Draw the parameters anew, uniform in $\pm 0.1$."""
        for parameter in self.parameters():
            nn.init.uniform_(parameter, -BOUND, BOUND)

    def forward(
        self,
        scores: Tensor,
        tags: Tensor,
        lengths: Tensor | Sequence[int],
        reduction: str = "mean",
    ) -> Tensor:
        """Return the negative log-likelihood of taggings.

        Args:
            scores: of every tag at every step, (B, T, K); what is beyond a length does not count.
            tags: whole numbers, (B, T); what is beyond a length does not count.
            lengths: (B,), zero allowed: the loss of an empty sentence is 0.
            reduction: "mean" over the sentences, "sum", or "none": one loss each, (B,).

        Returns:
            The loss.

        Raises:
            ValueError: shapes, lengths or tags do not fit, or a tagging is not allowed.
            SettingError: there is no such reduction.
        """
        if reduction not in REDUCTIONS:
            raise SettingError(
                f"reduction is {reduction!r}; expected one of: {', '.join(REDUCTIONS)}."
                f"{did_you_mean(str(reduction), REDUCTIONS)}"
            )
        sentences, moves = self._sentences(scores, lengths), self._moves()
        tags = as_tags(tags, sentences)
        if self.constrained and tags.numel():
            refuse_forbidden(tags, sentences, self._masks())
        if not scores.numel():
            return REDUCTIONS[reduction](sentences.scores.sum((1, 2)))
        worth = _worth(sentences, moves, tags)
        return REDUCTIONS[reduction](self._partition(sentences, moves) - worth)

    def log_partition(self, scores: Tensor, lengths: Tensor | Sequence[int]) -> Tensor:
        """Return the logarithm of the summed weights of all taggings.

        Args:
            scores: as for `forward`.
            lengths: the same.

        Returns:
            (B,); 0 for an empty sentence.

        Raises:
            ValueError: shapes or lengths do not fit, or a sentence has no tagging that is allowed.
        """
        sentences = self._sentences(scores, lengths)
        if not scores.numel():
            return sentences.scores.sum((1, 2))
        return self._partition(sentences, self._moves())

    def marginals(self, scores: Tensor, lengths: Tensor | Sequence[int]) -> Tensor:
        """Return the probability of every tag at every step, without a gradient.

        Args:
            scores: as for `forward`.
            lengths: the same.

        Returns:
            (B, T, K), 0 beyond the length.

        Raises:
            ValueError: shapes or lengths do not fit, or a sentence has no tagging that is allowed.
        """
        sentences = self._sentences(scores, lengths)
        if not scores.numel():
            return torch.zeros_like(sentences.scores)
        found, value = marginals(sentences, self._moves())
        self._refuse_impossible(value, sentences)
        return found

    def decode(self, scores: Tensor, lengths: Tensor | Sequence[int]) -> tuple[Tensor, Tensor]:
        """Return the best taggings.

        Args:
            scores: as for `forward`.
            lengths: the same.

        Returns:
            The tags, (B, T), -1 beyond the length, and their scores, (B,), 0 for an empty one.

        Raises:
            ValueError: shapes or lengths do not fit, or a sentence has no tagging that is allowed.
        """
        sentences = self._sentences(scores, lengths)
        if not scores.numel():
            empty = torch.full(scores.shape[:2], PADDING, device=scores.device)
            return empty, sentences.scores.detach().sum((1, 2))
        tags, best = best_taggings(sentences, self._moves())
        self._refuse_impossible(best, sentences)
        return tags, best

    def extra_repr(self) -> str:
        """Return the settings."""
        return f"{self.num_tags}{', constrained' * self.constrained}"

    def _sentences(self, scores: Tensor, lengths: Tensor | Sequence[int]) -> Sentences:
        return as_sentences(scores, lengths, self.num_tags, self.transitions.dtype)

    def _masks(self) -> Moves:
        return Moves(self.may_start, self.may_follow, self.may_end)

    def _moves(self) -> Moves:
        parameters = Moves(self.start, self.transitions, self.end)
        if not self.constrained:
            return parameters
        pairs = zip(parameters, self._masks(), strict=True)
        return Moves(*(value.masked_fill(~mask, -torch.inf) for value, mask in pairs))

    def _partition(self, sentences: Sentences, moves: Moves) -> Tensor:
        value = log_partition(sentences, moves)
        self._refuse_impossible(value, sentences)
        return value

    def _refuse_impossible(self, values: Tensor, sentences: Sentences) -> None:
        if not self.constrained or not bool((hopeless := values < FORBIDDEN / 2).any()):
            return
        row = int(hopeless.nonzero()[0])
        raise ValueError(
            f"row {row}: no tagging of {int(sentences.lengths[row])} steps is allowed. Allow more "
            "moves, or leave that sentence out."
        )


def _worth(sentences: Sentences, moves: Moves, tags: Tensor) -> Tensor:
    """Return the score of taggings, (B,), which are allowed and 0 beyond the lengths."""
    real, size = sentences.real, sentences.scores.shape[-1]
    of_tags = sentences.scores.gather(2, tags[..., None])[..., 0]
    places = (tags[:, :-1] * size + tags[:, 1:]).flatten()
    of_moves = moves.transitions.flatten().index_select(0, places).view(len(tags), -1)
    last = tags.gather(1, (sentences.lengths - 1).clamp(min=0)[:, None])[:, 0]
    ends = moves.start.index_select(0, tags[:, 0]) + moves.end.index_select(0, last)
    return (
        of_tags.masked_fill(~real, 0).sum(1)
        + of_moves.masked_fill(~real[:, 1:], 0).sum(1)
        + ends.masked_fill(sentences.lengths == 0, 0)
    )
