"""Kernels stay within their buffers: every tensor lies at the edge of memory that may not be read.

A mistake ends the process, so that all of it happens in another one.
"""

import subprocess
import sys

import pytest

from pairs import every_pair

FENCED = """
import ctypes
import mmap
import sys
from functools import partial
from math import prod

import torch

from elman import settings
from elman.nn import Recurrent
from elman.runtime import layer_run, team, workspace

torch.use_deterministic_algorithms(True)  # with which no workspace is kept for the next run
PAGE, libc = mmap.PAGESIZE, ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
edge, bits, shared = sys.argv[1:]
of_all, made = [], 0


def fresh(like, *shape, dtype=None):
    global made
    shape = shape[0] if shape and not isinstance(shape[0], int) else shape
    dtype = dtype or like.dtype
    size = prod(shape) * dtype.itemsize
    pages = -(-size // PAGE)
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    whole = libc.mmap(None, (pages + 2) * PAGE, mmap.PROT_READ | mmap.PROT_WRITE, flags, -1, 0)
    for fence in (whole, whole + (pages + 1) * PAGE):
        assert libc.mprotect(fence, PAGE, 0) == 0
    begin = whole + PAGE + (pages * PAGE - size if edge == "end" else 0)
    memory = (ctypes.c_char * size).from_address(begin)
    tensor = torch.frombuffer(memory, dtype=dtype).view(shape)
    made += 1
    of_all.append((whole, pages))
    return tensor.fill_(torch.nan) if dtype.is_floating_point else tensor.fill_(255)


def fenced(tensor):
    return fresh(tensor, *tensor.shape).copy_(tensor)


layer_run.maker = workspace.maker = lambda like, largest: partial(fresh, like)
libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
if shared != "alone":
    team.WORTH_A_THREAD, layer_run.FEW_ROWS = 1, 0 if shared == "rows" else 1000
    torch.set_num_threads(3)


def run(name, dtype, T, B, I, H, lengths, **kwargs):
    module = Recurrent(name, I, H, bidirectional=True, dtype=dtype, **kwargs)
    for parameter in module.parameters():
        parameter.data = fenced(parameter.data)
    x = fenced(torch.randn(T, B, I, dtype=dtype)).requires_grad_()
    sizes = [kwargs.get("proj_size") or H, *[H] * (len(module.cell.states) - 1)]
    states = [fenced(torch.rand(2, B, size, dtype=dtype)).requires_grad_() for size in sizes]
    given = tuple(states) if len(states) > 1 else states[0]
    output, finals = module(x, given, lengths)
    finals = finals if isinstance(finals, tuple) else (finals,)
    results = [output, *finals]
    d = [fenced(torch.ones_like(result)) for result in results]
    leaves = [x, *states, *module.parameters()]
    gradients = torch.autograd.grad(results, leaves, d)
    with torch.no_grad():
        module(x, given, lengths)
        if not kwargs:
            module.trace(x, given, lengths)
    assert all(value.isfinite().all() for value in [*results, *gradients])


names = ["lstm", "mgu", "layer_norm_lstm"]  # of one phase, of two, with averages
with settings.use(backend="compiled", vector_bits=bits):
    for name in names:
        for dtype in (torch.float32, torch.float64):
            for T, B, I, H in [(1, 1, 1, 1), (3, 2, 3, 17), (2, 7, 70, 33), (5, 3, 5, 64)]:
                for lengths in (None, torch.tensor([0, T, 1, T, 0, T, 1][:B])):
                    for kwargs in ({}, {"recompute": True}):
                        run(name, dtype, T, B, I, H, lengths, **kwargs)
                    if name == "lstm" and H > 1:
                        run(name, dtype, T, B, I, H, lengths, proj_size=5)
                while of_all:
                    whole, pages = of_all.pop()
                    libc.munmap(whole, (pages + 2) * PAGE)
print("within", made)
"""


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is fenced as on Linux")
@pytest.mark.parametrize(
    ("edge", "bits", "shared"),
    every_pair(["begin", "end"], ["128", "auto"], ["alone", "rows", "units"]),
)
def test_kernels_stay_within_their_buffers(edge, bits, shared):
    command = [sys.executable, "-X", "faulthandler", "-c", FENCED, edge, bits, shared]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    word, made = done.stdout.split()
    assert word == "within"
    assert int(made) > 2500
