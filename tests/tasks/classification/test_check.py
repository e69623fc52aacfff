import json

import pytest

from elman.errors import DataError, SettingError
from elman.tasks.classification.check import FEW, check_examples


@pytest.fixture
def check(tmp_path, monkeypatch):
    """Check pairs of a text and its label."""
    monkeypatch.chdir(tmp_path)

    def checked(pairs, **choices):
        lines = [json.dumps({"text": text, "label": label}) for text, label in pairs]
        (tmp_path / "pets.jsonl").write_text("\n".join(lines))
        return check_examples("pets.jsonl", **choices)

    return checked


def pets(count=FEW, cat="mew {}", dog="wow {}"):
    own = [f"{n % 7} {n % 11}" for n in range(count)]
    return [pair for n in own for pair in ((cat.format(n), "cat"), (dog.format(n), "dog"))]


def test_data_with_nothing_wrong(check):
    report = check(pets())
    assert dict(report.counts)["examples"] == "40"
    assert dict(report.counts)["labels"] == "2: cat 20, dog 20"
    assert dict(report.counts)["words"] == "120, 13 different"
    assert dict(report.counts)["steps"] == "3 to 3, half at most 3"
    assert (report.troubles, report.advice) == ([], [])


def test_steps_are_counted_in_the_unit_that_is_learnt(check):
    report = check(pets(cat="né {}"), unit="byte")
    assert dict(report.counts)["steps"].startswith("7 to ")


@pytest.mark.parametrize(
    ("pairs", "advice"),
    [
        (pets(FEW - 1), f"Fewer than {FEW} examples of cat, dog"),
        ([(f"{text} word{n}", label) for n, (text, label) in enumerate(pets())], "are seen once"),
        ([*pets(), ("Mew wow", "cat")], "1 words differ from others only in case"),
        ([*pets(), ("mew " * 500, "cat")], "The longest sequence has 500 steps (line "),
    ],
)
def test_advice(check, pairs, advice):
    assert any(advice in one for one in check(pairs).advice)


def test_other_data_are_judged_by_and_not_taken_out(check, tmp_path):
    (tmp_path / "test.jsonl").write_text('{"text": "mew", "label": "cow"}')
    report = check(pets(), test=tmp_path / "test.jsonl")
    assert dict(report.counts)["to judge"] == "1 examples"
    assert any('"cow" (line 1)' in trouble for trouble in report.troubles)


def test_what_would_stop_the_training_is_told(check):
    assert any("too few to hold 0.1 of them out" in one for one in check(pets(1)).troubles)
    with pytest.raises(SettingError, match="the share to hold out is 2"):
        check(pets(), validation=2)
    with pytest.raises(DataError, match='there is no file "nowhere"'):
        check_examples("nowhere")
