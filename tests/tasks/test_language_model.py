import json
import os
import signal
import subprocess
import sys

import pytest
import torch

import elman
from elman.cells import sigmoid, tanh
from elman.data.vocabulary import UnknownSymbolError
from elman.errors import (
    CellError,
    DataError,
    DivergedError,
    Interrupted,
    ModelFolderError,
    SettingError,
)
from elman.tasks import LanguageModel
from elman.tasks.folder import CARD, CHECKPOINT, CONFIG, HISTORY, VOCABULARY, WEIGHTS
from elman.train.reporter import SilentReporter

TEXT = "long ago , the mice had a general council to consider what they could do"


@elman.cell
def my_cell(x, h, *, W):
    """A gate and a candidate."""
    z = sigmoid(W.z(x, h))
    return (1 - z) * h + z * tanh(W.n(x, z * h))


def small(**settings):
    return LanguageModel(**{"hidden_size": 16, "window": 4, **settings})


def trained(epochs=2, **settings):
    model = small(**settings)
    model.fit(TEXT, epochs=epochs, batch_size=4)
    return model


def weights(model):
    return dict(model.network.named_parameters())


def same_weights(one, other):
    first, second = weights(one), weights(other)
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


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"cell": "gru", "num_layers": 2},
        {"input": "one-hot"},
        {"tied": True},
        {"window": None, "tbptt": 5},
        {"unit": "character", "window": 12, "hidden_size": 64},
        {"cell": my_cell},
    ],
    ids=["default", "deep", "one-hot", "tied", "carried", "characters", "own cell"],
)
def test_a_text_is_learnt_by_heart_and_recited(settings):
    model = small(**settings)
    model.compile(learning_rate=0.02)
    model.fit(TEXT, epochs=60, batch_size=4)
    quality = model.evaluate(TEXT)
    assert quality.accuracy >= 1 - 1 / quality.count  # one letter alone does not say the second
    beginning = "long ago" if model.settings.unit == "word" else TEXT[:12]
    unit = elman.data.units.get_unit(model.settings.unit)
    length = len(unit.split(TEXT)) - len(unit.split(beginning))
    assert model.predict(beginning, length=length) == TEXT


def test_the_same_seed_gives_the_same_bits_and_another_seed_does_not():
    one, same = trained(dropout=0.2), trained(dropout=0.2)
    assert same_weights(one, same)
    other = small(dropout=0.2)
    other.fit(TEXT, epochs=2, batch_size=4, seed=1)
    assert not same_weights(one, other)


def test_training_leaves_the_global_random_numbers_alone():
    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    trained()
    assert torch.equal(torch.rand(1), expected)


def test_a_short_text_gets_more_epochs(monkeypatch):
    monkeypatch.setattr(LanguageModel, "least_steps", 50)
    model = small()
    model.fit(TEXT, batch_size=1000)  # one step an epoch
    assert model.history.last.step == 50
    model.fit(TEXT, batch_size=1)  # 11 steps an epoch
    assert model.history.last.step == 110


def test_validation_is_judged_after_every_epoch_and_patience_stops():
    model = small()
    model.compile(learning_rate=0.1)
    text = " ".join([TEXT] * 3)
    model.fit(text, epochs=200, batch_size=4, validation="the mice had a council", patience=2)
    assert model.history.stopped_early
    assert len(model.history.rows) < 200
    assert model.results["judged_on"] == "validation text"
    best = min(row.validation_loss for row in model.history.rows)
    assert model.evaluate("the mice had a council").loss == pytest.approx(best)


def test_predictions_may_be_drawn_by_a_seed():
    model = trained()
    drawn = [model.predict("long ago", temperature=2.0, seed=seed) for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_a_model_with_dropout_is_asked_without_it():
    model = trained(dropout=0.5)
    assert model.predict("long ago") == model.predict("long ago")
    assert model.evaluate(TEXT) == model.evaluate(TEXT)


def test_the_summary_names_every_part():
    text = trained(cell="gru").summary()
    for part in ("15 words", "embedding", "compiled", "head", "total", "adam", "accuracy"):
        assert part in text
    assert max(map(len, text.splitlines())) < 80


# -- the model folder


@pytest.mark.parametrize(
    "settings",
    [{}, {"tied": True, "cell": "gru"}, {"cell": my_cell}, {"window": None, "tbptt": 5}],
    ids=["window", "tied", "own cell", "carried"],
)
def test_a_saved_model_opens_as_it_was(settings, tmp_path):
    model = trained(**settings)
    model.save(tmp_path / "model")
    again = elman.load(tmp_path / "model")
    assert same_weights(model, again)
    assert again.settings == model.settings
    assert again.training == model.training
    assert again.vocabulary == model.vocabulary
    assert again.cell == model.cell
    assert again.evaluate(TEXT) == model.evaluate(TEXT)
    assert again.predict("the mice") == model.predict("the mice")
    again.save(tmp_path / "copy")
    assert same_weights(elman.load(tmp_path / "copy"), model)


def test_a_folder_opens_in_a_fresh_process_without_the_code_of_its_cell(tmp_path):
    model = trained(cell=my_cell)
    model.save(tmp_path / "model")
    code = "import elman, sys; print(elman.load(sys.argv[1]).predict('the mice', length=4))"
    answer = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "model")],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    ).stdout  # fmt: skip
    assert answer.strip() == model.predict("the mice", length=4)


def test_fit_writes_the_whole_folder_and_no_pickle(tmp_path):
    small().fit(TEXT, epochs=2, batch_size=4, out=tmp_path)
    names = sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file())
    assert names == [
        CARD, CONFIG, HISTORY, WEIGHTS, "plots/training.png", VOCABULARY,
    ]  # fmt: skip
    card = (tmp_path / CARD).read_text()
    assert 'model.predict("long ago ,")' in card
    assert elman.load(tmp_path).predict("long ago ,") in card
    assert (tmp_path / HISTORY).read_text().startswith("step,epoch,loss,accuracy,")
    config = json.loads((tmp_path / CONFIG).read_text())
    assert config["training"]["epochs"] == 2
    assert config["results"]["count"] == 14


def test_a_folder_is_never_overwritten_by_accident(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    for write in (lambda: small().fit(TEXT, out=tmp_path), lambda: trained().save(tmp_path)):
        with pytest.raises(ModelFolderError, match="exists and is not a model folder"):
            write()
    trained().save(tmp_path, force=True)
    assert (tmp_path / "letter.txt").read_text() == "dear"
    with pytest.raises(ModelFolderError, match="already holds a model"):
        small().fit(TEXT, out=tmp_path)


def test_a_mistake_in_the_data_or_settings_leaves_a_forced_folder_alone(tmp_path):
    trained().save(tmp_path)
    before = (tmp_path / WEIGHTS).read_bytes()
    for mistake in ({"window": 100}, {}):
        with pytest.raises((DataError, SettingError)):
            small(**mistake).fit(TEXT, out=tmp_path, force=True, epochs=0)
    with pytest.raises(SettingError, match="patience needs something to judge by"):
        small().fit(TEXT, out=tmp_path, force=True, patience=2)
    averaged = small()
    averaged.compile(average=2)
    with pytest.raises(SettingError, match="average needs something to judge by"):
        averaged.fit(TEXT, out=tmp_path, force=True)
    assert (tmp_path / WEIGHTS).read_bytes() == before


@pytest.mark.parametrize("settings", [{"dropout": 0.3}, {"window": None, "tbptt": 3}], ids=str)
def test_a_stopped_training_goes_on_to_the_same_bits(settings, tmp_path, step_by_step):
    whole = small(**settings)
    whole.fit(TEXT, epochs=6, batch_size=2)
    stopped = small(**settings)
    options = {"epochs": 6, "batch_size": 2, "out": tmp_path}
    with pytest.raises(Interrupted, match=r"stopped after step 5 .*resume=True"):
        stopped.fit(TEXT, **options, reporter=StopAt(5))
    assert (tmp_path / CHECKPOINT).exists()
    with pytest.raises(ModelFolderError, match=r"is unfinished.*Continue it with --resume"):
        elman.load(tmp_path)
    with pytest.raises(ModelFolderError, match="holds an unfinished training"):
        small(**settings).fit(TEXT, **options)
    resumed = small(**settings)
    resumed.fit(TEXT, **options, resume=True)
    assert same_weights(whole, resumed)
    assert not (tmp_path / CHECKPOINT).exists()
    assert same_weights(elman.load(tmp_path), whole)


def test_a_training_is_continued_only_as_it_was_started(tmp_path, step_by_step):
    options = {"epochs": 6, "batch_size": 2, "out": tmp_path}
    with pytest.raises(Interrupted):
        small(cell=my_cell).fit(TEXT, **options, reporter=StopAt(5))
    with pytest.raises(SettingError, match="hidden_size was 16 and is now 8"):
        small(hidden_size=8, cell=my_cell).fit(TEXT, **options, resume=True)
    with pytest.raises(SettingError, match=r"text_sha256 was .* and is now "):
        small(cell=my_cell).fit(TEXT + " !", **options, resume=True)
    with pytest.raises(SettingError, match="seed was 0 and is now 3"):
        small(cell=my_cell).fit(TEXT, **options, resume=True, seed=3)
    small(cell=my_cell).fit(TEXT, **options, resume=True)


def test_a_loss_that_is_no_number_stops_and_keeps_the_last_good_weights(tmp_path):
    model = small()
    model.compile(optimizer="sgd", learning_rate=1e38)
    message = r"(?s)the loss became \w+ at step \d+.*weights of step.*lower learning_rate.*kept in"
    with pytest.raises(DivergedError, match=message):
        model.fit(TEXT, epochs=50, batch_size=4, out=tmp_path)
    again = elman.load(tmp_path)
    assert same_weights(model, again)
    assert "the loss became" in again.results["diverged"]
    assert "the loss became" in again.summary().replace("\n", " ")


def test_a_perplexity_beyond_all_numbers_does_not_spoil_the_folder(tmp_path):
    model = small()
    model.compile(optimizer="sgd", learning_rate=1e7)
    model.fit(TEXT, epochs=1, batch_size=100, out=tmp_path)
    assert elman.load(tmp_path).results["loss"] > 1000


# -- bad input


def test_nothing_can_be_asked_before_training():
    for ask in (lambda m: m.predict("long"), lambda m: m.evaluate(TEXT), lambda m: m.summary()):
        with pytest.raises(SettingError, match="call fit first"):
            ask(small())


def test_an_unknown_cell_is_named_with_the_nearest():
    with pytest.raises(CellError, match=r'no cell "lstn".* Did you mean "lstm"'):
        LanguageModel(cell="lstn")


def test_an_unknown_training_setting_is_named_with_the_nearest():
    with pytest.raises(SettingError, match=r'learning_rat.* Did you mean "learning_rate"'):
        LanguageModel().compile(learning_rat=0.1)


def test_words_outside_the_vocabulary_are_named_with_close_ones():
    with pytest.raises(UnknownSymbolError, match=r"(?s)'mise' \(close: 'mice'\).*'dog'"):
        trained().predict("the mise dog")


@pytest.mark.parametrize("cell", [3, None])
def test_what_is_no_cell_is_refused(cell):
    with pytest.raises(SettingError, match=f"cell is {cell}; expected a name or a cell"):
        small(cell=cell)


def test_a_prompt_that_is_no_text_is_refused():
    with pytest.raises(DataError, match=r"the prompt is \['long', 'ago'\]; expected a str"):
        trained().predict(["long", "ago"])


def test_without_a_training_nothing_came_out():
    with pytest.raises(SettingError, match="nothing came out: call fit first"):
        small().outcome()


def test_going_on_needs_the_folder():
    with pytest.raises(SettingError, match="resume needs the folder to go on in: give out too"):
        small().fit(TEXT, resume=True)


def test_unknown_symbols_of_a_text_are_named_with_the_mend():
    with pytest.raises(DataError, match=r"(?s)the text has symbols.*'mise' .close: 'mice'.*<unk>"):
        trained().evaluate("the mise had")


def test_a_prompt_must_have_what_the_model_needs():
    with pytest.raises(DataError, match=r"too short \(words given: 0; expected at least: 1\)"):
        trained().predict(" ")
    model = trained(loss_steps="last")
    with pytest.raises(DataError, match=r"words given: 2; expected at least: 4\)"):
        model.predict("long ago")
    assert model.greeting(32).startswith("4 words in")
    with pytest.raises(SettingError, match="length is -1"):
        trained().predict("long", length=-1)


DAMAGES = {
    "no weights": (lambda f: (f / WEIGHTS).unlink(), r"there is no model\.safetensors in it"),
    "no vocabulary": (lambda f: (f / VOCABULARY).unlink(), r"there is no vocab\.json in it"),
    "cut weights": (
        lambda f: (f / WEIGHTS).write_bytes((f / WEIGHTS).read_bytes()[:-7]),
        "not a whole safetensors file",
    ),
    "other weights": (
        lambda f: (f / WEIGHTS).write_bytes((f / WEIGHTS).read_bytes()[:-1] + b"?"),
        "was changed after training",
    ),
    "another size": (
        lambda f: edit(f, ["model", "hidden_size"], 17),
        r"does not fit config\.json: head\.weight is F32\(15, 16\), expected F32\(15, 17\)",
    ),
    "a huge size": (lambda f: edit(f, ["model", "hidden_size"], 65536), "does not fit"),
    "too huge a size": (lambda f: edit(f, ["model", "hidden_size"], 10**12), "at most 65536"),
    "many layers": (lambda f: edit(f, ["model", "num_layers"], 10**9), "at most 256"),
    "a wrong setting": (lambda f: edit(f, ["model", "color"], "red"), "is damaged: .*color"),
    "a wrong kind": (lambda f: edit(f, ["model", "hidden_size"], "16"), "hidden_size is '16'"),
    "no such cell": (lambda f: edit(f, ["model", "cell"], "lstn"), 'Did you mean "lstm"'),
    "a cell of nonsense": (lambda f: edit(f, ["model", "cell"], {"name": 1}), "is damaged"),
    "a cell of a list": (lambda f: edit(f, ["model", "cell"], [1]), "is damaged"),
    "a cell of no states": (
        lambda f: edit(f, ["model", "cell", "graph", "states"], "x"),
        "its cell cannot take a step",
    ),
    "a cell of a wrong node": (
        lambda f: edit(f, ["model", "cell", "graph", "nodes", 1], None),
        "its cell cannot take a step",
    ),
    "a wrong training": (lambda f: edit(f, ["training", "epochs"], -1), "epochs is -1"),
    "no such task": (
        lambda f: edit(f, ["task"], "langage-model"),
        r'"langage-model", which this Elman does not know. Did you mean "language-model"',
    ),
    "a newer format": (lambda f: edit(f, ["format"], 2), "has format 2.*reads up to format 1"),
    "a vocabulary of nonsense": (
        lambda f: (f / VOCABULARY).write_text('{"symbols": ["a", "a"], "counts": [1, 1]}'),
        "the symbol 'a' is in it 2 times",
    ),
    "a vocabulary too small": (
        lambda f: (f / VOCABULARY).write_text('{"symbols": ["a", "b"], "counts": [1, 1]}'),
        "does not fit",
    ),
}


def edit(folder, path, value):
    config = json.loads((folder / CONFIG).read_text())
    place = config
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    (folder / CONFIG).write_text(json.dumps(config))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_folder_says_what_is_wrong(damage, tmp_path):
    spoil, message = DAMAGES[damage]
    trained(cell=my_cell).save(tmp_path / "model")
    spoil(tmp_path / "model")
    with pytest.raises(ModelFolderError, match=rf"(?s)model.*{message}"):
        elman.load(tmp_path / "model")


@pytest.mark.parametrize("name", ["epochs", "patience", "seed"])
def test_what_belongs_to_fit_is_not_silently_lost_in_compile(name):
    with pytest.raises(SettingError, match=f"{name} is given to fit, not to compile"):
        LanguageModel().compile(**{name: 3})


REGULARISED = {
    "locked": True,
    "embedding_dropout": 0.1,
    "recurrent_dropout": 0.1,
    "zoneout": 0.1,
    "weight_drop": 0.1,
    "activation_regularisation": 2.0,
    "temporal_regularisation": 1.0,
}


def regularised(*, seed=0, resume=False, **options):
    model = small(dropout=0.3, **REGULARISED)
    model.compile(optimizer="sgd", learning_rate=3.0, average=1)
    model.fit(
        TEXT * 2, epochs=12, batch_size=4, validation="the mice had a council", seed=seed,
        resume=resume, **options,
    )  # fmt: skip
    return model


def test_a_regularised_model_is_kept_with_its_averaged_weights(tmp_path):
    model = regularised(out=tmp_path)
    assert model.results["averaged_since"] == model.history.averaged_since is not None
    opened = elman.load(tmp_path)
    assert opened.settings == model.settings
    assert REGULARISED.items() <= opened.settings.model_dump().items()
    assert same_weights(opened, model)
    assert opened.training.average == 1
    assert model.results["loss"] == opened.evaluate("the mice had a council").loss
    assert model.history.last.validation_loss == model.results["loss"]
    assert "averaged since" in opened.summary()


def test_a_regularised_run_that_was_stopped_goes_on_to_the_same_bits(tmp_path):
    whole = regularised()
    with pytest.raises(Interrupted):
        regularised(out=tmp_path, reporter=StopAt(whole.history.averaged_since + 1))
    assert same_weights(regularised(out=tmp_path, resume=True), whole)


def test_a_setting_that_does_not_exist_is_named():
    with pytest.raises(SettingError, match=r'no setting zoneuot\. Did you mean "zoneout"'):
        LanguageModel(zoneuot=0.1)
