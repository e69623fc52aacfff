import json

import pytest

from elman.errors import SettingError
from elman.train.settings import TrainingSettings


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"learning_rate": -1.0}, "learning_rate is -1.0; expected more than 0."),
        ({"learning_rate": float("inf")}, "learning_rate is inf; expected a finite number."),
        ({"momentum": 1.0}, "momentum is 1.0; expected less than 1."),
        ({"clip_norm": 0}, "clip_norm is 0; expected more than 0."),
        ({"epochs": 0}, "epochs is 0; expected at least 1."),
        ({"patience": 0}, "patience is 0; expected at least 1."),
        ({"seed": -1}, "seed is -1; expected at least 0."),
        ({"optimizer": "adm"}, "optimizer is 'adm'; expected one of: adam, adamw, rmsprop, sgd, "),
        (
            {"schedule": "cosin"},
            "schedule is 'cosin'; expected one of: constant, cosine, linear, step, plateau. "
            'Did you mean "cosine"?',
        ),
        ({"learning_rat": 1.0}, 'no setting learning_rat. Did you mean "learning_rate"?'),
        (
            {"momentum": 0.9},
            "momentum is 0.9, but the optimizer adam has none. "
            "Leave it out or take one of: rmsprop, sgd.",
        ),
    ],
)
def test_refuses(given, what):
    with pytest.raises(SettingError) as caught:
        TrainingSettings(**given)
    assert what in str(caught.value)


def test_whole_numbers_are_numbers():
    assert TrainingSettings(learning_rate=1).learning_rate == 1.0


def test_through_json():
    settings = TrainingSettings(optimizer="sgd", momentum=0.9, patience=3, learning_rate=0.1 + 0.2)
    assert TrainingSettings(**json.loads(json.dumps(settings.model_dump()))) == settings
