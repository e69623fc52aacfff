import copy
import re

import pytest
import torch

from elman import cells
from elman.cells.attentive import attentive
from elman.nn import Recurrent

T, B, S, I, H, M = 4, 3, 5, 2, 6, 7
GRU = attentive(cells.get("gru"), "additive")


def made(**kwargs):
    torch.manual_seed(0)
    return Recurrent(GRU, I, H, **kwargs).double()


X, MEMORY = torch.randn(T, B, I).double(), torch.randn(S, B, H).double()


def test_batch_first_and_single_sequences_are_the_same():
    network, other = made(), made(batch_first=True)
    places = torch.tensor([5, 2, 4])
    expected, (o, h) = network(X, memory=(MEMORY, places))
    rows = (MEMORY.transpose(0, 1), places)
    found, _ = other(X.transpose(0, 1), memory=rows)
    torch.testing.assert_close(found.transpose(0, 1), expected)
    alone, _ = network(X[:, 1], memory=MEMORY[:2, 1])
    torch.testing.assert_close(alone, expected[:, 1])
    torch.testing.assert_close(o[0], expected[-1])
    assert h.shape == (1, B, H)


def test_weights_sum_to_one_over_the_real_places():
    values = made().trace(X, memory=(MEMORY, [5, 2, 4]))
    assert values["attention_l0"].shape == (T, B, S)
    torch.testing.assert_close(values["attention_l0"].sum(-1), torch.ones(T, B).double())
    assert (values["attention_l0"][:, 1, 2:] == 0).all()


def test_layers_over_each_other_attend_to_the_same_memory():
    network = made(num_layers=2)
    output, _ = network(X, memory=MEMORY)
    output.sum().backward()
    assert all(
        parameter.grad.abs().sum() > 0
        for n, parameter in network.named_parameters()
        if not n.startswith("bias_mh")
    )


def test_a_memory_that_is_only_mapped_has_any_size():
    @cells.cell
    def mapped(x, h, *, W, memory):
        weights = cells.softmax(cells.total(h * W.k(memory)))
        return cells.tanh(W.h(x, h) + cells.attend(weights, W.v(memory)))

    network = Recurrent(mapped, I, H, memory_size=M).double()
    assert network.weight_mh_l0.shape == (2 * H, M)
    assert network(X, memory=torch.randn(S, B, M).double())[0].shape == (T, B, H)


def test_copies_and_files_keep_it():
    network = made()
    other = copy.deepcopy(network)
    assert torch.equal(other(X, memory=MEMORY)[0], network(X, memory=MEMORY)[0])
    assert made().load_state_dict(network.state_dict())


def test_what_is_explained():
    network = made()
    network(X, memory=MEMORY)
    found = network.explain()
    assert found.backend == "compiled"
    assert found.saved_bytes > 0


@pytest.mark.parametrize(
    ("memory", "said"),
    [
        (None, "the cell gru attends to a memory, but was given none"),
        (torch.zeros(S, B, H + 1), f"shape (places, {B}, {H}), got (5, 3, 7)"),
        (torch.zeros(S, B + 1, H), f"shape (places, {B}, {H}), got (5, 4, 6)"),
        ((torch.zeros(S, B, H), [1, 2]), "one whole number for each of the 3 rows"),
        ((torch.zeros(S, B, H), [1.0, 2.0, 3.0]), "one whole number"),
        ((torch.zeros(S, B, H), [1, 2, 6]), "6"),
    ],
    ids=range(6),
)
def test_memories_that_do_not_fit(memory, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        made().float()(X.float(), memory=memory)


def test_a_cell_that_attends_to_nothing_is_given_none():
    with pytest.raises(ValueError, match="attends to nothing, but was given one"):
        Recurrent("gru", I, H).double()(X, memory=MEMORY)
