import csv

import pandas as pd
import pytest
import torch

from elman.data.conll import TaggedText
from elman.data.labelled.examples import Examples
from elman.data.pairs import Pairs
from elman.errors import DataError, SettingError
from elman.tasks import Classifier, Forecaster, Music, Tagger, Translator
from elman.tasks.registry import names
from elman.tasks.seeing import SEE, SEE_WRITING, ends_of, write_gates
from elman.tasks.seen import Seen
from elman.tasks.translation.looking import END
from elman.tasks.translation.seeing import START, UNKNOWN
from elman.tasks.translation.special import PADDING

STEPS = 60


def table(seed=0):
    hours = pd.date_range("2026-01-01", periods=STEPS, freq="h")
    draw = torch.Generator().manual_seed(seed)
    heat = torch.randn(STEPS, generator=draw).cumsum(0)
    night = pd.Series((hours.hour < 6).astype(float))
    night[STEPS - 3] = float("nan")  # not read by the model, so it may have a hole
    frame = {"hour": hours, "heat": heat.numpy(), "wind": heat.sin().numpy(), "night": night}
    return pd.DataFrame({**frame, "weather": "rain"})


def forecaster(**settings):
    choices = {"target": "heat", "time": "hour", "lookback": 12, "hidden_size": 5, **settings}
    model = Forecaster(horizon=3, **choices)
    model.fit(table(), epochs=1, validation=0, test=0)
    return model


@pytest.fixture(scope="module")
def direct():
    return forecaster(model="direct", past="wind")


def test_a_forecaster_is_seen_over_its_look_back(direct):
    seen = SEE["forecast"](direct, table())
    assert list(seen.symbols) == [str(hour)[:19] for hour in table()["hour"][-12:]]
    assert seen.above["heat"].tolist() == table()["heat"][-12:].tolist()
    _, inputs = direct.lookback_of(table())
    output, _ = direct.network.recurrent(inputs)
    assert torch.equal(seen.values["h_l0"], output[0])


def test_an_event_is_any_column_of_numbers(direct):
    seen = SEE["forecast"](direct, table())
    assert seen.place_of("wind").tolist() == pytest.approx(table()["wind"][-12:].tolist())
    night = seen.place_of("night")
    assert night.isnan().nonzero().flatten().tolist() == [9]
    known = night.isfinite()
    assert night[known].tolist() == table()["night"][-12:].dropna().tolist()
    with pytest.raises(DataError, match='Did you mean "night"'):
        seen.place_of("nigt")
    with pytest.raises(DataError, match='"weather" holds no numbers'):
        seen.place_of("weather")


@pytest.mark.parametrize(
    ("settings", "steps"),
    [
        ({"model": "segment", "segment": 5}, 2),
        ({"model": "recursive", "future": "wind", "num_layers": 2}, 11),
        ({"model": "decoder", "future": "wind", "cell": "lstm"}, 12),
    ],
)
def test_every_network_is_seen_step_by_step(settings, steps):
    seen = SEE["forecast"](forecaster(**settings), table())
    assert {len(value) for value in seen.values.values()} == {len(seen.symbols)} == {steps}
    heat = torch.tensor(table()["heat"][-12:].to_numpy())
    if steps == 2:  # the newest ten, in two segments of five, each named by its last
        heat = heat[2:].view(2, 5).mean(1)
        assert [symbol[11:13] for symbol in seen.symbols] == ["06", "11"]
    assert torch.allclose(seen.above["heat"].double(), heat[:steps].double())


def test_of_several_series_the_first_is_seen():
    both = pd.concat([table().assign(place="b"), table(1).assign(place="a")])
    model = Forecaster(
        horizon=3, target="heat", time="hour", series="place", lookback=12, hidden_size=5
    )
    model.fit(both, epochs=1, validation=0, test=0)
    seen = SEE["forecast"](model, both)
    assert seen.above["heat"][-1] == pytest.approx(float(table(1)["heat"].iloc[-1]), rel=0.5)
    assert 'of the series "a"' in seen.note


def test_a_tagger_is_seen_from_both_ends():
    words, tags = ["long", "ago", "mice"], ["ADV", "X", "NOUN"]
    model = Tagger(hidden_size=5, embedding_size=6, characters="none", crf=False)
    model.fit(TaggedText("it", [words] * 8, [tags] * 8, [[1, 2, 3]] * 8), epochs=1, validation=0)
    seen = SEE["tag"](model, "mice long")
    assert seen.symbols == ["mice", "long"]
    h = torch.cat([seen.values["h_l0"], seen.values["h_l0_reverse"]], -1)
    best = model.network.head(h).argmax(-1)
    assert [row[0].symbol for row in seen.guesses] == [model.encoding.tags[n] for n in best]
    assert sum(guess.probability for guess in seen.guesses[0]) == pytest.approx(1)
    with pytest.raises(DataError, match="no word"):
        SEE["tag"](model, " ")


def test_a_classifier_says_after_every_word_what_it_would_if_that_were_all():
    texts, labels = ["mew mew", "wow wow mew", "wow"] * 4, ["cat", "dog", "dog"] * 4
    places = [f"line {n}" for n in range(12)]
    model = Classifier(hidden_size=5, pooling="mean", bidirectional=True)
    model.fit(Examples("pets", texts, None, labels, places), epochs=1, validation=0, test=0)
    seen = SEE["classify"](model, "mew wow wow")
    assert seen.symbols == ["mew", "wow", "wow"]
    for end, guesses in enumerate(seen.guesses, 1):
        said = model.predict(" ".join(seen.symbols[:end]))["probabilities"]
        assert {g.symbol: pytest.approx(g.probability) for g in guesses} == said
    assert len(seen.values["h_l0_reverse"]) == 3


def translator(attention):
    pairs = Pairs("it", ["one two", "two one"] * 4, ["un deux", "deux un"] * 4, range(8))
    model = Translator(hidden_size=5, embedding_size=6, attention=attention)
    model.fit(pairs, epochs=1, validation=0)
    return model


def test_the_encoder_of_a_translator_is_seen(tmp_path):
    model = translator("additive")
    seen = SEE["translate"](model, "two six!")
    assert seen.symbols == ["two", "six", "!", END]
    assert {tuple(value.shape) for value in seen.values.values()} == {(4, 5)}
    told = write_gates(model, "two", [tmp_path / name for name in ("a.png", "b.png", "c.csv")])
    assert told.endswith("Of the encoder.")
    head, *rows = csv.reader((tmp_path / "c.csv").read_text().splitlines())
    assert [row[1] for row in rows] == ["two", END]
    assert any(name.startswith("h_l0_reverse[") for name in head)  # though drawn is one direction
    with pytest.raises(DataError, match="is a file"):
        SEE["translate"](model, tmp_path / "c.csv")


@pytest.mark.parametrize("attention", ["additive", "none"])
def test_the_decoder_of_a_translator_is_seen_while_it_writes(attention, tmp_path):
    model = translator(attention)
    seen = SEE_WRITING["translate"](model, "two one")
    assert seen.symbols == [START, *model.predict("two one").split()]
    assert {tuple(value.shape) for value in seen.values.values()} == {(len(seen.symbols), 5)}
    output = seen.values["h_l0" if attention == "none" else "o_l0"]
    shares = model.network.head(output)[:, PADDING + 1 :].softmax(-1)
    names = [UNKNOWN, END, *model.encoding.targets]
    for row, guesses in zip(shares, seen.guesses, strict=True):
        found = {guess.symbol: guess.probability for guess in guesses}
        own = dict(zip(names, row.tolist(), strict=True))
        assert found == {name: pytest.approx(own[name]) for name in found}
    assert [guesses[0].symbol for guesses in seen.guesses[:-1]] == seen.symbols[1:]
    files = [tmp_path / name for name in ("a.png", "b.png", "c.csv")]
    told = write_gates(model, "two one", files, writing=True)
    assert told.endswith(f"Of the decoder, while it writes: {model.predict('two one')}")


def test_what_only_reads_does_not_write(direct, tmp_path):
    with pytest.raises(SettingError, match="this is one of the task forecast"):
        write_gates(direct, table(), [tmp_path / "a.png", tmp_path / "a.csv"], writing=True)


def test_units_are_ranked_where_the_event_is_known(direct, tmp_path, monkeypatch):
    values = torch.rand(12, 5)
    event = values[:, 3].double().clone()
    event[4] = float("nan")
    seen = Seen(["a"] * 12, {"h_l0": values}, axis="hour", event=lambda name: event)
    monkeypatch.setitem(SEE, "forecast", lambda model, given: seen)
    told = write_gates(direct, None, [tmp_path / "a.png", tmp_path / "a.csv"], event="night")
    assert told.splitlines()[2].split() == ["+1.000", "3", "h_l0"]
    event[:] = 1
    with pytest.raises(SettingError, match="nothing can track night"):
        write_gates(direct, None, [tmp_path / "b.png", tmp_path / "b.csv"], event="night")
    assert not (tmp_path / "b.png").exists()


def test_a_task_without_a_view_is_refused_and_those_with_one_named():
    assert {*SEE} <= {*names()}
    with pytest.raises(
        SettingError, match=r"of the task music; gates are shown of: language-model"
    ):
        ends_of(Music.task)
