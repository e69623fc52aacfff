"""What may be given to compiled steps, and the sentence that refuses what may not."""

import math

import pytest
import torch
from torch import nn

from elman.errors import SettingError
from elman.train import compile_step
from elman.train.whole_loop.architecture import read
from elman.train.whole_loop.given import arranged
from elman.train.whole_loop.losses import read_loss
from train.whole_loop.by_hand import Carried, Ragged, adam, data_for, make

CLASSES, SQUARES = nn.CrossEntropyLoss(), nn.MSELoss()
N, B, T, I, K = 3, 2, 4, 3, 4
SHAPE = (N, B, T)


def numbers(*shape, dtype=torch.float64):
    return torch.zeros(shape, dtype=dtype)


def classes(*shape, value=0, dtype=torch.int64):
    return torch.full(shape, value, dtype=dtype)


def check(model, loss, inputs, targets, lengths=None):
    return arranged(read(model), read_loss(loss), inputs, targets, lengths)


FEATURES, SYMBOLS = {"input": "features"}, {"input": "embedding"}
REFUSED = {
    "no first dimension": (
        FEATURES,
        (numbers(B, T, I), classes(B, T)),
        r"the inputs are of shape \(2, 4, 3\); expected \(n, B, T, I\): a first dimension of n",
    ),
    "no first dimension, of symbols": (
        SYMBOLS,
        (classes(B, T), classes(B, T)),
        r"expected \(n, B, T\): a first dimension",
    ),
    "time first": (
        {**SYMBOLS, "batch_first": False},
        (classes(B, T), classes(B, T)),
        r"expected \(n, T, B\)",
    ),
    "no batches": (FEATURES, (numbers(0, B, T, I), classes(0, B, T)), "none of them empty"),
    "no steps": (FEATURES, (numbers(N, B, 0, I), classes(N, B, 0)), "none of them empty"),
    "other features": (
        FEATURES,
        (numbers(*SHAPE, 5), classes(*SHAPE)),
        "of torch.float64 with 5 features; expected numbers with a decimal point and 3",
    ),
    "whole numbers for features": (
        FEATURES,
        (classes(*SHAPE, I), classes(*SHAPE)),
        "of torch.int64 with 3 features",
    ),
    "numbers for symbols": (
        SYMBOLS,
        (numbers(*SHAPE), classes(*SHAPE)),
        "the inputs are of torch.float64; expected symbols, such as torch.int64",
    ),
    "an unknown symbol": (
        SYMBOLS,
        (classes(*SHAPE, value=6), classes(*SHAPE)),
        "a symbol of the inputs is 6; expected 0 to 5",
    ),
    "a symbol below zero": (
        {"input": "one-hot"},
        (classes(*SHAPE, value=-1), classes(*SHAPE)),
        "a symbol of the inputs is -1; expected 0 to 5",
    ),
    "targets of the last step alone": (
        FEATURES,
        (numbers(*SHAPE, I), classes(N, B)),
        r"the targets are of shape \(3, 2\); expected \(3, 2, 4\) for inputs of \(3, 2, 4, 3\)",
    ),
    "targets of every step": (
        {**FEATURES, "pooling": "last"},
        (numbers(*SHAPE, I), classes(*SHAPE)),
        r"expected \(3, 2\) for",
    ),
    "targets of rows first": (
        {**FEATURES, "batch_first": False},
        (numbers(N, T, B, I), classes(*SHAPE)),
        r"the targets are of shape \(3, 2, 4\); expected \(3, 4, 2\)",
    ),
    "classes of 32 bits": (
        FEATURES,
        (numbers(*SHAPE, I), classes(*SHAPE, dtype=torch.int32)),
        "the targets are of torch.int32; expected classes, torch.int64",
    ),
    "an unknown class": (
        FEATURES,
        (numbers(*SHAPE, I), classes(*SHAPE, value=4)),
        "a class of the targets is 4; expected 0 to 3",
    ),
    "a class below zero": (
        FEATURES,
        (numbers(*SHAPE, I), classes(*SHAPE, value=-1)),
        "a class of the targets is -1; expected 0 to 3",
    ),
    "lengths of one batch": (
        {**FEATURES, "kind": Ragged},
        (numbers(*SHAPE, I), classes(*SHAPE), classes(B)),
        r"the lengths are of torch.int64 and of shape \(2,\); expected whole numbers of \(3, 2\)",
    ),
    "lengths that are no whole numbers": (
        {**FEATURES, "kind": Ragged},
        (numbers(*SHAPE, I), classes(*SHAPE), numbers(N, B)),
        "the lengths are of torch.float64",
    ),
    "a length beyond the end": (
        {**FEATURES, "kind": Ragged},
        (numbers(*SHAPE, I), classes(*SHAPE), classes(N, B, value=5)),
        "a length is 5; expected 0 to 4",
    ),
    "a length below zero": (
        {**FEATURES, "kind": Ragged},
        (numbers(*SHAPE, I), classes(*SHAPE), classes(N, B, value=-1)),
        "a length is -1; expected 0 to 4",
    ),
    "lengths for a mean": (
        {**FEATURES, "pooling": "mean"},
        (numbers(*SHAPE, I), classes(N, B), classes(N, B)),
        "there are lengths, but the head sees the mean of all steps, padding among them",
    ),
    "lengths for the last step of both directions": (
        {**FEATURES, "pooling": "last", "bidirectional": True},
        (numbers(*SHAPE, I), classes(N, B), classes(N, B)),
        "there are lengths, but the head sees both directions",
    ),
}


@pytest.mark.parametrize(("options", "given", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refused(options, given, sentence):
    with pytest.raises(SettingError, match=sentence):
        check(make("gru", **options), CLASSES, *given)


def test_numbers_have_the_shape_of_the_scores():
    inputs = numbers(*SHAPE, I)
    with pytest.raises(SettingError, match=r"expected \(3, 2, 4, 4\)"):
        check(make("gru"), SQUARES, inputs, numbers(*SHAPE))
    with pytest.raises(SettingError, match=r"expected \(3, 2, 4\)"):
        check(make("gru", K=1, squeezed=True), SQUARES, inputs, numbers(*SHAPE, 1))


def test_weights_of_other_classes():
    loss = nn.CrossEntropyLoss(weight=torch.ones(3, dtype=torch.float64))
    with pytest.raises(SettingError, match=r"a weight of shape \(3,\); expected \(4,\)"):
        check(make("gru"), loss, numbers(*SHAPE, I), classes(*SHAPE))


def test_the_ignored_class_may_be_any():
    loss = nn.CrossEntropyLoss(ignore_index=77)
    targets = classes(*SHAPE)
    targets[0, 1] = 77
    given = check(make("gru"), loss, numbers(*SHAPE, I), targets)
    assert given.scale.tolist() == [1 / 4, 1 / 8, 1 / 8]


@pytest.mark.parametrize("batch_first", [True, False])
def test_time_comes_first(batch_first):
    model = make("gru", kind=Ragged, batch_first=batch_first)
    data = data_for(model, SQUARES, n=N, T=T, B=B, ragged=True)
    given = check(model, SQUARES, *data)
    inputs, targets = (
        part.transpose(1, 2) if batch_first else part for part in (data.inputs, data.targets)
    )
    assert torch.equal(given.inputs, inputs)
    assert torch.equal(given.targets, targets)
    assert all(part.is_contiguous() for part in given)
    for n, lengths in enumerate(data.lengths):
        for row, length in enumerate(lengths.tolist()):
            assert given.mask[n, :, row].sum(0).tolist() == [length] * K
        count = K * int(lengths.sum())
        assert float(given.scale[n]) == (1 / count if count else math.inf)


def test_formats_are_brought_into_the_models():
    symbols = classes(*SHAPE, value=2, dtype=torch.int32)
    assert check(make("gru", **SYMBOLS), CLASSES, symbols, classes(*SHAPE)).inputs.equal(
        classes(N, T, B, value=2)
    )
    seen = check(make("gru", input="number"), CLASSES, symbols, classes(*SHAPE)).inputs
    assert seen.equal(torch.full((N, T, B), 2.0, dtype=torch.float64))
    features = numbers(*SHAPE, I, dtype=torch.float32)
    given = check(make("gru"), SQUARES, features, classes(*SHAPE, K))
    assert (given.inputs.dtype, given.targets.dtype) == (torch.float64, torch.float64)


# states


@pytest.mark.parametrize(
    ("states", "sentence"),
    [
        ([numbers(2, B, 5)], r"the states are \(2, 2, 5\) of torch.float64; expected"),
        ([], r"the states are none; expected \(2, 2, 5\), \(2, 2, 5\) of torch.float64, each"),
        ([numbers(1, B, 5)] * 2, r"the states are \(1, 2, 5\) of"),
        ([numbers(2, 3, 5)] * 2, r"the states are \(2, 3, 5\) of"),
        ([numbers(2, B, 5, dtype=torch.float32)] * 2, "of torch.float32; expected"),
        ([numbers(2, 5, B).mT] * 2, "each contiguous in memory"),
    ],
)
def test_states_that_are_others(states, sentence):
    model = make("lstm", kind=Carried, num_layers=2)
    step = compile_step(model, CLASSES, adam(model))
    with pytest.raises(SettingError, match=sentence):
        step.steps(numbers(*SHAPE, I), classes(*SHAPE), states=states, carried=True)


def test_states_of_layers_of_different_kinds():
    model = make("lstm", "gru")
    step = compile_step(model, CLASSES, adam(model))
    with pytest.raises(SettingError, match="layers are of different kinds: no states can be given"):
        step.steps(numbers(*SHAPE, I), classes(*SHAPE), states=[numbers(2, B, 5)])
