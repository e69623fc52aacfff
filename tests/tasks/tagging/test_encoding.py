import pytest

from elman.tasks.tagging.encoding import LONGEST, SHAPES, TagEncoding, shape_of

ENCODING = TagEncoding.of([["The", "cat"], ["the", "Dog"]], [["DET", "NOUN"]] * 2, 1)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("cat", "lower"), ("Cat", "Capital"), ("A", "Capital"), ("CAT", "CAPITALS"),
        ("iPod", "mIxed"), ("McCoy", "mIxed"), ("1999", "digits"), ("3.5", "digits"),
        ("12/31", "digits"), ("B2B", "with digits"), ("...", "marks"), ("日本", "lower"),
        ("Ärger", "Capital"), ("U.S.", "CAPITALS"),
    ],
)  # fmt: skip
def test_shapes(word, shape):
    assert shape_of(word) == shape
    assert ENCODING.sentence([word])[0, 1] == SHAPES.index(shape) + 1


def test_known_words_and_characters_have_numbers_from_2():
    row = ENCODING.sentence(["THE"])[0].tolist()
    assert row[0] == 2 + ENCODING.words.index("the")
    assert row[2:5] == [2 + ENCODING.characters.index("T"), 1, 1]
    assert not any(row[5:])


def test_an_unknown_word_is_1_and_so_are_unknown_characters():
    row = ENCODING.sentence(["zzt"])[0].tolist()
    assert row[0] == 1
    assert row[2:5] == [1, 1, 2 + ENCODING.characters.index("t")]


def test_of_a_long_word_its_ends_are_read():
    long = "a" * 40 + "t" * 40
    row = ENCODING.sentence([long])[0].tolist()
    a, t = (2 + ENCODING.characters.index(c) for c in "at")
    assert row[2:] == [a] * (LONGEST // 2) + [t] * (LONGEST // 2)


def test_rare_words_are_not_known_but_those_of_vectors_are():
    encoding = TagEncoding.of([["a", "a", "b"]], [["x"] * 3], 2, more=["c"])
    assert encoding.words == ("a", "c")
    assert encoding.characters == ("a", "b")


def test_tags_become_their_numbers():
    assert ENCODING.row(["NOUN", "DET"]).tolist() == [1, 0]


def test_json_holds_all_of_it():
    assert TagEncoding.from_dict(ENCODING.to_dict()) == ENCODING


def test_no_word_is_no_row():
    assert ENCODING.sentence([]).shape == (0, 2 + LONGEST)
