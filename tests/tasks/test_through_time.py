import math
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from elman.data.conll import TaggedText
from elman.data.labelled.examples import Examples
from elman.data.pairs import Pairs
from elman.errors import DataError, SettingError
from elman.tasks import Classifier, Forecaster, LanguageModel, Music, Tagger, Translator
from elman.tasks.through_time import fresh_norms, norms_of_model

WORDS = ["long", "ago", ",", "the", "mice", "had", "a", "general", "council"]
TABLE = np.sin(np.arange(120) / 3)
TAGGED = TaggedText(
    "it", [WORDS[:4], WORDS] * 5, [["a"] * 4, ["a", "b", "a"] * 3] * 5, [[1] * 4, [1] * 9] * 5
)
PAIRS = Pairs("it", ["Go .", "Go on ."] * 8, ["Va !", "Va plus loin !"] * 8, range(1, 17))
PIECES = [[[60], [62], [64]], [[60], [64], [67], [72], [60]]] * 5


def examples(texts):
    labels = ["long" if len(text) > 9 else "short" for text in texts]
    return Examples("it", texts, None, labels, [f"line {n}" for n in range(len(texts))])


def forecaster(model):
    return Forecaster(model=model, lookback=12, horizon=4, hidden_size=8)


TASKS = {  # a model, its data, and how many steps its layers have
    "language": (lambda: LanguageModel(cell="gru", hidden_size=8, window=3), " ".join(WORDS), {8}),
    "direct": (lambda: forecaster("direct"), TABLE, {12}),
    "recursive": (lambda: forecaster("recursive"), TABLE, {15}),
    "decoder": (lambda: forecaster("decoder"), TABLE, {12, 4}),
    "classifier": (
        lambda: Classifier(hidden_size=8, bidirectional=True, unit="character"),
        examples(["mice", "long ago , the mice"] * 20),
        {19},
    ),
    "tagger": (lambda: Tagger(hidden_size=8), TAGGED, {9}),
    "translator": (lambda: Translator(hidden_size=8, min_count=1), PAIRS, {4, 5}),
    "music": (lambda: Music(hidden_size=8), PIECES, {5}),
}


@pytest.fixture(scope="module", params=TASKS)
def trained(request):
    make, data, steps = TASKS[request.param]
    model = make()
    options = {"validation": 0, "test": 0} if request.param == "classifier" else {}
    model.fit(data, epochs=1, **options)
    return SimpleNamespace(model=model, data=data, steps=steps)


def test_every_task_shows_how_far_back_it_learns(trained):
    network = trained.model.network
    before = {name: weight.clone() for name, weight in network.state_dict().items()}
    random, training = torch.get_rng_state(), network.training
    layers = norms_of_model(trained.model, trained.data)
    assert {len(layer.whole) for layer in layers} == trained.steps
    for layer in layers:
        assert math.isfinite(layer.whole.sum())
        assert layer.whole[-1] > 0
    assert network.training == training
    assert torch.equal(torch.get_rng_state(), random)
    assert all(torch.equal(before[name], now) for name, now in network.state_dict().items())


def test_the_norms_of_a_language_model_are_those_of_its_last_loss():
    model = LanguageModel(cell="lstm", hidden_size=8, window=4, dropout=0.5)
    model.fit(" ".join(WORDS), epochs=1)
    inputs, targets, _ = model.sample(" ".join(WORDS), rows=2, steps=4)
    assert inputs.tolist() == [
        model.vocabulary.encode(WORDS[:4]), model.vocabulary.encode(WORDS[4:8])
    ]  # fmt: skip
    network, state = model.network.eval(), None
    states = []
    for symbols in inputs.split(1, dim=1):
        scores, state = network(symbols, state)
        states.append(state)
    loss = torch.nn.functional.cross_entropy(scores[:, -1], targets[:, -1])
    (layer,) = norms_of_model(model, " ".join(WORDS), steps=4)
    for step in range(3):  # the last state of all goes nowhere but into the loss
        # what comes back to a state from the steps after it alone, h into them and c into them
        after = torch.autograd.grad(loss, states[step], retain_graph=True)
        assert torch.isclose(layer.states["h"][step], after[0].double().norm(), rtol=1e-4)


def test_sequences_of_one_step_have_nothing_to_go_back_to():
    model = LanguageModel(cell="gru", hidden_size=4, window=1)
    model.fit(" ".join(WORDS), epochs=1)
    with pytest.raises(DataError, match="too short"):
        norms_of_model(model, "the mice")
    with pytest.raises(SettingError, match="steps"):
        norms_of_model(model, "the mice had", steps=1)
    assert len(norms_of_model(model, "the mice had")[0].whole) == 2


def test_a_model_that_is_not_trained_is_refused():
    for make, data, _ in TASKS.values():
        with pytest.raises(SettingError, match="call fit first"):
            norms_of_model(make(), data)


def test_a_new_network_depends_on_the_seed_alone():
    first, again, other = (fresh_norms("lstm", steps=5, seed=seed)[0].whole for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert len(fresh_norms("gru", num_layers=3, hidden_size=4, steps=2)) == 3
