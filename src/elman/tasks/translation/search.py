"""Which translation is the likeliest: the best beginnings go on side by side.

Shapes: B sentences, W beginnings of each, K symbols.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from elman.tasks.translation.network import SourceToTarget
from elman.tasks.translation.special import EDGE, PADDING, UNKNOWN

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
    no_repeat: int = 0,
) -> list[list[Found]]:
    """Translate sentences together; none is told of unknown words that has none itself.

    Args:
        network: in evaluation mode.
        source: (B, S), 0 beyond the end of each.
        beam: how many beginnings of each are kept, W; with 1 the likeliest symbol is always taken.
        longest: symbols that a translation has at most.
        length_power: 0 takes the likeliest translation, which is often too short; 1 that with the
            likeliest symbols on average.
        no_repeat: no so many symbols in a row come twice in a translation; 0 if they may.

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
    # where all is known, there is nothing that a word would have to be copied for
    copies = (source == UNKNOWN).any(1) if network.attends else torch.zeros(len(source)).bool()
    going = torch.arange(len(source))  # the sentences that are not done
    encoded = network.prepared(source).rows(going.repeat_interleave(beam))
    total = torch.full((len(source), beam), -torch.inf)
    total[:, 0] = 0.0  # all beginnings are the same one at first
    symbols = torch.full((len(source) * beam, 1), EDGE)
    done: list[list[Found]] = [[] for _ in source]
    for length in range(1, longest + 2):
        scores, state = network.decode(symbols[:, -1:], encoded)
        likely = scores[:, 0].log_softmax(-1)
        likely[:, PADDING] = -torch.inf
        likely[~copies[going].repeat_interleave(beam), UNKNOWN] = -torch.inf
        _refuse_repeated(likely, symbols[:, 1:], no_repeat)
        if length > longest:
            likely[:, torch.arange(likely.size(1)) != EDGE] = -torch.inf
        # so many that, though as many may end, enough go on
        few = likely.topk(min(2 * beam, likely.size(1)))
        K, worth = few.values.size(1), total.view(-1, 1) + few.values
        best = worth.view(len(going), -1).topk(min(2 * beam, beam * K))
        parent, symbol = best.indices // K, few.indices.view(len(going), -1).gather(1, best.indices)
        _gather(done, going, symbols, best.values, parent, symbol, length**length_power, beam)
        own = torch.tensor([n for n, row in enumerate(going.tolist()) if len(done[row]) < beam])
        if not len(own):
            break
        on = best.values.masked_fill(symbol == EDGE, -torch.inf)[own].topk(beam)
        total = on.values
        parent, symbol = (part[own].gather(1, on.indices) for part in (parent, symbol))
        rows = (parent + own[:, None] * beam).flatten()
        symbols = torch.cat([symbols[rows], symbol.view(-1, 1)], 1)
        encoded = encoded._replace(state=state)
        encoded = encoded.of_states(rows) if len(own) == len(going) else encoded.rows(rows)
        going = going[own]
    return [sorted(row, key=lambda found: -found.score)[:beam] for row in done]


def _refuse_repeated(likely: Tensor, symbols: Tensor, count: int) -> None:
    """Rule out the symbols by which so many in a row would come a second time."""
    if not count or symbols.size(1) < count:
        return
    before = symbols.unfold(1, count, 1)
    last = symbols[:, symbols.size(1) - count + 1 :]
    again = (before[..., :-1] == last[:, None]).all(-1)
    rows, places = again.nonzero(as_tuple=True)
    likely[rows, before[rows, places, -1]] = -torch.inf


def _gather(
    done: list[list[Found]],
    going: Tensor,
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
        found = done[int(going[row])]
        if len(found) < beam:
            own = symbols[row * beam + int(parent[row, place]), 1:].tolist()
            found.append(Found(own, float(values[row, place]) / divisor))
