"""Rows are shared out completely, whoever gives the threads and however many come."""

import os
import subprocess
import sys

import pytest
import torch

from elman.runtime import threads
from elman.runtime.jit import target
from elman.runtime.matrix import multiply


@pytest.fixture
def numbers():
    generator = torch.Generator().manual_seed(0)
    a, b = torch.randn(203, 150, generator=generator), torch.randn(150, 90, generator=generator)
    return a, b, multiply(target(), a, b)


@pytest.fixture
def many_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(5)
    yield
    torch.set_num_threads(before)


def test_torchs_threads_and_our_own_give_the_same_bits(numbers, many_threads, monkeypatch):
    a, b, expected = numbers
    assert a.numel() * b.size(1) > 2 * threads.WORTH_A_THREAD
    assert torch.equal(multiply(target(), a, b), expected)
    monkeypatch.setattr(threads, "_openmp", lambda: None)
    assert torch.equal(multiply(target(), a, b), expected)


def test_every_thread_is_asked_for_only_where_it_pays(numbers, many_threads, monkeypatch):
    asked = []
    monkeypatch.setattr(threads, "_openmp", lambda: None)
    monkeypatch.setattr(threads, "_in_threads_of_our_own", lambda *args: asked.append(args[-1]))
    a, b, _ = numbers
    multiply(target(), a[:10], b)
    assert asked == []
    multiply(target(), a, b)
    assert asked == [3]


ALONE = """
import torch
from elman.runtime.jit import target
from elman.runtime.matrix import multiply
a, b = torch.ones(203, 150), torch.ones(150, 90)
torch.set_num_threads(5)
print(multiply(target(), a, b).eq(150).all().item())
"""


@pytest.mark.parametrize("limit", ["1", "2", "16"])
def test_fewer_threads_than_were_asked_for_do_all_rows(limit):
    environment = {**os.environ, "OMP_THREAD_LIMIT": limit}
    command = [sys.executable, "-c", ALONE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert (done.stdout.strip(), done.stderr) == ("True", "")
