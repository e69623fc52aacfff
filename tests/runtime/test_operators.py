"""Our modules within graphs of `torch.compile` and `torch.export`: accepted, and the same bits."""

import subprocess
import sys

import pytest
import torch
from torch._dynamo.testing import CompileCounterWithBackend
from torch._subclasses import FakeTensorMode
from torch.export import Dim, export
from torch.fx.experimental.proxy_tensor import make_fx
from torch.nn.utils.rnn import pack_padded_sequence
from torch.utils._pytree import tree_leaves

import elman
from elman import cells, settings
from elman.cells import tanh
from elman.nn import GRU, LSTM, RNN, Recurrent
from pairs import every_pair

T, B, I, H = 5, 3, 3, 4


@elman.cell
def leaky(x, h, *, W, v):
    """A cell of a user."""
    return v.rate * h + (1 - v.rate) * tanh(W.n(x, h))


@elman.cell
def prototype(x, h, *, W, v):
    """A cell that kernels do not cover."""
    return tanh(W.n(x, h) + W.m(v.first))


MODULES = {
    **{name: lambda n=name, **k: Recurrent(n, I, H, **k) for name in cells.names()},
    "a cell of one's own": lambda **k: Recurrent(leaky, I, H, **k),
    "prototype": lambda **k: Recurrent(prototype, I, H, **k),
    "LSTM": lambda **k: LSTM(I, H, **k),
    "GRU": lambda **k: GRU(I, H, **k),
    "RNN": lambda **k: RNN(I, H, nonlinearity="relu", **k),
}
SETTINGS = {
    "one layer": {},
    "two layers, both directions": {"num_layers": 2, "bidirectional": True},
    "batch first": {"batch_first": True},
    "dropout": {"num_layers": 3, "dropout": 0.5},
    "no bias": {"bias": False},
    "recompute": {"recompute": True, "bidirectional": True},
}


@pytest.fixture(autouse=True)
def fresh():
    torch._dynamo.reset()


def make(kind, **kwargs):
    torch.manual_seed(0)
    return MODULES[kind](**kwargs)


def begin(module, rows=B):
    generator = torch.Generator().manual_seed(1)
    stack = module._stack
    states = tuple(
        torch.rand(stack.rows, rows, size, generator=generator) for size in stack.state_sizes
    )
    return states if len(states) > 1 else states[0]


def given(module, steps=T, rows=B):
    generator = torch.Generator().manual_seed(2)
    x = torch.randn(steps, rows, I, generator=generator)
    return x.transpose(0, 1) if module.batch_first else x


def compiled(module, **kwargs):
    return torch.compile(module, fullgraph=True, backend="aot_eager", **kwargs)


def by_itself(module, *args, backend="compiled"):
    with settings.use(backend=backend):
        return outcome(module, module, *args)


def outcome(run, module, *args):
    """Everything that a run and its way back give."""
    leaves = [a.detach().requires_grad_() if is_real(a) else a for a in tree_leaves(args)]
    rest = iter(leaves)
    args = torch.utils._pytree.tree_map(lambda _: next(rest), args)
    torch.manual_seed(3)
    found = tree_leaves(run(*args))
    loss = sum((t * torch.linspace(0.5, 1.5, t.numel()).view_as(t)).sum() for t in found)
    wanted = [*(leaf for leaf in leaves if is_real(leaf)), *module.parameters()]
    gradients = torch.autograd.grad(loss, wanted, allow_unused=True, materialize_grads=True)
    return [*found, *gradients]


def is_real(leaf):
    return isinstance(leaf, torch.Tensor) and leaf.is_floating_point()


def assert_equal(found, expected):
    assert len(found) == len(expected)
    for place, (mine, theirs) in enumerate(zip(found, expected, strict=True)):
        assert torch.equal(mine, theirs), place


def ways(kind):
    """Which backend gives the bits of a graph."""
    return "reference" if kind == "prototype" else "compiled"


class TestCompile:
    @pytest.mark.parametrize("kind", MODULES)
    def test_every_cell(self, kind):
        module = make(kind, bidirectional=True)
        args = given(module), begin(module)
        expected = by_itself(module, *args, backend=ways(kind))
        assert_equal(outcome(compiled(module), module, *args), expected)

    @pytest.mark.parametrize(
        ("kind", "how", "mode"),
        every_pair(["peephole_lstm", "LSTM"], SETTINGS, ["train", "eval"]),
    )
    def test_every_setting(self, kind, how, mode):
        module = make(kind, **SETTINGS[how]).train(mode == "train")
        run, x = compiled(module), given(module)
        for args in ((x,), (x, begin(module))):
            expected = by_itself(module, *args)
            assert_equal(outcome(run, module, *args), expected)
            for context in (torch.no_grad(), torch.inference_mode()):
                torch.manual_seed(3)
                with context:
                    found = tree_leaves(run(*args))
                    assert not any(tensor.requires_grad for tensor in found)
                    assert_equal(found, expected[: len(found)])

    @pytest.mark.parametrize("kind", ["lstm", "mgu", "GRU"])
    def test_one_graph_for_any_number_of_steps_and_rows(self, kind):
        module = make(kind, num_layers=2)
        count = CompileCounterWithBackend("aot_eager")
        run = torch.compile(module, fullgraph=True, backend=count, dynamic=True)
        graphs = 0
        for steps, rows in ((7, 6), (7, 2), (3, 9), (30, 4)):
            args = given(module, steps, rows), begin(module, rows)
            expected = by_itself(module, *args, backend=ways(kind))
            assert_equal(outcome(run, module, *args), expected)
            graphs = graphs or count.frame_count
        assert count.frame_count == graphs

    @pytest.mark.parametrize("kind", ["gru", "layer_norm_gru", "LSTM"])
    @pytest.mark.parametrize("dtype", [torch.int64, torch.int32], ids=str)
    def test_lengths(self, kind, dtype):
        module = make(kind, num_layers=2, bidirectional=True)
        x = given(module)
        x[2:, 0] = torch.nan
        run = compiled(lambda x, lengths: module(x, lengths=lengths))
        for lengths in ([2, 5, 0], [1, 1, 3]):
            lengths = torch.tensor(lengths, dtype=dtype)
            with settings.use(backend=ways(kind)):
                expected = outcome(lambda x, n: module(x, lengths=n), module, x, lengths)
            assert_equal(outcome(run, module, x, lengths), expected)
        assert_equal(
            tree_leaves(compiled(lambda x: module(x, lengths=[2, 5, 0]))(x)),
            tree_leaves(run(x, torch.tensor([2, 5, 0], dtype=dtype))),
        )

    def test_wrong_lengths_are_refused_when_the_graph_runs(self):
        module = make("gru")
        run = compiled(lambda x, lengths: module(x, lengths=lengths))
        run(given(module), torch.tensor([5, 0, 2]))
        for lengths, words in (([6, 0, 2], "row 0 has 6"), ([5, -1, 2], "row 1 has -1")):
            with pytest.raises(ValueError, match=rf"lengths must lie in 0\.\.5.*{words}"):
                run(given(module), torch.tensor(lengths))

    def test_a_single_sequence(self):
        module = make("lstm")
        x = given(module)[:, 0]
        assert_equal(outcome(compiled(module), module, x), by_itself(module, x))

    def test_twice_through_one_graph(self):
        module = make("lstm")
        output, _ = compiled(module)(given(module))
        first = torch.autograd.grad(output.sum(), list(module.parameters()), retain_graph=True)
        assert_equal(torch.autograd.grad(output.sum(), list(module.parameters())), first)

    def test_of_the_final_state_only(self):
        module = make("lstm", bidirectional=True)
        x = given(module)

        def gradients(run):
            _, (_, c) = run(x)
            return torch.autograd.grad(c.sum(), list(module.parameters()))

        with settings.use(backend="compiled"):
            expected = gradients(module)
        assert_equal(gradients(compiled(module)), expected)

    def test_within_a_larger_network(self):
        class Network(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.first, self.second = torch.nn.Linear(I, I), make("gru")
                self.last = torch.nn.Linear(H, 2)

            def forward(self, x):
                return self.last(self.second(torch.tanh(self.first(x)))[0])

        network = Network()
        x = torch.randn(T, B, I)
        expected = by_itself(network, x)
        for mine, theirs in zip(outcome(compiled(network), network, x), expected, strict=True):
            torch.testing.assert_close(mine, theirs)

    def test_a_parameter_that_is_replaced_or_changed_is_seen(self):
        module = make("gru")
        run, x = compiled(module), given(module)
        run(x)
        with torch.no_grad():
            module.weight_hh_l0.mul_(2)
        assert_equal(tree_leaves(run(x)), by_itself(module, x)[:2])
        module.weight_ih_l0 = torch.nn.Parameter(torch.ones_like(module.weight_ih_l0))
        assert_equal(tree_leaves(run(x)), by_itself(module, x)[:2])

    def test_a_parametrised_weight(self):
        module = make("GRU")
        torch.nn.utils.parametrizations.weight_norm(module, "weight_hh_l0")
        x = given(module)
        assert_equal(outcome(compiled(module), module, x), by_itself(module, x))

    @pytest.mark.slow
    # from inside of torch
    @pytest.mark.filterwarnings("ignore::DeprecationWarning")
    @pytest.mark.parametrize("kind", ["peephole_lstm", "GRU"])
    def test_by_inductor(self, kind):
        module = make(kind, num_layers=2, bidirectional=True)
        args = given(module), begin(module)
        run = torch.compile(module, fullgraph=True, dynamic=True)
        assert_equal(outcome(run, module, *args), by_itself(module, *args))


class TestWhatKernelsDoNotCover:
    @pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
    def test_other_dtypes_run_by_the_reference(self, dtype):
        module = make("gru").to(dtype)
        x = given(module).to(dtype)
        expected = by_itself(module, x, backend="reference")
        assert_equal(outcome(compiled(module), module, x), expected)

    def test_a_backend_asked_for_stays_with_the_graph(self):
        module = make("lstm", num_layers=2)
        x = given(module)
        expected = by_itself(module, x, backend="reference")
        run = compiled(module)
        with settings.use(backend="reference"):
            found = outcome(run, module, x)
        assert_equal(found, expected)
        assert_equal(outcome(run, module, x), expected)

    @pytest.mark.parametrize(
        ("asked", "kind", "dtype", "reason"),
        [
            ("compiled", "prototype", torch.float32, "a learned vector is mapped"),
            ("compiled", "gru", torch.float16, "not on cpu in torch.float16"),
            ("aten", "gru", torch.float32, "the operators of torch are no part of a graph"),
        ],
    )
    def test_a_backend_asked_for_that_cannot_is_an_error(self, asked, kind, dtype, reason):
        module = make(kind).to(dtype)
        with settings.use(backend=asked), pytest.raises(Exception, match=reason):
            compiled(module)(given(module).to(dtype))

    def test_autocast_keeps_the_dtype_of_the_parameters(self):
        module = make("gru")
        x = given(module)
        expected = by_itself(module, x.bfloat16().float())[:2]

        @compiled
        def run(x):
            with torch.autocast("cpu", torch.bfloat16):
                return module(x)

        assert_equal(tree_leaves(run(x.bfloat16())), expected)

    def test_a_packed_sequence_breaks_the_graph(self):
        module = make("gru")
        packed = pack_padded_sequence(given(module), [5, 3, 1])
        with pytest.raises(Exception, match=r"PackedSequence.*lengths"):
            compiled(module)(packed)
        expected, final = module(packed)
        output, last = torch.compile(module, backend="aot_eager")(packed)
        assert_equal([output.data, last], [expected.data, final])

    def test_a_trace_breaks_the_graph(self):
        module = make("gru")
        x = given(module)
        with pytest.raises(Exception, match="a trace is for looking at"):
            compiled(lambda x: module.trace(x))(x)
        found = torch.compile(lambda x: module.trace(x * 1), backend="aot_eager")(x)
        assert_equal(tree_leaves(found), tree_leaves(module.trace(x)))

    def test_a_graph_leaves_no_mark_on_what_explain_says(self):
        module = make("gru")
        compiled(module)(given(module))
        with pytest.raises(RuntimeError, match="nothing to explain"):
            module.explain()

    def test_no_steps_and_no_rows(self):
        module = make("gru")
        run = compiled(module, dynamic=True)
        run(given(module))
        for steps, rows in ((0, 2), (3, 0)):
            args = given(module, steps, rows), begin(module, rows)
            expected = by_itself(module, *args, backend="reference")
            assert_equal(outcome(run, module, *args), expected)


def exported(module, x, *, strict=False):
    shapes = ({0: Dim.DYNAMIC, 1: Dim.DYNAMIC},)
    return export(module, (x,), strict=strict, dynamic_shapes=shapes)


class WithLengths(torch.nn.Module):
    def __init__(self, module):
        super().__init__()
        self.module = module

    def forward(self, x, lengths):
        return self.module(x, lengths=lengths)


@pytest.mark.parametrize("strict", [False, True], ids=["not strict", "strict"])
class TestExport:
    @pytest.mark.parametrize("kind", ["peephole_lstm", "mgu", "a cell of one's own", "LSTM"])
    def test_for_any_number_of_steps_and_rows(self, kind, strict):
        module = make(kind, num_layers=2, bidirectional=True)
        program = exported(module, given(module), strict=strict).module()
        for steps, rows in ((T, B), (2, 7), (40, 2)):
            x = given(module, steps, rows)
            with settings.use(backend=ways(kind)):
                expected = tree_leaves(module(x))
            assert_equal(tree_leaves(program(x)), expected)

    def test_with_lengths_and_batch_first(self, strict):
        module = make("lstm", batch_first=True).eval()
        x, lengths = given(module), torch.tensor([2, 5, 0])
        rows = Dim("rows")
        shapes = {"x": {0: rows, 1: Dim.DYNAMIC}, "lengths": {0: rows}}
        program = export(WithLengths(module), (x, lengths), dynamic_shapes=shapes, strict=strict)
        again = program.module()
        for steps, lengths in ((5, [2, 5, 0]), (9, [9, 0, 4, 7])):
            x, lengths = given(module, steps, len(lengths)), torch.tensor(lengths)
            with settings.use(backend="compiled"):
                expected = tree_leaves(module(x, lengths=lengths))
            assert_equal(tree_leaves(again(x, lengths)), expected)
        with pytest.raises(ValueError, match="row 1 has 10"):
            again(given(module, 9, 2), torch.tensor([9, 10]))

    def test_it_keeps_no_activations_and_learns_all_the_same(self, strict):
        module = make("gru", num_layers=2)
        x = given(module)
        program = export(module, (x,), strict=strict)
        calls = [n for n in program.graph.nodes if "elman" in str(n.target)]
        assert len(calls) == 2
        assert all(node.args[-1] is False for node in calls)
        again = program.module()
        expected = by_itself(module, x)[3:]
        loss = sum(
            (t * torch.linspace(0.5, 1.5, t.numel()).view_as(t)).sum()
            for t in tree_leaves(again(x))
        )
        assert_equal(torch.autograd.grad(loss, list(again.parameters())), expected)

    def test_other_parameters_than_it_was_made_for_are_refused(self, strict):
        module = make("gru").eval()
        program = export(module, (given(module),), strict=strict).module()
        weights = dict(program.named_parameters())
        for change, words in (
            (lambda w: w.double(), "kernels do not mix dtypes"),
            (lambda w: w.T.contiguous(), r"a parameter should be \(12, 4\), but is \(4, 12\)"),
        ):
            other = {n: change(w) if n == "weight_hh_l0" else w for n, w in weights.items()}
            with pytest.raises(ValueError, match=words):
                torch.func.functional_call(program, other, (given(module),))


ELSEWHERE = """
import sys, torch, elman.nn
program = torch.export.load(sys.argv[1])
x, expected = torch.load(sys.argv[2])
assert torch.equal(program.module()(x)[0], expected)
"""


def test_an_exported_program_runs_in_another_process(tmp_path):
    module = make("a cell of one's own", num_layers=2, bidirectional=True).eval()
    torch.export.save(exported(module, given(module)), tmp_path / "program.pt2")
    x = given(module, 9, 2)
    with settings.use(backend="compiled"), torch.no_grad():
        torch.save((x, module(x)[0]), tmp_path / "numbers.pt")
    command = [sys.executable, "-c", ELSEWHERE, tmp_path / "program.pt2", tmp_path / "numbers.pt"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("kind", "how", "lengths"),
    every_pair(["indrnn", "mgu", "LSTM"], ["one layer", "recompute"], [None, (5, 0, 2)]),
)
def test_the_operators_are_what_torch_asks_of_operators(kind, how, lengths, poisoned):
    module = make(kind, **SETTINGS[how])
    stack, x = module._stack, given(module)
    states = tree_leaves(begin(module))
    weights = list(module.parameters())
    lengths = None if lengths is None else torch.tensor(lengths)
    inputs = [stack.text, "auto", x, states, weights, lengths]
    forward, backward = torch.ops.elman.forward.default, torch.ops.elman.backward.default
    leaves = [t.detach().requires_grad_() for t in (x, *states, *weights)]
    first = 1 + len(states)
    wanted = [stack.text, "auto", leaves[0], leaves[1:first], leaves[first:], lengths]
    # of what is saved some places are never written, nor read: those differ from run to run
    every = ("test_schema", "test_autograd_registration", "test_faketensor")
    for saving, tests in ((False, (*every, "test_aot_dispatch_dynamic")), (True, every)):
        with torch.no_grad():
            torch.library.opcheck(forward, (*inputs, saving), test_utils=tests)
        torch.library.opcheck(forward, (*wanted, saving), test_utils=tests)
        output, finals, saved = forward(*(i for i in inputs), saving)
        given_back = [output.detach(), [f.detach() for f in finals]]
        saved = [s.detach() for s in saved]
        detached = [stack.text, "auto", x, states, [w.detach() for w in weights], lengths]
        for of_input in (False, True):
            torch.library.opcheck(backward, (*detached, saved, *given_back, of_input))


class TestWhatRecordsOperators:
    """Without a graph in sight the kernels' numbers must not become constants of what records."""

    def test_make_fx(self):
        module = make("gru")
        x, other = given(module), torch.ones(T, B, I)
        for context in (torch.no_grad(), torch.enable_grad()):
            with settings.use(backend="compiled"), context:
                recorded = make_fx(lambda x: module(x)[0])(x)
                assert torch.equal(recorded(other), module(other)[0])

    # from inside of torch
    @pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")
    def test_torch_jit_trace(self):
        module = make("gru")
        x, other = given(module), torch.ones(T, B, I)
        with settings.use(backend="compiled"):
            recorded = torch.jit.trace(module, (x,), check_trace=False)
            assert_equal(tree_leaves(recorded(other)), tree_leaves(module(other)))

    def test_fake_tensors(self):
        with settings.use(backend="compiled"), FakeTensorMode():
            module = LSTM(I, H, 2)
            output, _ = module(torch.zeros(T, B, I))
            output.sum().backward()
            assert output.shape == (T, B, H)
            assert module.weight_ih_l0.grad.shape == (4 * H, I)
