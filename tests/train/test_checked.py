from typing import Literal

import pytest

from elman.errors import SettingError
from elman.train.checked import CheckedSettings


class Size(CheckedSettings):
    hidden: int = 3
    rate: float = 1.0
    name: str = "a"
    kind: Literal["big", "small"] = "big"
    tied: bool = False
    needed: int


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"hidden": 1.5}, "hidden is 1.5; expected a whole number."),
        ({"hidden": True}, "hidden is True; expected a whole number."),
        ({"hidden": "3"}, "hidden is '3'; expected a whole number."),
        ({"rate": "fast"}, "rate is 'fast'; expected a number."),
        ({"rate": float("nan")}, "rate is nan; expected a finite number."),
        ({"name": 3}, "name is 3; expected a text."),
        ({"tied": 1}, "tied is 1; expected True or False."),
        ({"kind": "huge"}, "kind is 'huge'; expected one of 'big' or 'small'."),
        (
            {"hiden": 3},
            'there is no setting hiden. Did you mean "hidden"? '
            "There are: hidden, rate, name, kind, tied, needed.",
        ),
    ],
)
def test_says_what_was_given_and_expected(given, what):
    with pytest.raises(SettingError) as caught:
        Size(needed=1, **given)
    assert str(caught.value) == what


def test_missing_setting():
    with pytest.raises(SettingError, match=r"^needed is missing\.$"):
        Size()


def test_every_mistake_is_named():
    with pytest.raises(SettingError) as caught:
        Size(needed=1, hidden="a", rate="b")
    assert len(str(caught.value).splitlines()) == 2


def test_frozen():
    with pytest.raises(ValueError, match="frozen"):
        Size(needed=1).hidden = 4


def test_settings_within_settings():
    class House(CheckedSettings):
        size: Size

    with pytest.raises(SettingError, match=r"hidden is 'a'; expected a whole number\."):
        House(size={"hidden": "a", "needed": 1})
    assert House(size={"needed": 1}).size == Size(needed=1)
