"""Train a layer whose tape has more than 2^31 numbers, and compare with one that keeps little.

    python benchmarks/large.py

Takes about two minutes on two cores and 20 GB of memory. Output, states and the gradient of the
input must be the same to the last bit, the gradients of the weights but for the order of sums.
"""

import resource
import time

import torch

import elman

T, B, H = 520, 1024, 1024


def run(recompute):
    torch.manual_seed(0)
    module = elman.nn.Recurrent("lstm", 1, H, recompute=recompute)
    x = torch.randn(T, B, 1, requires_grad=True)
    start = time.perf_counter()
    output, (h, c) = module(x)
    with torch.no_grad():
        last = output[-3:].clone()
    gradients = torch.autograd.grad([output[-1].sum(), c.sum()], [x, *module.parameters()])
    print(f"recompute={recompute}: {time.perf_counter() - start:.0f} s", flush=True)
    return [last, h.detach(), c.detach(), gradients[0]], gradients[1:]


def main():
    print(f"{T * B * 4 * H / 2**31:.2f} times 2^31 numbers on the tape")
    same, weights = run(recompute=False)
    print(
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.1f} GB at most", flush=True
    )
    same_again, weights_again = run(recompute=True)
    assert all(map(torch.equal, same, same_again))
    for one, other in zip(weights, weights_again, strict=True):
        assert ((one - other).abs().max() / other.abs().max()).item() < 1e-4
    print("the same")


if __name__ == "__main__":
    main()
