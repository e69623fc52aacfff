import pytest
import torch

from elman.bench.rows import Row
from elman.bench.work import named, runner, work_of

PACKED = Row("lstm", 4, 5, 2, 3, packed=True)


def results(row, seed=0):
    module, work = work_of(row, seed)
    return named(runner(module, work)(), work, [name for name, _ in module.named_parameters()])


@pytest.mark.parametrize("cell", ["lstm", "gru", "elman", "mgu"])
@pytest.mark.parametrize("layers", [1, 2])
def test_forward_and_backward_give_every_gradient(cell, layers):
    row = Row(cell, 2, 3, 4, 5, layers, bidirectional=True)
    found = results(row)
    module, _ = work_of(row, 0)
    gradients = {f"gradient of {name}": p.shape for name, p in module.named_parameters()}
    assert found["output"].shape == (3, 2, 10)
    assert found["gradient of x"].shape == (3, 2, 4)
    assert gradients.items() <= {name: value.shape for name, value in found.items()}.items()


def test_forward_alone_gives_none():
    assert set(results(Row("gru", 2, 3, 4, 5, mode="forward"))) == {"output", "final state 0"}


def test_a_seed_gives_the_same_numbers():
    first, again, other = (results(PACKED, seed) for seed in (1, 1, 2))
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert not torch.equal(first["output"], other["output"])


def test_packed_rows_are_ragged_and_compared_as_rows():
    _, work = work_of(PACKED, 0)
    assert len(set(work.x.batch_sizes.tolist())) > 1
    assert results(PACKED)["output"].shape == (5, 4, 3)


def test_steps_go_on_where_the_last_one_was():
    module, work = work_of(Row("lstm", 1, 1, 2, 3, mode="step"), 0)
    run = runner(module, work)
    first, second = run(), run()
    expected, _ = module(work.x, first.states)
    assert torch.equal(second.output, expected)
    assert not torch.equal(second.output, first.output)
