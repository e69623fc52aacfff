import builtins

import pytest

from elman.errors import DataError
from elman.tasks.prompt import answer_lines, converse


def shout(text):
    if text == "dog":
        raise DataError('not in the vocabulary: "dog"')
    return text.upper()


def typed(monkeypatch, *events):
    events = iter(events)

    def fake_input(_prompt):
        event = next(events)
        if isinstance(event, str):
            return event
        raise event

    monkeypatch.setattr(builtins, "input", fake_input)


@pytest.mark.parametrize("end", [EOFError(), KeyboardInterrupt()])
def test_the_prompt_answers_until_the_end_and_survives_mistakes(monkeypatch, end):
    typed(monkeypatch, "mice", "dog", "  ", "cat", end)
    said = []
    converse(shout, "hello", said.append)
    assert said == ["hello", "MICE", 'not in the vocabulary: "dog"', "CAT", ""]


def test_a_fault_of_ours_is_not_hidden_by_the_prompt(monkeypatch):
    typed(monkeypatch, "mice")
    with pytest.raises(ZeroDivisionError):
        converse(lambda _: str(1 / 0), "hello", lambda _: None)


def test_each_line_is_answered_and_empty_ones_stay_empty():
    said = []
    answer_lines(shout, ["mice\n", "\n", "cat"], said.append)
    assert said == ["MICE", "", "CAT"]


def test_the_line_that_cannot_be_answered_is_named_after_the_earlier_answers():
    said = []
    with pytest.raises(DataError, match='line 2: not in the vocabulary: "dog"'):
        answer_lines(shout, ["mice", "dog", "cat"], said.append)
    assert said == ["MICE"]
