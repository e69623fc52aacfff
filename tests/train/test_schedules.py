import json

import pytest
import torch

from elman.errors import SettingError
from elman.train.schedules import SCHEDULES, Schedule

STEPS = 12


def make(name):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    return optimizer, Schedule(name, optimizer, STEPS)


def rates(name, losses=None):
    """The learning rate of every step, three steps an epoch."""
    optimizer, schedule = make(name)
    seen = []
    for step in range(STEPS):
        seen.append(schedule.learning_rate)
        optimizer.step()
        schedule.after_step()
        if step % 3 == 2:
            schedule.after_epoch(losses[step // 3] if losses else 1.0)
    return seen


def test_constant():
    assert rates("constant") == [1.0] * STEPS


def test_linear():
    assert rates("linear") == pytest.approx([1 - step / STEPS for step in range(STEPS)])


def test_cosine():
    expected = [(1 + torch.tensor(step / STEPS * torch.pi).cos().item()) / 2 for step in range(12)]
    assert rates("cosine") == pytest.approx(expected, abs=1e-6)


def test_step():
    assert rates("step") == pytest.approx([1.0] * 4 + [0.1] * 4 + [0.01] * 4)


def test_plateau_halves_after_two_epochs_that_were_no_better():
    assert rates("plateau", [4, 3, 2, 1]) == [1.0] * STEPS
    assert rates("plateau", [1, 1, 1, 1]) == [1.0] * 9 + [0.5] * 3


@pytest.mark.parametrize("name", SCHEDULES)
def test_goes_on_from_its_state(name):
    optimizer, schedule = make(name)
    for _ in range(5):
        optimizer.step()
        schedule.after_step()
    schedule.after_epoch(1.0)
    again, resumed = make(name)
    again.load_state_dict(optimizer.state_dict())
    resumed.load_state_dict(json.loads(json.dumps(schedule.state_dict())))
    for _ in range(STEPS - 5):
        assert resumed.learning_rate == schedule.learning_rate
        for each, its in ((optimizer, schedule), (again, resumed)):
            each.step()
            its.after_step()
            its.after_epoch(1.0)


def test_shorter_than_its_parts():
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    assert all(Schedule(name, optimizer, 1).learning_rate == 1.0 for name in SCHEDULES)


def test_unknown_schedule_suggests():
    with pytest.raises(SettingError, match=r"'liner'.*mean \"linear\""):
        make("liner")
