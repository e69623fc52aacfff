import os
import signal

import pytest
import torch

import elman
from elman.data.music.pieces import Pieces, Place, frames_of
from elman.errors import DataError, Interrupted, ModelFolderError, SettingError
from elman.tasks import Music
from elman.tasks.folder import CHECKPOINT
from elman.train.reporter import SilentReporter

KINDS = {
    "plain": {},
    "moved": {"transpose": 2, "input_dropout": 0.2, "cell": "lstm", "num_layers": 2},
    "forgetful": {"dropout": 0.3, "recurrent_dropout": 0.2, "zoneout": 0.1, "weight_drop": 0.2},
}


def same_weights(one, other):
    first, second = (dict(model.network.named_parameters()) for model in (one, other))
    return first.keys() == second.keys() and all(torch.equal(first[n], second[n]) for n in first)


class StopAt(SilentReporter):
    """Presses Ctrl-C at a step."""

    def __init__(self, step):
        self._at = step

    def step(self, done, loss, accuracy):
        if done == self._at:
            os.kill(os.getpid(), signal.SIGINT)


@pytest.fixture(scope="module")
def able(make):
    return make.trained(epochs=50, batch_size=1, hidden_size=32)


def test_it_learns_pieces_and_goes_on_with_them(able, make):
    evaluation = able.evaluate(make.pieces())
    assert evaluation.accuracy > 0.99
    assert evaluation.nll < 0.5 * min(score.nll for score in evaluation.habits.values())
    assert able.results["nll"] == evaluation.nll
    assert able.predict(make.piece[:4], length=5, temperature=0) == make.piece[4:9]
    assert able.predict(make.other[:2], length=3, threshold=0.5) == make.other[2:5]
    assert len(able.predict(length=3, seed=1)) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_in_a_folder_plays_the_same(make, tmp_path, kind):
    model = make.small(**KINDS[kind])
    model.fit(make.pieces(), epochs=1, out=tmp_path / "model")
    opened = elman.load(tmp_path / "model")
    assert isinstance(opened, Music)
    assert same_weights(model, opened)
    assert opened.predict(make.piece, seed=1) == model.predict(make.piece, seed=1)
    assert opened.evaluate(make.pieces()) == model.evaluate(make.pieces())
    assert opened.summary() == model.summary()
    opened.save(tmp_path / "again")
    assert same_weights(elman.load(tmp_path / "again"), model)


@pytest.mark.parametrize("kind", ["moved", "forgetful"])
def test_a_stopped_training_ends_at_the_same_bits(make, tmp_path, kind):
    def fit(model, **more):
        model.fit(make.pieces(), epochs=3, batch_size=2, out=tmp_path / "model", **more)

    whole = make.small(**KINDS[kind])
    whole.fit(make.pieces(), epochs=3, batch_size=2)
    with pytest.raises(Interrupted, match="stopped after step 4 of 9"):
        fit(make.small(**KINDS[kind]), reporter=StopAt(4))
    assert (tmp_path / "model" / CHECKPOINT).is_file()
    resumed = make.small(**KINDS[kind])
    fit(resumed, resume=True)
    assert same_weights(whole, resumed)
    assert not (tmp_path / "model" / CHECKPOINT).exists()


def test_what_the_data_tell_apart_is_kept_apart(make):
    places = [
        Place(f"piece {n}", part) for n, part in enumerate(("train", "train", "valid", "test"))
    ]
    data = Pieces("it", [frames_of(steps) for steps in make.pieces(4)], places, 2)
    model = make.small()
    model.fit(data, epochs=1)
    assert (model.facts["pieces"], model.facts["validation_pieces"]) == (2, 1)
    assert model.results["judged_on"] == "test pieces"
    assert model.results["count"] == model.evaluate(data).frames == len(make.other) - 1
    assert model.settings.resolution == 2
    assert model.history.last.validation_loss == pytest.approx(
        model.evaluate([make.piece]).nll, rel=1e-6
    )
    model.fit(data, epochs=1, validation=0, test=[make.piece])
    assert (model.facts["validation_pieces"], model.results["count"]) == (0, len(make.piece) - 1)
    model.fit(data.part("train"), epochs=1, validation=data)
    assert model.facts["validation_pieces"] == 1


def test_the_best_epoch_is_taken(make):
    model = make.small()
    model.compile(learning_rate=0.5)
    model.fit([make.piece] * 4, epochs=30, patience=2, validation=[make.other])
    losses = [row.validation_loss for row in model.history.rows]
    assert model.history.stopped_early
    assert model.evaluate([make.other]).nll == pytest.approx(min(losses), rel=1e-5)


def test_padding_changes_nothing(able, make):
    long, short = make.piece * 3, make.other[:2]
    together = able.evaluate([long, short])
    apart = [able.evaluate([piece]) for piece in (long, short)]
    total = sum(one.nll * one.frames for one in apart)
    assert together.nll * together.frames == pytest.approx(total, rel=1e-5)


BAD = [
    ({"data": [[[60]]], "validation": 0}, DataError, "no piece has a second step"),
    ({"data": [[[60], [200]]]}, DataError, "the data, piece 1, step 2: 200 is no note"),
    ({"data": []}, DataError, "the data holds no piece"),
    ({"data": "nowhere.json"}, DataError, 'there is no file "nowhere.json"'),
    ({"data": [[[60], [61]]]}, DataError, r"too few pieces \(1\) to hold 0.1 of them out"),
    ({"data": {"valid": [[[60], [61]]]}}, DataError, 'tells valid apart, but has no pieces in "tr'),
    ({"validation": 1.0}, SettingError, "validation is 1.0"),
    ({"validation": 0, "patience": 2}, SettingError, "patience needs something to judge by"),
    ({"batch_size": 0}, SettingError, "batch_size is 0"),
    ({"epochs": 0}, SettingError, "epochs"),
    ({"resume": True}, SettingError, "give out too"),
]


@pytest.mark.parametrize(("choices", "error", "message"), BAD)
def test_what_cannot_be_learnt(make, choices, error, message):
    with pytest.raises(error, match=message):
        make.small().fit(**{"data": make.pieces(), "epochs": 1} | choices)


@pytest.mark.parametrize("name", ["dropout", "input_dropout", "zoneout", "weight_drop"])
def test_settings_out_of_range(name):
    with pytest.raises(SettingError, match=f"{name} is 1.5"):
        Music(**{name: 1.5})


def test_what_cannot_be_asked(able, make, tmp_path):
    untrained = make.small()
    for ask in (untrained.predict, untrained.outcome, untrained.summary):
        with pytest.raises(SettingError, match="train"):
            ask()
    with pytest.raises(SettingError, match="call fit first"):
        untrained.evaluate("nowhere.json")
    (tmp_path / "two.json").write_text("[[[60]], [[61]]]")
    with pytest.raises(DataError, match="has no piece 3; expected 1 to 2"):
        able.predict(tmp_path / "two.json", piece=3)
    with pytest.raises(DataError, match="the beginning, step 1: 9 is no note"):
        able.predict([[9]])
    with pytest.raises(SettingError, match="length is 0"):
        able.predict(length=0)
    with pytest.raises(DataError, match="no piece has a second step"):
        able.evaluate([[[60]]])


def test_a_damaged_folder_is_refused(make, tmp_path):
    make.trained(epochs=1).save(tmp_path / "model")
    (tmp_path / "model" / "vocab.json").write_text('{"frequencies": [], "held": 0.5, "struck": 2}')
    with pytest.raises(ModelFolderError, match="is damaged: expected the shares of 88 keys"):
        elman.load(tmp_path / "model")
