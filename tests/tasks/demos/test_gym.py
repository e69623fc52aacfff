import pytest
import torch

from elman.errors import DataError
from elman.tasks.demos import gym
from elman.tasks.demos.diary import EXERCISES, diary
from elman.tasks.demos.gym import FILES, calendar, done_before, run


def shares(text):
    """The numbers of the table: by network, without and with missed days."""
    rows = [line.split() for line in text.splitlines()[-2:]]
    return {row[0]: (float(row[-2]), float(row[-1])) for row in rows}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The default example, and the folder with its files."""
    folder = tmp_path_factory.mktemp("gym")
    return run(folder), folder


def test_a_memory_knows_all_predictable_days_and_the_calendar_does_not(written):
    found = shares(written[0])
    assert found["recurrent"] == (100.0, 100.0)
    assert found["feed-forward"][0] == 100.0
    assert 20 < found["feed-forward"][1] < 40


def test_another_seed():
    assert shares(run(seed=1))["recurrent"] == (100.0, 100.0)


def test_what_is_printed_and_written(written):
    text, folder = written
    assert text.startswith("elman demo gym --seed 0\n")
    blocks = gym._blocks(diary(0, gym.WEEKS))[gym.OF_TRAINING :]
    missed = sum(day.missed for block in blocks for day in block)
    known = sum(map(sum, map(gym.predictable, blocks)))
    assert f"Judged: 728 days never trained on, 28 in a row, {missed} of them missed." in text
    assert f"Predictable: {known} of them. The other {728 - known} come before" in text
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    assert (folder / "result.txt").read_text() == f"{text}\n"
    assert len((folder / "history.csv").read_text().splitlines()) == gym.EPOCHS + 1
    assert max(map(len, text.splitlines())) < 80


def test_a_missed_day_is_all_zeros_and_so_is_what_was_before_the_first():
    days = diary(seed=0, weeks=20)
    vectors = done_before(days)
    assert vectors.shape == (140, len(EXERCISES))
    assert not vectors[0].any()
    for day, vector in zip(days, vectors[1:], strict=False):
        assert vector.sum() == (not day.missed)
        assert day.missed or EXERCISES[vector.argmax()] == day.due


def test_the_calendar_is_three_one_hot_vectors():
    days = diary(seed=0, weeks=60)
    seen = calendar(days)
    assert seen.shape == (420, 7 + 12 + 3)
    assert torch.equal(seen.sum(1), torch.full((420,), 3.0))
    assert seen[:, :7].argmax(1).tolist() == [*range(7)] * 60
    assert (seen[:, 7:19].argmax(1) + 1).tolist() == [day.date.month for day in days]


def test_days_told_wrong_are_counted(monkeypatch):
    monkeypatch.setattr(gym, "EPOCHS", 1)
    assert shares(run())["recurrent"][1] < 95


def test_nothing_is_trained_where_something_would_be_lost(tmp_path, monkeypatch):
    (tmp_path / "week.png").write_text("of the user")
    monkeypatch.setattr(gym, "fit", lambda *_, **__: 1 / 0)
    with pytest.raises(DataError, match=r"week\.png"):
        run(tmp_path, force=True)
