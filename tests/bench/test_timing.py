import gc

import pytest

from elman.bench.contender import Contender
from elman.bench.timing import Timing, in_turns


def contender(name, log, seconds=0.0):
    import time

    def run():
        log.append(name)
        time.sleep(seconds)

    return Contender(name, run, dict)


def test_everybody_has_every_turn():
    log = []
    first, second = in_turns([contender("a", log, 0.003), contender("b", log, 0.003)], rounds=3)
    assert (len(first.seconds), len(second.seconds)) == (3, 3)
    assert log[-6:] == ["a", "b", "b", "a", "a", "b"]  # nobody is always the first
    assert log.count("a") == log.count("b") == 5  # warmed up, and tried for its length


def test_short_calls_are_made_many_times():
    [timing] = in_turns([Contender("nothing", int, dict)], rounds=1)
    assert timing.calls > 100


def test_the_median_is_that_of_the_turns():
    assert Timing("a", 1, (3.0, 1.0, 8.0)).median == 3.0


def test_garbage_is_collected_again_after_a_failure():
    def fails():
        assert not gc.isenabled()
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the one above
        in_turns([Contender("fails", fails, dict)], rounds=1)
    assert gc.isenabled()
