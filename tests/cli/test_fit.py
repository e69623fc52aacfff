import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import elman as package

SMALL = ["--window", "4", "--hidden-size", "8", "--epochs", "2", "--batch-size", "8"]


def test_a_file_becomes_a_model_and_the_files_are_named(elman, text):
    said = elman("fit", "language-model", text, "--out", "model", *SMALL)
    assert said.status == 0
    assert "54 words, 44 distinct, seen in windows of 4" in said.out
    assert "epoch 2  step 14" in said.out
    assert "on the validation text: accuracy" in said.out
    written = said.out.splitlines()[-1]
    assert written.startswith("Wrote to model: plots/training.png, config.json, ")
    for name in written.removeprefix("Wrote to model: ").split(", "):
        assert Path("model", name).is_file()


def typed(options):
    return [
        word for name, value in options.items() for word in (f"--{name}".replace("_", "-"), value)
    ]


def test_every_option_reaches_the_model(elman, text):
    model_options = {
        "unit": "character", "cell": "mgu", "hidden_size": 12, "num_layers": 2, "dropout": 0.25,
        "embedding_size": 7, "tbptt": 9, "max_vocabulary": 20, "min_count": 2,
        "embedding_dropout": 0.1, "recurrent_dropout": 0.2, "zoneout": 0.15, "weight_drop": 0.3,
        "activation_regularisation": 2.0, "temporal_regularisation": 1.0,
    }  # fmt: skip
    training_options = {
        "optimizer": "rmsprop", "learning_rate": 0.004, "momentum": 0.5, "weight_decay": 0.01,
        "clip_norm": 2.0, "clip_value": 3.0, "schedule": "linear", "display_every": 5,
        "epochs": 1, "patience": 3, "average": 1, "seed": 4,
    }  # fmt: skip
    words = typed({**model_options, **training_options, "batch_size": 3, "validation": 0.2})
    said = elman("fit", "language-model", text, "--out", "model", *words)
    assert said.status == 0, said.err
    model = package.load("model")
    assert model_options.items() <= model.settings.model_dump().items()
    assert training_options.items() <= model.training.model_dump().items()
    assert model.facts["batch_size"] == 3
    assert model.facts["validation_symbols"] > 0
    assert " -> " in said.out  # the examples


def test_window_options_reach_the_model_too(elman, text):
    shared = {"epochs": 1, "validation": 0}
    words = typed({"window": 3, "loss_steps": "last", "input": "one-hot", **shared})
    assert elman("fit", "language-model", text, "--out", "model", *words).status == 0
    settings = package.load("model").settings
    assert (settings.window, settings.loss_steps, settings.input) == (3, "last", "one-hot")
    words = ["--out", "tied", "--tied", "--locked", *typed({**shared, "dropout": 0.5})]
    assert elman("fit", "language-model", text, *words).status == 0
    settings = package.load("tied").settings
    assert (settings.tied, settings.locked, settings.dropout) == (True, True, 0.5)


def test_the_defaults_are_those_of_the_library(elman, text):
    assert elman("fit", "language-model", text, "--out", "model", "--epochs", 1).status == 0
    typed, plain = package.load("model"), package.tasks.LanguageModel()
    plain.fit(text, epochs=1, validation=0.1)
    assert typed.settings == plain.settings
    assert typed.training == plain.training
    assert typed.facts == plain.facts


def test_the_same_seed_gives_the_same_files(elman, text):
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        elman("fit", "language-model", text, "--out", name, "--seed", seed, *SMALL)
    one, same, other = (Path(n, "model.safetensors").read_bytes() for n in ("one", "same", "other"))
    assert one == same != other


def test_a_file_for_validation(elman, text, tmp_path):
    (tmp_path / "valid.txt").write_text("the mice had a general council")
    words = ["--validation", "valid.txt", *SMALL]
    said = elman("fit", "language-model", text, "--out", "model", *words)
    assert said.status == 0
    assert "of 5), loss" in said.out


def write(name, content):
    Path(name).write_bytes(content)
    return name


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", '"data.txt" holds nothing; expected a text'),
        (b"  \n", '"data.txt" holds nothing but white space'),
        (b"long\nago caf\xe9", '"data.txt", line 2, column 8 (byte 12): 0xe9 is not UTF-8'),
        (b"ab\0cd", '"data.txt" is binary: byte 0x00 at offset 2'),
        (b"mice", "the only symbol of the text is 'mice': there is nothing to predict"),
        (b"a a a a a a", "the only symbol of the text is 'a'"),
        (b"the mice had", "the text has 3 symbols, too few for a window of 8"),
    ],
)
def test_bad_data(elman, content, message):
    name = write("data.txt", content)
    words = ["--out", "model", "--window", "8", "--validation", "0"]
    said = elman("fit", "language-model", name, *words)
    assert (said.status, said.out) == (2, "")
    assert message in said.err
    assert not Path("model").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--cell", "lstn"], 'there is no cell "lstn". Did you mean "lstm"?'),
        (["--optimizer", "adm"], 'Did you mean "adam"?'),
        (["--schedule", "cosin"], 'Did you mean "cosine"?'),
        (["--unit", "wrd"], "unit is 'wrd'; expected one of 'word' or 'character'"),
        (["--hidden-size", "0"], "hidden_size is 0; expected at least 1"),
        (["--epochs", "0"], "epochs is 0; expected at least 1"),
        (["--validation", "2"], "validation is 2.0; expected a share"),
        (["--validation", "nowhere.txt"], 'there is no file "nowhere.txt"'),
        (["--window", "3", "--tbptt", "3"], "exclude each other"),
        (["--patience", "2", "--validation", "0"], "patience needs something to judge by"),
        (["--average", "2", "--validation", "0"], "average needs something to judge by"),
        (["--average", "3", "--patience", "4"], "would stop the run before averaging could begin"),
        (["--locked"], "locked says how dropout falls, but there is none"),
        (["--force", "--resume"], "give one of them"),
        (["--resume"], 'there is no training to resume in "model"'),
    ],
)
def test_bad_settings(elman, text, words, message):
    said = elman("fit", "language-model", text, "--out", "model", *words)
    assert (said.status, said.out) == (2, "")
    assert message in said.err


def test_an_unknown_task_gets_a_suggestion(elman, text):
    for command in ("fit", "check"):
        said = elman(command, "langage-model", text)
        assert said.status == 2
        assert 'there is no task "langage-model". Did you mean "language-model"?' in said.err


def test_places_that_must_not_or_cannot_be_written(elman, text, model):
    Path("other").mkdir()
    write("other/letter.txt", b"dear")
    for out, message in (
        ("other", '"other" exists and is not a model folder'),
        ("model", '"model" already holds a model'),
        ("text.txt/model", 'cannot write to "text.txt/model"'),
        ("text.txt", '"text.txt" is a file'),
    ):
        said = elman("fit", "language-model", text, "--out", out, *SMALL)
        assert (said.status, said.out) == (2, "")
        assert message in said.err
    assert elman("fit", "language-model", text, "--out", "other", "--force", *SMALL).status == 0
    assert Path("other/letter.txt").read_bytes() == b"dear"


def test_a_diverging_training_says_at_which_step_and_what_to_try(elman, text):
    words = ["--optimizer", "sgd", "--learning-rate", "1e38", "--epochs", "99"]
    said = elman("fit", "language-model", text, "--out", "model", *words)
    assert said.status == 2
    assert "the loss became" in said.err
    assert "at step" in said.err
    assert "Try a lower learning_rate" in said.err
    assert 'The weights are kept in "model"' in said.err
    assert elman("summary", "model").status == 0


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX does")
def test_ctrl_c_keeps_the_state_and_says_the_command_that_continues(text, tmp_path):
    command = Path(sys.executable).with_name("elman")
    words = ["--out", "model", "--window", "4", "--epochs", "100000"]
    process = subprocess.Popen(
        [command, "fit", "language-model", "text.txt", *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    for line in process.stdout:
        if line.startswith("epoch 1 "):
            break
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Stopped after step" in err
    go_on = err.splitlines()[-1].strip()
    assert go_on == f"elman fit language-model text.txt {' '.join(words)} --resume"
    assert (tmp_path / "model/checkpoint.safetensors").exists()


@pytest.mark.parametrize("task", package.tasks.names())
def test_every_task_can_be_logged(elman, task):
    said = elman("fit", task, "--help")
    assert "--log" in said.out


def test_a_log_is_written_and_named(elman, text):
    words = ["--out", "model", "--window", 4, "--hidden-size", 8, "--epochs", 1]
    said = elman("fit", "language-model", text, *words, "--log", "tensorboard")
    assert said.status == 0
    assert "tensorboard --logdir model" in said.out
    assert "run.elman" in said.out
