"""The drop-ins against `torch.nn`, over the product of everything that a constructor can say."""

import copy
import math
from itertools import product

import pytest
import torch
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence
from torch.utils._pytree import tree_leaves, tree_map

import elman
from elman import settings

# what torch says of its own implementation, for ours runs the same operator
pytestmark = pytest.mark.filterwarnings("ignore:LSTM with projections is not supported with oneDNN")

T, B, I, H = 4, 3, 3, 5
OTHERS = ("reference", "compiled")  # whose bits are not torch's
KINDS = {
    "tanh": ("RNN", {"nonlinearity": "tanh"}),
    "relu": ("RNN", {"nonlinearity": "relu"}),
    "gru": ("GRU", {}),
    "lstm": ("LSTM", {}),
    "projected lstm": ("LSTM", {"proj_size": 2}),
}
INPUTS = {
    "batched": lambda x: x,
    "unbatched": lambda x: x[:, 0],
    "packed": lambda x: pack_padded_sequence(x, [4, 2, 2]),
    "packed unsorted": lambda x: pack_padded_sequence(x, [2, 4, 1], enforce_sorted=False),
}


def pair(kind, *args, **kwargs):
    """A module of torch and ours with the same weights."""
    name, more = KINDS[kind]
    torch.manual_seed(0)
    theirs = getattr(torch.nn, name)(*args, **kwargs, **more)
    torch.manual_seed(0)
    return theirs, getattr(elman.nn, name)(*args, **kwargs, **more)


def tensors(tree):
    return [leaf for leaf in tree_leaves(tree) if isinstance(leaf, torch.Tensor)]


def numbers(tree):
    return [tensor for tensor in tensors(tree) if tensor.is_floating_point()]


def initial(module, batch=B):
    count = module.num_layers * (2 if module.bidirectional else 1)
    h = torch.randn(count, batch, module.proj_size or module.hidden_size)
    return (h, torch.randn(count, batch, module.hidden_size)) if module.mode == "LSTM" else h


def outcome(module, arranged, x, state):
    """Output, states and the gradients of a loss that weighs every number of them differently."""
    x, state = tree_map(lambda t: t if t is None else t.clone().requires_grad_(), (x, state))
    output, states = module(arranged(x), state)
    found = numbers((output, states))
    loss = sum((t * torch.linspace(0.5, 1.5, t.numel()).view_as(t)).sum() for t in found)
    return output, states, torch.autograd.grad(loss, [x, *tensors(state), *module.parameters()])


def same_structure(found, expected):
    assert type(found) is type(expected)
    if isinstance(expected, PackedSequence):
        for ours, theirs in zip(found[1:], expected[1:], strict=True):
            assert (ours is None) == (theirs is None)
            assert ours is None or torch.equal(ours, theirs)


def assert_equal(found, expected):
    for ours, theirs in zip(tensors(found), tensors(expected), strict=True):
        assert torch.equal(ours, theirs)
        assert ours.dtype == theirs.dtype
        assert ours.stride() == theirs.stride()


def assert_close(found, expected, terms, *, backward):
    """The tolerance of the design: 4 (8 backward) ceil(log2 terms) eps of the largest value."""
    for ours, theirs in zip(numbers(found), numbers(expected), strict=True):
        assert ours.shape == theirs.shape
        eps = torch.finfo(theirs.dtype).eps
        bound = 4 * (2 if backward else 1) * math.ceil(math.log2(terms)) * eps
        assert (ours - theirs).abs().max() <= bound * theirs.abs().max()


@pytest.mark.parametrize("bias", [True, False], ids=["bias", "no bias"])
@pytest.mark.parametrize("bidirectional", [False, True], ids=["forward", "both"])
@pytest.mark.parametrize("layers", [1, 2, 3])
@pytest.mark.parametrize("kind", KINDS)
def test_outputs_states_and_gradients_are_those_of_torch(kind, layers, bidirectional, bias):
    torch.manual_seed(1)
    rows = torch.randn(T, B, I)
    for batch_first in (False, True):
        theirs, ours = pair(
            kind, I, H, layers, bias=bias, batch_first=batch_first, bidirectional=bidirectional
        )
        terms = (max(I, H * (1 + bidirectional)) + H) * T
        for (shape, arrange), stateful in product(INPUTS.items(), (False, True)):
            x = rows.transpose(0, 1) if batch_first and shape == "batched" else rows
            state = initial(ours) if stateful else None
            if stateful and shape == "unbatched":
                state = tree_map(lambda t: t[:, 0], state)
            expected = outcome(theirs, arrange, x, state)
            with settings.use(backend="aten"):
                found = outcome(ours, arrange, x, state)
            assert ours._ran.backend == "aten"
            same_structure(found[0], expected[0])
            assert_equal(found, expected)
            for backend in OTHERS:
                with settings.use(backend=backend):
                    *found, gradients = outcome(ours, arrange, x, state)
                assert ours._ran.backend == backend
                same_structure(found[0], expected[0])
                assert_close(found, list(expected[:2]), terms, backward=False)
                assert_close(gradients, expected[2], terms, backward=True)


@pytest.mark.usefixtures("aten")
@pytest.mark.parametrize("kind", KINDS)
def test_many_rows_of_equal_length_stay_in_the_order_of_torch(kind):
    theirs, ours = pair(kind, I, H, 2, bidirectional=True)
    x, lengths = torch.randn(T, 40, I), torch.arange(40) % T + 1
    for sorted_first in (True, False):
        given = lengths.sort(descending=True)[0] if sorted_first else lengths

        def arrange(x, given=given, sorted_first=sorted_first):
            return pack_padded_sequence(x, given, enforce_sorted=sorted_first)

        state = initial(ours, 40)
        assert_equal(outcome(ours, arrange, x, state), outcome(theirs, arrange, x, state))


@pytest.mark.usefixtures("aten")
@pytest.mark.parametrize("shape", INPUTS)
@pytest.mark.parametrize("kind", KINDS)
def test_dropout_from_the_same_seed_is_that_of_torch(kind, shape):
    theirs, ours = pair(kind, I, H, 3, dropout=0.4, bidirectional=True)
    x = torch.randn(T, B, I)
    plain = outcome(copy.deepcopy(ours).eval(), INPUTS[shape], x, None)
    results = []
    for module in (theirs, ours):
        torch.manual_seed(7)
        results.append(outcome(module, INPUTS[shape], x, None))
        results.append(torch.get_rng_state())
    assert_equal(results[2], results[0])
    assert torch.equal(results[3], results[1])
    assert not torch.equal(tree_leaves(results[2])[0], tree_leaves(plain)[0])
    assert_equal(plain, outcome(theirs.eval(), INPUTS[shape], x, None))


@pytest.mark.parametrize("kind", KINDS)
def test_dropout_of_everything_leaves_only_the_biases(kind):
    theirs, ours = pair(kind, I, H, 2, dropout=1.0)
    x = torch.randn(T, B, I)
    expected = outcome(theirs, INPUTS["batched"], x, None)
    for backend in ("aten", "reference"):
        with settings.use(backend=backend):
            *found, gradients = outcome(ours, INPUTS["batched"], x, None)
        assert_close(found, list(expected[:2]), 2 * H * T, backward=False)
        assert_close(gradients, expected[2], 2 * H * T, backward=True)


@pytest.mark.usefixtures("aten")
@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16, torch.float16], ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_other_dtypes_are_those_of_torch(kind, dtype):
    theirs, ours = pair(kind, I, H, 2, bidirectional=True, dtype=dtype)
    x, state = torch.randn(T, B, I, dtype=dtype), tree_map(lambda t: t.to(dtype), initial(ours))
    for arrange in INPUTS["batched"], INPUTS["packed unsorted"]:
        expected = outcome(theirs, arrange, x, state)
        assert_equal(outcome(ours, arrange, x, state), expected)
        if dtype == torch.float64:
            with settings.use(backend="reference"):
                *found, gradients = outcome(ours, arrange, x, state)
            assert_close(found, list(expected[:2]), 3 * H * T, backward=False)
            assert_close(gradients, expected[2], 3 * H * T, backward=True)


@pytest.mark.parametrize("backend", ["aten", *OTHERS])
@pytest.mark.parametrize("kind", KINDS)
def test_lengths_do_what_packing_does_in_torch(kind, backend):
    theirs, ours = pair(kind, I, H, 2, bidirectional=True, batch_first=True)
    x, state, lengths = torch.randn(B, T, I), initial(ours), torch.tensor([2, 4, 1])
    packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
    expected, final = theirs(packed, state)
    expected, _ = pad_packed_sequence(expected, batch_first=True)
    if backend == "compiled" and ours.proj_size:
        pytest.skip("kernels do not project")
    with settings.use(backend=backend):
        output, states = ours(x, state, lengths=lengths)
    assert_close((output, states), (expected, final), 3 * H * T, backward=False)


@pytest.mark.usefixtures("aten")
@pytest.mark.parametrize("kind", KINDS)
def test_awkward_sizes(kind):
    for steps, rows, inputs, hidden in ((1, 1, 1, 3), (63, 1, 2, 17), (2, 7, 100, 33)):
        theirs, ours = pair(kind, inputs, hidden)
        x, state = torch.randn(steps, rows, inputs), initial(ours, rows)
        expected = outcome(theirs, INPUTS["batched"], x, state)
        assert_equal(outcome(ours, INPUTS["batched"], x, state), expected)
        terms = steps * (inputs + hidden)
        for backend in OTHERS:
            with settings.use(backend=backend):
                *found, gradients = outcome(ours, INPUTS["batched"], x, state)
            assert_close(found, list(expected[:2]), terms, backward=False)
            assert_close(gradients, expected[2], terms, backward=True)
