"""Models of every kind that is compiled as a whole, and training as one writes it by hand."""

from copy import deepcopy
from typing import NamedTuple

import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

from elman import settings
from elman.nn import Number, OneHot, Recurrent
from elman.train import compile_step

SYMBOLS = 6
FEATURES = 3

INPUTS = {
    "embedding": lambda: (nn.Embedding(SYMBOLS, FEATURES), FEATURES),
    "padded": lambda: (nn.Embedding(SYMBOLS, FEATURES, padding_idx=2), FEATURES),
    "one-hot": lambda: (OneHot(SYMBOLS), SYMBOLS),
    "number": lambda: (Number(), 1),
    "features": lambda: (nn.Identity(), FEATURES),
}

POOLINGS = {
    "every": lambda output, time: output,
    "last": lambda output, time: output[:, -1] if time else output[-1],
    "mean": lambda output, time: output.mean(time),
}


class Net(nn.Module):
    """An input, recurrent modules after one another, pooling and a linear head."""

    def __init__(self, input, runs, K, pooling="every", bias=True, squeezed=False):
        super().__init__()
        self.input, self.runs, self.pooling, self.squeezed = input, runs, pooling, squeezed
        last = runs[-1]
        width = (last.proj_size or last.hidden_size) * (2 if last.bidirectional else 1)
        self.head = nn.Linear(width, K, bias)
        self.batch_first = last.batch_first

    def forward(self, x):
        output = self.seen(x)
        for run in self.runs:
            output, _ = run(output)
        return self.scores(POOLINGS[self.pooling](output, int(self.batch_first)))

    def seen(self, x):
        return self.input(x).to(self.head.weight.dtype)

    def scores(self, pooled):
        scores = self.head(pooled)
        return scores.squeeze(-1) if self.squeezed else scores


class Ragged(Net):
    """Rows have lengths; the last step is that of the state."""

    def forward(self, x, lengths=None):
        output = self.seen(x)
        for run in self.runs:
            output, state = run(output, lengths=lengths)
        h = state[0] if len(self.runs[-1].cell.states) > 1 else state
        return self.scores(h[-1] if self.pooling == "last" else output)


class Carried(Net):
    """A state comes in and goes out."""

    def forward(self, x, state=None):
        output, state = self.runs[0](self.seen(x), state)
        return self.scores(output), state


def make(
    *cells,
    kind=Net,
    input="features",
    H=5,
    K=4,
    dtype=torch.float64,
    pooling="every",
    head_bias=True,
    squeezed=False,
    tied=False,
    seed=0,
    **options,
):
    """Make a model; each cell is a name or a function that makes a module for its input size."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        module, width = INPUTS[input]()
        runs = nn.ModuleList()
        for cell in cells:
            given = {"batch_first": True, **options}
            made = Recurrent(cell, width, H, **given) if isinstance(cell, str) else cell(width)
            width = (made.proj_size or made.hidden_size) * (2 if made.bidirectional else 1)
            runs.append(made)
        model = kind(module, runs, K, pooling, head_bias, squeezed)
        if tied:
            model.head.weight = module.weight
        return model.to(dtype)


class Data(NamedTuple):
    """Batches in the order of the model: of n steps, B rows and T time steps."""

    inputs: torch.Tensor
    targets: torch.Tensor
    lengths: torch.Tensor | None = None

    def cut(self, steps):
        """Return some of the batches."""
        return Data(*(None if part is None else part[steps] for part in self))


def data_for(model, loss, n=3, T=4, B=2, ragged=False, seed=1):
    """Draw batches that a model and a loss take."""
    draw = torch.Generator().manual_seed(seed)
    shape = (n, B, T) if model.batch_first else (n, T, B)
    dtype = model.head.weight.dtype
    inputs = torch.randint(SYMBOLS, shape, generator=draw)
    if isinstance(model.input, nn.Identity):
        inputs = torch.randn(*shape, FEATURES, generator=draw, dtype=torch.float64).to(dtype)
    rows = shape if model.pooling == "every" else (n, B)
    K = model.head.out_features
    if isinstance(loss, nn.CrossEntropyLoss):
        targets = torch.randint(K, rows, generator=draw)
    else:
        rows = rows if model.squeezed else (*rows, K)
        targets = torch.rand(rows, generator=draw, dtype=torch.float64).to(dtype)
    lengths = torch.randint(T + 1, (n, B), generator=draw) if ragged else None
    return Data(inputs, targets, lengths)


class Found(NamedTuple):
    """What came out of training, as in `Steps`, and the states after it."""

    losses: torch.Tensor
    hits: torch.Tensor
    outputs: torch.Tensor
    states: tuple | None


def by_hand(
    model,
    loss,
    optimizer,
    data,
    *,
    clip_norm=None,
    clip_value=None,
    before_step=None,
    states=None,
):
    """Train by the loop that one writes by hand, through torch's differentiation alone."""
    losses, hits = [], []
    for n, batch in enumerate(zip(*data[:2], strict=True)):
        if before_step:
            before_step(n)
        lengths = None if data.lengths is None else data.lengths[n]
        model.zero_grad()  # those outside of the optimizer, too
        with settings.use(backend="reference"):
            scores, states = _forward(model, batch[0], lengths, states)
        value, hit = _judged(model, loss, scores, batch[1], lengths)
        value.backward()
        if clip_value is not None:
            clip_grad_value_(model.parameters(), clip_value)
        if clip_norm is not None:
            clip_grad_norm_(model.parameters(), clip_norm)
        optimizer.step()
        losses.append(value.detach().double())
        hits.append(hit)
    return Found(torch.stack(losses), torch.tensor(hits), scores.detach(), states)


def _forward(model, inputs, lengths, states):
    if isinstance(model, Carried):
        scores, states = model(inputs, states)
        pair = states if isinstance(states, tuple) else (states,)
        detached = tuple(state.detach() for state in pair)
        return scores, detached if isinstance(states, tuple) else detached[0]
    return (model(inputs) if lengths is None else model(inputs, lengths)), None


def _judged(model, loss, scores, targets, lengths):
    real = _real(model, scores, None if lengths is None else lengths[None])
    scores, targets = scores[real], targets[real]
    if not isinstance(loss, nn.CrossEntropyLoss):
        return loss(scores, targets), 0
    scores, targets = scores.reshape(-1, scores.shape[-1]), targets.flatten()
    counted = targets != loss.ignore_index
    hits = int((scores.argmax(-1) == targets)[counted].sum())
    return loss(scores, targets), hits


def _real(model, scores, lengths):
    """Return which scores of the last of some batches are no padding."""
    if lengths is None or model.pooling != "every":
        return slice(None)
    real = torch.arange(scores.shape[int(model.batch_first)]) < lengths[-1][:, None]
    return real if model.batch_first else real.T


def assert_same_training(ours, mine, theirs, plain):
    """Two models and their optimizers are in the same state, but for rounding."""
    tolerance = TOLERANCES[ours.head.weight.dtype]
    for (name, weight), other in zip(ours.named_parameters(), theirs.parameters(), strict=True):
        torch.testing.assert_close(weight, other, **tolerance, msg=lambda m, n=name: f"{n}: {m}")
    state, other = mine.state_dict(), plain.state_dict()
    assert state["param_groups"] == other["param_groups"]
    torch.testing.assert_close(state["state"], other["state"], **tolerance)


# weights in float32 follow gradients whose rounding an optimizer that divides by them makes large
TOLERANCES = {
    torch.float32: {"rtol": 1e-3, "atol": 1e-4},
    torch.float64: {"rtol": 1e-9, "atol": 1e-11},
}
LOSSES = {torch.float32: 1e-5, torch.float64: 1e-9}


def adam(model):
    return torch.optim.Adam(model.parameters(), lr=0.01)


def assert_agrees(model, loss, data, make_optimizer=adam, before_step=None, **clipping):
    """Compiled steps of a model do what a loop written by hand does.

    Args:
        before_step: makes of an optimizer what is called before each step.
    """
    ours, theirs = model, deepcopy(model)
    mine, plain = make_optimizer(ours), make_optimizer(theirs)
    step = compile_step(ours, loss, mine, **clipping)
    schedules = [before_step(one) if before_step else None for one in (mine, plain)]
    expected = by_hand(theirs, loss, plain, data, before_step=schedules[1], **clipping)
    carried = isinstance(model, Carried)
    held = step.states(expected.outputs.shape[1 - model.batch_first]) if carried else None
    done = step.steps(*data, states=held, carried=carried, before_step=schedules[0])
    dtype = model.head.weight.dtype
    nothing_counts = {"equal_nan": data.lengths is not None}
    rounding = {"rtol": LOSSES[dtype], "atol": 1e-12, **nothing_counts}
    torch.testing.assert_close(done.losses, expected.losses, **rounding)
    real = _real(model, expected.outputs, data.lengths)
    torch.testing.assert_close(done.outputs[real], expected.outputs[real], **TOLERANCES[dtype])
    if isinstance(loss, nn.CrossEntropyLoss):
        assert torch.equal(done.hits, expected.hits)
    if carried:
        states = expected.states if isinstance(expected.states, tuple) else (expected.states,)
        torch.testing.assert_close(held, list(states), **TOLERANCES[dtype])
    assert_same_training(ours, mine, theirs, plain)
    return step
