import pytest
import torch
from torch.optim import SGD, Adam, AdamW, RMSprop

from elman.train.rmsprop_tensorflow import RMSpropTensorFlow
from elman.train.whole_loop.optimizer_state import advance, prepare
from elman.train.whole_loop.update_rules import Unruled

MADE = [
    (SGD, {"momentum": 0.9}),
    (SGD, {}),
    (RMSprop, {"momentum": 0.9, "centered": True}),
    (Adam, {"amsgrad": True}),
    (AdamW, {}),
    (RMSpropTensorFlow, {}),
]


def weight():
    return torch.nn.Parameter(torch.arange(6.0).reshape(2, 3).T)  # strides other than the usual


@pytest.mark.parametrize(("optimizer", "options"), MADE)
def test_the_same_entries_as_torch_makes(optimizer, options):
    ours, theirs = weight(), weight()
    mine, plain = optimizer([ours], **options), optimizer([theirs], **options)
    prepare(mine)
    theirs.grad = torch.ones_like(theirs)
    plain.step()
    assert mine.state.get(ours, {}).keys() == plain.state.get(theirs, {}).keys()
    assert len(mine.state) == len(plain.state)
    for name, entry in mine.state.get(ours, {}).items():
        made = plain.state[theirs][name]
        assert (entry.dtype, entry.shape, entry.stride()) == (made.dtype, made.shape, made.stride())
        assert not entry.requires_grad


def test_counts_in_the_dtype_of_torch():
    torch.set_default_dtype(torch.float64)
    try:
        optimizer = Adam([weight()])
        prepare(optimizer)
    finally:
        torch.set_default_dtype(torch.float32)
    (state,) = optimizer.state.values()
    assert state["step"].dtype == torch.float64


@pytest.mark.parametrize(("optimizer", "options"), MADE)
def test_what_is_there_stays(optimizer, options):
    there = weight()
    made = optimizer([there], **options)
    there.grad = torch.ones_like(there)
    made.step()
    before = dict(made.state.get(there, {}))
    assert prepare(made) == {there: 1}
    after = made.state.get(there, {})
    assert before.keys() == after.keys()
    assert all(after[name] is entry for name, entry in before.items())


def test_each_weight_has_a_count_of_its_own():
    early, late, frozen = weight(), weight(), weight().requires_grad_(False)
    optimizer = Adam([{"params": [early]}, {"params": [late, frozen], "amsgrad": True}])
    early.grad = torch.ones_like(early)
    optimizer.step()
    assert prepare(optimizer) == {early: 1, late: 0}
    advance(optimizer, 3)
    assert optimizer.state[early]["step"] == 4
    assert optimizer.state[late]["step"] == 3
    assert "max_exp_avg_sq" in optimizer.state[late]
    assert frozen not in optimizer.state


def test_an_empty_buffer_from_a_file_is_a_first_step():
    held = weight()
    optimizer = SGD([held], momentum=0.9)
    optimizer.state[held]["momentum_buffer"] = None
    assert prepare(optimizer) == {held: 0}
    assert torch.equal(optimizer.state[held]["momentum_buffer"], torch.zeros(3, 2))


def test_a_refused_group_leaves_the_state_alone():
    optimizer = Adam([{"params": [weight()]}, {"params": [weight()], "differentiable": True}])
    with pytest.raises(Unruled, match="differentiable"):
        prepare(optimizer)
    assert not optimizer.state
