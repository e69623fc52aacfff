"""Every network of every task can say what it is made of."""

import pytest

from elman.data.frames import Frame
from elman.tasks.classification.network import OneLabel
from elman.tasks.classification.settings import ClassifierSettings
from elman.tasks.forecasting.networks import NETWORKS
from elman.tasks.forecasting.settings import ForecastSettings
from elman.tasks.layers import diagram_of, layers_of, letter_text
from elman.tasks.music.network import NextFrame
from elman.tasks.music.settings import MusicSettings
from elman.tasks.network import NextSymbol
from elman.tasks.tagging.network import WordTags
from elman.tasks.tagging.settings import TaggerSettings
from elman.tasks.translation.network import SourceToTarget
from elman.tasks.translation.settings import TranslatorSettings

FORECAST = ForecastSettings(horizon=4, hidden_size=8, segment=2)
FRAME = Frame(6, 4, 2, 0, 1)


def classifier(symbols=None, **settings):
    chosen = ClassifierSettings(hidden_size=8, **settings)
    return OneLabel(symbols, 0 if symbols else 5, 3, "gru", chosen, ragged=True)


def translator(**settings):
    return SourceToTarget(9, 7, "lstm", TranslatorSettings(hidden_size=8, **settings))


def tagger(**settings):
    return WordTags(9, 4, 30, 3, "gru", TaggerSettings(hidden_size=8, **settings))


MADE = {
    "language model": lambda: NextSymbol(10, "gru", 8),
    "language model of numbers": lambda: NextSymbol(10, "gru", 8, 2, input="number"),
    "classifier of symbols": lambda: classifier(7, bidirectional=True),
    "classifier of numbers": lambda: classifier(pooling="attention"),
    **{
        f"forecaster, {name}": lambda network=network: network(FRAME, "gru", FORECAST, numbers=1)
        for name, network in NETWORKS.items()
    },
    "tagger": tagger,
    "tagger of words": lambda: tagger(characters="none", shapes=False),
    "tagger by convolution": lambda: tagger(characters="cnn", crf=False),
    "music": lambda: NextFrame("gru", MusicSettings(hidden_size=8)),
    "translator": translator,
    "translator without attention": lambda: translator(attention="none", num_layers=2),
}


BESIDE = {
    "classifier of numbers": (("recurrent", "head"),),  # the mean is of what was read
    "forecaster, direct": (("x", "head"),),  # what is known of the future
}


@pytest.mark.parametrize("name", MADE)
def test_the_rows_hold_every_parameter_and_the_text_fits_a_terminal(name):
    network = MADE[name]()
    rows = layers_of(network)
    assert sum(row.parameters for row in rows) == sum(p.numel() for p in network.parameters())
    assert all(row.flops is not None for row in rows if row.shape[0] in ("B", "N"))
    assert max(map(len, letter_text(rows).splitlines())) < 80


@pytest.mark.parametrize("name", MADE)
def test_every_network_can_be_drawn_and_little_is_left_out(name):
    diagram = diagram_of(MADE[name]())
    cells = [[row.kind for row in strip.rows].count("cells") for strip in diagram.strips]
    assert all(cells)
    assert len(cells) == 1 + ("translator" in name or name.endswith(("decoder", "segment")))
    assert diagram.beside == BESIDE.get(name, ())
    assert diagram.strips[-1].rows[-2].names == ("head",)


def test_sizes_that_differ_from_call_to_call_are_letters():
    shapes = {row.layer: row.shape for row in layers_of(tagger())}
    assert shapes["words"] == ("B", "T", 100)
    assert shapes["spelling.recurrent"] == ("N", "C", 100)
    shapes = {row.layer: row.shape for row in layers_of(translator())}
    assert shapes["encoder"] == (*shapes["memory"][:2], 16) == ("B", "S", 16)
    assert shapes["start"] == ("B", 8)
    forecaster = MADE["forecaster, decoder"]()
    assert {row.layer: row.shape for row in layers_of(forecaster)}["decoder"] == ("B", 4, 8)
