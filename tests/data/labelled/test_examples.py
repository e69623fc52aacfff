import torch

from elman.data.labelled.examples import Examples, contents


def numbers(*sequences):
    return Examples("", None, list(sequences), None, [f"row {k}" for k in range(len(sequences))])


def test_chosen_keeps_what_belongs_together(texts):
    some = texts(("mew", "cat"), ("woof", "dog"), ("purr", "cat")).chosen([2, 0])
    assert (some.texts, some.labels, some.places) == (
        ["purr", "mew"],
        ["cat", "cat"],
        ["line 4", "line 2"],
    )
    assert some.numbers is None
    assert len(some) == 2


def test_lengths_are_of_texts_or_steps(texts):
    assert texts(("mew", "cat"), ("", "dog")).lengths == [3, 0]
    assert numbers(torch.zeros(5, 2), torch.zeros(0, 2)).lengths == [5, 0]


def test_contents_tell_shapes_and_values_apart():
    own = contents(
        numbers(torch.zeros(4, 1), torch.zeros(2, 2), torch.ones(4, 1), torch.zeros(8, 1)[::2])
    )
    assert own[0] == own[3]
    assert len(set(own)) == 3


def test_contents_of_texts_that_no_encoding_takes(texts):
    first, second = contents(texts(("\ud800", "a"), ("?", "a")))
    assert first != second
