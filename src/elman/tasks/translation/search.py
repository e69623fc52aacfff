"""Which translation is the likeliest: the best beginnings go on side by side.

Shapes: B sentences, W beginnings of each, K symbols.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import Tensor

from elman.tasks.translation.network import EDGE, PADDING, UNKNOWN, Encoded, SourceToTarget

__all__ = ["Found", "search"]


class Found(NamedTuple):
    """One translation.

    Args:
        symbols: its numbers, without `EDGE`.
        score: its log-probability, divided by its length, `EDGE` counted, to the power given.
    """

    symbols: list[int]
    score: float


@torch.no_grad()
def search(
    network: SourceToTarget,
    source: Tensor,
    beam: int = 1,
    *,
    longest: int,
    length_power: float = 1.0,
) -> list[list[Found]]:
    """Translate sentences together.

    Args:
        network: in evaluation mode.
        source: (B, S), 0 beyond the end of each.
        beam: how many beginnings of each are kept, W; with 1 the likeliest symbol is always taken.
        longest: symbols that a translation has at most.
        length_power: 0 takes the likeliest translation, which is often too short; 1 that with the
            likeliest symbols on average.

    Returns:
        For each sentence at most W translations, the best first.

    Example:
        >>> from elman.tasks.translation.settings import TranslatorSettings
        >>> network = SourceToTarget(9, 7, "gru", TranslatorSettings(hidden_size=8))
        >>> len(search(network, torch.tensor([[5, 4, EDGE]]), beam=3, longest=4)[0])
        3

    Source:
        Wu et al. 2016, Google's Neural Machine Translation System, section 7.
    """
    B = len(source)
    encoded = _repeated(network.encode(source), beam)
    total = torch.full((B, beam), -torch.inf)
    total[:, 0] = 0.0  # all beginnings are the same one at first
    symbols = torch.full((B * beam, 1), EDGE)
    done: list[list[Found]] = [[] for _ in range(B)]
    for length in range(1, longest + 2):
        scores, state = network.decode(symbols[:, -1:], encoded)
        next_symbol = _allowed(network, scores[:, 0], ends=length > longest)
        K = next_symbol.size(-1)
        # so many that, though as many may end, enough go on
        best = (total[..., None] + next_symbol.view(B, beam, K)).flatten(1).topk(2 * beam)
        parent, symbol = best.indices // K, best.indices % K
        _gather(done, symbols, best.values, parent, symbol, length**length_power, beam)
        if all(len(row) >= beam for row in done):
            break
        going = best.values.masked_fill(symbol == EDGE, -torch.inf).topk(beam)
        total = going.values
        parent, symbol = (part.gather(1, going.indices) for part in (parent, symbol))
        rows = (parent + torch.arange(B)[:, None] * beam).flatten()
        symbols = torch.cat([symbols[rows], symbol.view(-1, 1)], 1)
        encoded = encoded._replace(state=_rows(state, rows))
    return [sorted(row, key=lambda found: -found.score)[:beam] for row in done]


def _allowed(network: SourceToTarget, scores: Tensor, *, ends: bool) -> Tensor:
    """Return log-probabilities, (B W, K), of the symbols that may come next."""
    never = [PADDING] if network.attends else [PADDING, UNKNOWN]
    likely = scores.log_softmax(-1)
    likely[:, never] = -torch.inf
    if ends:
        likely[:, torch.arange(likely.size(1)) != EDGE] = -torch.inf
    return likely


def _gather(
    done: list[list[Found]],
    symbols: Tensor,
    values: Tensor,
    parent: Tensor,
    symbol: Tensor,
    divisor: float,
    beam: int,
) -> None:
    """Take the translations that end here, where they are among the best of their sentence."""
    ended = (symbol[:, :beam] == EDGE) & (values[:, :beam] > -torch.inf)
    for row, place in ended.nonzero().tolist():
        if len(done[row]) < beam:
            own = symbols[row * beam + int(parent[row, place]), 1:].tolist()
            done[row].append(Found(own, float(values[row, place]) / divisor))


def _repeated(encoded: Encoded, beam: int) -> Encoded:
    rows = torch.arange(len(encoded.memory)).repeat_interleave(beam)
    return Encoded(encoded.memory[rows], encoded.places[rows], _rows(encoded.state, rows))


def _rows(state: Any, rows: Tensor) -> Any:
    if isinstance(state, Tensor):
        return state[:, rows]
    return tuple(one[:, rows] for one in state)
