import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.data.reading import read_text
from elman.data.vocabulary import UNKNOWN, UnknownSymbolError, Vocabulary
from elman.errors import DataError, SettingError

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "dd", UNKNOWN]), min_size=1)


def test_order_is_frequency_then_first_appearance():
    vocabulary = Vocabulary.from_symbols(["d", "c", "b", "b", "a", "a"])
    assert vocabulary.symbols == ("b", "a", "d", "c")
    assert vocabulary.counts == (2, 2, 1, 1)
    assert (len(vocabulary), vocabulary.total) == (4, 6)


@given(TEXTS)
def test_decode_undoes_encode(text):
    vocabulary = Vocabulary.from_symbols(text)
    assert vocabulary.decode(vocabulary.encode(text)) == text
    assert sorted(set(vocabulary.encode(text))) == list(range(len(vocabulary)))


@given(TEXTS, st.integers(2, 6), st.integers(1, 4))
def test_cut_vocabulary_counts_everything_and_keeps_the_limits(text, max_size, min_count):
    vocabulary = Vocabulary.from_symbols(text, max_size=max_size, min_count=min_count)
    kept = dict(zip(vocabulary.symbols, vocabulary.counts, strict=True))
    assert len(kept) <= max_size
    assert vocabulary.total == len(text)
    assert all(text.count(s) == n >= min_count for s, n in kept.items() if s != UNKNOWN)
    assert (UNKNOWN in kept) == (set(kept) != set(text) or UNKNOWN in text)
    assert vocabulary.decode(vocabulary.encode(text)) == [s if s in kept else UNKNOWN for s in text]


def test_max_size_keeps_the_most_frequent():
    vocabulary = Vocabulary.from_symbols(["a", "a", "a", "b", "b", "c", "d"], max_size=3)
    assert vocabulary.symbols == ("a", UNKNOWN, "b")
    assert vocabulary.counts == (3, 2, 2)


def test_max_size_that_suffices_cuts_nothing():
    assert UNKNOWN not in Vocabulary.from_symbols("abc", max_size=3)


def test_a_text_with_its_own_unknown_symbol():
    vocabulary = Vocabulary.from_symbols(["the", UNKNOWN, "the", "cat"])
    assert vocabulary.encode(["cat", "dog"]) == [
        vocabulary.symbols.index("cat"),
        vocabulary.symbols.index(UNKNOWN),
    ]


def test_unknown_symbols_are_all_named_with_suggestions():
    vocabulary = Vocabulary.from_symbols(["the", "cat", "and", "the", "mouse"])
    with pytest.raises(UnknownSymbolError) as caught:
        vocabulary.encode(["The", "caat", "and", "zzz", "caat"])
    assert caught.value.symbols == ("The", "caat", "zzz")
    assert str(caught.value).splitlines() == [
        "not in the vocabulary of 4 symbols:",
        "  'The' (close: 'the')",
        "  'caat' (close: 'cat')",
        "  'zzz'",
    ]
    assert isinstance(caught.value, DataError)


def test_many_unknown_symbols_are_counted():
    with pytest.raises(UnknownSymbolError, match="and 5 more") as caught:
        Vocabulary.from_symbols("ab").encode([str(number) for number in range(25)])
    assert len(caught.value.symbols) == 25


@pytest.mark.parametrize("number", [-1, 2])
def test_decode_refuses_numbers_outside(number):
    with pytest.raises(DataError, match=rf"{number} is the number of no symbol; expected 0 to 1"):
        Vocabulary.from_symbols("ab").decode([0, number])


def test_coverage():
    vocabulary = Vocabulary.from_symbols("aab", min_count=2)
    assert vocabulary.coverage(["a", "b", UNKNOWN, "a"]) == 0.5
    with pytest.raises(DataError, match="no symbols"):
        vocabulary.coverage([])


def test_no_symbols():
    with pytest.raises(DataError, match="no symbols"):
        Vocabulary.from_symbols([])


@pytest.mark.parametrize(
    ("setting", "value", "least"), [("max_size", 1, 2), ("min_count", 0, 1), ("min_count", 1.5, 1)]
)
def test_limits_that_make_no_sense(setting, value, least):
    with pytest.raises(SettingError, match=rf"{setting} is {value}; .* at least {least}"):
        Vocabulary.from_symbols("ab", **{setting: value})


@given(TEXTS)
def test_through_json(text):
    vocabulary = Vocabulary.from_symbols(text)
    assert Vocabulary.from_dict(json.loads(json.dumps(vocabulary.to_dict()))) == vocabulary


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"symbols": ["a"]}, 'expected an object with "symbols" and "counts"'),
        ([], 'expected an object with "symbols" and "counts"'),
        ({"symbols": "ab", "counts": [1, 1]}, "must be two lists"),
        ({"symbols": [], "counts": []}, "it has no symbols"),
        ({"symbols": ["a"], "counts": [1, 2]}, "1 symbols but 2 counts"),
        ({"symbols": ["a", "a"], "counts": [1, 1]}, "the symbol 'a' is in it 2 times"),
        ({"symbols": [3], "counts": [1]}, "the symbol 3 is not a text"),
        ({"symbols": [["a"]], "counts": [1]}, r"the symbol \['a'\] is not a text"),
        ({"symbols": ["a"], "counts": [0]}, "the count of 'a' is 0"),
        ({"symbols": ["a"], "counts": [True]}, "the count of 'a' is True"),
        ({"symbols": ["a"], "counts": ["1"]}, "the count of 'a' is '1'"),
        ({"symbols": ["a", "b"], "counts": [1, 2]}, "not ordered by falling count"),
    ],
)
def test_from_dict_refuses(values, what):
    with pytest.raises(DataError, match=what):
        Vocabulary.from_dict(values)


def test_the_fable(shared_data):
    words = read_text(shared_data("fable") / "belling_the_cat.txt").split()
    vocabulary = Vocabulary.from_symbols(words)
    assert (vocabulary.total, len(vocabulary)) == (204, 112)
    assert vocabulary.coverage(words) == 1
