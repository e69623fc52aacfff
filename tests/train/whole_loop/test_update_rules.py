"""The equations against the optimizers themselves."""

import itertools

import pytest
import torch
from torch.optim import SGD, Adagrad, Adam, AdamW, RMSprop

from elman.graph.evaluate import constants, evaluate
from elman.graph.expression import make, topological
from elman.train.rmsprop_tensorflow import RMSpropTensorFlow
from elman.train.whole_loop.optimizer_state import advance, prepare
from elman.train.whole_loop.update_rules import Unruled, update_rule

STEPS = 5


def grid(optimizer, **options):
    for values in itertools.product(*options.values()):
        given = dict(zip(options, values, strict=True))
        if given.get("nesterov") and (not given["momentum"] or given["dampening"]):
            continue  # torch refuses it
        yield pytest.param(optimizer, given, id=f"{optimizer.__name__}-{values}")


CASES = [
    *grid(
        SGD,
        lr=[0.1],
        momentum=[0, 0.9],
        dampening=[0, 0.3],
        nesterov=[False, True],
        weight_decay=[0, 0.1],
        maximize=[False, True],
    ),
    *grid(
        RMSprop,
        alpha=[0.9],
        momentum=[0, 0.9],
        centered=[False, True],
        weight_decay=[0, 0.1],
        maximize=[False, True],
    ),
    *grid(
        Adam,
        betas=[(0.9, 0.99)],
        amsgrad=[False, True],
        weight_decay=[0, 0.1],
        decoupled_weight_decay=[False, True],
        maximize=[False, True],
    ),
    *grid(AdamW, amsgrad=[False, True], weight_decay=[0, 0.1], maximize=[False, True]),
    *grid(RMSpropTensorFlow, lr=[0.1], decay=[0.9]),
]


def gradients(steps=STEPS):
    """Return large gradients, then small ones, so that a largest value is remembered."""
    draw = torch.Generator().manual_seed(1)
    scale = 10.0 ** -torch.arange(steps, dtype=torch.float64)
    return torch.randn(steps, 3, 4, generator=draw, dtype=torch.float64) * scale[:, None, None]


def fresh():
    draw = torch.Generator().manual_seed(0)
    return torch.nn.Parameter(torch.randn(3, 4, generator=draw, dtype=torch.float64))


def by_torch(optimizer, weight, gradients):
    for gradient in gradients:
        weight.grad = gradient.clone()
        optimizer.step()


@torch.no_grad()
def by_equations(optimizer, weight, gradients):
    done = prepare(optimizer)[weight]
    (group,) = optimizer.param_groups
    rule = update_rule(optimizer, group)
    order = topological(rule.values.values())
    tensors = {"w": weight, **{name: optimizer.state[weight][name] for name in rule.states}}
    for step, gradient in enumerate(gradients, done + 1):
        scalars = {name: weight.new_tensor(number) for name, number in rule.scalars(step).items()}
        known = {
            make("vector", data=n): v for n, v in {**tensors, "g": gradient, **scalars}.items()
        }
        values = constants(order, weight) | known
        evaluate(order, values, product=None)
        for name, expr in rule.values.items():
            tensors[name].copy_(values[expr])
    advance(optimizer, len(gradients))


def assert_same(ours, theirs, our_weight, their_weight):
    torch.testing.assert_close(our_weight, their_weight, rtol=1e-12, atol=1e-15)
    torch.testing.assert_close(
        dict(ours.state[our_weight]), dict(theirs.state[their_weight]), rtol=1e-12, atol=1e-15
    )


@pytest.mark.parametrize(("optimizer", "options"), CASES)
def test_equals_torch_and_torch_goes_on(optimizer, options):
    ours, theirs = fresh(), fresh()
    mine, plain = optimizer([ours], **options), optimizer([theirs], **options)
    by_equations(mine, ours, gradients())
    by_torch(plain, theirs, gradients())
    assert_same(mine, plain, ours, theirs)
    assert mine.state_dict().keys() == plain.state_dict().keys()
    by_torch(mine, ours, gradients(2))
    by_torch(plain, theirs, gradients(2))
    assert_same(mine, plain, ours, theirs)


@pytest.mark.parametrize(("optimizer", "options"), CASES)
def test_goes_on_where_torch_has_left_off(optimizer, options):
    ours, theirs = fresh(), fresh()
    mine, plain = optimizer([ours], **options), optimizer([theirs], **options)
    by_torch(mine, ours, gradients(2))
    by_equations(mine, ours, gradients())
    by_torch(plain, theirs, torch.cat([gradients(2), gradients()]))
    assert_same(mine, plain, ours, theirs)


@pytest.mark.parametrize(("optimizer", "options"), CASES)
def test_one_division_at_most_and_no_scalar_idle(optimizer, options):
    weight = fresh()
    made = optimizer([weight], **options)
    rule = update_rule(made, made.param_groups[0])
    order = topological(rule.values.values())
    assert sum(node.op == "divide" for node in order) <= 1
    assert sum(node.op == "negate" for node in order) <= options.get("maximize", False)
    leaves = {node.data for node in order if not node.args}
    assert leaves == {"w", "g", *rule.states, *rule.scalars(1)}


def test_adam_takes_twelve_operations_a_weight():
    made = Adam([fresh()])
    rule = update_rule(made, made.param_groups[0])
    assert sum(bool(node.args) for node in topological(rule.values.values())) == 12


def test_a_schedule_is_heeded():
    optimizer = Adam([fresh()], lr=0.1, betas=(0.9, 0.99))
    rule = update_rule(optimizer, optimizer.param_groups[0])
    before = rule.scalars(7)
    optimizer.param_groups[0]["lr"] = 0.2
    assert rule.scalars(7) == {**before, "step_size": 2 * before["step_size"]}


def test_fused_and_foreach_do_not_matter():
    plain = Adam([fresh()])
    for options in ({"fused": True}, {"foreach": True}, {"foreach": False}):
        other = Adam([fresh()], **options)
        same = update_rule(other, other.param_groups[0]).values
        assert same == update_rule(plain, plain.param_groups[0]).values


class Mine(Adam):
    pass


def hooked():
    optimizer = SGD([fresh()])
    optimizer.register_step_pre_hook(lambda *given: None)
    return optimizer


@pytest.mark.parametrize(
    ("make_optimizer", "sentence"),
    [
        (lambda: Adagrad([fresh()]), "is of the class Adagrad, but updates are compiled only"),
        (lambda: Mine([fresh()]), "of the class Mine"),
        (hooked, "has hooks on its steps"),
        (lambda: Adam([fresh()], differentiable=True), "differentiable=True"),
        (lambda: RMSprop([fresh()], capturable=True), "capturable=True"),
        (lambda: SGD([fresh()], lr=torch.tensor(0.1)), "lr of the optimizer is a tensor"),
        (
            lambda: Adam([fresh()], betas=(torch.tensor(0.9), torch.tensor(0.99))),
            "betas of the optimizer is a tensor",
        ),
        (lambda: SGD([torch.zeros(2, dtype=torch.complex64)]), "complex or sparse weight"),
        (lambda: SGD([torch.eye(2).to_sparse()]), "complex or sparse weight"),
    ],
)
def test_refused(make_optimizer, sentence):
    optimizer = make_optimizer()
    with pytest.raises(Unruled, match=sentence):
        update_rule(optimizer, optimizer.param_groups[0])
