import pytest

from elman.errors import SettingError
from elman.tasks.model_settings import ModelSettings


def test_the_state_is_carried_unless_a_window_is_given():
    assert ModelSettings().tbptt == 35
    assert ModelSettings(unit="character").tbptt == 100
    assert ModelSettings(window=3).tbptt is None
    assert ModelSettings(tbptt=7).tbptt == 7


def test_only_a_model_that_learnt_nothing_else_needs_a_whole_window():
    assert ModelSettings(window=3, loss_steps="last").shortest == 3
    assert ModelSettings(window=3).shortest == 1
    assert ModelSettings().shortest == 1


def test_settings_come_back_from_what_config_json_holds():
    settings = ModelSettings(window=3, cell="gru", dropout=0.5, tied=True)
    assert ModelSettings(**settings.model_dump()) == settings


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"unit": "wrod"}, "unit is 'wrod'; expected one of 'word' or 'character'"),
        ({"unit": ["word"]}, "unit is "),
        ({"hidden_size": 0}, "hidden_size is 0; expected at least 1"),
        ({"hidden_size": 10**9}, "hidden_size is 1000000000; expected at most 65536"),
        ({"num_layers": 10**9}, "num_layers is 1000000000; expected at most 256"),
        ({"dropout": 1.0}, "dropout is 1.0; expected less than 1"),
        ({"tied": "no"}, "tied is 'no'; expected True or False"),
        ({"window": 3, "tbptt": 4}, "window .* and tbptt .* exclude each other"),
        ({"loss_steps": "last"}, 'loss_steps "last" needs a window'),
        ({"input": "number", "embedding_size": 3}, 'embedding_size has no meaning with input "num'),
        ({"input": "one-hot", "tied": True}, "tied weights need an embedding"),
        ({"tied": True, "embedding_size": 3}, "embedding_size = hidden_size, but they are 3 and 1"),
        ({"locked": True}, "locked says how dropout falls, but there is none"),
        ({"input": "one-hot", "embedding_dropout": 0.1}, "embedding_dropout has no meaning with"),
        ({"zoneout": 1.0}, "zoneout is 1.0; expected less than 1"),
        ({"activation_regularisation": -1.0}, "activation_regularisation is -1.0; expected at le"),
        ({"hiden_size": 3}, 'no setting hiden_size. Did you mean "hidden_size"'),
    ],
)
def test_what_makes_no_sense_is_named(settings, message):
    with pytest.raises(SettingError, match=message):
        ModelSettings(**settings)
