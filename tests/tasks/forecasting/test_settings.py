import json

import pytest

from elman.errors import SettingError
from elman.tasks.forecasting.likelihoods import QUANTILES
from elman.tasks.forecasting.settings import ForecastSettings

TWICE = (
    'the column "x" is given two parts. Name it once among time, series, target, past, future '
    "and static."
)
LEVEL = (
    "a level is {}; expected a share between 0 and 1, such as 0.9 for intervals that hold 90 % of "
    "the truth (--level, in Python levels=)."
)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"horizon": 0}, "horizon is 0; expected at least 1."),
        ({"horizon": -3}, "horizon is -3; expected at least 1."),
        ({"horizon": 65_537}, "horizon is 65537; expected at most 65536."),
        ({"horizon": 2.5}, "horizon is 2.5; expected a whole number."),
        ({"horizon": True}, "horizon is True; expected a whole number."),
        ({"lookback": 0}, "lookback is 0; expected at least 1."),
        ({"season": 0}, "season is 0; expected at least 1."),
        ({"hidden_size": 0}, "hidden_size is 0; expected at least 1."),
        ({"num_layers": 0}, "num_layers is 0; expected at least 1."),
        ({"num_layers": 257}, "num_layers is 257; expected at most 256."),
        ({"segment": 0}, "segment is 0; expected at least 1."),
        ({"dropout": 1.0}, "dropout is 1.0; expected less than 1."),
        ({"dropout": -0.1}, "dropout is -0.1; expected at least 0."),
        ({"dropout": float("nan")}, "dropout is nan; expected a finite number."),
        ({"calendar": "yes", "time": "t"}, "calendar is 'yes'; expected True or False."),
        ({"levels": (0.8, 1.5)}, LEVEL.format("1.5")),
        ({"levels": 0.0}, LEVEL.format("0")),
        (
            {"model": "segments"},
            "model is 'segments'; expected one of 'direct', 'recursive', 'decoder' or 'segment'.",
        ),
        (
            {"likelihood": "normal"},
            "likelihood is 'normal'; expected one of 'squared', 'absolute', 'huber', 'quantile', "
            "'gaussian' or 'student-t'.",
        ),
        (
            {"scaling": "max"},
            "scaling is 'max'; expected one of 'standard', 'min-max', 'robust' or 'none'.",
        ),
        (
            {"instance": "first"},
            "instance is 'first'; expected one of 'none', 'last', 'mean' or 'standard'.",
        ),
        (
            {"missing": "drop"},
            "missing is 'drop'; expected one of 'error', 'ffill', 'interpolate' or 'mask'.",
        ),
        ({"target": ("x", "x")}, TWICE),
        ({"target": "x", "past": "x"}, TWICE),
        ({"future": "x", "static": "x"}, TWICE),
        ({"time": "x", "series": "x"}, TWICE),
        ({"target": "x", "time": "x"}, TWICE),
        (
            {"calendar": True},
            "calendar features are made of the times of the rows, but time is not given. Name the "
            "column with the times, or leave calendar out.",
        ),
        (
            {"model": "recursive", "past": ("p", "q")},
            "a recursive model needs every column at every step of the horizon, and p, q is known "
            "in the past alone. Give it as a target or as future, or choose model direct, decoder "
            "or segment.",
        ),
        (
            {"model": "recursive", "likelihood": "quantile"},
            "quantiles of single steps are no quantiles of later ones, which a recursive model "
            "forecasts from its own. Choose likelihood gaussian or student-t, or another model.",
        ),
        (
            {"model": "direct", "segment": 4},
            'segment has no meaning with model "direct". Leave it out.',
        ),
        (
            {"likelihood": "gaussian", "levels": (0.7, 0.9)},
            'levels are 0.7, 0.9; with likelihood "gaussian" they can be 0.95, 0.9, 0.8, 0.5.',
        ),
    ],
    ids=str,
)
def test_every_refusal(changed, message):
    with pytest.raises(SettingError) as caught:
        ForecastSettings(**{"horizon": 3, **changed})
    assert str(caught.value) == message


def test_an_unknown_setting_is_suggested():
    with pytest.raises(SettingError, match=r'there is no setting hiden_size\..*"hidden_size"'):
        ForecastSettings(horizon=3, hiden_size=5)


def test_the_horizon_must_be_given():
    with pytest.raises(SettingError, match=r"^horizon is missing\.$"):
        ForecastSettings()


@pytest.mark.parametrize("part", ["target", "past", "future", "static"])
@pytest.mark.parametrize("given", ["x", ["x"], ("x",)])
def test_a_name_stands_for_a_list_of_one(part, given):
    assert getattr(ForecastSettings(horizon=3, **{part: given}), part) == ("x",)


def test_levels_are_sorted_and_each_taken_once():
    assert ForecastSettings(horizon=3, levels=[0.9, 0.5, 0.9]).levels == (0.5, 0.9)
    assert ForecastSettings(horizon=3, levels=0.7).levels == (0.7,)


@pytest.mark.parametrize("level", [0.5, 0.8, 0.9, 0.95])
def test_the_ends_of_a_level_leave_as_much_out_on_either_side(level):
    settings = ForecastSettings(horizon=3, likelihood="quantile", levels=level)
    ((low, high),) = settings.ends
    assert QUANTILES[high] - QUANTILES[low] == pytest.approx(level)
    assert QUANTILES[low] + QUANTILES[high] == pytest.approx(1)


def test_they_go_through_json():
    settings = ForecastSettings(
        horizon=3, target=("a", "b"), time="t", static="s", levels=(0.5,), cell={"name": "mine"}
    )
    assert ForecastSettings(**json.loads(json.dumps(settings.model_dump()))) == settings


def test_only_mask_lets_values_be_missing():
    assert [
        missing
        for missing in ("error", "ffill", "interpolate", "mask")
        if ForecastSettings(horizon=3, missing=missing).masked
    ] == ["mask"]
