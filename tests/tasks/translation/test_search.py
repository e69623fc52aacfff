from itertools import product

import pytest
import torch

from elman.tasks.translation.network import SourceToTarget
from elman.tasks.translation.search import search
from elman.tasks.translation.settings import TranslatorSettings
from elman.tasks.translation.special import EDGE, PADDING, UNKNOWN

SOURCE = torch.tensor([[3, UNKNOWN, 5, EDGE], [4, EDGE, 0, 0]])
LONGEST = 3


def network(attention="additive"):
    torch.manual_seed(1)
    settings = TranslatorSettings(hidden_size=4, embedding_size=4, attention=attention, dropout=0.0)
    model = SourceToTarget(6, 5, "gru", settings).eval()
    with torch.no_grad():
        model.head.weight.mul_(8)  # so that one translation is clearly likelier than another
    return model


def score(model, source, symbols, power):
    """What a translation is worth, from the scores of all its symbols at once."""
    target = torch.tensor([[EDGE, *symbols]])
    likely = model.decode(target, model.encode(source))[0].log_softmax(-1)[0]
    total = sum(likely[step, symbol] for step, symbol in enumerate([*symbols, EDGE]))
    return float(total) / (len(symbols) + 1) ** power


@pytest.mark.parametrize("attention", ["additive", "dot", "none"])
@pytest.mark.parametrize("power", [0.0, 1.0])
def test_a_wide_search_finds_the_best_of_all(attention, power):
    model = network(attention)
    with torch.no_grad():
        found = search(model, SOURCE, 50, longest=LONGEST, length_power=power)
        for row, own in enumerate(found):
            source = SOURCE[row : row + 1, : (4, 2)[row]]
            # only what is not known can be said not to be known
            never = {PADDING, EDGE} | ({UNKNOWN} if row or not model.attends else set())
            said = [symbol for symbol in range(5) if symbol not in never]
            every = [list(one) for n in range(LONGEST + 1) for one in product(said, repeat=n)]
            worth = {tuple(one): score(model, source, one, power) for one in every}
            best = max(worth, key=worth.__getitem__)
            assert tuple(own[0].symbols) == best
            assert all(abs(one.score - worth[tuple(one.symbols)]) < 1e-4 for one in own)


def test_a_beam_of_one_takes_the_likeliest_symbol():
    model = network()
    with torch.no_grad():
        found = search(model, SOURCE, longest=LONGEST)
        for row, (own,) in enumerate(found):
            symbols = [EDGE]
            while len(symbols) <= LONGEST:
                encoded = model.encode(SOURCE[row : row + 1, : (4, 2)[row]])
                scores = model.decode(torch.tensor([symbols]), encoded)[0][0, -1]
                scores[[PADDING, UNKNOWN] if row else [PADDING]] = -torch.inf
                if (likeliest := int(scores.argmax())) == EDGE:
                    break
                symbols.append(likeliest)
            assert own.symbols == symbols[1:]


def test_a_wider_beam_is_sorted_and_has_no_translation_twice():
    with torch.no_grad():
        for own in search(network(), SOURCE, 4, longest=LONGEST):
            assert len({tuple(one.symbols) for one in own}) == len(own) == 4
            assert [one.score for one in own] == sorted((one.score for one in own), reverse=True)
            assert all(len(one.symbols) <= LONGEST for one in own)


@pytest.mark.parametrize("count", [1, 2])
def test_no_so_many_symbols_in_a_row_come_twice(count):
    model = network()
    with torch.no_grad():
        model.head.bias[EDGE] -= 9  # it would go on for ever
        every = [search(model, SOURCE, 3, longest=8, no_repeat=n) for n in (0, count)]

    def repeats(found):
        rows = [one.symbols for own in found for one in own]
        runs = [[tuple(r[n : n + count]) for n in range(len(r) - count + 1)] for r in rows]
        return any(len({*row}) < len(row) for row in runs)

    assert [repeats(found) for found in every] == [True, False]


def test_sentences_together_are_translated_as_alone():
    with torch.no_grad():
        together = search(network(), SOURCE, 2, longest=6)
        for row, length in enumerate((4, 2)):
            (alone,) = search(network(), SOURCE[row : row + 1, :length], 2, longest=6)
            assert [one.symbols for one in alone] == [one.symbols for one in together[row]]
