import math

import pytest
import torch

import elman
from elman.data.vocabulary import Vocabulary
from elman.errors import SettingError
from elman.tasks.demos import DEMOS
from elman.tasks.demos.fable import (
    fable,
    like_tensorflow,
    numbered_as_then,
    quick,
    run,
    tutorial,
)
from elman.tasks.network import NextSymbol

WORDS = fable().split()


def test_the_text_is_the_fable():
    assert (len(WORDS), len(set(WORDS))) == (204, 112)
    assert fable().startswith("long ago , the mice had a general council")
    assert fable().endswith("it is easy to propose impossible remedies .\n")


def test_every_demo_is_listed():
    assert sorted(DEMOS) == ["fable", "forward", "gradients", "gym", "letters", "sine"]


@pytest.mark.parametrize("seed", [0, 1])
def test_the_fable_is_learnt_to_the_last_word_and_recited(seed, tmp_path):
    story = run(tmp_path, seed=seed)
    assert "accuracy 100.00 % (203 of 203)" in story
    model = elman.load(tmp_path)
    assert model.evaluate(fable()).accuracy == 1.0
    assert model.predict("long ago ,", length=201) == " ".join(WORDS)
    assert " ".join(WORDS[:35]) in story


def test_the_number_of_threads_is_left_as_it_was(monkeypatch):
    monkeypatch.setattr(elman.tasks.LanguageModel, "fit", lambda *_, **__: 1 / 0)
    before = torch.get_num_threads()
    with pytest.raises(ZeroDivisionError):
        run()
    assert torch.get_num_threads() == before


def test_the_tutorial_is_the_classic_exercise():
    lesson = tutorial(seed=3)
    settings, training = lesson.model.settings, lesson.model.training
    assert (settings.num_layers, settings.hidden_size, settings.input) == (2, 512, "number")
    assert (settings.window, settings.loss_steps, settings.cell) == (3, "last", "lstm")
    assert (training.optimizer, training.learning_rate) == ("rmsprop-tensorflow", 0.001)
    assert (training.clip_norm, training.clip_value, training.schedule) == (None, None, "constant")
    assert lesson.options["report_every"] == training.display_every == 1000
    walk = lesson.options["order"](list(range(204)))
    assert walk.steps_per_epoch == 50_000
    assert walk[0].inputs.shape == (1, 3)
    assert set(walk.offsets) <= set(range(201))
    assert {b - a for a, b in zip(walk.offsets, walk.offsets[1:], strict=False) if b > a} == {4}


def test_the_tutorial_numbers_equally_frequent_words_in_any_order():
    first, again, other = (numbered_as_then(WORDS, seed) for seed in (0, 0, 1))
    assert first == again != other
    counted = Vocabulary.from_symbols(WORDS)
    for vocabulary in (first, other):
        assert vocabulary.counts == counted.counts
        assert set(vocabulary.symbols) == set(counted.symbols)
    assert tutorial(seed=1).options["vocabulary"] == other


def test_the_tutorial_starts_from_tensorflows_weights():
    torch.manual_seed(0)
    network = NextSymbol(112, "lstm", 64, 2, input="number")
    like_tensorflow(network)
    for layer, inputs in enumerate((1, 64)):
        views = network.recurrent.named_views(layer)
        bound = math.sqrt(6 / (inputs + 64 + 4 * 64))
        for name, view in views.items():
            if name.startswith("b_"):
                assert torch.equal(view, torch.full_like(view, float(name == "b_f")))
            else:
                assert view.abs().max() <= bound
        kernels = torch.cat([v.flatten() for n, v in views.items() if n.startswith("R_")])
        assert kernels.std().item() == pytest.approx(bound / math.sqrt(3), rel=0.02)
    assert network.head.weight.std().item() == pytest.approx(1, rel=0.05)
    assert network.head.bias.std().item() == pytest.approx(1, rel=0.25)


def test_a_small_tutorial_learns(tmp_path):
    story = run(tmp_path, protocol="tutorial", layers=1, units=64, iterations=1500, seed=0)
    model = elman.load(tmp_path)
    assert model.network.recurrent.num_layers == 1
    rows = (tmp_path / "history.csv").read_text().splitlines()[1:]
    assert [int(row.split(",")[0]) for row in rows] == [1000, 1500]
    first, last = (float(row.split(",")[2]) for row in rows)
    assert last < first
    assert "every word from the 3 before it" in story
    assert len(model.predict("long ago ,").split()) == 35


def test_choices_of_the_tutorial_are_refused_elsewhere():
    with pytest.raises(
        SettingError, match=r'layers, iterations belongs to the protocol "tutorial"'
    ):
        run(layers=1, iterations=5)
    with pytest.raises(SettingError, match=r"protocol is 'tutoral'.* Did you mean \"tutorial\""):
        run(protocol="tutoral")


def test_the_quick_lesson_uses_what_the_issue_asks():
    settings = quick(seed=0).model.settings
    assert (settings.window, settings.loss_steps) == (8, "every")
