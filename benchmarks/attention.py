"""A training step of a decoder with attention beside the same equations step by step in torch.

    python benchmarks/attention.py [--threads N]

Both are checked against each other first, then timed in turn; median of 9.
"""

import argparse
import statistics
import time

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from elman.cells import attentive, get
from elman.nn import Recurrent

SHAPES = [(64, 15, 15, 256), (32, 20, 25, 200), (64, 30, 30, 128), (16, 12, 12, 512)]
"""B, S, T and H."""


class Eager(nn.Module):
    """The equations of a GRU with additive attention, maps of one value as one product."""

    def __init__(self, network: Recurrent):
        super().__init__()
        values = {name: value.detach().clone() for name, value in network.named_views().items()}
        self.p = nn.ParameterDict(values)
        self.hidden_size = network.hidden_size

    def forward(self, x: Tensor, memory: Tensor) -> Tensor:
        """Return the output (T, B, H) for x (T, B, I) and a memory (B, S, H)."""
        p, H = self.p, self.hidden_size
        zero = x.new_zeros(2 * H)
        keys, h = F.linear(memory, p["U_key"], p["b_key"]), x.new_zeros(x.size(1), H)
        of_x = F.linear(x, *(torch.cat([p[f"{k}_{n}"] for n in "rzn"]) for k in "Wb"))
        R = torch.cat([p[f"R_{n}"] for n in ("r", "z", "m", "query")])
        b = torch.cat([zero, p["b_m"], p["b_query"]])
        names = ("context_r", "context_z", "context_n", "output_context")
        C, c = (torch.cat([p[f"{k}_{n}"] for n in names]) for k in "Rb")
        outputs = []
        for x_t in of_x:
            of_h = F.linear(h, R, b)
            score = (p["v_score"] * torch.tanh(of_h[:, None, 3 * H :] + keys)).sum(-1)
            context = torch.bmm(score.softmax(-1)[:, None], memory)[:, 0]
            of_c = F.linear(context, C, c)
            gates = torch.sigmoid(x_t[:, : 2 * H] + of_h[:, : 2 * H] + of_c[:, : 2 * H])
            r, z = gates.chunk(2, -1)
            inner = slice(2 * H, 3 * H)
            n = torch.tanh(x_t[:, inner] + of_c[:, inner] + r * of_h[:, inner])
            h = (1 - z) * n + z * h
            output = F.linear(h, p["R_output"], p["b_output"]) + of_c[:, 3 * H :]
            outputs.append(torch.tanh(output))
        return torch.stack(outputs)


def main() -> None:
    """Measure all shapes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    torch.set_num_threads(parser.parse_args().threads)
    print("| B, S, T, H | ours, ms | step by step, ms | ratio |")
    for B, S, T, H in SHAPES:
        torch.manual_seed(0)
        ours = Recurrent(attentive(get("gru"), "additive"), H, H)
        theirs = Eager(ours)
        x, memory = torch.randn(T, B, H), torch.randn(S, B, H)
        rows_first = memory.transpose(0, 1).contiguous()
        with torch.no_grad():
            torch.testing.assert_close(ours(x, memory=memory)[0], theirs(x, rows_first))
        times: tuple[list[float], list[float]] = ([], [])
        for repeat in range(11):
            for module, given, taken in ((ours, memory, times[0]), (theirs, rows_first, times[1])):
                module.zero_grad()
                started = time.perf_counter()
                output = module(x, memory=given)[0] if module is ours else module(x, given)
                output.sum().backward()
                if repeat > 1:
                    taken.append(time.perf_counter() - started)
        mine, other = (1000 * statistics.median(taken) for taken in times)
        print(f"| {B}, {S}, {T}, {H} | {mine:.1f} | {other:.1f} | {other / mine:.1f} |", flush=True)


if __name__ == "__main__":
    main()
