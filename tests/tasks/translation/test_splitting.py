import pytest

from elman.data.pairs import Pairs
from elman.errors import SettingError
from elman.tasks.translation.splitting import parted

PAIRS = Pairs("it", [f"s{n % 10}" for n in range(30)], [f"t{n}" for n in range(30)], range(1, 31))


def test_no_sentence_is_in_both_parts():
    rest, held = parted(PAIRS, 0.2, seed=0)
    assert len({*held.sources}) == 2
    assert not {*rest.sources} & {*held.sources}
    assert sorted([*rest.lines, *held.lines]) == [*PAIRS.lines]
    assert [*parted(PAIRS, 0.2, seed=0)[1].lines] == [*held.lines]
    assert any([*parted(PAIRS, 0.2, seed=n)[1].lines] != [*held.lines] for n in (1, 2, 3))


def test_a_share_of_nothing_and_no_share():
    assert parted(PAIRS, 0, seed=0) == (PAIRS, None)
    with pytest.raises(SettingError, match="validation is 1; expected a share"):
        parted(PAIRS, 1, seed=0)
