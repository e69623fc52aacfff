import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.data.units import UNITS, get_unit
from elman.errors import SettingError


@given(st.text())
def test_joined_symbols_split_again(text):
    for unit in UNITS.values():
        symbols = unit.split(text)
        assert unit.split(unit.join(symbols)) == symbols


def test_words_are_separated_by_white_space():
    assert UNITS["word"].split(" long ago\n, ") == ["long", "ago", ","]


def test_characters_keep_everything():
    assert UNITS["character"].split("a b\n") == ["a", " ", "b", "\n"]


def test_names_are_keys():
    assert [unit.name for unit in UNITS.values()] == list(UNITS)
    assert all(get_unit(name) is unit for name, unit in UNITS.items())


def test_unknown_unit_suggests():
    with pytest.raises(SettingError, match=r'unit is .charakter.*: word, char.* mean "character"'):
        get_unit("charakter")
