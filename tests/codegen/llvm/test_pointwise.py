"""Equations number by number, to the bits of torch, and their sums in the order that is said."""

import numpy as np
import pytest
import torch

from codegen.llvm.one_kernel import Result, draw, every_dtype, however_it_runs, run
from elman.codegen.llvm.pointwise import BLOCK, PARTS, Equations
from elman.graph.evaluate import VALUES, constants
from elman.graph.expression import make, topological
from elman.graph.functions import exp, log, maximum, minimum, relu, sqrt, where
from elman.runtime.jit import target
from elman.runtime.kernels import FORMATS, computed

a, b, c, g, s, t, w = (make("vector", data=name) for name in "abcgstw")

# both sides of a group of partial sums and of a block, and none at all
SIZES = [0, 1, PARTS - 1, PARTS, PARTS + 1, 100, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 37]

every_size = pytest.mark.parametrize("count", SIZES)

# the root of torch is not always the number nearest to the truth
ROUNDED = VALUES | {"sqrt": lambda x: torch.from_numpy(np.sqrt(x.numpy()))}

# values of the arrays a and b by the scalars s and t, of operations that IEEE 754 rounds once
EXACT = {
    "a step": Equations(("a", "b"), ("s",), (("a", a - s * b),), a * a),
    "of one another": Equations(("a", "b"), (), (("a", b), ("b", a)), a - b),
    "a shared part": Equations(
        ("a", "b"), ("s", "t"), (("b", s * b + a), ("a", a - t * (s * b + a))), s * b + a
    ),
    "by cases": Equations(
        ("a", "b"), ("s",), (("b", where(abs(a) <= s, a * a / 2, s * (abs(a) - s / 2))),), -b
    ),
    "between bounds": Equations(("a",), ("s", "t"), (("a", maximum(-s, minimum(a, t))),), relu(a)),
    "a root": Equations(("a", "b"), ("s",), (("a", a / (sqrt(abs(b)) + 0.1)),), where(a < b, a, s)),
    "a sum alone": Equations(("a", "b"), (), (), abs(a - b)),
    "values alone": Equations(("a", "b"), (), (("b", 2 * a),)),
    "nothing to read": Equations(("a", "b"), ("s",), (("b", s * s), ("a", 0 * s + 3)), s / 3),
}


def given(equations, count, dtype):
    """Return the arrays and the scalars, each by its name."""
    arrays = {n: draw(count, dtype=dtype, seed=k) for k, n in enumerate(equations.arrays)}
    values = {"s": 0.7, "t": 0.01}
    return arrays, {n: torch.tensor(values[n], dtype=dtype) for n in equations.scalars}


def compute(equations, arrays, scalars, threads=1):
    """Return the arrays afterwards, and the partial sums if there are any."""
    first = next(iter(arrays.values()))
    count, dtype = first.numel(), first.dtype
    room = [Result(1, count, dtype) for _ in arrays]
    for place, array in zip(room, arrays.values(), strict=True):
        place.matrix.copy_(array)
    sums = [] if equations.total is None else [Result(-(-count // BLOCK), PARTS, dtype)]
    kernel = computed(target(), FORMATS[dtype], equations)
    run(kernel, count, *scalars.values(), *room, *sums, threads=threads)
    return [place.read()[0] for place in room], sums[0].read() if sums else None


def by_torch(equations, arrays, scalars):
    """Return the value of every expression, computed by torch in the same format."""
    order, like = topological(equations.roots), next(iter(arrays.values()))
    leaves = {make("vector", data=n): value for n, value in (arrays | scalars).items()}
    values = constants(order, like) | leaves
    for node in order:
        if node not in values:
            values[node] = ROUNDED[node.op](*(values[arg] for arg in node.args))
    return {node: value.expand(like.shape) for node, value in values.items()}


def summed(numbers):
    """Return the partial sums of all blocks, from the first number to the last."""
    sums = numbers.new_zeros(-(-len(numbers) // BLOCK), PARTS)
    for block, own in enumerate(numbers.split(BLOCK) if len(numbers) else ()):
        for group in own.split(PARTS):
            sums[block, : len(group)] += group
    return sums


@every_dtype
@every_size
@pytest.mark.parametrize("name", list(EXACT))
def test_the_bits_of_torch(name, count, dtype):
    equations = EXACT[name]
    arrays, scalars = given(equations, count, dtype)
    truth = by_torch(equations, arrays, scalars)
    expected = arrays | {name: truth[value] for name, value in equations.values}
    sums = [] if equations.total is None else [summed(truth[equations.total]).flatten()]

    def all_of_it(threads):
        found, total = compute(equations, arrays, scalars, threads)
        return torch.cat([*found, *([] if total is None else [total.flatten()])])

    assert torch.equal(however_it_runs(all_of_it), torch.cat([*expected.values(), *sums]))


@every_dtype
@pytest.mark.parametrize("count", [1, 37, BLOCK + 1])
def test_exponentials_and_logarithms(count, dtype):
    equations = Equations(("a", "b"), (), (("a", exp(a)), ("b", log(abs(b)))), exp(a))
    arrays, _ = given(equations, count, dtype)

    def both(threads):
        return torch.stack(compute(equations, arrays, {}, threads)[0])

    found = however_it_runs(both)
    truth = torch.stack([arrays["a"].double().exp(), arrays["b"].double().abs().log()])
    # each is said to be two units from the truth at most, and torch is as far from it in float64
    bound = 2 * torch.finfo(dtype).eps + 2 * torch.finfo(torch.float64).eps
    assert ((found.double() - truth).abs() <= bound * truth.abs()).all()
    assert torch.equal(compute(equations, arrays, {})[1], summed(found[0]))


@every_dtype
@every_size
def test_the_total_counts_what_there_is_and_nothing_else(count, dtype):
    """Beside the last of the numbers a / a is 0 / 0."""
    ones = {"a": torch.ones(count, dtype=dtype)}
    _, sums = compute(Equations(("a",), (), (), a / a), ones, {})
    assert sums.sum().item() == count


@every_dtype
def test_nan_reaches_its_own_number_and_its_own_sum_only(dtype):
    equations = EXACT["a step"]
    arrays, scalars = given(equations, BLOCK + 50, dtype)
    clean, clean_sums = compute(equations, arrays, scalars)
    for place in (0, PARTS + 3, BLOCK + 49):
        spoilt = {name: array.clone() for name, array in arrays.items()}
        spoilt["a"][place] = torch.nan
        (found, _), sums = compute(equations, spoilt, scalars)
        where_sum = place // BLOCK, place % PARTS
        assert found[place].isnan()
        assert sums[where_sum].isnan()
        found[place], sums[where_sum] = clean[0][place], clean_sums[where_sum]
        assert torch.equal(found, clean[0])
        assert torch.equal(sums, clean_sums)


# what is written alike in a paper, and rounded otherwise
ALIKE = {
    "sums": (a + (b + c), (a + b) + c),
    "products": (a * (b * c), (a * b) * c),
    "a product and a ratio": (a * (b / c), (a * b) / c),
    "numbers near one another": (a * (1 - 0.9), a * 0.1),
}


@pytest.mark.parametrize("name", list(ALIKE))
def test_equations_that_round_otherwise_have_kernels_of_their_own(name):
    # of no number are the last bits zero
    arrays = {n: draw(1000, dtype=torch.float64, seed=k) / 3 for k, n in enumerate("abc")}
    one, other = (Equations(tuple("abc"), (), (("a", value),)) for value in ALIKE[name])
    found = [compute(equations, arrays, {})[0][0] for equations in (one, other)]
    for equations, value in zip((one, other), found, strict=True):
        assert torch.equal(value, by_torch(equations, arrays, {})[equations.values[0][1]])
    assert not torch.equal(*found)


# (rows, columns, rank): both sides of some vectors that are summed side by side
LOW = [(1, 1, 1), (3, 5, 2), (7, 16, 1), (2, 33, 3), (5, 64, 9), (4, 130, 2), (9, 81, 0), (0, 4, 2)]

# an array w and a gradient g that lies nowhere
LEARNED = {
    "the gradient": Equations(("w", "g"), (), (("w", g),)),
    "a step": Equations(("w", "g"), ("s",), (("w", w - s * g),), g * g),
    "a total alone": Equations(("g",), ("s",), (), s * abs(g)),
}


def of_low_rank(equations, a, b, start, threads=1):
    """Return the matrix w afterwards, and the partial sums of each row if there are any."""
    (rank, rows), columns, dtype = a.shape, b.size(1), b.dtype
    matrix, sums = Result(rows, columns, dtype), Result(rows, PARTS, dtype)
    matrix.matrix.copy_(start)
    scalars = [torch.tensor(0.7, dtype=dtype) for _ in equations.scalars]
    arrays = [matrix] if "w" in equations.arrays else []
    # from term to term there is more than the rows and the columns
    apart = [torch.nn.functional.pad(m, (0, 3), value=torch.nan) for m in (a, b)]
    sizes = (rows, columns, rank, rows + 3, columns + 3)
    kernel = computed(target(), FORMATS[dtype], equations, low_rank=True)
    partial = [] if equations.total is None else [sums]
    run(kernel, *sizes, *apart, *scalars, *arrays, *partial, threads=threads)
    return matrix.read(), sums.read() if partial else torch.zeros(0, dtype=dtype)


def factors(size, dtype):
    rows, columns, rank = size
    shapes = enumerate([(rank, rows), (rank, columns), (rows, columns)])
    return [draw(*shape, dtype=dtype, seed=seed) / 3 for seed, shape in shapes]


@every_dtype
@pytest.mark.parametrize("size", LOW, ids=str)
def test_a_matrix_of_low_rank(size, dtype):
    a, b, start = factors(size, dtype)
    found = of_low_rank(LEARNED["the gradient"], a, b, start)[0].double()
    a, b = a.double(), b.double()
    truth, sizes = a.T @ b, a.abs().T @ b.abs()
    bound = (size[2] + 1) * (torch.finfo(dtype).eps + torch.finfo(torch.float64).eps) / 2
    assert ((found - truth).abs() <= bound * sizes).all()


@every_dtype
@pytest.mark.parametrize("size", LOW, ids=str)
@pytest.mark.parametrize("name", list(LEARNED))
def test_equations_on_a_matrix_of_low_rank(name, size, dtype):
    a, b, start = factors(size, dtype)
    gradient, _ = of_low_rank(LEARNED["the gradient"], a, b, start)
    equations, scalars = LEARNED[name], {"s": torch.tensor(0.7, dtype=dtype)}
    truth = by_torch(equations, {"w": start, "g": gradient}, scalars)
    after = truth[dict(equations.values)["w"]] if equations.values else start
    sums = [] if equations.total is None else [summed(row)[0] for row in truth[equations.total]]

    def all_of_it(threads):
        return torch.cat([m.flatten() for m in of_low_rank(equations, a, b, start, threads)])

    assert torch.equal(however_it_runs(all_of_it), torch.cat([after.flatten(), *sums]))
