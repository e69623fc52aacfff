import pytest

from elman.bench import start
from elman.bench.rows import Row
from elman.errors import ElmanError

GIVEN = {"threads": 1, "seed": 0, "backend": "compiled"}


@pytest.mark.parametrize(("mode", "caches", "processes"), [("first", 2, 2), ("cached", 1, 3)])
def test_only_the_cached_start_finds_what_was_compiled(mode, caches, processes, monkeypatch):
    used = []
    monkeypatch.setattr(start, "_in_a_process", lambda given, cache: used.append(cache) or 0.5)
    timing = start.starts(Row("gru", 1, 2, 3, 4, mode=mode), rounds=2, **GIVEN)
    assert timing.seconds == (0.5, 0.5)
    assert (len(set(used)), len(used)) == (caches, processes)


def test_a_process_that_fails_is_told_with_its_words():
    with pytest.raises(ElmanError, match="no-such-cell"):
        start.starts(Row("no-such-cell", 1, 2, 3, 4, mode="first"), rounds=1, **GIVEN)
