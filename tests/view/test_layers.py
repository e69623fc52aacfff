import pytest
import torch
from torch import nn

import elman
from elman.view.layers import layer_rows, summary


@pytest.mark.parametrize(
    "module",
    [
        elman.nn.Recurrent("lstm", 6, 8, 2, bidirectional=True, batch_first=True),
        elman.nn.Recurrent("lstm", 6, 8, proj_size=4, batch_first=True),
        elman.nn.GRU(6, 8, batch_first=True),
        nn.GRU(6, 8, batch_first=True),
    ],
)
def test_numbers_of_a_recurrent_layer_are_those_it_explains(module):
    (row,) = layer_rows(module, torch.zeros(3, 5, 6))
    module(torch.zeros(3, 5, 6))
    ours = module if hasattr(module, "explain") else elman.nn.GRU(6, 8, batch_first=True)
    ours(torch.zeros(3, 5, 6))
    told = ours.explain()
    assert row.flops * 15 == told.flops
    assert row.bytes == told.parameter_bytes
    assert row.parameters == sum(p.numel() for p in module.parameters())
    assert row.backend.startswith(told.backend if ours is module else "torch")


def test_every_parameter_is_counted_once():
    class Tied(nn.Module):
        def __init__(self):
            super().__init__()
            self.input = nn.Embedding(9, 4)
            self.recurrent = elman.nn.Recurrent("gru", 4, 4)
            self.head = nn.Linear(4, 9)
            self.head.weight = self.input.weight
            self.idle = nn.Linear(2, 2)
            self.scale = nn.Parameter(torch.ones(3))

        def forward(self, x):
            x, state = self.recurrent(self.input(x))
            x, _ = self.recurrent(x, state)
            return self.head(x)

    network = Tied()
    rows = layer_rows(network, torch.zeros(5, 2, dtype=torch.int64))
    assert [row.layer for row in rows] == [
        "input", "recurrent", "head", "scale", "idle.weight", "idle.bias",
    ]  # fmt: skip
    assert sum(row.parameters for row in rows) == sum(p.numel() for p in network.parameters())
    assert rows[2].kind == "linear, 4 to 9, weight of input"
    assert (rows[2].parameters, rows[2].flops) == (9, 72)


def test_what_is_not_known_is_not_made_up():
    network = nn.Sequential(nn.Linear(3, 4), nn.LayerNorm(4))
    first, second, total = summary(network, torch.zeros(2, 3)).splitlines()[1:4]
    assert first.split() == ["0", "(2,", "4)", "16", "24", "64"]
    assert second.split() == ["1", "(2,", "4)", "8", "32"]
    assert total.split() == ["total", "24", "96"]


def test_operations_of_layers_that_run_at_different_times_are_not_added():
    class Last(nn.Module):
        def __init__(self):
            super().__init__()
            self.recurrent, self.head = elman.nn.Recurrent("gru", 3, 4), nn.Linear(4, 2)

        def forward(self, x):
            return self.head(self.recurrent(x)[0][-1])

    text = summary(Last(), torch.zeros(5, 2, 3))
    (total,) = [line for line in text.splitlines() if line.startswith("total")]
    assert total.split() == ["total", "110", "440"]


def test_it_fits_a_terminal_of_80_columns():
    network = nn.Sequential(nn.Embedding(250_000, 128), elman.nn.Recurrent("lstm", 128, 64, 2))
    text = summary(network, torch.zeros(5, 2, dtype=torch.int64))
    assert max(map(len, text.splitlines())) < 80
    assert "32,000,000" in text
