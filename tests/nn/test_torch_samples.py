"""Torch's own samples for RNN, LSTM and GRU, run against ours."""

import math

import pytest
import torch
from torch.testing._internal import common_modules
from torch.utils._pytree import tree_leaves, tree_map

import elman
from elman import settings

pytestmark = pytest.mark.filterwarnings("ignore:LSTM with projections is not supported with oneDNN")

INFOS = {
    info.module_cls.__name__: info
    for info in common_modules.module_db
    if info.module_cls in (torch.nn.RNN, torch.nn.LSTM, torch.nn.GRU)
}


def samples(name, dtype, *, training=True):
    torch.manual_seed(0)
    info, more = INFOS[name], {} if name == "LSTM" else {"with_packed_sequence": True}
    return info.module_inputs_func(info, "cpu", dtype, True, training, **more)


def outcome(module, args):
    """Numbers out and gradients of a sample, whose tensors are leaves or hang on leaves."""
    found = tree_leaves(module(*args))
    found = [t for t in found if isinstance(t, torch.Tensor) and t.is_floating_point()]
    inputs = [t for t in tree_leaves(args) if isinstance(t, torch.Tensor) and t.requires_grad]
    return found, torch.autograd.grad(
        sum(t.square().sum() for t in found), [*inputs, *module.parameters()]
    )


@pytest.mark.usefixtures("aten")
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
@pytest.mark.parametrize("name", ["RNN", "LSTM", "GRU"])
def test_samples_give_the_numbers_of_torch(name, dtype):
    given = samples(name, dtype)
    assert len(given) >= 16
    for sample in given:
        wanted = sample.constructor_input
        theirs = getattr(torch.nn, name)(*wanted.args, **wanted.kwargs, dtype=dtype)
        ours = getattr(elman.nn, name)(*wanted.args, **wanted.kwargs, dtype=dtype)
        ours.load_state_dict(theirs.state_dict())
        args = sample.forward_input.args
        expected = outcome(theirs, args)
        for found, value in zip(
            tree_leaves(outcome(ours, args)), tree_leaves(expected), strict=True
        ):
            assert torch.equal(found, value)
        with settings.use(backend="reference"):
            found = outcome(ours, args)
        for a, b in zip(tree_leaves(found), tree_leaves(expected), strict=True):
            # 2 inputs or 6 outputs of both directions beside 3 units, over at most 5 steps
            bound = 8 * math.ceil(math.log2((6 + 3) * 5)) * torch.finfo(dtype).eps
            assert (a - b).abs().max() <= bound * b.abs().max()


@pytest.mark.parametrize("backend", ["aten", "reference"])
@pytest.mark.parametrize("name", ["RNN", "LSTM", "GRU"])
def test_samples_agree_with_the_reference_function_of_torch(name, backend):
    checked = 0
    for sample in samples(name, torch.float64):
        args = sample.forward_input.args
        if not isinstance(args[0], torch.Tensor):
            continue  # the reference function is for input without a batch
        wanted = sample.constructor_input
        module = getattr(elman.nn, name)(*wanted.args, **wanted.kwargs, dtype=torch.float64)
        with settings.use(backend=backend):
            expected = sample.reference_fn(module, *args)
            torch.testing.assert_close(module(*args), expected)
        checked += 1
    assert checked >= 16


@pytest.mark.parametrize("name", ["RNN", "LSTM", "GRU"])
def test_samples_pass_gradcheck_to_second_order(name):
    for sample in samples(name, torch.float64)[::5]:
        args = sample.forward_input.args
        if not isinstance(args[0], torch.Tensor):
            continue
        wanted = sample.constructor_input
        module = getattr(elman.nn, name)(*wanted.args, **wanted.kwargs, dtype=torch.float64)
        leaves = [t for t in tree_leaves(args) if isinstance(t, torch.Tensor)]

        def run(*leaves, module=module, args=args):
            rest = iter(leaves)
            return tuple(tree_leaves(module(*tree_map(lambda _: next(rest), args))))

        assert torch.autograd.gradcheck(run, leaves, fast_mode=True)
        assert torch.autograd.gradgradcheck(run, leaves, fast_mode=True)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
@pytest.mark.parametrize("name", ["RNN", "LSTM", "GRU"])
def test_error_samples_fail_as_in_torch(name, dtype):
    info = INFOS[name]
    given = info.module_error_inputs_func(info, "cpu", dtype, False, True)
    assert len(given) >= 10
    for sample in given:
        wanted, forward = (
            sample.module_error_input.constructor_input,
            sample.module_error_input.forward_input,
        )
        at_construction = sample.error_on is common_modules.ModuleErrorEnum.CONSTRUCTION_ERROR
        make = getattr(elman.nn, name)
        if at_construction:
            with pytest.raises(sample.error_type, match=sample.error_regex):
                make(*wanted.args, **wanted.kwargs)
            continue
        module = make(*wanted.args, **wanted.kwargs)
        with pytest.raises(sample.error_type, match=sample.error_regex):
            module(*forward.args, **forward.kwargs)
