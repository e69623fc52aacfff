from dataclasses import replace

import pytest

from elman import cells
from elman.errors import SettingError
from elman.tasks.cell import cell_of
from elman.tasks.folder import OURS
from elman.tasks.registry import TASKS

NEEDED = {"forecast": {"horizon": 3}}  # by a constructor
MORE = {"classify": {"delimiter": ";"}, "forecast": {"delimiter": ";", "target": "y"}}

every = pytest.mark.parametrize("name", TASKS)


def new(name, **choices):
    return TASKS[name](**{**NEEDED.get(name, {}), **choices})


@every
def test_what_a_task_keeps_is_removed_with_its_model(name):
    assert TASKS[name].file in OURS


@every
def test_the_settings_are_all_arguments_and_come_back(name):
    own = replace(cells.get("gru"), name="mine")
    model = new(name, cell=own, hidden_size=5, **MORE.get(name, {}))
    choices = model.settings.model_dump()
    arguments = TASKS[name]._arguments({**choices, "cell": cell_of(choices["cell"])})
    assert TASKS[name](**arguments).settings == model.settings
    assert model.cell == own


@every
def test_a_model_without_training_has_nothing_to_show(name, tmp_path):
    model = new(name)
    for ask in (lambda: model.network, model.layers, lambda: model.save(tmp_path / "model")):
        with pytest.raises(SettingError, match="has no network before it is trained"):
            ask()
    with pytest.raises(SettingError, match="nothing came out: call fit first"):
        model.outcome()
    assert not any(tmp_path.iterdir())


@every
def test_resume_needs_a_folder(name):
    with pytest.raises(SettingError, match="resume needs the folder to go on in"):
        new(name).fit(None, resume=True)
