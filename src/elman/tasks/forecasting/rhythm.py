"""What follows from how often rows come: the length of a season, and how far to look back."""

from __future__ import annotations

__all__ = ["lookback_for", "season_of"]

DAY = 86_400  # seconds
# What a step of the calendar is called by pandas, and how many make a season.
SEASONS = {"B": 5, "D": 7, "W": 52, "M": 12, "Q": 4, "Y": 1}
LONGEST = 1000


def season_of(frequency: str) -> int:
    """Return how many steps make the season that such rows most often have.

    Args:
        frequency: as pandas spells it; empty if there are no times.

    Returns:
        Steps; 1 where there is no usual season.

    Example:
        >>> [season_of(f) for f in ("h", "30min", "D", "MS", "W-SUN", "")]
        [24, 48, 7, 12, 52, 1]
    """
    if not frequency:
        return 1
    from pandas.tseries.frequencies import to_offset

    offset = to_offset(frequency)
    letter = offset.rule_code.split("-")[0].rstrip("SE") or offset.rule_code
    season = SEASONS.get(letter[:1]) if letter[:1].isupper() else None
    count = int(offset.n)
    if letter == "D" and count % 7 == 0:
        season, count = SEASONS["W"], count // 7
    if season is not None:
        return season // count if season % count == 0 else 1
    step = offset.nanos / 1e9
    if step >= DAY:
        return SEASONS["W"] if step == 7 * DAY else SEASONS["D"] if step == DAY else 1
    return round(DAY / step) if DAY % step == 0 and DAY / step <= LONGEST else 1


def lookback_for(horizon: int, season: int, steps: int) -> int:
    """Return how far to look back: two horizons or seasons, but not most of what there is.

    Args:
        horizon: steps.
        season: steps.
        steps: that are learnt, of the longest series.

    Returns:
        Steps.

    Example:
        >>> lookback_for(horizon=24, season=168, steps=10_000), lookback_for(12, 12, 60)
        (336, 20)
    """
    return max(1, min(2 * max(horizon, season), max(steps // 3, min(horizon, steps // 2))))
