import pytest

from elman.data.arguments import at_least, one_of
from elman.errors import SettingError


@pytest.mark.parametrize("value", [0, 1.0, "3", True, None])
def test_at_least_refuses(value):
    with pytest.raises(SettingError, match=rf"window is {value!r}; expected .* at least 1"):
        at_least("window", value, 1)


@pytest.mark.parametrize("value", ["lats", None, 3])
def test_one_of_refuses(value):
    with pytest.raises(SettingError, match=rf"unit is {value!r}; expected one of: word, line"):
        one_of("unit", value, ["word", "line"])


def test_what_fits_is_returned():
    assert at_least("window", 1, 1) == 1
    assert one_of("unit", "word", ["word"]) == "word"
