import dataclasses

import pytest
import torch

from elman.bench.check import check, truth
from elman.bench.contender import of_module
from elman.bench.rows import Row
from elman.bench.work import work_of

pytestmark = pytest.mark.filterwarnings("ignore:.*not supported with oneDNN")

ROWS = [
    Row("gru", 2, 3, 4, 5, 2),
    Row("lstm", 4, 5, 2, 3, packed=True),
    Row("lstm", 2, 3, 4, 5, projected=2, mode="forward"),
]


def spoilt(contender, name, change):
    """Return a contender one of whose results is another."""

    def values():
        found = dict(contender.values())
        return {**found, name: change(found[name])}

    return dataclasses.replace(contender, values=values)


@pytest.fixture(params=ROWS, ids=lambda row: row.name)
def case(request):
    module, work = work_of(request.param, 0)
    return of_module("elman", module, work), truth(module, work), request.param


def test_a_right_result_passes(case):
    assert check(*case) == ""


def test_a_wrong_number_anywhere_is_refused(case):
    contender, expected, row = case
    for name, value in expected.items():
        wrong = contender.values()[name].clone()
        wrong.view(-1)[-1] += 1e-4 * value.abs().max()
        said = check(spoilt(contender, name, lambda _, wrong=wrong: wrong), expected, row)
        assert said.startswith(f"{name} is off by"), said


def test_what_is_no_number_is_refused(case):
    contender, expected, row = case
    change = torch.Tensor.log1p
    said = check(spoilt(contender, "output", lambda v: change(-2 - v.abs())), expected, row)
    assert said.startswith("output is off by nan")


def test_another_shape_is_refused(case):
    contender, expected, row = case
    said = check(spoilt(contender, "output", lambda v: v[:1]), expected, row)
    assert said.startswith("output is off by inf")


def test_every_row_of_a_batch_is_judged_by_its_own_numbers():
    row = Row("lstm", 2, 1, 1, 1, mode="forward")
    module, work = work_of(row, 0)
    contender = of_module("elman", module, work)
    expected = {"output": torch.tensor([[[1e6], [1.0]]], dtype=torch.float64)}
    off = torch.tensor([[[1e6], [1.001]]])
    assert check(spoilt(contender, "output", lambda _: off), expected, row)
