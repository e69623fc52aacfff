import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.tasks.forecasting.rhythm import lookback_for, season_of


@pytest.mark.parametrize(
    ("frequency", "season"),
    [
        ("", 1),
        ("s", 1),
        ("min", 1),
        ("2min", 720),
        ("5min", 288),
        ("7min", 1),
        ("15min", 96),
        ("30min", 48),
        ("h", 24),
        ("3h", 8),
        ("5h", 1),
        ("24h", 7),
        ("D", 7),
        ("2D", 1),
        ("7D", 52),
        ("B", 5),
        ("W-MON", 52),
        ("W-SUN", 52),
        ("2W-SUN", 26),
        ("MS", 12),
        ("ME", 12),
        ("2MS", 6),
        ("QS-OCT", 4),
        ("QE-DEC", 4),
        ("YS-JAN", 1),
        ("YE-DEC", 1),
        ("2YS-JAN", 1),
    ],
)
def test_seasons(frequency, season):
    assert season_of(frequency) == season


@pytest.mark.parametrize(
    ("horizon", "season", "steps", "expected"),
    [
        (24, 1, 10_000, 48),
        (24, 24, 10_000, 48),
        (12, 168, 10_000, 336),
        (24, 24, 60, 24),
        (12, 12, 60, 20),
        (1, 1, 2, 1),
        (5, 1, 1, 1),
    ],
)
def test_look_backs(horizon, season, steps, expected):
    assert lookback_for(horizon, season, steps) == expected


@given(st.integers(1, 100), st.integers(1, 400), st.integers(1, 5000))
def test_a_look_back_leaves_room_for_a_horizon(horizon, season, steps):
    found = lookback_for(horizon, season, steps)
    assert 1 <= found <= 2 * max(horizon, season)
    if steps >= 2 * horizon:
        assert found + horizon <= steps
