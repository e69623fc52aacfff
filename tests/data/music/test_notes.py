import json

import pytest

from elman.data.music.notes import frames_of_steps, pieces_of, read_notes
from elman.data.music.pieces import notes_of
from elman.errors import DataError, SettingError


def test_a_list_of_pieces():
    pieces = read_notes(b"[[[60, -1], []], [[21]]]", '"it"', resolution=2)
    assert [notes_of(frames) for frames in pieces.frames] == [[[60], []], [[21]]]
    assert [place.name for place in pieces.places] == ["piece 1", "piece 2"]
    assert (pieces.parts, pieces.resolution) == ([], 2)


def test_pieces_by_part_come_in_the_order_of_the_parts():
    pieces = read_notes(b'{"test": [[[60]]], "train": [[[61]], [[62]]]}', '"it"')
    assert [place.part for place in pieces.places] == ["train", "train", "test"]
    assert notes_of(pieces.part("test").frames[0]) == [[60]]


BAD = {
    "no json": ("[[[60], [61]]", r"it, line 1, column 14: no JSON \(Expecting ',' delimiter\)"),
    "number": ("7", "it holds 7; expected a list of pieces"),
    "nothing in it": ("[]", "it holds no piece; expected"),
    "empty parts": ('{"train": []}', "it holds no piece; expected"),
    "other part": ('{"training": []}', 'it has the part "training"; expected'),
    "part of number": ('{"train": 3}', 'it, "train" is 3; expected'),
    "piece": ('{"train": [[[60]], "c"]}', r'it, piece 2 of train is "c"; expected'),
    "no step": ("[[[60]], []]", "it, piece 2 has no step; expected at least one"),
    "step": ("[[[60], 61]]", "it, piece 1, step 2 is 61; expected"),
    "low": ("[[[60], [61, 20]]]", "it, piece 1, step 2: 20 is no note of a piano"),
    "high": ("[[[109]]]", "109 is no note of a piano; expected whole numbers from 21"),
    "fraction": ("[[[60.0]]]", "60.0 is no note of a piano"),
    "text": ('[[["C4"]]]', 'step 1: "C4" is no note'),
    "truth": ("[[[true]]]", "true is no note"),
    "deep": ("[" * 100_000, "lists within lists|no JSON"),
    "long number": (f"[[[{'1' * 5000}]]]", "no JSON of notes|no note of a piano"),
    "not utf-8": (b"[[[\xff]]]", "0xff is not UTF-8"),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_bad_json_says_where(text, message):
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(DataError, match=message):
        read_notes(data, "it")


def test_faults_are_noted_and_the_rest_is_read():
    faults = []
    content = [[[60]], [[200]], [], [[61]]]
    assert len(read_notes(json.dumps(content).encode(), "it", faults=faults)) == 2
    assert [fault.partition(":")[0] for fault in faults] == [
        "it, piece 2, step 1",
        "it, piece 3 has no step; expected at least one. Remove it.",
    ]


def test_lists_of_python_need_no_json():
    assert len(pieces_of(([(60, 64), ()],), "it")) == 1
    assert frames_of_steps([], "it").shape == (0, 88)
    with pytest.raises(DataError, match="it is null; expected"):
        frames_of_steps(None, "it")
    with pytest.raises(DataError, match="is no note"):
        frames_of_steps([[object()]], "it")
    with pytest.raises(SettingError, match="resolution is 0"):
        pieces_of([[[60]]], "it", 0)
