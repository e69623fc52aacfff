"""Cells that attend: compiled against the reference, and the same bits however it runs."""

import pytest
import torch

from elman import cells, settings
from elman.cells import attend, cell, softmax, tanh, total, where
from elman.cells.attentive import SCORES, attentive
from elman.nn import Recurrent
from elman.runtime import coming, going, layer_run, team


@cell
def both_memories(x, h, *, W, v, memory):
    """Looks twice in one step, the second time for what the first has found."""
    first = attend(softmax(total(W.q(h) * W.k(memory))), W.u(memory))
    gate = where(memory > v.t, memory, 0.1 * memory)
    second = attend(softmax(total(first * gate) + total(W.k(memory))), gate)
    return tanh(W.x(x) + W.a(first) + W.b(second))


CELLS = {
    # "concatenated" is another name of "additive", the same function
    **{f"gru {s}": attentive(cells.get("gru"), s) for s in SCORES if s != "concatenated"},
    "lstm additive": attentive(cells.get("lstm"), "additive"),
    "lstm dot": attentive(cells.get("lstm"), "dot"),
    "layer_norm_gru general": attentive(cells.get("layer_norm_gru"), "general"),
    "both memories": both_memories,
}
SHAPES = [(4, 3, 2, 5, 7), (1, 1, 1, 1, 1), (9, 7, 5, 33, 21), (5, 2, 3, 17, 16), (3, 4, 2, 5, 281)]
"""T, B, I, S and H."""

BOUNDS = {torch.float64: 1e-10, torch.float32: 2e-4}


@pytest.fixture(autouse=True)
def one_thread():
    yield
    torch.set_num_threads(1)


class Given:
    def __init__(self, cell, shape, *, ragged):
        T, B, I, S, H = shape
        generator = torch.Generator().manual_seed(3)
        self.x = torch.randn(T, B, I, generator=generator)
        self.memory = torch.randn(S, B, H, generator=generator)
        self.lengths = torch.tensor([(T, 0, T // 2, 1)[row % 4] for row in range(B)])
        self.places = torch.tensor([(S, S // 2, 0, 1)[row % 4] for row in range(B)])
        if ragged:
            # what is beyond the real places is never looked at
            self.memory[torch.arange(S)[:, None] >= self.places] = torch.nan
        else:
            self.lengths, self.places = None, None
        self.weights = torch.randn(T, B, H, generator=generator)

    def rows(self, rows):
        found = object.__new__(Given)
        found.x, found.memory, found.weights = (
            t[:, rows] for t in (self.x, self.memory, self.weights)
        )
        found.lengths = None if self.lengths is None else self.lengths[rows]
        found.places = None if self.places is None else self.places[rows]
        return found


def made(name, shape, dtype):
    torch.manual_seed(1)
    return Recurrent(CELLS[name], shape[2], shape[4]).to(dtype)


def run(module, given, backend="compiled"):
    dtype = next(module.parameters()).dtype
    x, memory = (t.to(dtype).requires_grad_() for t in (given.x, given.memory))
    attended = memory if given.places is None else (memory, given.places)
    with settings.use(backend=backend):
        output, finals = module(x, None, given.lengths, attended)
    finals = finals if isinstance(finals, tuple) else (finals,)
    loss = (output * given.weights.to(dtype)).sum() + sum(f.square().sum() for f in finals)
    leaves = {"x": x, "memory": memory, **dict(module.named_parameters())}
    found = torch.autograd.grad(loss, leaves.values(), allow_unused=True, materialize_grads=True)
    values = {"output": output.detach(), **{f"final {n}": f.detach() for n, f in enumerate(finals)}}
    return values | {f"gradient of {n}": g for n, g in zip(leaves, found, strict=True)}


OF_ROWS = ("output", "final 0", "gradient of x", "gradient of memory")


@pytest.mark.parametrize("ragged", [False, True], ids=["whole", "ragged"])
@pytest.mark.parametrize("dtype", BOUNDS, ids=str)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("name", CELLS)
def test_compiled_is_the_reference(name, shape, dtype, ragged, poisoned):
    given = Given(CELLS[name], shape, ragged=ragged)
    expected = run(made(name, shape, torch.float64), given, "reference")
    module = made(name, shape, dtype)
    actual = run(module, given)
    assert module.explain().backend == "compiled"
    # of a score that is the same for all places, as a bias of the keys, the gradient is zero
    largest = max(float(value.abs().max()) for n, value in expected.items() if "gradient" in n)
    for what, value in expected.items():
        size = float(value.abs().max()) if "gradient" not in what else largest
        error = float((actual[what].double() - value).abs().max())
        assert error <= BOUNDS[dtype] * max(size, 1e-3), what


@pytest.mark.parametrize("ragged", [False, True], ids=["whole", "ragged"])
@pytest.mark.parametrize("name", ["gru dot", "lstm dot"])
class TestTheSameBits:
    """Of what kernels compute; the maps of a memory are one product of torch's before them."""

    shape = (7, 16, 3, 19, 281)

    def made(self, name, ragged):
        given = Given(CELLS[name], self.shape, ragged=ragged)
        module = made(name, self.shape, torch.float32)
        return given, module, run(module, given)

    @pytest.mark.parametrize("shared", ["rows", "units"])
    def test_on_any_number_of_threads(
        self, name, ragged, shared, planned_anew, monkeypatch, poisoned
    ):
        given, module, expected = self.made(name, ragged)
        monkeypatch.setattr(team, "WORTH_A_THREAD", 1)
        monkeypatch.setattr(layer_run, "FEW_ROWS", 1000 if shared == "units" else 0)
        for threads in (2, 3):
            torch.set_num_threads(threads)
            for what, value in run(module, given).items():
                assert torch.equal(value, expected[what]), what

    @pytest.mark.parametrize("bits", ["128", "256", "512"])
    def test_at_any_width_of_vectors(self, name, ragged, bits):
        given, module, expected = self.made(name, ragged)
        with settings.use(vector_bits=bits):
            for what, value in run(module, given).items():
                assert torch.equal(value, expected[what]), what

    def test_a_row_alone_and_among_others(self, name, ragged):
        given, module, expected = self.made(name, ragged)
        alone = run(module, given.rows(slice(3, 4)))
        for what in OF_ROWS:
            assert torch.equal(alone[what], expected[what][:, 3:4]), what

    def test_in_chunks_of_any_size(self, name, ragged, planned_anew, monkeypatch, poisoned):
        given, module, expected = self.made(name, ragged)
        for where_, constant in ((going, "CHUNK"), (coming, "CHUNK"), (coming, "TERMS")):
            monkeypatch.setattr(where_, constant, 1 << 14)
        for what, value in run(module, given).items():
            assert torch.equal(value, expected[what]), what


def test_padding_of_a_memory_makes_no_difference():
    shape = (5, 4, 3, 9, 12)
    module, given = made("gru additive", shape, torch.float64), Given(None, shape, ragged=False)
    whole = run(module, given)
    given.memory = torch.cat([given.memory, torch.full((3, 4, 12), torch.nan)])
    given.places = torch.full((4,), 9)
    padded = run(module, given)
    assert (padded["gradient of memory"][9:] == 0).all()
    padded["gradient of memory"] = padded["gradient of memory"][:9]
    for what, value in whole.items():
        torch.testing.assert_close(padded[what], value, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("name", CELLS)
def test_gradients_are_exact(name):
    shape = (3, 2, 2, 3, 4)
    module, given = made(name, shape, torch.float64), Given(None, shape, ragged=False)
    names = dict(module.named_parameters())

    def f(x, memory, *weights):
        values = dict(zip(names, weights, strict=True))
        return torch.func.functional_call(module, values, (x, None, None, (memory, [3, 2])))[0]

    given = [t.double().requires_grad_() for t in (given.x, given.memory)]
    assert torch.autograd.gradcheck(f, (*given, *names.values()))
    assert torch.autograd.gradgradcheck(f, (*given, *names.values()), fast_mode=True)


def test_with_zoneout_and_dropped_weights():
    shape = (6, 5, 3, 7, 9)
    torch.manual_seed(1)
    of = {"zoneout": 0.2, "recurrent_dropout": 0.3, "weight_drop": 0.2}
    module = Recurrent(CELLS["lstm additive"], 3, 9, **of).double()
    given, found = Given(None, shape, ragged=True), []
    for backend in ("compiled", "reference"):
        torch.manual_seed(2)
        found.append(run(module, given, backend))
    for what, value in found[1].items():
        torch.testing.assert_close(found[0][what], value, rtol=1e-9, atol=1e-9)


def test_in_a_graph():
    shape = (4, 3, 2, 5, 7)
    module, given = made("gru additive", shape, torch.float64), Given(None, shape, ragged=False)
    x, memory = given.x.double(), given.memory.double()
    expected, _ = module(x, None, None, memory)
    actual, _ = torch.compile(module, fullgraph=True, backend="aot_eager")(x, None, None, memory)
    torch.testing.assert_close(actual, expected)
    actual.sum().backward()
    assert module.weight_hh_l0.grad.isfinite().all()
