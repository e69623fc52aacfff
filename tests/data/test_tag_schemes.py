import itertools

import pytest

from elman.data.tag_schemes import (
    SCHEMES,
    allowed_moves,
    detect_scheme,
    get_scheme,
    illegal_moves,
    split_tag,
)
from elman.errors import DataError, SettingError

TAGS = {
    "IOB1": ["O", "B-a", "I-a", "B-b", "I-b"],
    "IOB2": ["O", "B-a", "I-a", "B-b", "I-b"],
    "IOBES": ["O", *(f"{letter}-{type}" for letter in "BIES" for type in "ab")],
}


@pytest.mark.parametrize(
    ("scheme", "tags", "expected"),
    [
        ("IOB2", "B-a I-a O B-b", []),
        ("IOB2", "I-a I-a", [(0, None, "I-a")]),
        ("IOB2", "O I-a B-a I-b", [(1, "O", "I-a"), (3, "B-a", "I-b")]),
        ("IOB2", "O E-a O", [(1, "O", "E-a")]),
        ("IOB2", "O NOUN I-a", [(1, "O", "NOUN"), (2, "NOUN", "I-a")]),
        ("IOB1", "I-a B-a I-b O", []),
        ("IOB1", "B-a O B-b", [(0, None, "B-a"), (2, "O", "B-b")]),
        ("IOB1", "I-a B-b", [(1, "I-a", "B-b")]),
        ("IOBES", "B-a I-a E-a S-b O", []),
        ("IOBES", "B-a", [(0, "B-a", None)]),
        ("BIOES", "S-a I-a O", [(1, "S-a", "I-a"), (2, "I-a", "O")]),
        ("BIO", "", []),
    ],
)
def test_illegal_moves_are_found_where_they_are(scheme, tags, expected):
    assert illegal_moves(tags.split(), scheme) == expected


def test_illegal_moves_are_said_in_words():
    def said(tags, scheme):
        return [str(move) for move in illegal_moves(tags, scheme)]

    assert said(["I-a", "I-b"], "IOB2") == ["I-a at the beginning", "I-b after I-a"]
    assert said(["O", "B-a"], "IOBES") == ["B-a at the end"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_masks_allow_what_is_legal_and_nothing_else(scheme):
    names = TAGS[scheme]
    start, follow, end = allowed_moves(names, scheme)
    for path in itertools.product(range(len(names)), repeat=3):
        allowed = start[path[0]] and end[path[-1]]
        allowed = allowed and all(follow[a, b] for a, b in itertools.pairwise(path))
        assert bool(allowed) == (illegal_moves([names[tag] for tag in path], scheme) == [])


def test_masks_follow_the_order_of_the_tags():
    start, follow, end = allowed_moves(["I-a", "O"], "IOB2")
    assert start.tolist() == [False, True]
    assert follow.tolist() == [[True, True], [False, True]]
    assert end.tolist() == [True, True]
    assert [mask.shape for mask in allowed_moves([], "IOB2")] == [(0,), (0, 0), (0,)]


@pytest.mark.parametrize(
    ("sentences", "scheme"),
    [
        (["B-a I-a O", "O B-b"], "IOB2"),
        (["I-a I-a O", "O I-b B-b"], "IOB1"),
        (["B-a E-a O", "S-b"], "IOBES"),
        (["O O O"], "IOB2"),
        (["B-a I-a O B-a I-a", "O I-b"], "IOB2"),  # one mistake
        (["B-a I-a O nonsense O"], "IOB2"),
        (["NOUN VERB", "INTJ ADJ"], None),
        (["U-a L-a"], None),
        ([], None),
    ],
)
def test_the_scheme_is_the_one_broken_least(sentences, scheme):
    assert detect_scheme([sentence.split() for sentence in sentences]) == scheme


@pytest.mark.parametrize(
    ("tag", "split"),
    [
        ("O", ("O", "_")),
        ("B", ("B", "_")),
        ("B-", ("B", "_")),
        ("S-a-b", ("S", "a-b")),
        ("I--a", ("I", "-a")),
    ],
)
def test_tags_are_split_at_their_first_hyphen(tag, split):
    assert split_tag(tag) == split


@pytest.mark.parametrize("tag", ["", "o", "O-a", "Ba", "b-a", "U-a", "INTJ"])
def test_other_tags_are_refused(tag):
    with pytest.raises(DataError, match="is no tag of a span"):
        split_tag(tag)


def test_unknown_names_are_refused():
    with pytest.raises(SettingError, match=r"scheme is .IOB3.; expected one of: IOB1, IOB2, IOBES"):
        get_scheme("IOB3")
    with pytest.raises(DataError, match=r'"E-a" is no tag of IOB2; .* begin with B, I or O\. '):
        allowed_moves(["O", "E-a"], "IOB2")
