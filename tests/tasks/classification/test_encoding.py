import json

import pytest
import torch

from elman.data.labelled.examples import Examples
from elman.errors import DataError
from elman.tasks.classification.encoding import Encoding, class_weights, labels_of
from elman.tasks.classification.network import PADDING
from elman.tasks.classification.settings import ClassifierSettings


def texts(*given, labels=None):
    labels = labels or ["b", "a"] * len(given)
    places = [f"line {n}" for n in range(len(given))]
    return Examples('"t.csv"', list(given), None, labels[: len(given)], places)


def encoding(examples, **choices):
    return Encoding.of(examples, ClassifierSettings(**choices))


@pytest.mark.parametrize(
    ("choices", "text", "symbols"),
    [
        ({"unit": "word"}, "Mew mew", ["Mew", "mew"]),
        ({"unit": "word", "lower": True}, "Mew mew", ["mew", "mew"]),
        ({"unit": "character"}, "né", ["n", "é"]),
        ({"unit": "byte"}, "né", ["n", "\xc3", "\xa9"]),
        ({"unit": "character", "max_length": 2}, "abc", ["a", "b"]),
    ],
)
def test_texts_become_the_numbers_of_their_symbols(choices, text, symbols):
    own = encoding(texts(text, text), **choices)
    (first, _) = own.sequences(texts(text, text))
    assert [own.vocabulary.symbols[n] for n in first] == symbols


def test_unknown_symbols_share_one_number_of_their_own():
    own = encoding(texts("mew purr", "woof"))
    (found,) = own.sequences(texts("mew miau wow"))
    known = own.vocabulary.symbols.index("mew")
    assert found.tolist() == [known, 3, 3]
    assert own.symbols == 4
    assert own.padding == 4  # which no symbol has


def test_a_rare_symbol_is_as_an_unknown_one():
    own = encoding(texts("mew mew purr", "mew"), min_count=2)
    rare, unknown = own.sequences(texts("purr", "wow"))
    assert torch.equal(rare, unknown)
    assert int(unknown) < own.symbols


def test_numbers_are_taken_as_they_are():
    numbers = [torch.ones(3, 2), torch.zeros(2, 2)]
    examples = Examples("n", None, numbers, ["a", "b"], ["row 1", "row 2"])
    own = encoding(examples, max_length=2)
    assert [one.shape for one in own.sequences(examples)] == [(2, 2), (2, 2)]
    assert (own.features, own.length, own.symbols) == (2, 2, None)
    assert own.padding is PADDING


def test_labels_are_numbered_in_their_order():
    own = encoding(texts("mew", "woof", "wow"))
    assert own.labels == ("a", "b")
    assert own.targets(texts("mew", "woof", "wow")).tolist() == [1, 0, 1]
    assert own.targets(texts()).dtype == torch.int64


def test_it_is_kept_and_read():
    own = encoding(texts("mew purr", "woof"))
    again = Encoding.from_dict(own.settings, json.loads(json.dumps(own.to_dict())))
    assert again.to_dict() == own.to_dict()
    assert torch.equal(again.sequences(texts("woof"))[0], own.sequences(texts("woof"))[0])


def test_what_cannot_be_used_is_named_with_its_place():
    own = encoding(texts("mew", "woof"))
    with pytest.raises(DataError, match=r'"t\.csv", line 1: the sequence is empty'):
        own.sequences(texts("mew", " "))
    with pytest.raises(DataError, match='line 1: the label "c" is not one of those learnt: a, b'):
        own.targets(texts("mew", "mew", labels=["a", "c"]))
    wide = Examples("n", None, [torch.ones(3, 2)], None, ["row 1"])
    with pytest.raises(DataError, match="holds numbers, but the model was trained on texts"):
        own.sequences(wide)
    narrow = Examples("m", None, [torch.ones(3, 1)] * 2, ["a", "b"], ["row 1", "row 2"])
    with pytest.raises(DataError, match="holds numbers, 2 a step, but the model takes numbers, 1"):
        encoding(narrow).sequences(wide)
    with pytest.raises(DataError, match="holds texts, but the model takes numbers, 1 a step"):
        encoding(narrow).sequences(texts("mew"))
    with pytest.raises(DataError, match="n has no labels to be judged by"):
        own.targets(wide)


@pytest.mark.parametrize(("labels", "given"), [(["a"], 'the label "a" alone'), ([], "no labels")])
def test_there_must_be_something_to_tell_apart(labels, given):
    with pytest.raises(DataError, match=f"has {given}; expected at least two"):
        labels_of(Examples("pets", ["mew"], None, labels, ["1"]))


def test_class_weights_make_classes_count_alike():
    targets = torch.tensor([0, 0, 0, 1, 1, 3])
    weights = class_weights(targets, 4)
    sums = [float(weights[targets][targets == k].sum()) for k in range(4)]
    assert sums == pytest.approx([1.5, 1.5, 0, 1.5])
