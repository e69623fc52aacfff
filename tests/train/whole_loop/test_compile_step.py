"""Steps compiled as a whole against the loop that one writes by hand, on the same batches."""

import math
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from functools import partial
from itertools import pairwise

import pytest
import torch
from hypothesis import given
from hypothesis import settings as how_many
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional as F
from torch.optim import SGD, Adam, AdamW, RMSprop
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR, OneCycleLR

import elman
from elman import settings
from elman.errors import SettingError, UserError
from elman.graph.functions import stop_gradient, tanh
from elman.runtime import team
from elman.train import compile_step
from elman.train.rmsprop_tensorflow import RMSpropTensorFlow
from elman.train.whole_loop.compile_step import KEPT
from elman.train.whole_loop.losses import _MODULES
from elman.train.whole_loop.update_rules import _RULES
from train.whole_loop.by_hand import (
    INPUTS,
    POOLINGS,
    Carried,
    Data,
    Net,
    Ragged,
    adam,
    assert_agrees,
    assert_same_training,
    by_hand,
    data_for,
    make,
)

CLASSES = nn.CrossEntropyLoss()
SQUARES = nn.MSELoss()


def sgd(model, **options):
    return SGD(model.parameters(), **{"lr": 0.1, "momentum": 0.9, **options})


# cells, layers and modules


@pytest.mark.parametrize("name", elman.cells.names())
class TestEveryCell:
    def test_in_both_directions_and_two_layers(self, name):
        model = make(name, num_layers=2, bidirectional=True)
        assert_agrees(model, CLASSES, data_for(model, CLASSES))

    def test_where_weights_are_packed(self, name):
        model = make(name, H=17)
        assert_agrees(model, CLASSES, data_for(model, CLASSES, T=5, B=5))

    def test_with_lengths(self, name):
        model = make(name, kind=Ragged)
        assert_agrees(model, CLASSES, data_for(model, CLASSES, B=3, ragged=True))

    def test_with_lengths_and_the_state_at_the_end(self, name):
        model = make(name, kind=Ragged, pooling="last", num_layers=2)
        assert_agrees(model, CLASSES, data_for(model, CLASSES, B=5, ragged=True))

    def test_with_the_state_carried(self, name):
        model = make(name, kind=Carried, num_layers=2)
        assert_agrees(model, CLASSES, data_for(model, CLASSES))

    def test_in_float32(self, name):
        model = make(name, H=17, dtype=torch.float32)
        assert_agrees(model, CLASSES, data_for(model, CLASSES, T=5, B=5), sgd)


@elman.cell
def deaf(x, h, *, W, v):
    """A cell with a learned vector that no gradient comes to."""
    return tanh(W.n(x, h) + stop_gradient(v.shift) * v.scale)


@pytest.mark.usefixtures("poisoned")
@pytest.mark.parametrize("rows", [2, 7])
def test_weights_that_no_gradient_comes_to(rows):
    model = make(partial(elman.nn.Recurrent, deaf, hidden_size=5, batch_first=True))
    assert_agrees(model, CLASSES, data_for(model, CLASSES, B=rows), partial(sgd, momentum=0))


MODULES = {
    "torch LSTM": lambda I: nn.LSTM(I, 6, 2, batch_first=True, bidirectional=True),
    "torch LSTM, projected": lambda I: nn.LSTM(I, 6, proj_size=3, batch_first=True),
    "torch GRU": lambda I: nn.GRU(I, 6, bias=False, batch_first=True),
    "torch RNN": lambda I: nn.RNN(I, 6, nonlinearity="relu", batch_first=True),
    "LSTM": lambda I: elman.nn.LSTM(I, 6, 2, proj_size=4, batch_first=True, bidirectional=True),
    "GRU": lambda I: elman.nn.GRU(I, 6, 3, batch_first=True),
    "RNN": lambda I: elman.nn.RNN(I, 6, batch_first=True),
    "lstm, projected": lambda I: elman.nn.Recurrent("lstm", I, 6, proj_size=2, batch_first=True),
    "recomputed": lambda I: elman.nn.Recurrent("lstm", I, 6, batch_first=True, recompute=True),
}


@pytest.mark.parametrize("pooling", ["every", "last"])
@pytest.mark.parametrize("name", MODULES)
def test_every_kind_of_module(name, pooling):
    model = make(MODULES[name], pooling=pooling)
    assert_agrees(model, CLASSES, data_for(model, CLASSES))


@pytest.mark.parametrize("pooling", POOLINGS)
def test_modules_after_one_another(pooling):
    first, second = partial(nn.GRU, hidden_size=9, batch_first=True), MODULES["LSTM"]
    third = partial(elman.nn.Recurrent, "indrnn", hidden_size=3, batch_first=True)
    model = make(first, second, third, pooling=pooling)
    assert_agrees(model, CLASSES, data_for(model, CLASSES))


@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"batch_first": False},
        {"bidirectional": True},
        {"num_layers": 3, "batch_first": False, "bidirectional": True},
        {"bias": False, "head_bias": False},
    ],
    ids=str,
)
@pytest.mark.parametrize("input", INPUTS)
def test_every_input_and_pooling(input, pooling, options):
    model = make("gru", input=input, pooling=pooling, **options)
    assert_agrees(model, CLASSES, data_for(model, CLASSES), clip_norm=0.1)


@pytest.mark.parametrize("T", [2, 6])
@pytest.mark.parametrize("input", ["embedding", "padded"])
@pytest.mark.parametrize("pooling", POOLINGS)
def test_a_tied_embedding(pooling, input, T):
    model = make("gru", input=input, H=3, K=6, tied=True, pooling=pooling)
    data = data_for(model, CLASSES, T=T, B=3)
    assert len(list(model.parameters())) == 6
    assert_agrees(model, CLASSES, data, clip_norm=0.1, clip_value=0.05)


# sizes


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("K", [1, 2, 17])
@pytest.mark.parametrize("H", [1, 5, 16, 17, 33, 64])
def test_on_both_sides_of_a_vector(H, K, dtype):
    model = make("gru", H=H, K=K, dtype=dtype, input="embedding")
    assert_agrees(model, CLASSES, data_for(model, CLASSES, n=2, T=3, B=7), sgd, clip_norm=1.0)


@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize(
    ("T", "B"),
    [(1, 1), (1, 12), (13, 1), (2, 6), (3, 5), (1, 16), (17, 1), (4, 4), (2, 9), (2, 40)],
)
def test_where_other_kernels_are_chosen(T, B, pooling):
    model = make("lstm", H=6, pooling=pooling)
    assert_agrees(model, CLASSES, data_for(model, CLASSES, T=T, B=B), clip_norm=0.1)


def test_a_sequence_too_long_for_a_cache():
    """Which is why both ways take it in parts."""
    model = make("lstm", H=64, num_layers=2)
    assert_agrees(model, CLASSES, data_for(model, CLASSES, n=2, T=140, B=8))


@pytest.mark.parametrize("pooling", POOLINGS)
def test_many_symbols(pooling):
    model = make("gru", H=40, K=300, pooling=pooling, input="embedding")
    assert_agrees(model, CLASSES, data_for(model, CLASSES, n=2, T=5, B=19), clip_norm=0.1)


# losses


WEIGHT = torch.tensor([0.5, 2.0, 0.0, 1.0], dtype=torch.float64)
LOSSES = [
    CLASSES,
    nn.CrossEntropyLoss(reduction="sum"),
    nn.CrossEntropyLoss(weight=WEIGHT),
    nn.CrossEntropyLoss(weight=WEIGHT, ignore_index=1),
    nn.CrossEntropyLoss(weight=WEIGHT, reduction="sum"),
    nn.CrossEntropyLoss(ignore_index=1),
    *(
        kind(reduction=reduction, **options)
        for reduction in ("mean", "sum")
        for kind, options in [
            (nn.MSELoss, {}),
            (nn.L1Loss, {}),
            (nn.HuberLoss, {"delta": 0.3}),
            (nn.SmoothL1Loss, {"beta": 0.3}),
            (nn.SmoothL1Loss, {"beta": 0.0}),
            (nn.BCEWithLogitsLoss, {}),
            (nn.BCEWithLogitsLoss, {"pos_weight": torch.tensor(3.0, dtype=torch.float64)}),
        ]
    ),
]


def test_no_loss_is_left_out():
    assert {type(loss) for loss in LOSSES} == set(_MODULES)


@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize(
    "loss", LOSSES, ids=[f"{n}-{type(m).__name__}" for n, m in enumerate(LOSSES)]
)
class TestEveryLoss:
    def test_of_all_rows(self, loss, pooling):
        model = make("gru", pooling=pooling)
        assert_agrees(model, loss, data_for(model, loss, T=5))

    def test_with_lengths(self, loss, pooling):
        if pooling == "mean":
            pytest.skip("which is not compiled")
        model = make("gru", kind=Ragged, pooling=pooling)
        assert_agrees(model, loss, data_for(model, loss, T=5, B=3, ragged=True))


@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize("loss", [SQUARES, nn.BCEWithLogitsLoss(reduction="sum")])
def test_a_squeezed_head(loss, pooling):
    model = make("gru", K=1, squeezed=True, pooling=pooling)
    assert_agrees(model, loss, data_for(model, loss))


@pytest.mark.parametrize("function", [F.cross_entropy, F.mse_loss, F.huber_loss])
def test_a_function_is_the_module_of_that_name(function):
    models = [make("gru"), make("gru")]
    optimizers = [sgd(model) for model in models]
    module = {F.cross_entropy: CLASSES, F.mse_loss: SQUARES, F.huber_loss: nn.HuberLoss()}[function]
    data = data_for(models[0], module)
    for model, loss, optimizer in zip(models, (function, module), optimizers, strict=True):
        compile_step(model, loss, optimizer).steps(*data)
    assert_same_bits(*models)


def test_where_nothing_counts_nothing_is_learnt():
    model = make("gru")
    data = data_for(model, CLASSES)
    data.targets[1] = CLASSES.ignore_index
    before = deepcopy(model)
    step = compile_step(model, CLASSES, sgd(model, momentum=0))
    assert step.steps(*data.cut(slice(1, 2))).losses.isnan().all()
    assert_same_bits(model, before)
    done = step.steps(*data)
    assert done.losses.isfinite().tolist() == [True, False, True]


@pytest.mark.parametrize("loss", [CLASSES, SQUARES], ids=["classes", "numbers"])
def test_where_all_rows_are_empty_nothing_is_learnt(loss):
    model = make("gru", kind=Ragged)
    data = data_for(model, loss, ragged=True)
    before = deepcopy(model)
    step = compile_step(model, loss, sgd(model, momentum=0), clip_norm=0.1)
    done = step.steps(*data._replace(lengths=torch.zeros_like(data.lengths)))
    assert done.losses.isnan().all()
    assert_same_bits(model, before)


# optimizers


OPTIONS = {
    SGD: [
        {"lr": 0.1},
        {"lr": 0.1, "weight_decay": 0.1},
        {"lr": 0.1, "momentum": 0.9, "dampening": 0.3},
        {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1},
        {"lr": 0.1, "momentum": 0.9, "maximize": True},
    ],
    RMSprop: [{}, {"centered": True}, {"momentum": 0.9, "centered": True, "weight_decay": 0.1}],
    Adam: [
        {},
        {"fused": True},
        {"amsgrad": True, "weight_decay": 0.1},
        {"decoupled_weight_decay": True},
    ],
    AdamW: [{}, {"amsgrad": True, "betas": (0.5, 0.9)}],
    RMSpropTensorFlow: [{"lr": 0.01}],
}
EACH = [
    pytest.param(kind, options, id=f"{kind.__name__}-{options}")
    for kind, several in OPTIONS.items()
    for options in several
]


def test_no_optimizer_is_left_out():
    assert set(OPTIONS) == set(_RULES)


@pytest.mark.parametrize(("kind", "options"), EACH)
@pytest.mark.parametrize("rows", [2, 7], ids=["gradients of low rank", "gradients stored"])
def test_every_optimizer_and_torch_goes_on_where_it_ended(kind, options, rows):
    ours, theirs = make("gru"), make("gru")
    mine, plain = (kind(model.parameters(), **options) for model in (ours, theirs))
    data = data_for(ours, CLASSES, n=8, B=rows)
    step = compile_step(ours, CLASSES, mine)
    step.steps(*data.cut(slice(0, 3)))
    by_hand(ours, CLASSES, mine, data.cut(slice(3, 5)))
    step.steps(*data.cut(slice(5, 8)))
    by_hand(theirs, CLASSES, plain, data)
    assert_same_training(ours, mine, theirs, plain)


def in_groups(model):
    """Make groups in an order of their own, each with options of its own; some are in none."""
    weights = list(model.parameters())
    return Adam(
        [
            {"params": weights[4:], "weight_decay": 0.1},
            {"params": weights[2:3], "lr": 0.1, "betas": (0.5, 0.9)},
            {"params": weights[:2], "amsgrad": True},
        ],
        lr=0.01,
    )


def in_another_order(model):
    return SGD(list(model.parameters())[::-1], 0.1, 0.9)


CLIPPING = [
    {},
    {"clip_value": 0.01},
    {"clip_norm": 0.1},
    {"clip_norm": 100.0},
    {"clip_value": 0.01, "clip_norm": 0.02},
]


@pytest.mark.parametrize("clipping", CLIPPING, ids=str)
@pytest.mark.parametrize("rows", [2, 7], ids=["gradients of low rank", "gradients stored"])
@pytest.mark.parametrize("make_optimizer", [sgd, adam, in_groups, in_another_order])
def test_clipping_and_groups(make_optimizer, rows, clipping):
    model = make("gru", input="embedding", num_layers=2)
    assert_agrees(model, CLASSES, data_for(model, CLASSES, B=rows), make_optimizer, **clipping)


@pytest.mark.parametrize("clipping", CLIPPING, ids=str)
@pytest.mark.parametrize("rows", [2, 7], ids=["gradients of low rank", "gradients stored"])
@pytest.mark.parametrize("frozen", ["input", "runs", "runs.0.weight_hh_l0", "head.bias", "head"])
def test_frozen_weights(frozen, rows, clipping):
    model = make("gru", input="embedding", num_layers=2)
    for name, weight in model.named_parameters():
        weight.requires_grad_(not name.startswith(frozen))
    before = deepcopy(model)
    assert_agrees(model, CLASSES, data_for(model, CLASSES, B=rows), **clipping)
    for (name, weight), other in zip(model.named_parameters(), before.parameters(), strict=True):
        assert torch.equal(weight, other) == name.startswith(frozen), name


def test_weights_frozen_and_thawed_between_calls():
    ours, theirs = make("gru"), make("gru")
    mine, plain = adam(ours), adam(theirs)
    data = data_for(ours, CLASSES, n=6)
    step = compile_step(ours, CLASSES, mine, clip_norm=0.1)
    for call, trained in enumerate([True, False, True]):
        for model in (ours, theirs):
            model.runs.requires_grad_(trained)
        part = data.cut(slice(2 * call, 2 * call + 2))
        step.steps(*part)
        by_hand(theirs, CLASSES, plain, part, clip_norm=0.1)
    assert_same_training(ours, mine, theirs, plain)


def scheduled(scheduler):
    """Return what makes of an optimizer what is called before each of its steps."""

    def before_step_of(optimizer):
        made = scheduler(optimizer)
        return lambda step: made.step() if step else None

    return before_step_of


@pytest.mark.parametrize("make_optimizer", [sgd, adam, in_groups])
@pytest.mark.parametrize(
    "scheduler",
    [
        lambda optimizer: LambdaLR(optimizer, lambda step: 0.5**step),
        lambda optimizer: CosineAnnealingLR(optimizer, 5),
        lambda optimizer: OneCycleLR(optimizer, 0.1, total_steps=5),  # of momentum and betas, too
    ],
    ids=["halved", "cosine", "one cycle"],
)
def test_a_schedule(scheduler, make_optimizer):
    model = make("gru")
    data = data_for(model, CLASSES, n=5)
    assert_agrees(model, CLASSES, data, make_optimizer, scheduled(scheduler))


def test_settings_changed_between_calls():
    ours, theirs = make("gru"), make("gru")
    mine, plain = adam(ours), adam(theirs)
    data = data_for(ours, CLASSES, n=4)
    step = compile_step(ours, CLASSES, mine)
    for rate, part in [(0.1, data.cut(slice(0, 2))), (0.001, data.cut(slice(2, 4)))]:
        for optimizer in (mine, plain):
            optimizer.param_groups[0].update(lr=rate, weight_decay=rate - 0.001)
        step.steps(*part)
        by_hand(theirs, CLASSES, plain, part)
    assert_same_training(ours, mine, theirs, plain)


def test_what_is_not_the_models_stays():
    model, other = make("gru"), nn.Parameter(torch.ones(3))
    step = compile_step(model, CLASSES, Adam([other, *model.parameters()], weight_decay=0.1))
    step.steps(*data_for(model, CLASSES))
    assert torch.equal(other, torch.ones(3))


# what is carried, and other ways to call


@pytest.mark.parametrize("cell", ["gru", "lstm"])
@pytest.mark.parametrize("rows", [2, 7])
def test_states_go_on_from_call_to_call(cell, rows):
    ours, theirs = (make(cell, kind=Carried, num_layers=2, bidirectional=True) for _ in range(2))
    mine, plain = adam(ours), adam(theirs)
    data = data_for(ours, CLASSES, n=6, B=rows)
    step = compile_step(ours, CLASSES, mine)
    held = step.states(rows)
    losses = [
        step.steps(*data.cut(part), states=held, carried=True).losses
        for part in (slice(0, 1), slice(1, 4), slice(4, 6))
    ]
    expected = by_hand(theirs, CLASSES, plain, data)
    torch.testing.assert_close(torch.cat(losses), expected.losses, rtol=1e-9, atol=0)
    states = expected.states if cell == "lstm" else (expected.states,)
    torch.testing.assert_close(held, list(states), rtol=1e-9, atol=1e-12)
    assert_same_training(ours, mine, theirs, plain)


def test_without_carrying_every_step_starts_from_zero():
    ours, theirs = make("lstm", kind=Carried), make("lstm")
    data = data_for(ours, CLASSES)
    held = (step := compile_step(ours, CLASSES, adam(ours))).states(2)
    for state in held:
        state.fill_(3.0)
    step.steps(*data, states=held)
    compile_step(theirs, CLASSES, adam(theirs)).steps(*data)
    assert_same_bits(ours, theirs)


@pytest.mark.parametrize("batch_first", [True, False])
@pytest.mark.parametrize(
    ("options", "loss", "series"),
    [
        ({"input": "embedding", "K": 6}, CLASSES, torch.arange(60) ** 2 % 6),
        ({"K": 3}, SQUARES, torch.sin(torch.arange(180.0)).view(60, 3).double()),
    ],
    ids=["symbols", "numbers"],
)
@pytest.mark.parametrize("pooling", POOLINGS)
def test_windows_of_a_series(options, loss, series, pooling, batch_first):
    models = [make("gru", pooling=pooling, batch_first=batch_first, **options) for _ in range(2)]
    starts = torch.tensor([[0, 4, 53], [7, 7, 1]])
    rows = series[starts[..., None] + torch.arange(7)]
    inputs, targets = rows[:, :, :-1], rows[:, :, 1:] if pooling == "every" else rows[:, :, -1]
    if not batch_first:
        inputs = inputs.transpose(1, 2)
        targets = targets.transpose(1, 2) if pooling == "every" else targets
    steps = [compile_step(model, loss, adam(model)) for model in models]
    done = steps[0].windows(series, starts, window=6)
    again = steps[1].steps(inputs, targets)
    assert torch.equal(done.losses, again.losses)
    assert torch.equal(done.outputs, again.outputs)
    assert_same_bits(*models)


def test_one_step_alone():
    models = [make("gru", kind=Ragged) for _ in range(2)]
    data = data_for(models[0], CLASSES, n=1, ragged=True)
    called = compile_step(models[0], CLASSES, adam(models[0]))(*(part[0] for part in data))
    steps = compile_step(models[1], CLASSES, adam(models[1])).steps(*data)
    assert torch.equal(called.losses, steps.losses)
    assert_same_bits(*models)


def test_one_after_the_other_with_other_shapes():
    ours, theirs = make("gru", kind=Ragged), make("gru", kind=Ragged)
    mine, plain = adam(ours), adam(theirs)
    step = compile_step(ours, CLASSES, mine)
    for T, B, ragged in [(4, 2, False), (2, 9, True), (4, 2, False), (1, 1, True), (2, 9, False)]:
        data = data_for(ours, CLASSES, T=T, B=B, ragged=ragged, seed=T)
        step.steps(*data)
        by_hand(theirs, CLASSES, plain, data)
    assert_same_training(ours, mine, theirs, plain)


def test_a_thousand_steps_in_float32():
    models = [make(lambda I: nn.GRU(I, 8, batch_first=True), dtype=torch.float32) for _ in range(2)]
    data = data_for(models[0], CLASSES, n=10, T=6, B=4)
    data = Data(*(part.repeat(100, *[1] * (part.dim() - 1)) for part in data[:2]))
    optimizers = [sgd(model, lr=0.05, momentum=0.5) for model in models]
    done = compile_step(models[0], CLASSES, optimizers[0], clip_norm=1.0).steps(*data)
    expected = by_hand(models[1], CLASSES, optimizers[1], data, clip_norm=1.0)
    torch.testing.assert_close(done.losses, expected.losses, rtol=1e-5, atol=0)
    assert done.losses[-10:].mean() < 0.95 * done.losses[:10].mean()


# the same bits


def assert_same_bits(one, other):
    for (name, weight), same in zip(one.named_parameters(), other.parameters(), strict=True):
        assert torch.equal(weight, same), name


VARIED = [
    {"cell": "lstm", "H": 33, "num_layers": 2, "B": 3},
    {"cell": "gru", "H": 17, "bidirectional": True, "pooling": "mean", "B": 20},
    {"cell": "gru", "H": 17, "input": "embedding", "K": 17, "T": 2, "B": 4},
    {"cell": "layer_norm_lstm", "H": 17, "kind": Ragged, "pooling": "last", "B": 5},
]
HOWEVER = {"rtol": 0, "atol": 0, "equal_nan": False}


def of_kind(varied, dtype):
    options = {name: value for name, value in varied.items() if name not in ("cell", "T", "B")}
    return make(varied["cell"], dtype=dtype, **options)


def everything(varied, dtype, cuts=(0, 6), bits="auto", model=None):
    """Return all that training leaves."""
    T, B = varied.get("T", 5), varied["B"]
    model = model or of_kind(varied, dtype)
    ragged = isinstance(model, Ragged)
    data = data_for(model, CLASSES, n=6, T=T, B=B, ragged=ragged)
    optimizer = adam(model)
    with settings.use(vector_bits=bits):
        step = compile_step(model, CLASSES, optimizer, clip_norm=0.1, clip_value=0.05)
        done = [step.steps(*data.cut(slice(first, last))) for first, last in pairwise(cuts)]
    return {
        "losses": torch.cat([one.losses for one in done]),
        "hits": torch.cat([one.hits for one in done]),
        "outputs": done[-1].outputs,
        "weights": model.state_dict(),
        "optimizer": optimizer.state_dict()["state"],
    }


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("varied", VARIED, ids=str)
class TestTheSameBits:
    def test_when_run_again(self, varied, dtype):
        torch.testing.assert_close(everything(varied, dtype), everything(varied, dtype), **HOWEVER)

    @pytest.mark.parametrize("cuts", [(0, 1, 2, 3, 4, 5, 6), (0, 4, 6)], ids=str)
    def test_in_one_call_or_several(self, varied, dtype, cuts):
        whole = everything(varied, dtype)
        torch.testing.assert_close(everything(varied, dtype, cuts), whole, **HOWEVER)

    @pytest.mark.parametrize("threads", [2, 3])
    def test_however_many_threads(self, varied, dtype, threads, monkeypatch):
        alone = everything(varied, dtype)
        monkeypatch.setattr(team, "WORTH_A_THREAD", 1)
        torch.set_num_threads(threads)
        torch.testing.assert_close(everything(varied, dtype), alone, **HOWEVER)

    @pytest.mark.parametrize("bits", ["128", "256", "512"])
    def test_at_any_width_of_vectors(self, varied, dtype, bits):
        whole = everything(varied, dtype)
        torch.testing.assert_close(everything(varied, dtype, bits=bits), whole, **HOWEVER)


def test_beside_each_other():
    dtype = torch.float64
    alone, models = everything(VARIED[0], dtype), [of_kind(VARIED[0], dtype) for _ in range(8)]
    with ThreadPoolExecutor(4) as pool:
        found = [pool.submit(everything, VARIED[0], dtype, model=model) for model in models]
        for one in found:
            torch.testing.assert_close(one.result(), alone, **HOWEVER)


@pytest.mark.usefixtures("poisoned")
@pytest.mark.parametrize("varied", VARIED, ids=str)
def test_nothing_unwritten_is_read(varied):
    found = everything(varied, torch.float64)
    torch.use_deterministic_algorithms(False)
    torch.testing.assert_close(found, everything(varied, torch.float64), **HOWEVER)
    assert found["losses"].isfinite().all()


# the same tensors


def test_all_is_changed_in_place():
    model = make("lstm", num_layers=2)
    optimizer = Adam(model.parameters(), lr=0.01, amsgrad=True)
    step = compile_step(model, CLASSES, optimizer)
    data = data_for(model, CLASSES)
    step.steps(*data)

    def held():
        states = [value for state in optimizer.state.values() for value in state.values()]
        return [*model.parameters(), *states]

    before = [(id(one), one.data_ptr(), one._version, one.clone()) for one in held()]
    step.steps(*data)
    for (number, pointer, version, value), now in zip(before, held(), strict=True):
        assert (id(now), now.data_ptr()) == (number, pointer)
        assert now._version > version
        assert not torch.equal(now, value)
    names = {"step", "exp_avg", "exp_avg_sq", "max_exp_avg_sq"}
    assert all(state.keys() == names for state in optimizer.state.values())
    assert {int(state["step"]) for state in optimizer.state.values()} == {6}


def test_state_dicts_go_on_elsewhere():
    ours, theirs = make("gru"), make("gru", seed=1)
    mine, plain = adam(ours), adam(theirs)
    data = data_for(ours, CLASSES, n=4)
    step = compile_step(ours, CLASSES, mine)
    step.steps(*data.cut(slice(0, 2)))
    theirs.load_state_dict(ours.state_dict())
    plain.load_state_dict(deepcopy(mine.state_dict()))
    step.steps(*data.cut(slice(2, 4)))
    by_hand(theirs, CLASSES, plain, data.cut(slice(2, 4)))
    assert_same_training(ours, mine, theirs, plain)


def test_state_dicts_loaded_into_what_is_compiled():
    """Which puts other tensors in the place of the optimizer's."""
    ours, theirs = make("gru"), make("gru", seed=1)
    mine, plain = adam(ours), adam(theirs)
    data = data_for(ours, CLASSES, n=2)
    step = compile_step(ours, CLASSES, mine)
    step.steps(*data)
    by_hand(theirs, CLASSES, plain, data)
    ours.load_state_dict(theirs.state_dict())
    mine.load_state_dict(deepcopy(plain.state_dict()))
    step.steps(*data)
    by_hand(theirs, CLASSES, plain, data)
    assert_same_training(ours, mine, theirs, plain)


def test_an_average_of_the_weights_sees_them():
    model = make("gru")
    average = torch.optim.swa_utils.AveragedModel(model)
    step = compile_step(model, CLASSES, adam(model))
    data = data_for(model, CLASSES)
    kept = []
    for n in range(3):
        step.steps(*data.cut(slice(n, n + 1)))
        average.update_parameters(model)
        kept.append(model.head.weight.detach().clone())
    torch.testing.assert_close(average.module.head.weight.detach(), torch.stack(kept).mean(0))


def test_a_graph_of_before_is_of_no_more_use():
    model = make("gru")
    data = data_for(model, CLASSES)
    score = model(data.inputs[0].requires_grad_()).sum()
    compile_step(model, CLASSES, adam(model)).steps(data.inputs.detach(), data.targets)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        score.backward()


def test_gradients_are_left_alone():
    model = make("gru")
    for weight in model.parameters():
        weight.grad = torch.full_like(weight, 7.0)
    assert_agrees(model, CLASSES, data_for(model, CLASSES))
    assert all((weight.grad == 7).all() for weight in model.parameters())


# what is no number


@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize("clipping", CLIPPING, ids=str)
def test_the_step_from_which_losses_are_no_numbers(pooling, clipping):
    model = make("gru", pooling=pooling)
    data = data_for(model, CLASSES, n=6)
    data.inputs[3, 1, 2, 0] = math.nan
    losses = compile_step(model, CLASSES, adam(model), **clipping).steps(*data).losses
    assert losses.isfinite().tolist() == [True] * 3 + [False] * 3


# refusals


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"model": nn.Linear(3, 4)}, "the model is Linear alone"),
        ({"loss": nn.NLLLoss()}, "the loss is NLLLoss, but only"),
        ({"loss": nn.CrossEntropyLoss(label_smoothing=0.2)}, "label_smoothing of the loss is 0.2"),
        ({"loss": nn.MSELoss(reduction="none")}, 'reduction of the MSELoss is "none"'),
        ({"optimizer": torch.optim.Adagrad(make("gru").parameters())}, "of the class Adagrad"),
    ],
)
def test_what_is_not_compiled(change, sentence):
    model = make("gru")
    given = {"model": model, "loss": CLASSES, "optimizer": adam(model), **change}
    with pytest.raises(UserError, match=sentence):
        compile_step(**given)


@pytest.mark.parametrize(
    ("starts", "window"),
    [
        (torch.tensor([[0, 5]]), 5),
        (torch.tensor([[-1, 4]]), 5),
        (torch.tensor([0, 4]), 5),
        (torch.empty(0, 2, dtype=torch.int64), 5),
        (torch.tensor([[0]]), 10),
    ],
)
def test_windows_beyond_the_series(starts, window):
    model = make("gru", input="embedding", K=6)
    step = compile_step(model, CLASSES, adam(model))
    with pytest.raises(SettingError, match=rf"must be numbers from 0 to {9 - window} of shape"):
        step.windows(torch.arange(10) % 6, starts, window)
    assert step.windows(torch.arange(10) % 6, torch.tensor([[0, 4]]), 5).losses.isfinite().all()


def in_another_format(model, optimizer):
    model.float()


def on_its_side(model, optimizer):
    model.head.weight.data = torch.zeros(5, 4, dtype=torch.float64).T


def with_state_of_another(model, optimizer):
    optimizer.state[model.head.weight]["exp_avg"] = torch.zeros(3, dtype=torch.float64)


@pytest.mark.parametrize("change", [in_another_format, on_its_side, with_state_of_another])
def test_what_is_no_more_as_it_was_compiled(change):
    model = make("gru")
    optimizer = adam(model)
    step, data = compile_step(model, CLASSES, optimizer), data_for(model, CLASSES)
    step.steps(*data)
    change(model, optimizer)
    with pytest.raises(SettingError, match=r"is now \(.*as when the step was compiled: compile it"):
        step.steps(*data)


# all of it together


@st.composite
def trainings(draw):
    kind = draw(st.sampled_from([Net, Ragged, Carried]))
    poolings = {Net: list(POOLINGS), Ragged: ["every", "last"], Carried: ["every"]}[kind]
    input = draw(st.sampled_from(list(INPUTS)))
    cells = draw(st.lists(st.sampled_from(["gru", "lstm", "indrnn"]), min_size=1, max_size=2))
    bidirectional = draw(st.booleans())
    pooling = draw(st.sampled_from(poolings))
    if kind is Ragged and pooling == "last":
        bidirectional = False  # h[-1] is of one direction
    model = make(
        *(cells[:1] if kind is Carried else cells),
        kind=kind,
        input=input,
        H=draw(st.integers(1, 20)),
        K=draw(st.integers(1, 6)),
        pooling=pooling,
        num_layers=draw(st.integers(1, 2)),
        bidirectional=bidirectional,
        bias=draw(st.booleans()),
        head_bias=draw(st.booleans()),
        batch_first=draw(st.booleans()),
        seed=draw(st.integers(0, 99)),
    )
    loss = draw(st.sampled_from([LOSSES[0], LOSSES[1], SQUARES, nn.HuberLoss(reduction="sum")]))
    sizes = {"n": draw(st.integers(1, 3)), "T": draw(st.integers(1, 6))}
    data = data_for(
        model,
        loss,
        B=draw(st.integers(1, 7)),
        ragged=kind is Ragged and draw(st.booleans()),
        **sizes,
    )
    kind, options = draw(st.sampled_from([case.values for case in EACH]))
    clipping = draw(st.sampled_from(CLIPPING))
    return model, loss, data, lambda model: kind(model.parameters(), **options), clipping


@how_many(max_examples=40, deadline=None)
@given(trainings())
def test_any_training(training):
    model, loss, data, make_optimizer, clipping = training
    assert_agrees(model, loss, data, make_optimizer, **clipping)


def test_workspaces_of_many_shapes_do_not_pile_up():
    model = make("gru", pooling="last")
    step = compile_step(model, nn.CrossEntropyLoss(), SGD(model.parameters(), lr=0.01))
    rows, targets = 2, torch.zeros(1, 2, dtype=torch.int64)
    features = model.runs[0].input_size
    shapes = [torch.zeros(1, rows, steps, features).double() for steps in range(1, KEPT + 3)]
    losses = [step.steps(inputs, targets).losses for inputs in [*shapes, shapes[0]]]
    assert len(step._recorded) == KEPT
    assert losses[-1] < losses[0]
