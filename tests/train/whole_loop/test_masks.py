"""Compiled steps drop what an ordinary loop drops, whatever the order of the module's tensors."""

import copy

import pytest
import torch
from torch import nn

import elman
from elman.runtime.random_masks import counted
from elman.train.whole_loop.architecture import read
from elman.train.whole_loop.compile_step import compile_step
from elman.train.whole_loop.masks import masks
from elman.train.whole_loop.parts import Unread

I, H, K, B, T, STEPS = 3, 5, 4, 6, 7, 4


class Model(nn.Module):
    """Dropout wherever it may be.

    Args:
        pooling: what the head sees: "every", "last", "mean", or "state" for h[-1].
        batch_first: whether rows come before time.
        first: whether dropout before the head comes before the pooling.
        symbols: whether the input is symbols.
        directions: of the recurrent layers.
        cell: of the recurrent layers.
        locked: whether the dropouts around the recurrent layers and between them have one mask for
            all steps.
    """

    def __init__(
        self,
        pooling="every",
        *,
        batch_first=True,
        first=False,
        symbols=True,
        directions=1,
        cell="gru",
        locked=False,
    ):
        super().__init__()
        self.pooling, self.first, self.time = pooling, first, int(batch_first)
        self.input = nn.Embedding(K, I) if symbols else nn.Identity()
        self.drops = nn.ModuleList(
            elman.nn.LockedDropout(p, batch_first) if locked else elman.nn.Dropout(p)
            for p in (0.2, 0.4, 0.3)
        )
        kind = {"batch_first": batch_first, "bidirectional": directions == 2}
        self.lower = elman.nn.Recurrent(cell, I, H, 2, dropout=0.5, locked=locked, **kind)
        self.upper = elman.nn.Recurrent(cell, directions * H, H, **kind)
        self.head = nn.Linear(directions * H, K)

    def forward(self, x):
        return self.scores(x)

    def scores(self, x, lengths=None):
        output, _ = self.lower(self.drops[0](self.input(x)), lengths=lengths)
        output, state = self.upper(self.drops[1](output), lengths=lengths)
        if self.first:
            output = self.drops[2](output)
        if self.pooling == "last":
            output = output[:, -1] if self.time else output[-1]
        elif self.pooling == "mean":
            output = output.mean(self.time)
        elif self.pooling == "state":
            output = state[-1]
        return self.head(output if self.first else self.drops[2](output))


class Ragged(Model):
    """One whose rows have lengths."""

    def forward(self, x, lengths=None):
        return self.scores(x, lengths)


MODELS = {
    "every step": {"first": True},
    "every step, time first": {"batch_first": False, "first": True},
    "the last step": {"pooling": "last"},
    "the last step of all dropped": {"pooling": "last", "first": True},
    "the last step of all dropped, time first": {
        "pooling": "last",
        "first": True,
        "batch_first": False,
    },
    "the last state": {"pooling": "state"},
    "the mean": {"pooling": "mean", "batch_first": False},
    "numbers": {"symbols": False},
    "both directions": {"pooling": "last", "directions": 2},
    "both directions, every step": {"directions": 2, "batch_first": False},
    "another cell": {"cell": "mgu", "pooling": "last", "first": True},
    "locked": {"locked": True, "first": True},
    "locked, time first": {"locked": True, "first": True, "batch_first": False},
    "locked, the last step": {"locked": True, "first": True, "pooling": "last"},
    "locked, both directions": {"locked": True, "first": True, "directions": 2, "symbols": False},
}


def batches(model, rows=B, steps=STEPS, time=T, seed=0):
    """Return inputs and targets of some steps."""
    draw = torch.Generator().manual_seed(seed)
    symbols = isinstance(model.input, nn.Embedding)
    shape = [steps, *((rows, time) if model.time else (time, rows))]
    inputs = torch.randint(K, shape, generator=draw)
    if not symbols:
        inputs = torch.randn(*shape, I, generator=draw, dtype=torch.float64)
    of_steps = shape if model.pooling == "every" else [steps, rows]
    return inputs, torch.randint(K, of_steps, generator=draw)


def made(kind=Model, **settings):
    torch.manual_seed(1)
    return kind(**settings).double()


def ordinary(model, inputs, targets, lengths=None, seed=0, first=0):
    """Train a copy of a model in a loop as everybody writes it."""
    model = copy.deepcopy(model)
    optimizer, losses = torch.optim.SGD(model.parameters(), lr=0.5), []
    for step, (x, y) in enumerate(zip(inputs, targets, strict=True)):
        with counted(seed, first + step):
            scores = model(x) if lengths is None else model(x, lengths[step])
        loss = nn.functional.cross_entropy(scores.flatten(0, -2), y.flatten())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


def compiled(model, seed=0):
    """Return a copy of a model and its compiled step."""
    model = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    return model, compile_step(model, nn.CrossEntropyLoss(), optimizer, seed=seed)


def assert_same(model, other):
    for (name, weight), expected in zip(model.named_parameters(), other.parameters(), strict=True):
        torch.testing.assert_close(weight, expected, rtol=1e-10, atol=1e-12, msg=name)


@pytest.mark.parametrize("size", [(B, T), (2, 3), (1, 1), (40, 9)], ids=str)
@pytest.mark.parametrize("settings", MODELS.values(), ids=MODELS)
def test_steps_are_those_of_the_ordinary_loop(settings, size):
    model = made(**settings)
    inputs, targets = batches(model, *size[:1], time=size[1])
    expected, losses = ordinary(model, inputs, targets, seed=3)
    found, step = compiled(model, seed=3)
    assert step.steps(inputs, targets).losses.tolist() == pytest.approx(losses, rel=1e-10)
    assert_same(found, expected)


def test_rows_with_lengths():
    model = made(Ragged, pooling="state")
    inputs, targets = batches(model)
    lengths = torch.tensor([[7, 7, 5, 3, 2, 1]] * STEPS)
    expected, _ = ordinary(model, inputs, targets, lengths)
    found, step = compiled(model)
    step.steps(inputs, targets, lengths)
    assert_same(found, expected)


def test_steps_count_on_from_call_to_call():
    model = made()
    inputs, targets = batches(model)
    expected, _ = ordinary(model, inputs, targets)
    found, step = compiled(model)
    step.steps(inputs[:1], targets[:1])
    step(inputs[1], targets[1])
    step.steps(inputs[2:], targets[2:])
    assert step.step == STEPS
    assert_same(found, expected)


def test_steps_begin_where_they_are_told_to():
    model = made()
    inputs, targets = batches(model)
    expected, _ = ordinary(model, inputs, targets, first=100)
    found, step = compiled(model)
    step.step = 100
    step.steps(inputs, targets)
    assert_same(found, expected)


def test_seeds_differ():
    model = made()
    inputs, targets = batches(model)
    losses = [compiled(model, seed)[1].steps(inputs, targets).losses for seed in (0, 1, 2**32)]
    assert len({tuple(one.tolist()) for one in losses}) == 3


def test_there_is_no_dropout_in_evaluation():
    model = made().eval()
    inputs, targets = batches(model)
    expected, _ = ordinary(model, inputs, targets)
    found, step = compiled(model)
    step.steps(inputs, targets)
    assert_same(found, expected)
    found.train(), expected.train()
    expected, _ = ordinary(expected, inputs, targets, first=STEPS)
    step.steps(inputs, targets)
    assert_same(found, expected)


def test_dropout_of_torch_is_trained_with_the_same_masks():
    model = made(first=True)
    inputs, targets = batches(model)
    expected, _ = ordinary(model, inputs, targets)
    for number, drop in enumerate(model.drops):
        model.drops[number] = nn.Dropout(drop.p)
    found, step = compiled(model)
    step.steps(inputs, targets)
    assert_same(found, expected)


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_threads_change_no_bit(threads):
    model = made().float()
    inputs, targets = batches(model, rows=64, time=40)
    found = []
    for count in (1, threads):
        torch.set_num_threads(count)
        one, step = compiled(model)
        step.steps(inputs, targets)
        found.append(one)
    assert all(map(torch.equal, found[0].parameters(), found[1].parameters()))


class Plain(nn.Module):
    def __init__(self, drop, rnn):
        super().__init__()
        self.drop, self.rnn, self.head = drop, rnn, nn.Linear(H, K)

    def forward(self, x):
        return self.head(self.drop(self.rnn(x)[0]))


@pytest.mark.parametrize(
    ("drop", "rnn", "is_counted"),
    [
        (elman.nn.Dropout(0.5), elman.nn.GRU(I, H, 2, dropout=0.5), True),
        (elman.nn.Dropout(0.5), nn.GRU(I, H), True),
        (nn.Dropout(0.0), elman.nn.Recurrent("mgu", I, H, 2, dropout=0.5), True),
        (nn.Dropout(0.5), elman.nn.GRU(I, H), False),
        (elman.nn.Dropout(0.5), nn.GRU(I, H, 2, dropout=0.5), False),
    ],
)
def test_whether_masks_can_be_drawn_again(drop, rnn, is_counted):
    assert read(Plain(drop, rnn)).counted is is_counted


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"pooling": "last"}, "no steps left that could share a mask"),
        ({"batch_first": True, "first": True}, "its batch_first is not that of"),
    ],
)
def test_locked_dropout_that_is_not_compiled(settings, reason):
    model = made(locked=True, **settings)
    if settings.get("batch_first"):
        for drop in model.drops:
            drop.batch_first = False
    with pytest.raises(Unread, match=reason):
        read(model)


def test_locked_dropout_behind_layers_that_lie_otherwise_is_not_compiled():
    model = Plain(elman.nn.LockedDropout(0.5, batch_first=True), elman.nn.GRU(I, H))
    with pytest.raises(Unread, match=r"drop .*its batch_first is not that of rnn"):
        read(model)


def test_dropout_of_whole_symbols_is_not_compiled():
    model = made(first=True)
    model.input = elman.nn.Embedding(K, I).double()
    assert read(model).input == "embedding"
    model.input = elman.nn.Embedding(K, I, dropout=0.1).double()
    with pytest.raises(Unread, match=r"input \(Embedding\): its dropout of whole symbols"):
        read(model)


def test_masks_are_numbered_as_they_are_drawn():
    network = read(made(pooling="last"))
    assert {place: mask.number for place, mask in masks(network, T, B).items()} == {
        0: 0,
        1: 1,
        2: 2,
        3: 3,
    }
    silent = network._replace(layers=(network.layers[0]._replace(dropout=0.0), *network.layers[1:]))
    assert {place: mask.number for place, mask in masks(silent, T, B).items()} == {1: 0, 2: 1, 3: 2}
    assert masks(network.without_dropout(), T, B) == {}
