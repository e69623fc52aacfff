from itertools import pairwise

import pytest

from elman.tasks.demos.diary import HEALTH, PLAN, diary, predictable


def test_without_missed_days_the_weekday_tells_the_exercise():
    days = diary(seed=0, weeks=30, misses=False)
    assert [day.due for day in days] == [*PLAN] * 30
    assert days[0].date.weekday() == 0
    assert not any(day.missed for day in days)


def test_after_a_missed_day_the_plan_goes_on_where_it_was_left():
    days = diary(seed=0, weeks=100)
    assert [day.due for day in days if not day.missed] == [
        PLAN[turn % 7] for turn in range(sum(not day.missed for day in days))
    ]
    assert all(one.due == next.due for one, next in pairwise(days) if one.missed)
    assert all((next.date - one.date).days == 1 for one, next in pairwise(days))


def test_health_is_why_days_are_missed():
    days = diary(seed=0, weeks=2000)
    for health, chance in HEALTH.items():
        felt = [day.missed for day in days if day.health == health]
        assert len(felt) / len(days) == pytest.approx(chance.often, abs=0.01)
        assert sum(felt) / len(felt) == pytest.approx(chance.missed, abs=0.02)


def brute_force(days):
    """Whether all days of any diary with the same past are due the same exercise."""
    found = []
    for n in range(len(days)):
        done = [day.due for day in days[:n] if not day.missed]
        may_be = {
            PLAN[(start + len(done)) % 7]
            for start in range(7)
            if [PLAN[(start + k) % 7] for k in range(len(done))] == done
        }
        found.append(len(may_be) == 1)
    return found


@pytest.mark.parametrize("first", range(20))
def test_predictable_is_what_only_one_plan_explains(first):
    days = diary(seed=1, weeks=5)[first:]
    assert predictable(days) == brute_force(days)
    assert {*predictable(days)} == {True, False}
