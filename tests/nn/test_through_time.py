import pytest
import torch
from torch.nn.utils.rnn import pack_padded_sequence

import elman
from elman.nn.through_time import reach, recording

CELLS = ["elman", "lstm", "gru", "peephole_lstm", "layer_norm_gru", "slstm", "jordan"]


def by_hand(cell, layer, x, head):
    """Norms of the gradient of a loss of the last output, by torch from `Cell.step` alone."""
    states = [[torch.zeros(x.size(1), 4, dtype=x.dtype) for _ in cell.states] for _ in range(2)]
    weights = [layer.named_views(n) for n in range(2)]
    kept = [[], []]
    for step in x:
        fed = step
        for n in range(2):
            states[n] = list(cell.step(fed, states[n], weights[n]))
            kept[n].append(states[n])
            fed = states[n][0]
    loss = (fed * head).sum()
    return [
        {
            state: torch.stack(
                [
                    g.norm()
                    for g in torch.autograd.grad(
                        loss, [one[place] for one in every], retain_graph=True,
                        allow_unused=True, materialize_grads=True,
                    )
                ]
            )
            for place, state in enumerate(cell.states)
        }
        for every in kept
    ]  # fmt: skip


@pytest.mark.parametrize("name", CELLS)
def test_the_states_of_all_layers_get_what_torch_gives_them(name):
    torch.manual_seed(1)
    network = elman.nn.Recurrent(name, 3, 4, num_layers=2, dtype=torch.float64)
    x, head = torch.randn(7, 2, 3, dtype=torch.float64), torch.randn(2, 4, dtype=torch.float64)
    with recording(network) as record:
        output, _ = network(x)
    found = record.norms((output[-1] * head).sum())
    assert [layer.name for layer in found] == ["l0", "l1"]
    for layer, expected in zip(found, by_hand(network.cell, network, x, head), strict=True):
        assert list(layer.states) == list(network.cell.states)
        for state, norms in layer.states.items():
            torch.testing.assert_close(norms, expected[state].detach(), rtol=1e-10, atol=1e-14)


@pytest.mark.parametrize("name", ["elman", "lstm", "gru", "mgu"])
def test_the_maps_get_what_the_gradients_of_their_biases_are_made_of(name):
    torch.manual_seed(2)
    network = elman.nn.Recurrent(name, 3, 4, dtype=torch.float64)
    x = torch.randn(1, 1, 3, dtype=torch.float64)
    with recording(network) as record:
        output, _ = network(x)
    (layer,) = record.norms(output.sum())
    assert network.weight_ih_l0.grad is None
    # of a single step of a single row, the gradient of a bias is that of its map
    bias = torch.autograd.grad(network(x)[0].sum(), network.bias_ih_l0)[0].view(-1, 4)
    (block,) = [block for block in network.layout.blocks if block.name == "bias_ih"]
    for part, gradient in zip(block.parts, bias, strict=True):
        torch.testing.assert_close(layer.maps[part.removeprefix("b_")][0], gradient.norm())


def test_a_layer_that_reads_from_the_end_has_its_last_step_at_the_beginning():
    torch.manual_seed(3)
    network = elman.nn.Recurrent("gru", 3, 4, bidirectional=True, dtype=torch.float64)
    alone = elman.nn.Recurrent("gru", 3, 4, dtype=torch.float64)
    with torch.no_grad():
        for name, weight in alone.named_parameters():
            weight.copy_(getattr(network, f"{name}_reverse"))
    x = torch.randn(6, 2, 3, dtype=torch.float64)
    with recording(network) as record:
        output, _ = network(x)
    _, reverse = record.norms(output[-1, :, :4].sum(), output[0, :, 4:].sum())
    with recording(alone) as of_alone:
        output, _ = alone(x.flip(0))
    (expected,) = of_alone.norms(output[-1].sum())
    assert reverse.name == "l0_reverse"
    torch.testing.assert_close(reverse.whole, expected.whole)


def test_rows_all_alike_may_have_a_length_or_be_packed_and_others_are_left_out():
    torch.manual_seed(4)
    network = elman.nn.Recurrent("lstm", 3, 4)
    x = torch.randn(5, 2, 3)
    with recording(network) as record:
        output, _ = network(x, lengths=[3, 3])
        packed, _ = network(pack_padded_sequence(x, [5, 5]))
    assert output.shape == (5, 2, 4)
    assert not output[3:].any()
    (layer,) = record.norms(output.sum() + packed.data.sum())
    assert len(layer.whole) == 8
    with recording(network) as record:
        found, _ = network(x, lengths=[5, 3])
    assert record.left_out == {""}
    assert record.norms(found.sum()) == []
    assert torch.equal(found, network(x, lengths=[5, 3])[0])


def test_what_runs_is_what_ran_before_and_after():
    torch.manual_seed(5)
    network = torch.nn.ModuleDict({"a": elman.nn.LSTM(3, 4), "b": elman.nn.GRU(4, 4, 2)})
    x = torch.randn(5, 2, 3)
    plain = network["b"](network["a"](x)[0])[0]
    with recording(network) as record:
        output = network["b"](input=network["a"](x)[0])[0]
    assert [layer.name for layer in record.norms(output.sum())] == ["a.l0", "b.l0", "b.l1"]
    torch.testing.assert_close(output, plain)
    assert torch.equal(network["b"](network["a"](x)[0])[0], plain)


def test_with_frozen_weights_and_without_gradients_around_it():
    network = elman.nn.Recurrent("gru", 3, 4).requires_grad_(False)
    with torch.no_grad(), recording(network) as record:
        output, _ = network(torch.ones(5, 2, 3))
        (layer,) = record.norms(output[-1].sum())
    assert layer.whole.min() > 0


@pytest.mark.parametrize(
    ("norms", "far"),
    [([1.0], 0), ([1.0, 1.0, 1.0], 2), ([0.0, 1e-9, 1.0], 0), ([5.0, 0.0], 1), ([0.0, 0.0], 1)],
)
def test_reach(norms, far):
    assert reach(torch.tensor(norms)) == far
