"""What the compiled backend refuses, and how it behaves inside torch."""

import gc
import os
import signal
import subprocess
import sys
import threading
import weakref

import pytest
import torch
from torch.utils._pytree import tree_leaves

import elman
from elman import settings
from elman.cells import stop_gradient, tanh
from elman.errors import SettingError
from elman.nn import Recurrent
from elman.runtime import differentiable
from elman.runtime.compiled import Compiled

CELLS = ["lstm", "gru", "elman", "peephole_lstm", "slstm", "indrnn"]


@pytest.fixture(autouse=True)
def compiled():
    with settings.use(backend="compiled"):
        yield
    torch.set_num_threads(1)


@elman.cell
def prototype(x, h, *, W, v):
    """A cell that kernels do not cover."""
    return tanh(W.n(x, h) + W.m(v.first))


def small(cell="lstm", dtype=torch.float64, **kwargs):
    torch.manual_seed(0)
    return Recurrent(cell, 3, 4, dtype=dtype, **kwargs)


def numbers(module, T=5, B=3, dtype=torch.float64):
    generator = torch.Generator().manual_seed(1)
    count = module.num_layers * (2 if module.bidirectional else 1)

    def draw(*shape):
        return torch.rand(*shape, generator=generator, dtype=torch.float64).to(dtype)

    states = tuple(draw(count, B, module.hidden_size) for _ in module.cell.states)
    return draw(T, B, module.input_size), states if len(states) > 1 else states[0]


def by_reference(function, *args):
    with settings.use(backend="reference"):
        return function(*args)


def refusal(module, *args):
    with pytest.raises(SettingError) as caught:
        module(*args)
    text = str(caught.value)
    start = 'the backend "compiled" was asked for, but cannot run this: '
    assert text.startswith(start)
    assert text.endswith('. Ask for "auto" to let Elman choose.')
    return text.removeprefix(start)


class TestRefusals:
    def test_a_map_of_a_learned_vector(self):
        reason = refusal(small(prototype), torch.zeros(2, 1, 3, dtype=torch.float64))
        words = "kernels do not cover the cell prototype: a learned vector is mapped"
        assert reason.startswith(words)

    @pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
    def test_other_dtypes(self, dtype):
        reason = refusal(small(dtype=dtype), torch.zeros(2, 1, 3, dtype=dtype))
        assert f"in {dtype}" in reason

    def test_mixed_dtypes(self):
        # modules refuse these with an error of their own, so that it is the call that is asked
        module = small()
        call, _ = module.arranged(numbers(module)[0], None, None)
        assert Compiled().refuses(call) == ""
        mixed = [
            call._replace(x=call.x.float()),
            call._replace(weights=tuple(w.float() for w in call.weights)),
            call._replace(states=tuple(s.float() for s in call.states)),
        ]
        assert [Compiled().refuses(one) for one in mixed] == ["kernels do not mix dtypes"] * 3

    def test_autocast(self):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            assert "do not mix dtypes" in refusal(small(dtype=torch.float32), torch.zeros(2, 1, 3))

    @pytest.mark.parametrize("shape", [(0, 2, 3), (2, 0, 3)])
    def test_nothing(self, shape):
        reason = refusal(small(), torch.zeros(*shape, dtype=torch.float64))
        assert "there is nothing to run" in reason

    def test_another_device(self):
        reason = refusal(small(device="meta"), torch.zeros(2, 1, 3, device="meta").double())
        assert "on meta" in reason

    def test_a_parameter_of_another_shape(self):
        module = small()
        module.weight_hh_l0 = torch.nn.Parameter(torch.ones(4, 16, dtype=torch.float64))
        reason = refusal(module, torch.zeros(2, 1, 3, dtype=torch.float64))
        assert reason.startswith("a parameter should be (16, 4), but is (4, 16)")

    def test_tensors_that_are_more_than_numbers(self):
        class Other(torch.Tensor):
            pass

        x = torch.zeros(2, 1, 3, dtype=torch.float64).as_subclass(Other)
        assert refusal(small(), x).startswith("kernels do not read a Other on cpu")

    # from inside of torch
    @pytest.mark.filterwarnings("ignore:`torch.jit.script:DeprecationWarning")
    def test_forward_mode_and_vmap(self):
        module, x = small(), torch.zeros(2, 1, 3, dtype=torch.float64)
        with torch.autograd.forward_ad.dual_level():
            dual = torch.autograd.forward_ad.make_dual(x, x)
            assert "forward-mode differentiation and vmap" in refusal(module, dual)
        with pytest.raises(SettingError, match="forward-mode differentiation and vmap"):
            torch.func.vmap(lambda row: module(row)[0], in_dims=1)(x)

    def test_automatically_the_reference_runs_then_and_says_why(self):
        module = small(prototype)
        with settings.use(backend="auto"):
            module(torch.zeros(2, 1, 3, dtype=torch.float64))
            assert module.explain().backend == "reference"
            assert "a learned vector is mapped" in module.explain().reason


class TestExplain:
    def test_what_ran(self):
        module = small("peephole_lstm")
        with settings.use(backend="auto"):
            module(numbers(module)[0])
        explanation = module.explain()
        assert explanation.backend == "compiled"
        assert explanation.reason == "it is the first choice for this call"
        assert (explanation.steps, explanation.rows) == (5, 3)
        module(numbers(module)[0])
        assert module.explain().reason == "it was asked for"

    def test_what_is_kept(self):
        """At most 6 H values for each row and step of the LSTM, and 5 H for the GRU."""
        T, B, H = 200, 8, 32
        for cell, at_most in (("lstm", 6 + 1), ("gru", 5)):
            module = Recurrent(cell, 3, H)
            module(torch.zeros(T, B, 3))
            # the states have one step more, and the first is given
            assert module.explain().saved_bytes <= 4 * at_most * H * B * (T + 2), cell

    @pytest.mark.parametrize("dropout", [0.0, 0.5])
    @pytest.mark.parametrize("recompute", [False, True])
    @pytest.mark.parametrize("cell", CELLS)
    def test_what_is_kept_is_what_torch_sees(self, cell, recompute, dropout):
        kwargs = {"num_layers": 3, "bidirectional": True, "dropout": dropout}
        module = small(cell, recompute=recompute, **kwargs)
        x, state = numbers(module)
        given = [x, *tree_leaves(state), *module.parameters()]
        known, kept = {t.untyped_storage().data_ptr() for t in given}, {}

        def keep(tensor):
            storage = tensor.untyped_storage()
            if storage.data_ptr() not in known:
                kept[storage.data_ptr()] = storage.nbytes()
            return tensor

        with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
            output, _ = module(x, state)
        assert output.requires_grad
        assert module.explain().saved_bytes == sum(kept.values())
        assert ("computed again" in str(module.explain())) == recompute


class TestWithoutGradients:
    @pytest.mark.parametrize("cell", ["lstm", "gru"])
    def test_nothing_is_saved(self, cell, monkeypatch):
        forward, asked = differentiable.forward, []

        def seen(*args, saving):
            found = forward(*args, saving=saving)
            asked.append((saving, len(found[2])))
            return found

        monkeypatch.setattr(differentiable, "forward", seen)
        module, x = small(cell), torch.ones(50, 7, 3, dtype=torch.float64)
        output, _ = small(cell).requires_grad_(False)(x)
        assert not output.requires_grad
        for context in (torch.no_grad(), torch.inference_mode()):
            with context:
                again, _ = module(x)
                assert not again.requires_grad
                assert torch.equal(again, output)
        assert asked == [(False, 0)] * 3
        module(x)
        assert asked[-1][0]
        assert asked[-1][1] > 0

    def test_the_same_bits(self):
        for cell in CELLS:
            module = small(cell)
            x, state = numbers(module)
            with torch.no_grad():
                without = tree_leaves(module(x, state))
            assert all(map(torch.equal, without, tree_leaves(module(x, state)))), cell


def leaves_of(module, x, state):
    states = state if isinstance(state, tuple) else (state,)
    named = {"x": x, **dict(zip(module.cell.states, states, strict=True))}
    return {name: value.clone().requires_grad_() for name, value in named.items()}


def run(module, leaves, lengths=None):
    states = tuple(leaves[name] for name in module.cell.states)
    return module(leaves["x"], states if len(states) > 1 else states[0], lengths)


class TestGradients:
    @pytest.mark.parametrize("cell", CELLS)
    def test_gradcheck(self, cell):
        module = small(cell, num_layers=2, bidirectional=True)
        leaves = leaves_of(module, *numbers(module, 3))
        assert torch.autograd.gradcheck(self.function(module, leaves), self.inputs(module, leaves))

    @pytest.mark.parametrize("whole", [True, False], ids=["whole", "ragged"])
    @pytest.mark.parametrize("bidirectional", [False, True])
    @pytest.mark.parametrize("cell", CELLS)
    def test_gradgradcheck(self, cell, bidirectional, whole):
        module = small(cell, bidirectional=bidirectional)
        leaves = leaves_of(module, *numbers(module, 3))
        lengths = None if whole else torch.tensor([2, 0, 3])
        function = self.function(module, leaves, lengths)
        inputs = self.inputs(module, leaves)
        assert torch.autograd.gradgradcheck(function, inputs, fast_mode=True)

    def function(self, module, leaves, lengths=None):
        names = [name for name, _ in module.named_parameters()]

        def call(*tensors):
            count = len(leaves)
            x, *states = tensors[:count]
            state = tuple(states) if len(states) > 1 else states[0]
            parameters = dict(zip(names, tensors[count:], strict=True))
            # through the module's own parameters, for a transform would be refused
            with torch.nn.utils.stateless._reparametrize_module(module, parameters):
                return tuple(tree_leaves(module(x, state, lengths)))

        return call

    def inputs(self, module, leaves):
        return *leaves.values(), *(p.detach().clone().requires_grad_() for p in module.parameters())

    @pytest.mark.parametrize("cell", CELLS)
    def test_a_gradient_that_is_differentiated_again_is_the_same(self, cell):
        module = small(cell, bidirectional=True)
        leaves = leaves_of(module, *numbers(module))
        wanted = [*leaves.values(), *module.parameters()]
        lengths = torch.tensor([5, 0, 3])

        def gradients(create_graph):
            output, _ = run(module, leaves, lengths)
            loss = output.square().sum()
            return torch.autograd.grad(loss, wanted, create_graph=create_graph)

        for once, twice in zip(gradients(False), gradients(True), strict=True):
            torch.testing.assert_close(once, twice, rtol=1e-12, atol=1e-12)

    @pytest.mark.parametrize("wanted", ["x", "weights", "states", "one weight"])
    @pytest.mark.parametrize("cell", CELLS)
    def test_only_some_gradients(self, cell, wanted):
        module = small(cell, num_layers=2)
        x, state = numbers(module)
        leaves = leaves_of(module, x, state)
        everything = {**leaves, **dict(module.named_parameters())}
        weight = "vector_l1" if cell == "indrnn" else "weight_hh_l1"
        groups = {
            "x": ["x"],
            "states": list(module.cell.states),
            "weights": [n for n, _ in module.named_parameters()],
            "one weight": [weight],
        }
        by_all = self.gradients(module, leaves, everything)
        for name, value in everything.items():
            value.requires_grad_(name in groups[wanted])
        some = {name: everything[name] for name in groups[wanted]}
        for name, gradient in self.gradients(module, leaves, some).items():
            assert torch.equal(gradient, by_all[name]), name
        with_graph = self.gradients(module, leaves, some, create_graph=True)
        for name, gradient in with_graph.items():
            torch.testing.assert_close(gradient, by_all[name], rtol=1e-12, atol=1e-12)

    def gradients(self, module, leaves, wanted, create_graph=False):
        output, final = run(module, leaves)
        loss = sum((value * (1 + value)).sum() for value in (output, *tree_leaves(final)))
        found = torch.autograd.grad(loss, list(wanted.values()), create_graph=create_graph)
        return dict(zip(wanted, found, strict=True))

    def test_of_the_final_state_only(self):
        for cell in CELLS:
            module = small(cell, bidirectional=True)
            leaves = leaves_of(module, *numbers(module))

            def last(module=module, leaves=leaves):
                final = tree_leaves(run(module, leaves, torch.tensor([5, 0, 3]))[1])[-1]
                return torch.autograd.grad(final.sum(), list(leaves.values()))

            for mine, theirs in zip(last(), by_reference(last), strict=True):
                torch.testing.assert_close(mine, theirs, rtol=1e-12, atol=1e-12)

    def test_twice_through_one_graph(self):
        module = small()
        leaves = leaves_of(module, *numbers(module))
        loss = run(module, leaves)[0].sum()
        first = torch.autograd.grad(loss, leaves["x"], retain_graph=True)[0]
        assert torch.equal(torch.autograd.grad(loss, leaves["x"])[0], first)
        with pytest.raises(RuntimeError, match="a second time"):
            torch.autograd.grad(loss, leaves["x"])

    def test_many_at_once(self):
        """A Jacobian in one pass, in which torch runs the way back under vmap."""
        module = small()
        leaves = leaves_of(module, *numbers(module, 2, 1))

        def jacobian():
            output, _ = run(module, leaves)
            each = torch.eye(output.numel(), dtype=output.dtype).view(-1, *output.shape)
            return torch.autograd.grad(output, leaves["x"], each, is_grads_batched=True)[0]

        torch.testing.assert_close(jacobian(), by_reference(jacobian), rtol=1e-12, atol=1e-12)

    def test_of_nothing_that_is_learned(self):
        @elman.cell
        def still(x, h, *, W):
            return stop_gradient(tanh(W.a(x, h)))

        module = small(still)
        leaves = leaves_of(module, *numbers(module))
        output, final = run(module, leaves)
        assert (output.detach() != 0).all()
        if output.requires_grad:
            for create_graph in (False, True):
                gradients = torch.autograd.grad(
                    output.sum() + final.sum(),
                    [leaves["x"], module.weight_hh_l0],
                    create_graph=create_graph,
                    retain_graph=True,
                    allow_unused=True,
                    materialize_grads=True,
                )
                assert all(not g.any() for g in gradients)


class TestChangesInPlace:
    """A gradient is right or refused, never wrong."""

    @pytest.mark.parametrize("lengths", [None, torch.tensor([5, 0, 3])])
    @pytest.mark.parametrize("kwargs", [{}, {"bidirectional": True}, {"num_layers": 2}], ids=str)
    @pytest.mark.parametrize("what", ["output", "final"])
    @pytest.mark.parametrize("cell", ["lstm", "gru", "elman"])
    def test_of_a_result(self, cell, what, kwargs, lengths):
        module = small(cell, **kwargs)
        leaves = leaves_of(module, *numbers(module))
        wanted = [*leaves.values(), *module.parameters()]

        def gradients(change):
            output, final = run(module, leaves, lengths)
            value = output if what == "output" else tree_leaves(final)[0]
            value = change(value)
            return torch.autograd.grad((value * value).sum(), wanted, allow_unused=True)

        expected = gradients(lambda value: value * 3)
        try:
            actual = gradients(lambda value: value.mul_(3))
        except RuntimeError as error:
            actual = str(error)
        if isinstance(actual, str):
            assert "inplace" in actual
            return
        for mine, theirs in zip(actual, expected, strict=True):
            assert mine is theirs is None or torch.equal(mine, theirs)

    def test_of_the_output_before_the_way_back(self):
        module = small("elman")
        leaves = leaves_of(module, *numbers(module))
        found = []
        for change in (1, 0):
            output, _ = run(module, leaves)
            with torch.no_grad():
                output.mul_(change)
            found.append(torch.autograd.grad(output.sum(), list(leaves.values())))
        assert all(map(torch.equal, *found))

    @pytest.mark.parametrize("name", ["x", "h", "weight_ih_l0", "weight_hh_l0", "bias_ih_l0"])
    def test_of_what_was_given(self, name):
        module = small()
        leaves = leaves_of(module, *numbers(module))
        output, _ = run(module, leaves)
        with torch.no_grad():
            {**leaves, **dict(module.named_parameters())}[name].zero_()
        with pytest.raises(RuntimeError, match="modified by an inplace operation"):
            output.sum().backward()

    def test_of_the_lengths(self):
        module = small(bidirectional=True)
        lengths = torch.tensor([5, 0, 3])

        def gradients(change):
            leaves = leaves_of(module, *numbers(module))
            given = lengths.clone()
            output, _ = run(module, leaves, given)
            change(given)
            return torch.autograd.grad(output.sum(), [*leaves.values(), *module.parameters()])

        expected = gradients(lambda given: given)
        for mine, theirs in zip(gradients(lambda given: given.fill_(1)), expected, strict=True):
            assert torch.equal(mine, theirs)


class TestLayouts:
    """Any strides, the same bits."""

    @pytest.mark.parametrize("cell", CELLS)
    def test_of_the_input_and_the_states(self, cell, poisoned):
        module = small(cell, bidirectional=True)
        x, state = numbers(module)
        variants = [
            lambda t: t.transpose(0, 1).contiguous().transpose(0, 1),
            lambda t: t.mT.contiguous().mT,
            lambda t: t.repeat_interleave(2, -1)[..., ::2],
            lambda t: t.repeat(2, 2, 2)[: t.size(0), : t.size(1), t.size(2) :],
        ]
        expected = self.run(module, x, state)
        for number, variant in enumerate(variants):
            states = state if isinstance(state, tuple) else (state,)
            given = tuple(variant(s) for s in states)
            actual = self.run(module, variant(x), given if len(given) > 1 else given[0])
            assert all(map(torch.equal, actual, expected)), number

    def run(self, module, x, state, d=lambda output: torch.ones_like(output)):
        x = x.requires_grad_()
        output, final = module(x, state)
        gradients = torch.autograd.grad(output, [x, *module.parameters()], d(output))
        x.requires_grad_(False)
        return [output, *tree_leaves(final), *gradients]

    def test_of_the_gradient(self, poisoned):
        module = small("gru", bidirectional=True)
        x, state = numbers(module)
        expected = self.run(module, x, state)
        variants = [
            lambda output: output.new_ones(()).expand_as(output),
            lambda output: torch.ones_like(output).transpose(0, 2).contiguous().transpose(0, 2),
        ]
        for variant in variants:
            assert all(map(torch.equal, self.run(module, x, state, variant), expected))

    def test_of_the_weights(self, poisoned):
        module, other = small("lstm"), small("lstm")
        x, state = numbers(module)
        for name, value in list(other.named_parameters()):
            if value.dim() == 2:
                turned = torch.nn.Parameter(value.detach().T.contiguous().T)
                assert not turned.is_contiguous()
                setattr(other, name, turned)
        pairs = zip(self.run(other, x, state), self.run(module, x, state), strict=True)
        assert all(torch.equal(*pair) for pair in pairs)

    def test_broadcast_states(self):
        module = small("lstm")
        x, _ = numbers(module)
        one = torch.ones(1, 1, 4, dtype=torch.float64)
        spread = one.expand(1, 3, 4)
        mine = self.run(module, x, (spread, spread))
        whole = spread.contiguous()
        assert all(map(torch.equal, mine, self.run(module, x, (whole, whole))))

    def test_batch_first_and_packed(self):
        module, turned = small("gru", num_layers=2), small("gru", num_layers=2, batch_first=True)
        x, state = numbers(module)
        expected, final = module(x, state, [5, 1, 3])
        output, last = turned(x.transpose(0, 1), state, [5, 1, 3])
        assert torch.equal(output.transpose(0, 1), expected)
        assert torch.equal(last, final)
        packed = torch.nn.utils.rnn.pack_padded_sequence(x, [5, 1, 3], enforce_sorted=False)
        output, last = module(packed, state)
        padded, _ = torch.nn.utils.rnn.pad_packed_sequence(output)
        assert torch.equal(padded, expected)
        assert torch.equal(last, final)

    @pytest.mark.parametrize("drop_in", ["LSTM", "GRU", "RNN"])
    def test_two_biases(self, drop_in):
        torch.manual_seed(0)
        module = getattr(elman.nn, drop_in)(3, 4, num_layers=2, bidirectional=True).double()
        x = torch.randn(5, 3, 3, dtype=torch.float64, requires_grad=True)

        def everything():
            output, final = module(x)
            found = torch.autograd.grad(output.square().sum(), [x, *module.parameters()])
            return [output, *tree_leaves(final), *found]

        for mine, theirs in zip(everything(), by_reference(everything), strict=True):
            torch.testing.assert_close(mine, theirs, rtol=1e-12, atol=1e-12)


def memory_only(x, h, *, W):
    return tanh(W.a(h) + W.b(h))


class TestCellsWithoutAPart:
    @pytest.mark.parametrize("backwards", [False, True])
    def test_no_input(self, backwards):
        module = small(elman.cell(memory_only), bidirectional=backwards)
        leaves = leaves_of(module, *numbers(module))

        def everything():
            output, final = run(module, leaves, torch.tensor([5, 0, 3]))
            loss = output.square().sum() + final.square().sum()
            wanted = [*leaves.values(), *module.parameters()]
            return torch.autograd.grad(loss, wanted, allow_unused=True, materialize_grads=True)

        for mine, theirs in zip(everything(), by_reference(everything), strict=True):
            torch.testing.assert_close(mine, theirs, rtol=1e-12, atol=1e-12)

    def test_states_that_change_places(self):
        @elman.cell
        def swap(x, h, c, n, *, W):
            return c, n, tanh(W.a(x, h) + c)

        module = small(swap, bidirectional=True)
        leaves = leaves_of(module, *numbers(module))

        def everything():
            output, final = run(module, leaves, torch.tensor([5, 0, 3]))
            loss = output.square().sum() + sum(f.square().sum() for f in final)
            return torch.autograd.grad(loss, [*leaves.values(), *module.parameters()])

        for mine, theirs in zip(everything(), by_reference(everything), strict=True):
            torch.testing.assert_close(mine, theirs, rtol=1e-12, atol=1e-12)


def test_two_python_threads_at_once():
    torch.set_num_threads(2)
    module = Recurrent("lstm", 8, 64, 2)
    inputs = [torch.randn(20, 32, 8, generator=torch.Generator().manual_seed(n)) for n in range(4)]

    def gradients(x):
        x = x.clone().requires_grad_()
        output, _ = module(x)
        return [output, *torch.autograd.grad(output.sum(), [x, *module.parameters()])]

    expected = [gradients(x) for x in inputs]
    wrong, ready = [], threading.Barrier(4)

    def work(number):
        ready.wait()
        for _ in range(5):
            if not all(map(torch.equal, gradients(inputs[number]), expected[number])):
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


FORK = """
import os, torch
from elman import settings
from elman.nn import Recurrent
torch.set_num_threads(2)
module, x = Recurrent("elman", 8, 64), torch.ones(30, 16, 8)
with settings.use(backend="compiled"), torch.no_grad():
    expected = module(x)[0]
    child = os.fork()
    if child == 0:
        os._exit(0 if torch.equal(module(x)[0], expected) else 1)
    print(os.waitpid(child, 0)[1])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_fork_after_the_first_run():
    one = subprocess.Popen(
        [sys.executable, "-c", FORK], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        out, _ = one.communicate(timeout=15)
    except subprocess.TimeoutExpired:
        out = "it hangs"
    finally:
        if one.poll() is None:
            os.killpg(one.pid, signal.SIGKILL)
            one.wait()
    assert out.strip() == "0"


def test_a_graph_that_is_gone_takes_its_memory_with_it():
    module = small()
    x = numbers(module)[0].requires_grad_()
    gc.collect()
    gc.disable()
    try:
        output, final = module(x * 1)
        gone = weakref.ref(output.grad_fn)
        del output, final
        assert gone() is None
    finally:
        gc.enable()


def test_a_length_is_read_once_and_never_from_garbage():
    """Lengths of another integer type and with strides are what they say."""
    module = small("gru")
    x, state = numbers(module)
    expected, _ = module(x, state, torch.tensor([5, 0, 3]))
    for lengths in (
        torch.tensor([5, 0, 3], dtype=torch.int32),
        torch.tensor([5, 9, 0, 9, 3, 9])[::2],
        [5, 0, 3],
    ):
        assert torch.equal(module(x, state, lengths)[0], expected)
