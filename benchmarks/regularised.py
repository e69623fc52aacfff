"""What forgetting at random costs: a 3-layer LSTM with it beside the same without.

    python benchmarks/regularised.py [--threads N]

The time is that of the processor, forward and backward, interleaved, median of 9; what other work
there is on the machine makes no part of it.
"""

import argparse
import statistics
import time
from collections.abc import Callable

import torch

from elman.nn import Recurrent

SHAPES = [(20, 35, 400), (64, 70, 256), (20, 35, 650), (32, 50, 333)]
"""B, T and H."""

WAYS = {
    "plain": {},
    "locked dropout and weight drop": {"dropout": 0.3, "locked": True, "weight_drop": 0.5},
    "zoneout": {"zoneout": 0.1},
    "recurrent dropout": {"recurrent_dropout": 0.3},
}


def step_of(network: Recurrent, x: torch.Tensor) -> Callable[[], None]:
    """Return a step of training."""

    def step() -> None:
        network.zero_grad()
        network(x)[0].sum().backward()

    return step


def main() -> None:
    """Measure all shapes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=1)
    torch.set_num_threads(parser.parse_args().threads)
    print(f"| B, T, H | plain, ms | {' | '.join([*WAYS][1:])} |")
    for B, T, H in SHAPES:
        torch.manual_seed(0)
        x = torch.randn(T, B, H)
        steps = {n: step_of(Recurrent("lstm", H, H, 3, **way), x) for n, way in WAYS.items()}
        times: dict[str, list[float]] = {name: [] for name in steps}
        for repeat in range(11):
            for name, step in steps.items():
                started = time.process_time()
                step()
                if repeat > 1:
                    times[name].append(time.process_time() - started)
        found = {name: statistics.median(taken) for name, taken in times.items()}
        plain = found.pop("plain")
        ratios = " | ".join(f"{taken / plain:.3f}" for taken in found.values())
        print(f"| {B}, {T}, {H} | {1000 * plain:.1f} | {ratios} |", flush=True)


if __name__ == "__main__":
    main()
