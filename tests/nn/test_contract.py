"""What code written for `torch.nn` relies on, asked of torch and of ours side by side."""

import copy
import inspect
import io
import pickle
import warnings
from itertools import product

import numpy as np
import pytest
import torch
from torch import nn
from torch.func import functional_call, grad, jvp, vmap
from torch.nn.utils import parametrizations, parametrize
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pack_sequence
from torch.utils._pytree import tree_leaves, tree_map

import elman
from elman import settings

pytestmark = pytest.mark.filterwarnings("ignore:LSTM with projections is not supported with oneDNN")

KINDS = ("RNN", "GRU", "LSTM")
VARIANTS = {
    "tanh": ("RNN", {}),
    "relu": ("RNN", {"nonlinearity": "relu"}),
    "gru": ("GRU", {}),
    "lstm": ("LSTM", {}),
    "projected": ("LSTM", {"proj_size": 2}),
}
BACKENDS = ("aten", "reference")


def make(namespace, variant, *args, **kwargs):
    name, more = VARIANTS[variant]
    torch.manual_seed(0)
    return getattr(namespace, name)(*(args or (3, 4)), **kwargs, **more)


def tensors(tree):
    return [leaf for leaf in tree_leaves(tree) if isinstance(leaf, torch.Tensor)]


def state_of(kind, *shape):
    h = torch.linspace(-1, 1, int(np.prod(shape))).view(shape)
    return (h, -h) if kind == "LSTM" else h


def said(action):
    """The type and the words of what an action raises, and of its warnings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            action()
        except Exception as error:
            raised = (type(error), str(error))
        else:
            raised = None
    return raised, [(w.category, str(w.message)) for w in caught]


def assert_same_words(action):
    """An action on a namespace fails in both, with the same type and text."""
    theirs, ours = (said(lambda ns=ns: action(ns)) for ns in (nn, elman.nn))
    assert theirs[0] is not None
    assert ours == theirs


# construction


@pytest.mark.parametrize("kind", KINDS)
def test_positional_arguments_mean_what_they_mean_in_torch(kind):
    given = {
        "RNN": (3, 4, 2, "relu", False, True, 0.25, True),
        "GRU": (3, 4, 2, False, True, 0.25, True),
        "LSTM": (3, 4, 2, False, True, 0.25, True, 2),
    }[kind]
    theirs, ours = getattr(nn, kind)(*given), getattr(elman.nn, kind)(*given)
    assert repr(ours) == repr(theirs)
    for name in nn.RNNBase.__constants__:
        assert getattr(ours, name) == getattr(theirs, name)
    assert getattr(ours, "nonlinearity", None) == getattr(theirs, "nonlinearity", None)


@pytest.mark.parametrize("kind", KINDS)
def test_forward_takes_the_arguments_of_torch_first(kind):
    theirs = inspect.signature(getattr(nn, kind).forward)
    ours = inspect.signature(getattr(elman.nn, kind).forward)
    shared = list(ours.parameters.values())[: len(theirs.parameters)]
    assert [(p.name, p.default) for p in shared] == [
        (p.name, p.default) for p in theirs.parameters.values()
    ]
    rest = list(ours.parameters.values())[len(shared) :]
    assert all(p.kind is p.KEYWORD_ONLY and p.default is None for p in rest)


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [
        ((3, 4), {"dropout": -0.1}),
        ((3, 4), {"dropout": 1.1}),
        ((3, 4), {"dropout": True}),
        ((3, 4), {"dropout": "half"}),
        ((3, 4), {"bias": 1}),
        ((3, 4), {"bias": "yes"}),
        ((3, 4), {"batch_first": 0}),
        ((3.0, 4), {}),
        ((np.int64(3), 4), {}),
        ((0, 4), {}),
        ((-1, 4), {}),
        ((3, 4.0), {}),
        ((3, 0), {}),
        ((3, 4, 0), {}),
        ((3, 4, -1), {}),
        ((3,), {}),
        ((3, 4), {"hidden": 4}),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_wrong_arguments_are_refused_in_the_words_of_torch(kind, args, kwargs):
    assert_same_words(lambda ns: getattr(ns, kind)(*args, **kwargs))


@pytest.mark.parametrize("size", [-1, 4, 5, "2"])
def test_a_wrong_projection_is_refused_in_the_words_of_torch(size):
    assert_same_words(lambda ns: ns.LSTM(3, 4, proj_size=size))


@pytest.mark.parametrize("kind", ["RNN", "GRU"])
def test_only_an_lstm_is_projected(kind):
    assert_same_words(lambda ns: getattr(ns, kind)(3, 4, proj_size=0))


@pytest.mark.parametrize("nonlinearity", ["sigmoid", None, 3, []])
def test_an_unknown_nonlinearity_is_refused_in_the_words_of_torch(nonlinearity):
    assert_same_words(lambda ns: ns.RNN(3, 4, nonlinearity=nonlinearity))
    assert_same_words(lambda ns: ns.RNN(3, 4, 1, nonlinearity))


@pytest.mark.parametrize("kind", KINDS)
def test_dropout_of_a_single_layer_warns_as_torch_does(kind):
    theirs, ours = (
        said(lambda ns=ns: getattr(ns, kind)(3, 4, dropout=0.5)) for ns in (nn, elman.nn)
    )
    assert theirs[1]
    assert ours == theirs


# parameters


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("variant", VARIANTS)
def test_the_same_seed_gives_the_same_parameters_in_the_same_order(variant, bias, bidirectional):
    theirs, ours = (
        make(ns, variant, 3, 4, 2, bias=bias, bidirectional=bidirectional) for ns in (nn, elman.nn)
    )
    expected = list(theirs.named_parameters())
    assert [name for name, _ in ours.named_parameters()] == [name for name, _ in expected]
    for (_, found), (_, value) in zip(ours.named_parameters(), expected, strict=True):
        assert torch.equal(found, value)
    for module in (theirs, ours):
        torch.manual_seed(3)
        module.reset_parameters()
    assert all(map(torch.equal, ours.parameters(), theirs.parameters()))


@pytest.mark.usefixtures("aten")
@pytest.mark.parametrize("variant", VARIANTS)
def test_state_dicts_go_both_ways(variant):
    theirs, ours = make(nn, variant, 3, 4, 2), make(elman.nn, variant, 3, 4, 2)
    ours.reset_parameters()
    assert not torch.equal(ours.weight_ih_l0, theirs.weight_ih_l0)
    ours.load_state_dict(theirs.state_dict())
    x = torch.randn(5, 2, 3)
    assert torch.equal(ours(x)[0], theirs(x)[0])
    ours.reset_parameters()
    theirs.load_state_dict(ours.state_dict())
    assert torch.equal(ours(x)[0], theirs(x)[0])
    assert ours.state_dict()._metadata == theirs.state_dict()._metadata


@pytest.mark.parametrize("variant", VARIANTS)
def test_all_weights_are_the_parameters(variant):
    theirs, ours = (make(ns, variant, 3, 4, 2, bidirectional=True) for ns in (nn, elman.nn))
    assert ours._all_weights == theirs._all_weights
    assert ours._flat_weights_names == theirs._flat_weights_names
    flat = [weight for weights in ours.all_weights for weight in weights]
    assert all(a is b for a, b in zip(flat, ours.parameters(), strict=True))
    assert all(a is b for a, b in zip(flat, ours._flat_weights, strict=True))


@pytest.mark.parametrize("variant", VARIANTS)
def test_is_one_of_torchs_recurrent_modules(variant):
    module = make(elman.nn, variant)
    assert isinstance(module, nn.RNNBase)
    assert module.flatten_parameters() is None


@pytest.mark.usefixtures("aten")
@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16, torch.float16], ids=str)
@pytest.mark.parametrize("variant", VARIANTS)
def test_conversion_takes_the_weights_along(variant, dtype):
    theirs, ours = make(nn, variant).to(dtype), make(elman.nn, variant)
    x = torch.randn(5, 2, 3)
    ours(x)
    assert ours.to(dtype) is ours
    assert all(weight.dtype == dtype for weight in ours._flat_weights)
    found = ours(x.to(dtype))
    assert all(map(torch.equal, tensors(found), tensors(theirs(x.to(dtype)))))
    assert torch.equal(ours.float()(x)[0], theirs.float()(x)[0])


@pytest.mark.parametrize("variant", VARIANTS)
def test_repr_shows_what_torch_shows(variant):
    for kwargs in (
        {},
        {"num_layers": 2, "dropout": 0.5},
        {"bias": False, "batch_first": True, "bidirectional": True},
    ):
        assert repr(make(elman.nn, variant, **kwargs)) == repr(make(nn, variant, **kwargs))


# copies


@pytest.mark.parametrize("variant", VARIANTS)
def test_copies_run_alike_and_share_nothing(variant):
    module, x = make(elman.nn, variant, 3, 4, 2), torch.randn(5, 2, 3)
    expected = module(x)[0]
    saved = io.BytesIO()
    torch.save(module, saved)
    saved.seek(0)
    copies = [
        copy.deepcopy(module),
        pickle.loads(pickle.dumps(module)),
        torch.load(saved, weights_only=False),
    ]
    for other in copies:
        assert type(other) is type(module)
        assert torch.equal(other(x)[0], expected)
        assert str(other.explain()) == str(module.explain())
        with torch.no_grad():
            other.weight_hh_l1.zero_()
        assert not torch.equal(other(x)[0], expected)
        assert torch.equal(module(x)[0], expected)


@pytest.mark.parametrize("variant", VARIANTS)
def test_replicas_for_data_parallel_run_on_their_own_weights(variant):
    module, x = make(elman.nn, variant), torch.randn(5, 2, 3)
    replica = module._replicate_for_data_parallel()
    for name, parameter in module.named_parameters():
        setattr(replica, name, parameter.detach() * 2)  # plain tensors, as of a broadcast
    doubled = copy.deepcopy(module)
    with torch.no_grad():
        for parameter in doubled.parameters():
            parameter.mul_(2)
    assert torch.equal(replica(x)[0], doubled(x)[0])
    assert not torch.equal(module(x)[0], doubled(x)[0])


# weights that are not parameters


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_functional_call_runs_on_the_weights_given(variant, backend):
    module, x = make(elman.nn, variant), torch.randn(5, 2, 3)
    before = module(x)[0]
    other = make(nn, variant)
    other.reset_parameters()
    with settings.use(backend=backend):
        given = dict(other.named_parameters())
        output, _ = functional_call(module, given, (x,))
        torch.testing.assert_close(output, other(x)[0])
        output.sum().backward()
    assert all(parameter.grad is not None for parameter in given.values())
    assert all(parameter.grad is None for parameter in module.parameters())
    assert torch.equal(module(x)[0], before)


class Doubled(nn.Module):
    def forward(self, weight):
        return weight * 2


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_a_parametrised_weight_really_trains(variant, backend):
    module, x = make(elman.nn, variant), torch.randn(5, 2, 3)
    plain = make(nn, variant)
    parametrize.register_parametrization(module, "weight_hh_l0", Doubled())
    assert isinstance(module, nn.RNNBase)
    optimizer = torch.optim.SGD(module.parameters(), 0.1)
    with settings.use(backend=backend):
        with torch.no_grad():
            plain.weight_hh_l0.mul_(2)
        torch.testing.assert_close(module(x)[0], plain(x)[0])
        for _ in range(2):
            optimizer.zero_grad()
            module(x)[0].square().sum().backward()
            optimizer.step()
            with torch.no_grad():
                for name, parameter in plain.named_parameters():
                    parameter.copy_(getattr(module, name))
            torch.testing.assert_close(module(x)[0], plain(x)[0])


def _old_weight_norm(module, name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        nn.utils.weight_norm(module, name)


@pytest.mark.parametrize("normalise", [parametrizations.weight_norm, _old_weight_norm])
@pytest.mark.parametrize("variant", VARIANTS)
def test_weight_norm_really_trains(variant, normalise):
    module, x = make(elman.nn, variant), torch.randn(5, 2, 3)
    torch.testing.assert_close(module(x)[0], make(nn, variant)(x)[0])
    normalise(module, "weight_hh_l0")
    torch.testing.assert_close(module(x)[0], make(nn, variant)(x)[0])
    optimizer = torch.optim.SGD(module.parameters(), 0.1)
    losses = []
    for _ in range(10):
        optimizer.zero_grad()
        loss = (module(x)[0] - 0.3).square().sum()
        loss.backward()
        losses.append(loss.item())
        before = module.weight_hh_l0.detach().clone()
        optimizer.step()
        module(x)
        assert not torch.equal(module.weight_hh_l0, before)
    assert losses[-1] < losses[0]


@pytest.mark.usefixtures("aten")
@pytest.mark.parametrize("variant", VARIANTS)
def test_an_assigned_parameter_is_used(variant):
    module, x = make(elman.nn, variant), torch.randn(5, 2, 3)
    module(x)
    plain = make(nn, variant)
    for target in (module, plain):
        target.weight_ih_l0 = nn.Parameter(torch.full_like(target.weight_ih_l0, 0.1))
    assert torch.equal(module(x)[0], plain(x)[0])


# differentiation


@pytest.mark.parametrize("variant", VARIANTS)
def test_gradients_of_each_sample_by_vmap(variant):
    module, x = make(elman.nn, variant), torch.randn(6, 5, 3)
    weights = {name: parameter.detach() for name, parameter in module.named_parameters()}

    def loss(weights, x):
        return functional_call(module, weights, (x,))[0].square().sum()

    found = vmap(grad(loss), in_dims=(None, 0))(weights, x)
    plain = make(nn, variant)
    for row in range(len(x)):
        plain.zero_grad()
        plain(x[row])[0].square().sum().backward()
        for name, parameter in plain.named_parameters():
            torch.testing.assert_close(found[name][row], parameter.grad)


@pytest.mark.parametrize("variant", VARIANTS)
def test_vmap_over_lengths(variant):
    module, x = make(elman.nn, variant, 3, 4, 2, bidirectional=True), torch.randn(3, 5, 3)
    lengths = torch.tensor([5, 0, 2])
    with torch.no_grad():
        found = vmap(lambda x, n: module(x, lengths=n))(x, lengths)
        expected = module(x.transpose(0, 1), lengths=lengths)
    torch.testing.assert_close(found[0], expected[0].transpose(0, 1))
    states = tree_map(lambda state: state.transpose(0, 1), expected[1])
    torch.testing.assert_close(tensors(found[1]), tensors(states))


@pytest.mark.filterwarnings("ignore:`torch.jit.script:DeprecationWarning")  # from inside of torch
@pytest.mark.parametrize("variant", VARIANTS)
def test_forward_mode(variant):
    module = make(elman.nn, variant).double()
    x, direction = torch.randn(2, 5, 2, 3, dtype=torch.float64)

    def run(x):
        return module(x)[0]

    value, tangent = jvp(run, (x,), (direction,))
    assert module._ran.backend == "reference"
    assert "forward-mode" in module._ran.reason
    torch.testing.assert_close(value, make(nn, variant).double()(x)[0])
    step = 1e-6 * direction
    torch.testing.assert_close(tangent, (run(x + step) - run(x - step)) / 2e-6)
    with torch.autograd.forward_ad.dual_level():
        dual = torch.autograd.forward_ad.make_dual(x, direction)
        again = torch.autograd.forward_ad.unpack_dual(run(dual)).tangent
    torch.testing.assert_close(again, tangent)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("variant", ["tanh", "gru", "lstm", "projected"])
def test_gradients_of_first_and_second_order(variant, backend):
    module = make(elman.nn, variant, 2, 3, bidirectional=True).double()
    x = torch.randn(2, 2, 2, dtype=torch.float64, requires_grad=True)
    state = state_of(type(module).__name__, 2, 2, 3)
    if variant == "projected":
        state = (state[0][..., :2].contiguous(), state[1])
    state = [s.double().requires_grad_() for s in tensors(state)]
    names = [name for name, _ in module.named_parameters()]

    def run(x, *given):
        weights = dict(zip(names, given[len(state) :], strict=True))
        hx = given[: len(state)] if len(state) > 1 else given[0]
        return tuple(tensors(functional_call(module, weights, (x, hx))))

    inputs = (x, *state, *module.parameters())
    with settings.use(backend=backend):
        assert torch.autograd.gradcheck(run, inputs, fast_mode=True)
        assert torch.autograd.gradgradcheck(run, inputs, fast_mode=True)


@pytest.mark.usefixtures("aten")
@pytest.mark.parametrize("variant", VARIANTS)
def test_a_module_in_eval_mode_can_be_differentiated(variant):
    theirs, ours = (make(ns, variant, 3, 4, 2, dropout=0.5).eval() for ns in (nn, elman.nn))
    x = torch.randn(5, 2, 3)
    for module in (theirs, ours):
        module(x)[0].square().sum().backward()
    assert all(torch.equal(a.grad, b.grad) for a, b in _pairs(ours, theirs))


def _pairs(ours, theirs):
    return zip(ours.parameters(), theirs.parameters(), strict=True)


@pytest.mark.parametrize("variant", VARIANTS)
def test_nothing_is_recorded_without_gradients(variant):
    module, x = make(elman.nn, variant), torch.randn(5, 2, 3)
    for backend in BACKENDS:
        with settings.use(backend=backend), torch.inference_mode():
            assert not any(t.requires_grad for t in tensors(module(x)))


# input and state


@pytest.mark.parametrize("enforce_sorted", [True, False])
@pytest.mark.parametrize("variant", VARIANTS)
def test_packed_sequences_keep_their_form_and_states_the_users_order(variant, enforce_sorted):
    module = make(elman.nn, variant, 3, 4, 2, bidirectional=True)
    rows = [torch.randn(length, 3) for length in ((4, 3, 1) if enforce_sorted else (1, 4, 3))]
    packed = pack_sequence(rows, enforce_sorted=enforce_sorted)
    output, states = module(packed)
    assert isinstance(output, PackedSequence)
    assert output.batch_sizes is packed.batch_sizes
    assert output.sorted_indices is packed.sorted_indices
    assert output.unsorted_indices is packed.unsorted_indices
    for row, sequence in enumerate(rows):
        _, alone = module(sequence)
        for found, expected in zip(tensors(states), tensors(alone), strict=True):
            torch.testing.assert_close(found[:, row], expected)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_state_may_be_a_list(backend):
    module, x = elman.nn.LSTM(3, 4), torch.randn(5, 2, 3)
    state = state_of("LSTM", 1, 2, 4)
    with settings.use(backend=backend):
        assert torch.equal(module(x, list(state))[0], module(x, state)[0])


ARRANGED = {
    "batched": lambda x: x,
    "unbatched": lambda x: x[:, 0],
    "packed": lambda x: pack_padded_sequence(x, [5, 3]),
    "unsorted": lambda x: pack_padded_sequence(x, [3, 5], enforce_sorted=False),
}
WRONG_STATES = {
    "batch too large": (1, 3, 4),
    "batch too small": (1, 1, 4),
    "layers": (2, 2, 4),
    "units": (1, 2, 5),
    "2-D": (1, 4),
    "4-D": (1, 1, 2, 4),
}


@pytest.mark.parametrize(
    ("arranged", "shape"),
    # of a batch too large torch takes the rows that an unsorted sequence needs
    sorted({*product(ARRANGED, WRONG_STATES)} - {("unsorted", "batch too large")}),
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_state_of_the_wrong_shape_is_refused_in_the_words_of_torch(kind, arranged, shape):
    x = ARRANGED[arranged](torch.zeros(5, 2, 3))
    if arranged == "unbatched" and shape == "2-D":
        shape, sizes = "units", (1, 5)
    else:
        sizes = WRONG_STATES[shape]
    if kind == "LSTM" and arranged in ("packed", "unsorted"):
        # torch passes an unchecked state to its operator, where 4-D ends the process
        with pytest.raises((RuntimeError, IndexError), match=r"Expected hidden\[0\]|out of"):
            elman.nn.LSTM(3, 4)(x, state_of(kind, *sizes))
        return
    assert_same_words(lambda ns: getattr(ns, kind)(3, 4)(x, state_of(kind, *sizes)))


@pytest.mark.parametrize("arranged", ["batched", "unbatched"])
def test_the_states_of_a_projection_are_checked_each(arranged):
    x = ARRANGED[arranged](torch.zeros(5, 2, 3))
    for h, c in ((4, 4), (2, 2), (3, 4)):
        state = tuple(torch.zeros(1, 2, size) for size in (h, c))
        if arranged == "unbatched":
            state = tuple(s[:, 0] for s in state)
        assert_same_words(lambda ns, s=state: ns.LSTM(3, 4, proj_size=2)(x, s))


@pytest.mark.parametrize("count", [1, 3])
def test_a_state_of_the_wrong_number_of_tensors_is_refused(count):
    x, state = torch.zeros(5, 2, 3), (torch.zeros(1, 2, 4),) * count
    assert_same_words(lambda ns: ns.LSTM(3, 4)(x, state))
    packed = ARRANGED["packed"](x)
    assert_same_words(lambda ns: ns.LSTM(3, 4)(packed, state))


def test_a_lone_tensor_as_the_state_of_an_lstm_is_an_index_error():
    assert_same_words(lambda ns: ns.LSTM(3, 4)(torch.zeros(5, 2, 3), torch.zeros(1, 2, 4)))


@pytest.mark.parametrize("kind", ["RNN", "GRU"])
def test_a_pair_as_the_state_of_one_tensor_is_refused(kind):
    state = state_of("LSTM", 1, 2, 4)
    for arranged in ARRANGED.values():
        x = arranged(torch.zeros(5, 2, 3))
        if isinstance(x, PackedSequence) and x.sorted_indices is None:
            continue  # torch says what its operator lacks
        assert_same_words(lambda ns, x=x: getattr(ns, kind)(3, 4)(x, state))


@pytest.mark.parametrize("sizes", [(3,), (2, 2, 2, 3), (0, 2, 3), (0, 3), (5, 2, 7), (5, 7)])
@pytest.mark.parametrize("batch_first", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_an_input_of_the_wrong_shape_is_refused_in_the_words_of_torch(kind, sizes, batch_first):
    if batch_first and sizes == (0, 2, 3):
        sizes = (2, 0, 3)
    assert_same_words(
        lambda ns: getattr(ns, kind)(3, 4, batch_first=batch_first)(torch.zeros(sizes))
    )


@pytest.mark.parametrize("arranged", ["batched", "unbatched", "packed"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_input_of_the_wrong_dtype_is_refused_in_the_words_of_torch(kind, arranged):
    def run(ns, dtype):
        # torch's LSTM leaves a packed input to its operator, so that its GRU has the words
        asked = "GRU" if kind == "LSTM" and arranged == "packed" and ns is nn else kind
        return getattr(ns, asked)(3, 4)(ARRANGED[arranged](torch.zeros(5, 2, 3, dtype=dtype)))

    for dtype in (torch.float64, torch.int64, torch.float16):
        assert_same_words(lambda ns, d=dtype: run(ns, d))


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_no_rows_at_all(variant, backend):
    theirs, ours = (make(ns, variant, 3, 4, 2, bidirectional=True) for ns in (nn, elman.nn))
    x = torch.zeros(5, 0, 3)
    with settings.use(backend=backend):
        found, expected = tensors(ours(x)), tensors(theirs(x))
    assert [t.shape for t in found] == [t.shape for t in expected]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_strides_do_not_matter(variant, backend):
    module = make(elman.nn, variant)
    x = torch.randn(3, 2, 5, dtype=torch.float32).permute(2, 1, 0)[::2]
    h = torch.randn(1, 1, module.proj_size or 4).expand(1, 2, -1)
    c = torch.randn(4, 2, 1).permute(2, 1, 0)
    state = (h, c) if module.mode == "LSTM" else h
    with settings.use(backend=backend):
        found = tensors(module(x, state))
        expected = tensors(module(x.contiguous(), tree_map(torch.Tensor.contiguous, state)))
    assert all(map(torch.equal, found, expected))


@pytest.mark.parametrize("arranged", ["batched", "packed"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_autocast_gives_what_torch_gives(variant, arranged):
    theirs, ours = make(nn, variant), make(elman.nn, variant)
    x = ARRANGED[arranged](torch.randn(5, 2, 3))
    with torch.autocast("cpu", torch.bfloat16):
        expected, found = tensors(theirs(x)), tensors(ours(x))
    for a, b in zip(found, expected, strict=True):
        assert a.dtype == b.dtype
        assert torch.equal(a, b)


@pytest.mark.parametrize("lengths", [None, [5, 2], [5, 0], [0, 0]])
@pytest.mark.parametrize("variant", VARIANTS)
def test_autocast_on_the_reference_stays_close_and_finite(variant, lengths):
    module, x = make(elman.nn, variant), torch.randn(5, 2, 3)
    with settings.use(backend="reference"):
        expected, _ = module(x, lengths=lengths)
        with torch.autocast("cpu", torch.bfloat16):
            found, _ = module(x, lengths=lengths)
        found.float().sum().backward()
    assert (found - expected).abs().max() < 0.02
    assert all(p.grad.isfinite().all() for p in module.parameters())


def test_old_pickles_without_a_projection_still_load():
    module = elman.nn.LSTM(3, 4)
    state = module.__getstate__()
    del state["proj_size"]
    other = elman.nn.LSTM.__new__(elman.nn.LSTM)
    other.__setstate__(state)
    x = torch.randn(5, 2, 3)
    assert torch.equal(other(x)[0], module(x)[0])


def test_hooks_see_the_call():
    module, seen = elman.nn.GRU(3, 4), []
    module.register_forward_hook(lambda m, args, result: seen.append((m, len(args), len(result))))
    module(torch.zeros(5, 2, 3), torch.zeros(1, 2, 4))
    assert seen == [(module, 2, 2)]


@pytest.mark.parametrize("arguments", [(3, 4, 1, True, False, 0.0, False, 2)])
def test_a_projection_given_by_position_is_refused_too(arguments):
    with pytest.raises(ValueError, match="only supported for LSTM, not RNN or GRU"):
        elman.nn.GRU(*arguments)
    with pytest.raises(ValueError, match="only supported for LSTM, not RNN or GRU"):
        elman.nn.RNN(*arguments[:3], "tanh", *arguments[3:])
