"""A training step of a decoder with attention beside the same equations step by step in torch.

    python benchmarks/attention.py [--threads N] [--gradients]

There are two loops in torch: one has the equations as the papers write them, one product for each
map, and in the other all maps of one value were made one product by hand. All are checked against
one another first, then timed in turn; medians of 9, in milliseconds of the processor, which other
work disturbs least, and of the clock. With --gradients, input and memory want gradients too, as
they do behind an encoder.
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
    """A GRU with additive attention in torch, with the weights of one of ours."""

    def __init__(self, network: Recurrent):
        super().__init__()
        values = {name: value.detach().clone() for name, value in network.named_views().items()}
        self.p = nn.ParameterDict(values)
        self.hidden_size = network.hidden_size


class Written(Eager):
    """The equations as they are written, each map a product of its own."""

    def forward(self, x: Tensor, memory: Tensor) -> Tensor:
        """Return the output (T, B, H) for x (T, B, I) and a memory (B, S, H)."""
        p = self.p

        def of_x(name: str, value: Tensor) -> Tensor:
            return F.linear(value, p[f"W_{name}"], p[f"b_{name}"])

        def of(name: str, value: Tensor) -> Tensor:
            return F.linear(value, p[f"R_{name}"], p.get(f"b_{name}"))

        def of_h(name: str, value: Tensor) -> Tensor:
            return F.linear(value, p[f"R_{name}"])

        keys = F.linear(memory, p["U_key"], p["b_key"])
        h, outputs = x.new_zeros(x.size(1), self.hidden_size), []
        for x_t in x:
            score = (p["v_score"] * torch.tanh(of("query", h)[:, None] + keys)).sum(-1)
            context = (score.softmax(-1)[..., None] * memory).sum(1)
            r = torch.sigmoid(of_x("r", x_t) + of_h("r", h) + of("context_r", context))
            z = torch.sigmoid(of_x("z", x_t) + of_h("z", h) + of("context_z", context))
            n = torch.tanh(of_x("n", x_t) + of("context_n", context) + r * of("m", h))
            h = (1 - z) * n + z * h
            outputs.append(torch.tanh(of("output", h) + of("output_context", context)))
        return torch.stack(outputs)


class Merged(Eager):
    """The same with all maps of one value as one product, those of the input before the loop."""

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


class Times:
    """What steps of one module took.

    Args:
        module: what is trained.
        memory: as it is given.
    """

    def __init__(self, module: nn.Module, memory: Tensor):
        self.module, self.memory = module, memory
        self.processor: list[float] = []
        self.clock: list[float] = []

    def output(self, x: Tensor) -> Tensor:
        """Return the output (T, B, H)."""
        if isinstance(self.module, Recurrent):
            return self.module(x, memory=self.memory)[0]
        return self.module(x, self.memory)

    def take(self, x: Tensor) -> None:
        """Take a step, forward and back."""
        self.module.zero_grad()
        x.grad = self.memory.grad = None
        clock, processor = time.perf_counter(), time.process_time()
        self.output(x).sum().backward()
        self.processor.append(time.process_time() - processor)
        self.clock.append(time.perf_counter() - clock)


def middle(taken: list[float]) -> float:
    """Return the median without the first two, in milliseconds."""
    return 1000 * statistics.median(taken[2:])


def main() -> None:
    """Measure all shapes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--gradients", action="store_true", help="of input and memory too")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    print("| B, S, T, H | of | ours, ms | merged, ms | as written, ms | ratios |")
    print("|---|---|---|---|---|---|")
    for B, S, T, H in SHAPES:
        torch.manual_seed(0)
        ours = Recurrent(attentive(get("gru"), "additive"), H, H)
        x, memory = torch.randn(T, B, H), torch.randn(S, B, H)
        rows_first = memory.transpose(0, 1).contiguous()
        all_times = [
            Times(ours, memory),
            Times(Merged(ours), rows_first),
            Times(Written(ours), rows_first.clone()),
        ]
        with torch.no_grad():
            for other in all_times[1:]:
                torch.testing.assert_close(all_times[0].output(x), other.output(x))
        for given in (x, *(one.memory for one in all_times)):
            given.requires_grad_(options.gradients)
        for _ in range(11):
            for one in all_times:
                one.take(x)
        for what in ("processor", "clock"):
            mine, *others = (middle(getattr(one, what)) for one in all_times)
            cells = [f"{value:.1f}" for value in (mine, *others)]
            ratios = ", ".join(f"{other / mine:.1f}" for other in others)
            print(f"| {B}, {S}, {T}, {H} | {what}", *cells, f"{ratios} |", sep=" | ", flush=True)


if __name__ == "__main__":
    main()
