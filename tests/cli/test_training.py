"""The options of every training: each command has them, and what is typed reaches the model."""

import inspect
from dataclasses import fields

import pytest

import elman as package
from elman.cli.fit import fit
from elman.cli.regularisation import WithinLayers
from elman.cli.training import Training
from elman.train.settings import TrainingSettings

TRAINING = {option.name for option in fields(Training)}
WITHIN_LAYERS = {option.name for option in fields(WithinLayers)}
WITHOUT = {"forecast": {"average", *WITHIN_LAYERS}, "music": {"average"}}

COMMANDS = {command.name: command.callback for command in fit.registered_commands}
TYPED = {
    "out": "model", "force": True, "resume": True, "seed": 7, "patience": 3, "batch_size": 5,
    "optimizer": "sgd", "learning_rate": 0.25, "momentum": 0.5, "weight_decay": 0.125,
    "clip_norm": 2.0, "clip_value": 3.0, "schedule": "linear", "average": 1, "log": "tensorboard",
    "recurrent_dropout": 0.1, "zoneout": 0.2, "weight_drop": 0.3,
}  # fmt: skip


@pytest.fixture
def typed(elman, monkeypatch):
    """Type options for a model that only writes down what it is given."""

    def recorded(task, options):
        said = {}

        class Recorder:
            def __init__(self, *_, **settings):
                said["made"] = settings

            def compile(self, **settings):
                said["compile"] = settings

            def fit(self, data, **settings):
                said["data"], said["fit"] = str(data), settings

            def outcome(self):
                return "well"

        monkeypatch.setattr(package.tasks, package.tasks.get(task).__name__, Recorder)
        words = ["--horizon", 2] if task == "forecast" else []
        for name, value in options.items():
            words += [f"--{name}".replace("_", "-"), *([] if value is True else [value])]
        answer = elman("fit", task, "data", *words)
        assert (answer.status, answer.err) == (0, "")
        assert answer.out.startswith("\nwell\n\nWrote to model: ")
        return said

    return recorded


def options_of(task):
    return (TRAINING | WITHIN_LAYERS) - WITHOUT.get(task, set())


def options_of_fit(task):
    return TRAINING & inspect.signature(package.tasks.get(task).fit).parameters.keys()


@pytest.mark.parametrize("task", COMMANDS)
def test_every_command_has_every_option(task):
    names = inspect.signature(COMMANDS[task]).parameters.keys()
    assert names & (TRAINING | WITHIN_LAYERS) == options_of(task)


@pytest.mark.parametrize("task", COMMANDS)
def test_what_is_typed_reaches_the_model(typed, task):
    options = {name: value for name, value in TYPED.items() if name in options_of(task)}
    said = typed(task, options)
    assert said["data"] == "data"
    of_fit = options_of_fit(task)
    parts = {"made": WITHIN_LAYERS, "fit": of_fit, "compile": TRAINING - of_fit}
    for part, names in parts.items():
        wanted = {name: options[name] for name in names & options.keys()}
        assert wanted.items() <= said[part].items()


@pytest.mark.parametrize("task", COMMANDS)
def test_the_defaults_are_those_of_the_library(typed, task):
    model = package.tasks.get(task)
    said = typed(task, {"out": "model"})
    assert TrainingSettings(**said["compile"]) == TrainingSettings(**model.defaults)
    of_fit = inspect.signature(model.fit).parameters
    for name in options_of_fit(task) - {"out"}:
        assert said["fit"][name] == of_fit[name].default
    for name in said["made"].keys() & WITHIN_LAYERS:
        assert said["made"][name] == getattr(model().settings, name)
