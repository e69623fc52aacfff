import pytest
import torch

from elman.data.music.pieces import frames_of
from elman.errors import SettingError
from elman.tasks.music.continuing import Choice, continued
from elman.tasks.music.network import NextFrame
from elman.tasks.music.settings import MusicSettings


@pytest.fixture
def network():
    torch.manual_seed(0)
    return NextFrame("lstm", MusicSettings(hidden_size=8)).eval()


def test_each_frame_follows_from_all_before(network):
    choice = Choice(threshold=0.5)
    given = frames_of([[60], [64]])
    added = continued(network, given, 4, choice)
    seen = torch.cat([torch.zeros(1, 88, dtype=torch.int8), given])
    for frame in added:
        scores = network(seen[None])[0][0, -1]
        assert torch.equal(frame, (scores > 0).to(torch.int8))
        seen = torch.cat([seen, frame[None]])


def test_the_same_seed_draws_the_same(network):
    given = frames_of([])
    first, again, other = (continued(network, given, 6, Choice(seed=s)) for s in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert not torch.equal(*(continued(network, given, 6, Choice()) for _ in range(2)))


def test_keys_are_drawn_each_by_itself():
    scores = torch.tensor([0.0, 2.0, -2.0]).repeat_interleave(4000)
    shares = Choice(temperature=2.0, seed=0)
    drawn = shares.keys(scores, shares.generator()).view(3, -1).float().mean(1)
    assert drawn.tolist() == pytest.approx(
        torch.tensor([0.0, 1.0, -1.0]).sigmoid().tolist(), abs=0.03
    )
    assert Choice(temperature=0).keys(torch.tensor([0.1, -0.1]), shares.generator()).tolist() == [
        1,
        0,
    ]
    low = Choice(threshold=0.2).keys(torch.tensor([0.19, 0.21]).logit(), shares.generator())
    assert low.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"temperature": -1.0}, "temperature"),
        ({"threshold": 1.0}, "threshold"),
        ({"seed": -1}, "seed"),
        ({"temperature": 1.0, "threshold": 0.5}, "give one of them"),
    ],
)
def test_settings_out_of_range(choices, message):
    with pytest.raises(SettingError, match=message):
        Choice(**choices)
