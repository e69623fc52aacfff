"""Every cell: compiled against the reference, and the same bits however it runs."""

from functools import cache, partial
from itertools import pairwise
from random import Random

import hypothesis.strategies as st
import pytest
import torch
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as examples

from conformance.test_cells import assert_close, tolerance
from derive.test_reverse import steps
from elman import cells, settings
from elman.cells import Cell
from elman.nn import Recurrent
from elman.nn.recurrent import _only_mapped
from elman.plan.program import refuses
from elman.runtime import coming, going, layer_run, team
from pairs import every_pair

NAMES = cells.names()
PROJECTED = [name for name in NAMES if _only_mapped(cells.get(name))]
DTYPES = [torch.float32, torch.float64]

# (T, B, I, H): each H with each B and each T at least once
SHAPES = [
    (1, 1, 1, 1),
    (2, 3, 4, 1),
    (63, 7, 2, 1),
    (2, 1, 3, 5),
    (63, 3, 4, 5),
    (1, 7, 2, 5),
    (63, 7, 3, 17),
    (1, 3, 17, 17),
    (2, 1, 1, 17),
    (63, 1, 2, 33),
    (2, 7, 33, 33),
    (1, 3, 5, 33),
    (1, 1, 3, 100),
    (2, 7, 9, 100),
    (63, 3, 5, 100),
]


@pytest.fixture(autouse=True)
def one_thread():
    yield
    torch.set_num_threads(1)


def test_every_cell_has_kernels():
    assert [name for name in NAMES if refuses(cells.get(name).graph)] == []
    projected = {name: refuses(cells.get(name).graph, projection=True) for name in PROJECTED}
    assert set(projected.values()) == {""}
    assert {"lstm", "elman"} <= set(projected)


def module_of(cell, I, H, dtype, **kwargs):
    torch.manual_seed(1)
    module = Recurrent(cell, I, H, **kwargs)
    for name, parameter in module.named_parameters():
        if name.startswith("gain"):
            # with gains of 1 a normalised cell multiplies any error a hundred times in 63 steps
            torch.nn.init.constant_(parameter, 0.5)
    return module.to(dtype)


class Numbers:
    """What a run is given, as numbers that float32 can hold.

    Args:
        cell: whose states they are for.
        shape: (T, B, I, H).
        directions: D.
        lengths: of the rows; None if all steps are real.
        output: the size of the first state; None for H.
    """

    def __init__(self, cell, shape, directions=2, lengths=None, output=None):
        T, B, I, H = shape
        sizes = [output or H] + [H] * (len(cell.states) - 1)
        generator = torch.Generator().manual_seed(3)

        def draw(*size):
            return torch.randn(*size, generator=generator)

        self.x, self.lengths = draw(T, B, I), lengths
        # n of the sLSTM, the sum of the input gates, is never negative
        self.states = [draw(directions, B, size) for size in sizes]
        self.states = [
            s.abs() if n == "n" else s for n, s in zip(cell.states, self.states, strict=True)
        ]
        self.d_output = draw(T, B, directions * sizes[0])
        self.d_finals = [draw(directions, B, size) for size in sizes]
        if lengths is not None:
            padding = torch.arange(T)[:, None] >= lengths
            self.x[padding] = torch.nan
            self.d_output[padding] = torch.nan

    def rows(self, rows, steps=None):
        """Return the same for some rows, and the first steps only."""
        found = object.__new__(Numbers)
        found.x, found.d_output = self.x[:steps, rows], self.d_output[:steps, rows]
        found.states = [state[:, rows] for state in self.states]
        found.d_finals = [state[:, rows] for state in self.d_finals]
        found.lengths = None if self.lengths is None else self.lengths[rows]
        return found


def ragged(T, B):
    """Return lengths in no order, with zeros and the whole length among them."""
    return torch.tensor([(0, T, T // 2, 1, T - 1, 0, T)[row % 7] for row in range(B)])


def run(module, numbers, backend="compiled"):
    """Return outputs, final states, and all gradients, by name."""
    # a cell may have no parameters at all
    dtype = next((p.dtype for p in module.parameters()), torch.float64)
    x = numbers.x.to(dtype).requires_grad_()
    states = [state.to(dtype).requires_grad_() for state in numbers.states]
    with settings.use(backend=backend):
        output, finals = module(x, tuple(states) if len(states) > 1 else states[0], numbers.lengths)
    finals = finals if isinstance(finals, tuple) else (finals,)
    pairs = [(output, numbers.d_output), *zip(finals, numbers.d_finals, strict=True)]
    pairs = [(value, d.to(dtype)) for value, d in pairs if value.requires_grad]
    parameters = dict(module.named_parameters())
    leaves = [x, *states, *parameters.values()]
    gradients = [torch.zeros_like(leaf) for leaf in leaves]
    if pairs:  # a cell may let no gradient through at all
        values, given_gradients = zip(*pairs, strict=True)
        gradients = torch.autograd.grad(
            values, leaves, given_gradients, allow_unused=True, materialize_grads=True
        )
    names = module.cell.states
    return {
        "output": output.detach(),
        **{f"final {name}": f.detach() for name, f in zip(names, finals, strict=True)},
        "gradient of x": gradients[0],
        **{f"gradient of {name}": g for name, g in zip(names, gradients[1:], strict=False)},
        **{
            f"gradient of {name}": g
            for name, g in zip(parameters, gradients[1 + len(names) :], strict=True)
        },
    }


def assert_same(actual, expected, names=None):
    for name in expected if names is None else names:
        assert torch.equal(actual[name], expected[name]), name


def assert_all_close(actual, expected, states, bound):
    """Compare as the steps themselves are compared: the states of a row side by side."""
    together = {
        "final states": [f"final {state}" for state in states],
        "gradient of the states": [f"gradient of {state}" for state in states],
    }
    together |= {what: [what] for what in set(actual).difference(*together.values())}
    for what, names in together.items():
        mine, theirs = (torch.cat([run[n] for n in names], -1) for run in (actual, expected))
        assert_close(mine, theirs, bound(backward="gradient" in what), what)


def of_rows(module):
    """Return the names of what each row has for itself."""
    states = module.cell.states
    finals, gradients = [f"final {s}" for s in states], [f"gradient of {s}" for s in states]
    return ["output", "gradient of x", *finals, *gradients]


@cache
def truth(name, shape, whole):
    T, B, I, H = shape
    cell = cells.get(name)
    numbers = Numbers(cell, shape, lengths=None if whole else ragged(T, B))
    module = module_of(cell, I, H, torch.float64, bidirectional=True)
    return numbers, run(module, numbers, "reference")


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "ragged"])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_compiled_is_the_reference(name, shape, dtype, whole, poisoned):
    T, _, I, H = shape
    numbers, expected = truth(name, shape, whole)
    module = module_of(name, I, H, dtype, bidirectional=True)
    bound = partial(tolerance, dtype, I + H, T)
    assert_all_close(run(module, numbers), expected, module.cell.states, bound)


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_layers_over_each_other(name, bias, poisoned):
    numbers = Numbers(cells.get(name), (9, 5, 3, 7), 4, ragged(9, 5))
    numbers.d_output = numbers.d_output[..., :14]
    kwargs = {"num_layers": 2, "bidirectional": True, "bias": bias}
    module = module_of(name, 3, 7, torch.float64, **kwargs)
    expected = run(module, numbers, "reference")
    # the second layer sums over both directions of the first, and 18 steps lie behind each other
    bound = partial(tolerance, torch.float64, 21, 18)
    assert_all_close(run(module, numbers), expected, module.cell.states, bound)


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "ragged"])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("sizes", [(1, 5), (5, 17), (31, 33), (17, 100)], ids=str)
@pytest.mark.parametrize("name", PROJECTED)
def test_projections(name, sizes, dtype, whole, poisoned):
    (output, H), (T, B, I) = sizes, (9, 7, 3)
    lengths = None if whole else ragged(T, B)
    numbers = Numbers(cells.get(name), (T, B, I, H), 2, lengths, output)
    kwargs = {"bidirectional": True, "proj_size": output}
    expected = run(module_of(name, I, H, torch.float64, **kwargs), numbers, "reference")
    module = module_of(name, I, H, dtype, **kwargs)
    # the sums over H of the projection are of what sums over I and P were before
    bound = partial(tolerance, dtype, I + H + output, T)
    assert_all_close(run(module, numbers), expected, module.cell.states, bound)


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "ragged"])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_recomputing(name, dtype, whole, poisoned):
    T, B, I, H = 63, 3, 4, 17
    numbers = Numbers(cells.get(name), (T, B, I, H), 2, None if whole else ragged(T, B))
    expected = run(module_of(name, I, H, dtype, bidirectional=True), numbers)
    module = module_of(name, I, H, dtype, bidirectional=True, recompute=True)
    actual = run(module, numbers)
    assert_same(actual, expected, of_rows(module))
    weights = {what: value for what, value in expected.items() if what not in of_rows(module)}
    for what, value in weights.items():
        assert_close(actual[what], value, tolerance(dtype, I + H, T, backward=True), what)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_a_trace_by_name(name, dtype, poisoned):
    T, B, I, H = 9, 5, 3, 17
    numbers = Numbers(cells.get(name), (T, B, I, H), 2, ragged(T, B))
    found = []
    for backend, of in (("compiled", dtype), ("reference", torch.float64)):
        module = module_of(name, I, H, of, bidirectional=True)
        states = tuple(state.to(of) for state in numbers.states)
        with settings.use(backend=backend), torch.no_grad():
            given_states = states if len(states) > 1 else states[0]
            found.append(module.trace(numbers.x.to(of), given_states, numbers.lengths))
    actual, expected = found
    assert list(actual) == list(expected)
    for what, value in expected.items():
        bound = tolerance(dtype, I + H, T, backward=False)
        assert_close(actual[what], value, bound, what)


@examples(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(step=steps(), seed=st.integers(0, 2**16), recompute=st.booleans())
def test_random_cells(step, seed, recompute):
    assume(not refuses(step))
    cell = Cell("random", "", step)
    numbers = Numbers(cell, (4, 3, 2, 5), 2, torch.tensor([3, 0, 4]))
    torch.manual_seed(seed)
    kwargs = {"bidirectional": True, "dtype": torch.float64, "recompute": recompute}
    module = Recurrent(cell, 2, 5, **kwargs)
    expected = run(module, numbers, "reference")
    for what, value in run(module, numbers).items():
        torch.testing.assert_close(value, expected[what], rtol=1e-9, atol=1e-9, msg=what)


# (T, B, I, H), so large that two threads share the work
MANY = (37, 64, 5, 33)


@cache
def many(name, dtype, whole):
    T, B, I, H = MANY
    cell = cells.get(name)
    numbers = Numbers(cell, MANY, lengths=None if whole else ragged(T, B))
    module = module_of(name, I, H, dtype, bidirectional=True)
    return numbers, module, run(module, numbers)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("name", NAMES)
class TestTheSameBits:
    @pytest.mark.parametrize("whole", [True, False], ids=["whole", "ragged"])
    def test_a_row_alone_and_among_others(self, name, dtype, whole):
        numbers, module, expected = many(name, dtype, whole)
        for row in (0, 2, 3, 63):
            alone = run(module, numbers.rows(slice(row, row + 1)))
            for what in of_rows(module):
                assert torch.equal(alone[what], expected[what][:, row : row + 1]), (what, row)
        rows = [63, 4, 8, 11, 7]
        some = run(module, numbers.rows(rows))
        for what in of_rows(module):
            assert torch.equal(some[what], expected[what][:, rows]), what

    def test_a_row_with_its_padding_and_without(self, name, dtype):
        numbers, module, expected = many(name, dtype, False)
        for row in (1, 2, 3, 4):
            length = int(numbers.lengths[row])
            alone = numbers.rows(slice(row, row + 1), length)
            alone.lengths = None
            cut = run(module, alone)
            for what in of_rows(module):
                whole = expected[what][:, row : row + 1]
                part = whole[:length] if what in ("output", "gradient of x") else whole
                assert torch.equal(cut[what], part), (what, row)

    @pytest.mark.parametrize("whole", [True, False], ids=["whole", "ragged"])
    @pytest.mark.parametrize("shared", ["rows", "units"])
    def test_on_any_number_of_threads(
        self, name, dtype, whole, shared, planned_anew, monkeypatch, poisoned
    ):
        numbers, module, expected = many(name, dtype, whole)
        monkeypatch.setattr(team, "WORTH_A_THREAD", 1)
        monkeypatch.setattr(layer_run, "FEW_ROWS", 1000 if shared == "units" else 0)
        for threads in (2, 3, 5):
            torch.set_num_threads(threads)
            assert_same(run(module, numbers), expected)

    @pytest.mark.parametrize("size", [1, 1 << 14])
    def test_in_chunks_of_any_size(self, name, dtype, size, planned_anew, monkeypatch, poisoned):
        runs = [many(name, dtype, whole) for whole in (True, False)]
        for where, constant in ((going, "CHUNK"), (coming, "CHUNK"), (coming, "TERMS")):
            monkeypatch.setattr(where, constant, size)
        planned_anew()
        for numbers, module, expected in runs:
            actual = run(module, numbers)
            assert_same(actual, expected, of_rows(module))
            for what in set(expected).difference(of_rows(module)):
                bound = tolerance(dtype, MANY[2] + MANY[3], MANY[0], backward=True)
                assert_close(actual[what], expected[what].double(), bound, what)

    @pytest.mark.parametrize("direction", [0, 1])
    @pytest.mark.parametrize("whole", [True, False], ids=["whole", "ragged"])
    def test_cut_into_chunks(self, name, dtype, whole, direction):
        T, B, I, H = MANY[0], 7, 5, 33
        numbers = Numbers(cells.get(name), (T, B, I, H), 2, None if whole else ragged(T, B))
        module = module_of(name, I, H, dtype, bidirectional=True)
        # nothing is asked of the other direction, which cannot be cut at the same time
        numbers.d_output[..., H * (1 - direction) : H * (2 - direction)] = 0
        for d_final in numbers.d_finals:
            d_final[1 - direction] = 0
        expected = run(module, numbers)
        places = Random(f"{name} {dtype}").sample(range(1, T), 4)
        actual = in_chunks(module, numbers, [0, *sorted(places), T], direction)
        half = slice(H * direction, H * (direction + 1))
        for what in of_rows(module):
            whole_one = expected[what]
            if what == "output":
                whole_one = whole_one[..., half]
            elif what != "gradient of x":
                whole_one = whole_one[direction]
            assert torch.equal(actual[what], whole_one), what


@pytest.mark.parametrize(
    ("name", "dtype", "bits"), every_pair(NAMES, DTYPES, ["128", "256", "512"]), ids=str
)
def test_the_same_bits_at_any_width_of_vectors(name, dtype, bits):
    numbers, module, expected = many(name, dtype, False)
    with settings.use(vector_bits=bits):
        assert_same(run(module, numbers), expected)


def in_chunks(module, numbers, cuts, direction):
    """Return what a row has for itself, the sequence cut and the state of one direction carried."""
    dtype, names = next(module.parameters()).dtype, module.cell.states
    H = module.hidden_size
    x = numbers.x.to(dtype).requires_grad_()
    first = [state[direction].to(dtype).requires_grad_() for state in numbers.states]
    states, outputs = first, []
    parts = list(pairwise(cuts))
    for begin, end in reversed(parts) if direction else parts:
        lengths = numbers.lengths
        if lengths is not None:
            lengths = (lengths - begin).clamp(0, end - begin)
        pair = [torch.stack([s, torch.zeros_like(s)]) for s in states]
        pair = tuple(p.flip(0) if direction else p for p in pair)
        with settings.use(backend="compiled"):
            output, finals = module(x[begin:end], pair if len(pair) > 1 else pair[0], lengths)
        finals = finals if isinstance(finals, tuple) else (finals,)
        states = [final[direction] for final in finals]
        outputs.append(output[..., H * direction : H * (direction + 1)])
    output = torch.cat(outputs[::-1] if direction else outputs)
    d_output = numbers.d_output[..., H * direction : H * (direction + 1)].to(dtype)
    d_finals = [d[direction].to(dtype) for d in numbers.d_finals]
    gradients = torch.autograd.grad(
        [output, *states],
        [x, *first],
        [d_output, *d_finals],
        allow_unused=True,
        materialize_grads=True,
    )
    return {
        "output": output,
        "gradient of x": gradients[0],
        **{f"final {name}": s for name, s in zip(names, states, strict=True)},
        **{f"gradient of {name}": g for name, g in zip(names, gradients[1:], strict=True)},
    }


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("shape", [(700, 64, 2, 1), (9, 33, 400, 3), (3, 2, 3, 400)], ids=str)
@pytest.mark.parametrize("name", ["elman", "peephole_lstm"])
def test_the_same_bits_at_extreme_shapes(name, shape, dtype):
    T, B, I, H = shape
    numbers = Numbers(cells.get(name), shape, 1, ragged(T, B))
    module = module_of(name, I, H, dtype)
    expected = run(module, numbers)
    torch.set_num_threads(2)
    assert_same(run(module, numbers), expected)
    torch.set_num_threads(1)
    with settings.use(vector_bits="128"):
        assert_same(run(module, numbers), expected)
    for row in (0, B - 1):
        alone = run(module, numbers.rows(slice(row, row + 1)))
        for what in of_rows(module):
            assert torch.equal(alone[what], expected[what][:, row : row + 1]), (what, row)
