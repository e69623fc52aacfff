"""What every network must do, with every likelihood, on awkward columns."""

import itertools

import pytest
import torch

import elman
from elman.data.frames import Frame
from elman.tasks.forecasting.likelihoods import LIKELIHOODS
from elman.tasks.forecasting.networks import NETWORKS
from elman.tasks.forecasting.networks.parts import inputs_of, unseen
from elman.tasks.forecasting.networks.recursive import Recursive
from elman.tasks.forecasting.networks.segments import segment_of
from elman.tasks.forecasting.settings import ForecastSettings

NAN = float("nan")
CELLS = ["gru", "lstm", "elman"]
# Name: the columns of a window, (targets, past, future).
COLUMNS = {"bare": (1, 0, 0), "targets": (3, 0, 0), "past": (2, 2, 0), "future": (1, 0, 2)} | {
    "all": (2, 1, 3)
}


def possible(model, columns="bare", likelihood="absolute"):
    if model != "recursive":
        return True
    return COLUMNS[columns][1] == 0 and likelihood != "quantile"


def make(model, columns="bare", likelihood="absolute", *, cell="gru", masked=False, **changed):
    frame = Frame(5, 3, *COLUMNS[columns])
    settings = ForecastSettings(
        **{
            "horizon": 3,
            "hidden_size": 6,
            "missing": "mask" if masked else "error",
            "model": model,
            "likelihood": likelihood,
            **changed,
        }
    )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return NETWORKS[model](frame, cell, settings, LIKELIHOODS[likelihood].numbers)


def windows(frame, count=4, holes=False, seed=1):
    generator = torch.Generator().manual_seed(seed)
    frames = torch.randn(count, frame.length, frame.columns, generator=generator)
    if holes:
        frames[torch.rand(frames.shape, generator=generator) < 0.2] = NAN
    return frames


def asked(network, frames, likelihood="absolute"):
    with torch.no_grad():
        return network.eval().forecast(frames, LIKELIHOODS[likelihood].centre)


EVERY = [
    pytest.param(model, columns, masked, id=f"{model}-{columns}-{'masked' if masked else 'whole'}")
    for model, columns, masked in itertools.product(NETWORKS, COLUMNS, (False, True))
    if possible(model, columns)
]
EVERY_LIKELIHOOD = [
    pytest.param(model, likelihood, id=f"{model}-{likelihood}")
    for model, likelihood in itertools.product(NETWORKS, LIKELIHOODS)
    if possible(model, likelihood=likelihood)
]


@pytest.mark.parametrize(("model", "columns", "masked"), EVERY)
@pytest.mark.parametrize("cell", CELLS)
def test_shapes(model, columns, masked, cell):
    network = make(model, columns, "gaussian", cell=cell, masked=masked)
    frame = network.frame
    frames = windows(frame, holes=masked)
    said = asked(network, frames, "gaussian")
    assert said.shape == (4, frame.horizon, frame.targets, 2)
    assert said.isfinite().all()
    targets = network.targets(frames)
    outputs, _ = network(network.inputs(frames))
    assert outputs.numel() == 2 * targets.numel()
    own = frames[:, 1 if model == "recursive" else 5 :, : frame.targets]
    torch.testing.assert_close(targets.view_as(own), own, rtol=0, atol=0, equal_nan=True)


@pytest.mark.parametrize(("model", "likelihood"), EVERY_LIKELIHOOD)
def test_every_likelihood(model, likelihood):
    network = make(model, "targets", likelihood)
    said = asked(network, windows(network.frame), likelihood)
    assert said.shape == (4, 3, 3, LIKELIHOODS[likelihood].numbers)
    assert LIKELIHOODS[likelihood].centre(said).isfinite().all()


@pytest.mark.parametrize(("model", "columns", "masked"), EVERY)
@pytest.mark.parametrize("poison", [NAN, 1e6, float("inf")])
def test_what_is_not_known_of_the_horizon_is_not_looked_at(model, columns, masked, poison):
    network = make(model, columns, masked=masked)
    frame = network.frame
    frames = windows(frame, holes=masked)
    before = asked(network, frames)
    frames[:, frame.lookback :, : frame.targets + frame.past] = poison
    given = frames.clone()
    assert torch.equal(asked(network, frames), before)
    assert torch.equal(frames.nan_to_num(7.0), given.nan_to_num(7.0))  # and left as it was


@pytest.mark.parametrize(("model", "columns", "masked"), EVERY)
def test_what_is_known_is_looked_at(model, columns, masked):
    network = make(model, columns, masked=masked)
    frame = network.frame
    frames = windows(frame)
    before = asked(network, frames)
    for column in range(frame.columns):
        ahead = [slice(frame.lookback, None)] if column >= frame.targets + frame.past else []
        for steps in (slice(1, frame.lookback), *ahead):
            changed = frames.clone()
            changed[:, steps, column] += 3.0
            assert not torch.equal(asked(network, changed), before), (column, steps)


@pytest.mark.parametrize(("model", "columns", "masked"), EVERY)
def test_the_mask_tells_nothing_from_zero(model, columns, masked):
    network = make(model, columns, masked=masked)
    zero = windows(network.frame)
    zero[:, 2, 0] = 0.0
    nothing = zero.clone()
    nothing[:, 2, 0] = NAN
    same = torch.equal(asked(network, zero), asked(network, nothing))
    assert same != masked


@pytest.mark.parametrize(("model", "columns", "masked"), EVERY)
def test_a_row_alone_is_what_it_is_in_a_batch(model, columns, masked):
    network = make(model, columns, cell="lstm", masked=masked)
    frames = windows(network.frame, 9, holes=masked)
    together = asked(network, frames)
    for row in range(9):
        torch.testing.assert_close(asked(network, frames[row : row + 1])[0], together[row])


@pytest.mark.parametrize(("model", "columns", "masked"), EVERY)
@pytest.mark.parametrize("cell", CELLS)
def test_gradients_reach_every_parameter(model, columns, masked, cell):
    network = make(model, columns, "student-t", cell=cell, masked=masked, num_layers=2)
    frames = windows(network.frame, 8)
    loss = LIKELIHOODS["student-t"].module(masked=True)
    loss(network(network.inputs(frames))[0], network.targets(frames)).backward()
    for name, parameter in network.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.isfinite().all(), name
        assert parameter.grad.any(), name


@pytest.mark.parametrize(("model", "likelihood"), EVERY_LIKELIHOOD)
def test_a_few_steps_of_training_lower_the_loss(model, likelihood):
    network = make(model, likelihood=likelihood)
    frames = windows(network.frame, 16)
    frames[1, 6, 0] = NAN
    loss = LIKELIHOODS[likelihood].module(masked=True)
    optimizer = torch.optim.Adam(network.parameters(), 0.02)
    losses = []
    for _ in range(20):
        optimizer.zero_grad()
        losses.append(loss(network(network.inputs(frames))[0], network.targets(frames)))
        losses[-1].backward()
        optimizer.step()
    assert losses[-1] < losses[0] - 0.01


@pytest.mark.parametrize("model", NETWORKS)
def test_dropout_is_off_when_asked(model):
    network = make(model, dropout=0.5, num_layers=2)
    frames = windows(network.frame)
    assert torch.equal(asked(network, frames), asked(network, frames))
    network.train()
    inputs = network.inputs(frames)
    assert not torch.equal(network(inputs)[0], network(inputs)[0])


@pytest.mark.parametrize("model", NETWORKS)
def test_a_cell_of_ones_own(model):
    @elman.cell
    def leaky(x, h, *, W):
        """A leaky unit."""
        return 0.5 * h + 0.5 * elman.cells.tanh(W.n(x, h))

    network = make(model, cell=leaky)
    assert asked(network, windows(network.frame)).isfinite().all()


@pytest.mark.parametrize(("model", "columns", "masked"), EVERY)
def test_windows_of_many_steps_at_once_are_what_they_are_one_by_one(model, columns, masked):
    """Training asks for the inputs of several steps together, (S, B, L + H, C)."""
    network = make(model, columns, masked=masked)
    frames = torch.stack([windows(network.frame, seed=seed, holes=masked) for seed in (1, 2)])
    for take in (network.inputs, network.targets):
        together = take(frames)
        for step in range(2):
            torch.testing.assert_close(together[step], take(frames[step]), equal_nan=True)


def test_a_recursive_network_is_fed_with_what_it_said(monkeypatch):
    network = make("recursive", "future", masked=True).eval()
    frame = network.frame
    fed, said = [], []
    forward = Recursive.forward

    def remember(self, x, state=None):
        fed.append(x)
        return forward(self, x, state)

    def choose(numbers):
        said.append(numbers[..., 0] + 0.25)
        return said[-1]

    monkeypatch.setattr(Recursive, "forward", remember)
    frames = windows(frame)
    with torch.no_grad():
        network.forecast(frames, choose)
    assert [x.shape[1] for x in fed] == [frame.lookback, 1, 1]
    for step, (x, value) in enumerate(zip(fed[1:], said, strict=False)):
        C, later = frame.columns, frame.lookback + step + 1
        assert torch.equal(x[:, 0, :1], value)
        assert torch.equal(x[:, 0, 1:C], frames[:, later, 1:])  # known of the step to be said
        assert x[:, 0, C:].eq(1).all()  # and the mask calls all of it known


def test_a_recursive_network_goes_on_as_it_would_if_it_were_told_its_forecasts():
    network = make("recursive", "targets", cell="lstm").eval()
    frames = windows(network.frame)
    said = asked(network, frames)
    frames[:, 5:] = said[..., 0]
    with torch.no_grad():
        outputs, _ = network(network.inputs(frames))
    torch.testing.assert_close(outputs[:, 4:], said.flatten(-2))


def test_inputs_hold_no_nan_and_unseen_hides_what_is_not_known():
    frame = Frame(5, 3, *COLUMNS["all"])
    frames = windows(frame, holes=True)
    hidden = unseen(frames, frame)
    assert hidden[:, 5:, :3].isnan().all()
    assert torch.equal(hidden[:, :5].nan_to_num(9), frames[:, :5].nan_to_num(9))
    assert torch.equal(hidden[:, 5:, 3:].nan_to_num(9), frames[:, 5:, 3:].nan_to_num(9))
    inputs = inputs_of(hidden, True)
    assert inputs.isfinite().all()
    assert torch.equal(inputs[..., 6:].bool(), hidden.isfinite())


@pytest.mark.parametrize(
    ("lookback", "horizon", "given", "steps"),
    [
        (96, 24, None, 12),
        (336, 192, None, 48),
        (5, 3, None, 2),
        (5, 1, None, 1),
        (2, 24, None, 2),
        (5, 3, 4, 4),
        (5, 3, 9, 5),
    ],
)
def test_the_steps_of_a_segment(lookback, horizon, given, steps):
    assert segment_of(Frame(lookback, horizon, 1, 0, 0), given) == steps


@pytest.mark.parametrize(("lookback", "horizon"), [(1, 1), (7, 3), (3, 7), (4, 4), (2, 1)])
@pytest.mark.parametrize("segment", [1, 2, 3, 50])
def test_segments_that_do_not_fit(lookback, horizon, segment):
    frame = Frame(lookback, horizon, 2, 1, 1)
    settings = ForecastSettings(horizon=horizon, hidden_size=5, segment=segment)
    network = NETWORKS["segment"](frame, "gru", settings, 1)
    assert asked(network, windows(frame)).shape == (4, horizon, 2, 1)


@pytest.mark.parametrize("model", NETWORKS)
def test_one_step_back_and_one_ahead(model):
    frame = Frame(1, 1, 1, 0, 1)
    settings = ForecastSettings(horizon=1, hidden_size=1, model=model)
    assert asked(NETWORKS[model](frame, "gru", settings, 1), windows(frame)).shape == (4, 1, 1, 1)
