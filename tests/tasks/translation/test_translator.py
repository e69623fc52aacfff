import os
import random
import signal

import pytest
import torch

import elman
from elman.data.pairs import Pairs
from elman.errors import DataError, Interrupted, ModelFolderError, SettingError
from elman.tasks import Translator
from elman.tasks.folder import CHECKPOINT
from elman.tasks.network import asking
from elman.tasks.translation.special import EDGE, SPECIAL, UNKNOWN
from elman.train.reporter import SilentReporter

SMALL = {"hidden_size": 16, "embedding_size": 12, "dropout": 0.0, "label_smoothing": 0.0}


def backwards(count=300, seed=0, extra=()):
    """Numbers in English, and in French from the last to the first."""
    draw = random.Random(seed)
    words = {"one": "un", "two": "deux", "six": "six", "ten": "dix"}
    rows = [draw.choices([*words], k=draw.randint(1, 4)) for _ in range(count)]
    pairs = [(" ".join(row), " ".join(words[word] for word in row[::-1])) for row in rows]
    pairs += extra
    return Pairs("it", *map(list, zip(*pairs, strict=True)), range(1, len(pairs) + 1))


def trained(data=None, epochs=1, **settings):
    model = Translator(**SMALL | settings)
    model.compile(learning_rate=0.01)
    model.fit(data or backwards(40), epochs=epochs, batch_size=16, validation=0)
    return model


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
def able():
    return trained(backwards(), epochs=20)


def test_it_learns_to_turn_a_sentence_round(able):
    assert able.predict("one two six ten") == "dix six deux un"
    assert able.predict("ten one", beam=3) == "un dix"
    assert able.results["bleu"] > 95
    assert able.evaluate(backwards(20, seed=7), beam=2).chrf > 95


def test_many_are_translated_as_one_by_one(able):
    texts = ["one two six ten", "", "ten", "two  one"]
    many = able.predict_many(texts, beam=3)
    assert many[1] == [("", 0.0)]
    assert [own[0].text for own in many] == [able.predict(t, beam=3) if t else "" for t in texts]
    assert len({own.text for own in many[0]}) == len(many[0]) == 3
    assert many[0][0].score > many[0][1].score > many[0][2].score


def test_an_unknown_word_is_copied_from_where_the_model_looks(monkeypatch):
    # names that occur once, so that it learns what to do about those it does not know
    french = {"one": "un", "two": "deux"}
    rows = [(first, last) for _ in range(40) for first in french for last in french]
    names = [
        (f"{first} name{n} {last}", f"{french[first]} name{n} {french[last]}")
        for n, (first, last) in enumerate(rows)
    ]
    data = Pairs("it", *map(list, zip(*names, strict=True)), range(1, len(names) + 1))
    model = trained(data, epochs=12)
    before = torch.tensor([[EDGE, model.encoding.targets.index("un") + SPECIAL, UNKNOWN]])
    with asking(model.network), torch.no_grad():
        encoded = model.network.encode(model.encoding.source(["one", "Aesop", "two"])[None])
        place = int(model.network.attention(before, encoded)[0, 1, :3].argmax())
    copied = ["one", "Aesop", "two"][place]
    assert model.predict("one Aesop two") == f"un {copied} deux"
    looks = torch.eye(4).expand(1, 4, 4)[:, :3]
    monkeypatch.setattr(model.network, "attention", lambda target, encoded: looks)
    assert model.predict("one Aesop two") == "un Aesop deux"


def test_without_attention_no_unknown_word_is_told():
    model = trained(backwards(40, extra=[("only", "rien")]), attention="none")
    for own in model.predict_many(["only one", "two"], beam=3):
        assert all("" not in said.text.split(" ") for said in own if said.text)


def test_a_model_in_a_folder_is_the_same(able, tmp_path):
    able.save(tmp_path / "model")
    opened = elman.load(tmp_path / "model")
    assert isinstance(opened, Translator)
    assert same_weights(able, opened)
    assert opened.predict("one two") == able.predict("one two")
    assert opened.summary() == able.summary()
    assert "# A translator of sentences" in (tmp_path / "model" / "README.md").read_text()
    (tmp_path / "model" / "vocab.json").write_text('{"sources": []}')
    with pytest.raises(ModelFolderError, match="is damaged"):
        elman.load(tmp_path / "model")


def test_a_training_that_was_stopped_goes_on_to_the_same_weights(tmp_path):
    data, out = backwards(60), tmp_path / "model"
    options = {"epochs": 2, "batch_size": 16, "validation": 0.2}
    settings = SMALL | {"dropout": 0.2, "zoneout": 0.1, "scheduled_sampling": 0.5}
    whole, parts = Translator(**settings), Translator(**settings)
    whole.fit(data, **options)
    with pytest.raises(Interrupted):
        parts.fit(data, **options, out=out, reporter=StopAt(4))
    assert (out / CHECKPOINT).exists()
    parts = Translator(**settings)
    with pytest.raises(SettingError, match='stop_on was "loss" and is now "bleu"'):
        parts.fit(data, **options, stop_on="bleu", out=out, resume=True)
    parts.fit(data, **options, out=out, resume=True)
    assert same_weights(whole, parts)
    assert whole.results["bleu"] == parts.results["bleu"]


def test_the_best_epoch_by_bleu_is_kept():
    model = Translator(**SMALL)
    model.compile(learning_rate=0.01)
    options = {"batch_size": 16, "patience": 2, "stop_on": "bleu"}
    held = backwards(60, seed=1)
    model.fit(backwards(), epochs=12, validation=held, **options)
    scores = [row.validation_score for row in model.history.rows]
    assert max(scores) > scores[0]
    assert model.evaluate(held).bleu == max(scores)


def test_a_share_of_its_own_symbols_changes_what_is_learnt():
    one, other = (trained(scheduled_sampling=share) for share in (0.0, 0.9))
    assert not same_weights(one, other)


def test_what_was_left_out_is_told():
    long = ("one " * 9, "un " * 9)
    model = trained(backwards(40, extra=[long, ("Taxi", "Taxi")]), longest=8)
    said = "\n".join(model.introduction())
    assert "41 pairs" in said
    assert "more than 8 words: 1, the longest 9" in said
    assert "sides are the same: " in said
    assert model.facts["too_long"] == 1


def test_what_makes_no_sense_is_refused(able):
    with pytest.raises(DataError, match="nothing to translate"):
        able.predict("  ")
    with pytest.raises(SettingError, match="beam is 0; expected a whole number of at least 1"):
        able.predict("one", beam=0)
    with pytest.raises(SettingError, match="no_repeat is -1; expected"):
        able.predict("one", no_repeat=-1)
    with pytest.raises(SettingError, match="call fit first"):
        Translator().predict("one")
    with pytest.raises(SettingError, match="attention"):
        Translator(attention="dott")
    long = Pairs("it", ["one " * 9], ["un " * 9], [1])
    with pytest.raises(DataError, match="more than 1 words, the longest 9"):
        Translator(longest=1).fit(long, validation=0)
    with pytest.raises(DataError, match="leaves none to learn"):
        Translator().fit(Pairs("it", ["a", "a"], ["b", "c"], [1, 2]))
    with pytest.raises(DataError, match="occurs 2 times"):
        Translator().fit(Pairs("it", ["a", "b"], ["c", "d"], [1, 2]), validation=0)
    with pytest.raises(SettingError, match="patience needs"):
        Translator().fit(backwards(4), validation=0, patience=1)
    with pytest.raises(SettingError, match="stop_on='bleu' needs something"):
        Translator().fit(backwards(4), validation=0, stop_on="bleu")
    with pytest.raises(SettingError, match="Did you mean"):
        Translator().fit(backwards(4), stop_on="blue")


@pytest.mark.parametrize(
    "settings",
    [
        {"unit": "character", "cell": "lstm"},
        {"unit": "subword", "subwords": 30, "lower": True},
        {"attention": "none", "bidirectional": False, "num_layers": 2},
        {"attention": "none", "scheduled_sampling": 1.0},
        {"attention": "concatenated", "cell": "lstm", "scheduled_sampling": 0.5},
        {"attention": "keys", "tied": True, "embedding_size": 16, "zoneout": 0.1, "lower": True},
    ],
    ids=range(6),
)
def test_other_kinds_learn(settings):
    model = trained(epochs=3, **settings)
    losses = [row.loss for row in model.history.rows]
    assert losses[-1] < losses[0]
    assert isinstance(model.predict("One two", beam=2), str)


def test_files_are_read_in_either_direction(tmp_path):
    (tmp_path / "en").write_text("one two\ntwo\n")
    (tmp_path / "fr").write_text("un deux\ndeux\n")
    files = (tmp_path / "en", tmp_path / "fr")
    assert Translator().read(files).sources == ["one two", "two"]
    assert Translator(reverse=True).read(files).sources == ["un deux", "deux"]
