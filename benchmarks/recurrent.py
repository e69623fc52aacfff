"""Time the backends of a recurrent layer side by side, forward and backward.

    python benchmarks/recurrent.py [--threads 2] [--rounds 7]

Every row is checked first: outputs and gradients of the backends agree with the reference in
double precision. Then the backends take turns, and the median of each is shown with its speed and
how many times as long as `compiled` it takes.
"""

import argparse
import math
import platform
import statistics
import time

import torch

import elman
from elman import cells, settings
from elman.nn import Recurrent

# cell, rows, steps, inputs, units
SHAPES = [
    ("lstm", 64, 100, 256, 256),
    ("lstm", 20, 35, 650, 650),
    ("lstm", 64, 784, 1, 128),
    ("lstm", 1, 100, 128, 128),
    ("gru", 64, 100, 256, 256),
    ("gru", 20, 35, 650, 650),
    ("gru", 1, 100, 32, 32),
    ("elman", 64, 100, 256, 256),
    ("peephole_lstm", 32, 50, 128, 256),
    ("slstm", 32, 50, 128, 256),
    ("min_lstm", 32, 50, 128, 256),
]


def gradients(module, x, backend):
    with settings.use(backend=backend):
        output, _ = module(x)
    return [output, *torch.autograd.grad(output.sum(), [x, *module.parameters()])]


def check(module, x, backend, shape):
    """Compare with the reference in double precision by the tolerance of the conformance tests."""
    _, _, T, I, H = shape
    truth = gradients(module.double(), x.double(), "reference")
    found = gradients(module.float(), x, backend)
    bound = 8 * math.ceil(math.log2((I + H) * T)) * torch.finfo(torch.float32).eps
    for actual, expected in zip(found, truth, strict=True):
        error = ((actual - expected).abs().max() / expected.abs().max().clamp_min(1e-30)).item()
        assert error <= bound, f"{shape} on {backend}: off by {error:.2g}, allowed {bound:.2g}"


def row(shape, rounds):
    cell, B, T, I, H = shape
    module, x = Recurrent(cell, I, H), torch.randn(T, B, I, requires_grad=True)
    others = "aten" if cell in ("lstm", "gru", "elman") else "reference"
    times = {"compiled": [], others: []}
    for backend in times:
        check(module, x, backend, shape)
    for _ in range(rounds + 1):
        for backend, taken in times.items():
            start = time.perf_counter()
            gradients(module, x, backend)
            taken.append(time.perf_counter() - start)
    cost = cells.get(cell).cost(I, H)
    work = T * B * (cost.flops + cost.flops_backward)
    ours, theirs = (statistics.median(taken[1:]) for taken in times.values())
    print(
        f"| {cell} {B}, {T}, {I}, {H} | {ours * 1e3:.2f} | {work / ours / 1e9:.0f} | "
        f"{others} {theirs * 1e3:.2f} | {theirs / ours:.2f} |",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    print(f"elman {elman.__version__}, torch {torch.__version__}, {platform.machine()}, ", end="")
    print(f"{options.threads} threads, median of {options.rounds}\n")
    print("| cell, rows, steps, inputs, units | compiled, ms | GFLOP/s | other, ms | ratio |")
    print("|---|---|---|---|---|")
    for shape in SHAPES:
        row(shape, options.rounds)


if __name__ == "__main__":
    main()
