import os
import signal

import numpy as np
import pytest
import torch

import elman
from elman.data.labelled.examples import Examples
from elman.errors import DataError, Interrupted, ModelFolderError, SettingError
from elman.tasks.classification.pooling import POOLINGS
from elman.tasks.folder import CARD, CHECKPOINT, CLASSES, CONFIG, CONFUSION, HISTORY, WEIGHTS
from elman.train.reporter import SilentReporter

KINDS = {
    **{pooling: {"pooling": pooling, "bidirectional": True} for pooling in POOLINGS},
    "one-hot": {"input": "one-hot"},
    "characters": {"unit": "character", "lower": True},
    "bytes": {"unit": "byte", "max_length": 9},
    "lstm": {"cell": "lstm", "num_layers": 2, "dropout": 0.2},
    "regularised": {"recurrent_dropout": 0.1, "zoneout": 0.2, "weight_drop": 0.3},
    "balanced": {"weights": "balanced", "min_count": 2},
    "memory": {"memory": 20, "num_layers": 2},
}


def same_weights(one, other):
    first, second = (dict(model.network.named_parameters()) for model in (one, other))
    return first.keys() == second.keys() and all(
        torch.equal(first[name], second[name]) for name in first
    )


class StopAt(SilentReporter):
    """Presses Ctrl-C at a step."""

    def __init__(self, step):
        self._at = step

    def step(self, done, loss, accuracy):
        if done == self._at:
            os.kill(os.getpid(), signal.SIGINT)


class Lines(SilentReporter):
    """Keeps what is said at the start."""

    def start(self, lines, done, total):
        self.lines = list(lines)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_in_a_folder_tells_the_same(make, tmp_path, kind):
    model, data = make.small(**KINDS[kind]), make.reviews()
    model.fit(data, epochs=1, batch_size=8, out=tmp_path / "model")
    again = elman.load(tmp_path / "model")
    assert again.predict_many(data) == model.predict_many(data)
    assert model.summary().endswith(again.summary())
    assert str(again.evaluate(data)) == str(model.evaluate(data))


def test_what_acts_within_the_layers_reaches_them_and_is_told(make):
    model = make.trained(make.reviews(), epochs=1, **KINDS["regularised"])
    layers = model.network.recurrent
    found = {name: getattr(layers, name) for name in KINDS["regularised"]}
    assert found == KINDS["regularised"]
    assert model.introduction()[-1].endswith("recurrent dropout 0.1, zoneout 0.2, weight drop 0.3")


def test_the_folder_holds_what_it_should(make, tmp_path):
    make.small().fit(make.reviews(), epochs=1, out=tmp_path / "model")
    files = {str(p.relative_to(tmp_path / "model")) for p in (tmp_path / "model").rglob("*.*")}
    assert {CARD, CONFIG, CLASSES, CONFUSION, HISTORY, WEIGHTS} <= files
    assert CHECKPOINT not in files


def test_a_model_that_was_saved_later_is_the_same(make, tmp_path):
    model = make.trained(make.walks())
    model.save(tmp_path / "model")
    x = torch.ones(3, 2)
    assert elman.load(tmp_path / "model").predict(x) == model.predict(x)


@pytest.mark.parametrize("pooling", POOLINGS)
def test_a_small_task_is_learnt(make, pooling):
    model = make.trained(make.reviews(), epochs=25, pooling=pooling)
    assert model.evaluate(make.reviews(seed=1)).accuracy > 0.95
    answer = model.predict("the film a great music")
    assert answer["label"] == "good"
    assert list(answer["probabilities"]) == ["bad", "good"]
    assert sum(answer["probabilities"].values()) == pytest.approx(1)


@pytest.mark.parametrize("pooling", ["last", "mean"])
def test_sequences_of_one_length_are_learnt_in_a_compiled_loop(make, pooling):
    reporter = Lines()
    model = make.small(pooling=pooling)
    model.fit(make.walks(), epochs=20, batch_size=8, reporter=reporter)
    assert "whole loop compiled" in reporter.lines
    assert model.evaluate(make.walks(seed=1)).accuracy == 1
    assert model.predict(torch.ones(7, 2))["label"] == "up"  # also of another length


def test_sequences_of_many_lengths_are_learnt_step_by_step(make):
    reporter = Lines()
    model = make.small()
    model.fit(make.walks(ragged=True), epochs=20, batch_size=8, reporter=reporter)
    assert "whole loop not compiled: the sequences are of different lengths." in reporter.lines
    assert model.evaluate(make.walks(seed=1, ragged=True)).accuracy == 1


@pytest.mark.parametrize("data", ["reviews", "walks"])
def test_the_same_seed_gives_the_same_bits_and_another_seed_does_not(make, data):
    given = getattr(make, data)()
    one, same = (make.trained(given, dropout=0.2) for _ in range(2))
    assert same_weights(one, same)
    assert one.predict_many(given) == same.predict_many(given)
    assert not same_weights(one, make.trained(given, dropout=0.2, seed=1))


def test_training_and_asking_leave_the_global_random_numbers_alone(make):
    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    make.trained(make.reviews(), dropout=0.2).predict("a film")
    assert torch.equal(torch.rand(1), expected)


@pytest.mark.parametrize("data", ["reviews", "walks"])
def test_a_stopped_run_goes_on_to_the_same_bits(make, tmp_path, step_by_step, data):
    given = getattr(make, data)()
    options = {"epochs": 4, "batch_size": 8}
    whole = make.small(dropout=0.2)
    whole.fit(given, **options)
    with pytest.raises(Interrupted, match=r"(?s)stopped after step 5 .*resume=True"):
        make.small(dropout=0.2).fit(given, **options, out=tmp_path, reporter=StopAt(5))
    assert (tmp_path / CHECKPOINT).exists()
    with pytest.raises(ModelFolderError, match="is unfinished"):
        elman.load(tmp_path)
    with pytest.raises(ModelFolderError, match="holds an unfinished training"):
        make.small(dropout=0.2).fit(given, **options, out=tmp_path)
    with pytest.raises(SettingError, match=r"dropout was 0\.2 and is now 0\.3"):
        make.small(dropout=0.3).fit(given, **options, out=tmp_path, resume=True)
    other = getattr(make, data)(seed=1)
    with pytest.raises(SettingError, match=r"data_sha256 was .* and is now"):
        make.small(dropout=0.2).fit(other, **options, out=tmp_path, resume=True)
    resumed = make.small(dropout=0.2)
    resumed.fit(given, **options, out=tmp_path, resume=True)
    assert same_weights(whole, resumed)
    assert not (tmp_path / CHECKPOINT).exists()
    assert elman.load(tmp_path).predict_many(given) == whole.predict_many(given)


def test_weights_let_a_rare_class_be_told(make):
    # the same sequence is one in ten times rare: no network can part them but by its weights
    labels = ["rare" if n % 10 == 0 else "often" for n in range(60)]
    data = Examples("d", None, [torch.ones(2, 1)] * 60, labels, ["row"] * 60)
    rare = {}
    for weights in ("none", "balanced"):
        model = make.small(weights=weights)
        model.fit(data, epochs=15, batch_size=60, validation=0, test=0)
        rare[weights] = model.predict(torch.ones(2, 1))["probabilities"]["rare"]
    assert rare["none"] < 0.2
    assert rare["balanced"] == pytest.approx(0.5, abs=0.1)


def test_a_file_is_read_again_as_it_was_learnt(make, tmp_path):
    data = make.reviews()
    rows = [f"{text},{label},x" for text, label in zip(data.texts, data.labels, strict=True)]
    file = tmp_path / "reviews.csv"
    file.write_text("\n".join(["words,mood,other", *rows]))
    model = make.small(text="words", label="mood")
    model.fit(file, epochs=2, batch_size=8, out=tmp_path / "model")
    assert same_weights(model, make.trained(data))
    again = elman.load(tmp_path / "model")
    assert again.evaluate(file).count == len(data)
    assert again.predict_many(file) == model.predict_many(data)


def test_other_data_may_judge(make):
    model = make.small()
    model.fit(make.reviews(), epochs=1, test=make.reviews(14, seed=1), validation=0)
    assert model.judgement.count == 14
    assert model.outcome().startswith("on the test part: accuracy")
    assert model.facts["examples"] == 60


def test_without_parts_held_out_the_training_judges_itself(make):
    model = make.small()
    model.fit(make.reviews(), epochs=1, test=0, validation=0)
    assert model.outcome().startswith("on the training part: ")
    with pytest.raises(SettingError, match="patience needs something to judge by"):
        make.small().fit(make.reviews(), epochs=1, test=0, validation=0, patience=2)


@pytest.mark.parametrize(
    ("text", "label", "match"),
    [
        ("a film", "ugly", 'line 1: the label "ugly" is not one of those learnt: bad, good'),
        ("", "good", "line 1: the sequence is empty"),
    ],
)
def test_what_cannot_be_judged_is_refused_before_the_training(make, tmp_path, text, label, match):
    test = Examples("t", [text], None, [label], ["line 1"])
    with pytest.raises(DataError, match=match):
        make.small().fit(make.reviews(), test=test, out=tmp_path / "model")
    assert not (tmp_path / "model").exists()


def test_data_of_another_kind_are_refused_without_blaming_options(make, tmp_path):
    file = tmp_path / "walks.csv"
    rows = [f"{n // 3},{n % 3},{n},{'ab'[n // 3 % 2]}" for n in range(90)]
    file.write_text("\n".join(["id,t,x,label", *rows]))
    model = make.small(sequence="id", time="t")
    model.fit(file, epochs=1)
    (tmp_path / "w.jsonl").write_text('{"text": "mew", "label": "a"}\n')
    with pytest.raises(DataError, match="holds texts, but the model takes numbers, 1 a step"):
        model.evaluate(tmp_path / "w.jsonl")


def test_a_file_of_labels_is_that_of_its_own_data_alone(make, tmp_path):
    numbers = np.stack([one.numpy() for one in make.walks().numbers])
    for name in ("a", "b"):
        np.save(tmp_path / f"x_{name}.npy", numbers)
    labels = np.array(make.walks().labels)
    np.save(tmp_path / "here.npy", labels)
    np.save(tmp_path / "y_b.npy", labels[::-1])
    model = make.small(label=str(tmp_path / "here.npy"))
    model.fit(tmp_path / "x_a.npy", epochs=4, validation=0, test=0)
    here = model.evaluate(tmp_path / "x_a.npy", label=str(tmp_path / "here.npy"))
    assert here.accuracy > 0.9 > 0.1 > model.evaluate(tmp_path / "x_b.npy").accuracy
    with pytest.raises(DataError, match="no file of labels beside it"):
        model.evaluate(tmp_path / "x_a.npy")


def test_options_that_do_not_fit_other_data_are_left_out(make, tmp_path):
    data = make.reviews()
    rows = [f"{text},{label}" for text, label in zip(data.texts, data.labels, strict=True)]
    (tmp_path / "a.csv").write_text("\n".join(["what,who", *rows]))
    (tmp_path / "texts").mkdir()
    for label in ("good", "bad"):
        own = [row.split(",")[0] for row in rows if row.endswith(f",{label}")]
        (tmp_path / "texts" / f"{label}.txt").write_text("\n".join(own))
    model = make.small(text="what", label="who")
    model.fit(tmp_path / "a.csv", epochs=1)
    assert model.evaluate(tmp_path / "texts").accuracy == model.evaluate(data).accuracy
    with pytest.raises(SettingError, match="which rate does not fit"):
        model.evaluate(tmp_path / "texts", rate=8000)


def test_before_training_nothing_can_be_asked(make):
    for ask in (make.small().predict, make.small().evaluate):
        with pytest.raises(SettingError, match="before it is trained: call fit first"):
            ask(make.reviews() if ask.__name__ == "evaluate" else "a film")
    with pytest.raises(SettingError, match="call fit first"):
        make.small().outcome()


@pytest.mark.parametrize("name", ["epochs", "patience", "seed"])
def test_what_is_given_to_fit_is_not_given_to_compile(make, name):
    with pytest.raises(SettingError, match=f"{name} is given to fit, not to compile"):
        make.small().compile(**{name: 3})


def test_settings_must_fit_together(make):
    with pytest.raises(SettingError, match='embedding_size has no meaning with input "one-hot"'):
        make.small(input="one-hot", embedding_size=3)
    with pytest.raises(SettingError, match="resume needs the folder to go on in"):
        make.small().fit(make.reviews(), resume=True)


def test_a_damaged_folder_is_named(make, tmp_path):
    make.small().fit(make.reviews(), epochs=1, out=tmp_path)
    (tmp_path / CLASSES).write_text('{"labels": ["a"]}')
    with pytest.raises(ModelFolderError, match="is damaged"):
        elman.load(tmp_path)
