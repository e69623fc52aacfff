import pytest
import torch

from elman.errors import SettingError
from elman.view.tracking import event_of, track


@pytest.mark.parametrize(
    ("event", "text", "expected"),
    [
        ("quotes", 'a"b"c', [0, 1, 1, 0, 0]),
        ("quotes", "“a”b", [1, 1, 0, 0]),
        ("digits", "a1b22", [0, 1, 0, 1, 1]),
        ("position", "ab\ncd", [1, 2, 0, 1, 2]),
    ],
)
def test_an_event_is_where_it_is(event, text, expected):
    assert event_of(event, list(text)).tolist() == expected


def test_words_hold_quotes_and_digits_too():
    assert event_of("quotes", ['"all', "right", ',"', '"no"']).tolist() == [1, 1, 0, 0]
    assert event_of("digits", ["12", "mice"]).tolist() == [1, 0]


def test_the_unit_that_follows_the_event_comes_first_whatever_its_sign_and_size():
    torch.manual_seed(0)
    event = (torch.rand(50) < 0.4).double()
    values = {"c_l0": torch.randn(50, 4), "h_l0": torch.randn(50, 4)}
    values["h_l0"][:, 2] = 7 - 1e-3 * event
    values["c_l0"][:, 0] = 5
    ranked = track(values, event)
    assert ranked[0][:2] == ("h_l0", 2)
    assert ranked[0].correlation == pytest.approx(-1, abs=1e-3)
    assert ranked[-1] == ("c_l0", 0, 0.0)
    assert len(ranked) == 8


def test_correlations_are_those_of_torch():
    torch.manual_seed(1)
    event, values = torch.randn(20).double(), torch.randn(20, 3).double()
    for _, unit, correlation in track({"h_l0": values}, event):
        expected = torch.corrcoef(torch.stack([values[:, unit], event]))[0, 1]
        assert correlation == pytest.approx(expected.item())


def test_an_unknown_event_is_told():
    with pytest.raises(SettingError, match='Did you mean "quotes"'):
        event_of("quote", ["a"])
