import math

import numpy as np
import pandas as pd
import pytest
import torch

from elman.data.frames import FLOOR, INSTANCES, Frame, cut_frames, frame_starts, normalise
from elman.data.series import Columns, Series
from elman.errors import SettingError

NAN = float("nan")
FRAME = Frame(lookback=4, horizon=2, targets=1, past=0, future=1)


def window(*targets):
    """One window whose known column is 7 throughout."""
    return torch.tensor([[[value, 7.0] for value in targets]])


def series(*values):
    columns = np.array(values, dtype=np.float64).reshape(len(values), -1)
    return Series("", pd.RangeIndex(len(values)), columns, len(values))


def test_the_layout_of_columns():
    frame = Frame.of(3, 2, Columns(("a", "b"), ("c",), ("d",), ("e", "f")))
    assert frame == Frame(3, 2, 2, 1, 3)
    assert (frame.columns, frame.length) == (6, 5)


@pytest.mark.parametrize(
    ("kind", "shift", "scale"),
    [
        ("none", 0, 1),
        ("last", 6, 1),
        ("mean", 3, 1),
        ("standard", 3, math.sqrt(14 / 3 + FLOOR)),
    ],
)
def test_what_is_taken_from_a_window_with_a_hole(kind, shift, scale):
    frames, taken = normalise(window(1, 2, NAN, 6, 100, 200), FRAME, kind)
    assert taken.shift.flatten().tolist() == [shift]
    assert taken.scale.flatten().tolist() == pytest.approx([scale])
    said = frames[0, 4:, 0]
    assert said.tolist() == pytest.approx([(100 - shift) / scale, (200 - shift) / scale])
    torch.testing.assert_close(taken.back(frames[:, 4:, :1]), torch.tensor([[[100.0], [200.0]]]))
    assert frames[..., 1].eq(7).all()  # what is no target stays as it is


def test_the_last_known_value_is_not_the_last_if_that_is_missing():
    assert normalise(window(1, 2, 5, NAN, 0, 0), FRAME, "last")[1].shift.item() == 5


@pytest.mark.parametrize("kind", INSTANCES)
def test_the_horizon_is_not_looked_at(kind):
    one = normalise(window(1, 2, 3, 6, 100, NAN), FRAME, kind)[1]
    other = normalise(window(1, 2, 3, 6, -8, 1e9), FRAME, kind)[1]
    assert torch.equal(one.shift, other.shift)
    assert torch.equal(one.scale, other.scale)


@pytest.mark.parametrize("kind", INSTANCES)
def test_a_look_back_of_nothing_takes_finite_numbers(kind):
    frames, taken = normalise(window(NAN, NAN, NAN, NAN, 3, 4), FRAME, kind)
    assert taken.shift.item() == 0
    assert taken.scale.item() == pytest.approx(math.sqrt(1 + FLOOR) if kind == "standard" else 1)
    assert frames[0, 4:, 0].isfinite().all()


def test_a_window_that_stands_still_is_not_blown_up():
    assert normalise(window(5, 5, 5, 5, 5, 6), FRAME, "standard")[1].scale.item() == pytest.approx(
        math.sqrt(FLOOR)
    )


@pytest.mark.parametrize("kind", INSTANCES)
def test_each_window_and_target_by_itself(kind):
    frame = Frame(4, 2, 2, 0, 0)
    both = torch.randn(5, 6, 2, generator=torch.Generator().manual_seed(1)) * 9
    both[1, 2, 0] = NAN
    whole, _ = normalise(both, frame, kind)
    for row in range(5):
        torch.testing.assert_close(
            normalise(both[row : row + 1], frame, kind)[0], whole[row : row + 1], equal_nan=True
        )
    alone, _ = normalise(both[..., 1:], Frame(4, 2, 1, 0, 0), kind)
    torch.testing.assert_close(alone, whole[..., 1:])


def test_an_unknown_kind():
    with pytest.raises(SettingError, match=r"instance is 'lats'.*Did you mean \"last\""):
        normalise(window(1, 2, 3, 4, 5, 6), FRAME, "lats")


def starts(one, first, end, frame):
    return [tuple(map(int, start)) for start in frame_starts([one], [first], [end], frame)]


BARE = Frame(3, 2, 1, 0, 0)


@pytest.mark.parametrize("length", range(1, 9))
def test_every_window_that_fits(length):
    one = series(*range(length))
    assert starts(one, 0, length, BARE) == [(0, n) for n in range(max(0, length - 4))]


def test_horizons_lie_within_their_part_and_look_backs_reach_out_of_it():
    one = series(*range(20))
    parts = [starts(one, first, end, BARE) for first, end in ((0, 10), (10, 15), (15, 20))]
    horizons = [[n + 3 for _, n in part] for part in parts]
    assert horizons == [list(range(3, 9)), list(range(10, 14)), list(range(15, 19))]


def test_a_part_shorter_than_the_horizon_has_no_window():
    assert starts(series(*range(20)), 10, 11, BARE) == []
    assert starts(series(*range(20)), 10, 10, BARE) == []


def test_windows_that_say_nothing_are_left_out():
    unknown_look_back = series(NAN, NAN, NAN, 3, 4, 5)
    assert starts(unknown_look_back, 0, 6, BARE) == [(0, 1)]
    unknown_horizon = series(0, 1, 2, NAN, NAN, 5)
    assert starts(unknown_horizon, 0, 6, BARE) == [(0, 1)]


def test_one_known_target_of_two_is_enough():
    one = series([NAN, 1], [NAN, 1], [NAN, 1], [1, NAN], [1, NAN])
    assert starts(one, 0, 5, Frame(3, 2, 2, 0, 0)) == [(0, 0)]


def test_known_covariates_make_no_target():
    one = series([NAN, 1], [NAN, 1], [NAN, 1], [1, 1], [1, 1])
    assert starts(one, 0, 5, Frame(3, 2, 1, 0, 1)) == []


def test_several_series():
    found = frame_starts(
        [series(*range(6)), series(*range(2)), series(*range(5))], [0] * 3, [6, 2, 5], BARE
    )
    assert [tuple(map(int, start)) for start in found] == [(0, 0), (0, 1), (2, 0)]


def test_windows_are_cut_where_they_begin():
    values = torch.arange(20.0).view(10, 2)
    cut = cut_frames(values, torch.tensor([[0, 7], [3, 3]]), 3)
    assert cut.shape == (2, 2, 3, 2)
    assert torch.equal(cut[0, 1], values[7:10])
    assert torch.equal(cut[1, 0], values[3:6])
