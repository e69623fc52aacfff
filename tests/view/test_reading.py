"""What is drawn of a network is what it computes."""

import pytest
import torch
from torch import nn

import elman
from elman.cells.attentive import attentive
from elman.errors import SettingError
from elman.view.diagram import Link
from elman.view.reading import unroll

X = torch.zeros(2, 5, 3)  # B, T, I


def recurrent(inputs, cell="gru", **options):
    return elman.nn.Recurrent(cell, inputs, 4, batch_first=True, **options)


class Made(nn.Module):
    """A network of parts that are put together by a function."""

    def __init__(self, together, **parts):
        super().__init__()
        for name, part in parts.items():
            setattr(self, name, part)
        self.together = together

    def forward(self, x):
        return self.together(self, x)


def rows(strip):
    return [(row.kind, *row.names) for row in strip.rows]


def test_layers_over_each_other_in_step_are_one_strip():
    made = Made(
        lambda m, x: m.head(m.second(m.between(m.first(x)[0]))[0]),
        first=recurrent(3, "lstm", num_layers=2), between=nn.Linear(4, 6),
        second=recurrent(6, bidirectional=True), head=nn.Linear(8, 2),
    )  # fmt: skip
    diagram = unroll(made, X)
    (strip,) = diagram.strips
    assert strip.steps == 5
    assert rows(strip) == [
        ("input", "x"), ("cells", "first, layer 1"), ("cells", "first, layer 2"),
        ("layers", "between"), ("cells", "second"), ("layers", "head"), ("output",),
    ]  # fmt: skip
    assert [row.both for row in strip.rows if row.kind == "cells"] == [False, False, True]
    assert [row.states for row in strip.rows if row.kind == "cells"] == [("h", "c")] * 2 + [("h",)]
    assert diagram.links == diagram.beside == ()


@pytest.mark.parametrize(
    ("pooled", "steps"),
    [
        (lambda m, x: m.head(m.first(x)[0][:, -1]), (4,)),
        (lambda m, x: m.head(m.first(x)[1][-1]), ()),
        (lambda m, x: m.head(m.first(x)[0].mean(1)), (0, 1, 2, 3, 4)),
    ],
)
def test_a_layer_that_runs_once_knows_what_reaches_it(pooled, steps):
    (strip,) = unroll(Made(pooled, first=recurrent(3), head=nn.Linear(4, 2)), X).strips
    assert rows(strip) == [("input", "x"), ("cells", "first"), ("once", "head"), ("output",)]
    assert strip.rows[2].steps == steps


def test_a_vector_given_to_every_step_has_no_input_below():
    made = Made(
        lambda m, x: m.head(m.first(m.label(x)[:, None].expand(-1, 6, -1))[0]),
        label=nn.Embedding(3, 3), first=recurrent(3), head=nn.Linear(4, 2),
    )  # fmt: skip
    (strip,) = unroll(made, torch.tensor([0, 2])).strips
    assert rows(strip) == [("given", "label"), ("cells", "first"), ("layers", "head"), ("output",)]
    assert strip.rows[0].source is None


def test_a_state_from_a_vector_is_a_link_from_outside():
    made = Made(
        lambda m, x: m.first(torch.zeros(2, 6, 3), m.start(x)[None])[0],
        start=nn.Linear(3, 4), first=recurrent(3),
    )  # fmt: skip
    diagram = unroll(made, torch.zeros(2, 3))
    assert diagram.links == (Link(None, 0, ("start",), ("linear, 3 to 4",)),)
    assert len(diagram.strips) == 1


def test_an_encoder_hands_its_state_to_a_decoder():
    made = Made(
        lambda m, x: m.head(m.decoder(m.place.expand(2, -1, -1), m.encoder(x)[1])[0]),
        encoder=recurrent(3), place=nn.Parameter(torch.ones(7, 2)), decoder=recurrent(2),
        head=nn.Linear(4, 2),
    )  # fmt: skip
    diagram = unroll(made, X)
    assert [strip.steps for strip in diagram.strips] == [5, 7]
    assert rows(diagram.strips[0]) == [("input", "x"), ("cells", "encoder")]
    assert rows(diagram.strips[1])[0] == ("input", "place (learned)")
    assert diagram.links == (Link(0, 1),)


def test_attention_lies_below_every_layer_that_attends():
    cell = attentive(elman.cells.get("gru"), "dot")
    made = Made(
        lambda m, x: m.decoder(x[:, :3], None, None, m.memory(m.encoder(x)[0]))[0],
        encoder=recurrent(3), memory=nn.Linear(4, 4), decoder=recurrent(3, cell, num_layers=2),
    )  # fmt: skip
    encoder, decoder = unroll(made, X).strips
    assert rows(encoder)[-1] == ("layers", "memory")
    assert [row.kind for row in decoder.rows] == [
        "input", "given", "cells", "given", "cells", "output",
    ]  # fmt: skip
    attention = decoder.rows[1]
    assert (attention.names, attention.told, attention.source) == (
        ("attention",), ("over memory",), 0,
    )  # fmt: skip
    assert decoder.rows[2].states == ("o", "h")


def test_what_lies_side_by_side_and_what_is_within_a_step():
    def together(m, x):
        words = m.words(x[..., 0])
        spelt = m.spelling(m.letters(x).flatten(0, 1))[0][:, -1].view(2, 5, -1)
        return m.first(torch.cat([words, spelt], -1))[0]

    made = Made(
        together, words=nn.Embedding(9, 3), letters=nn.Embedding(9, 2), spelling=recurrent(2),
        first=recurrent(7),
    )  # fmt: skip
    diagram = unroll(made, torch.ones(2, 5, 4, dtype=torch.int64))
    (strip,) = diagram.strips
    assert rows(strip) == [
        ("input",), ("layers", "words", "spelling"), ("cells", "first"), ("output",),
    ]  # fmt: skip
    assert strip.rows[1].told[1] == "embedding, 9 symbols to 2, gru, 2 to 4"
    assert diagram.beside == ()


def test_what_cannot_be_drawn_is_said():
    made = Made(
        lambda m, x: m.head(torch.cat([m.first(m.below(x))[0], m.below.weight[0] * x], -1)),
        below=nn.Linear(3, 3), first=recurrent(3), head=nn.Linear(7, 2),
    )  # fmt: skip
    assert unroll(made, X).beside == (("x", "head"),)
    made = Made(
        lambda m, x: m.head(m.first(y := m.below(x))[0] + y),
        below=nn.Linear(3, 4), first=recurrent(4), head=nn.Linear(4, 2),
    )  # fmt: skip
    assert unroll(made, X).beside == (("below", "head"),)


def test_torch_modules_are_drawn_too():
    network = nn.LSTM(3, 4, num_layers=2, batch_first=True)
    (strip,) = unroll(network, X).strips
    assert [row.kind for row in strip.rows] == ["input", "cells", "cells", "output"]


def test_a_loop_over_steps_is_drawn_only_if_it_is_short():
    def together(m, x):
        state = None
        for step in x.split(1, 1):
            output, state = m.first(step, state)
        return output

    made = Made(together, first=recurrent(3))
    assert len(unroll(made, X[:, :3]).links) == 2
    with pytest.raises(SettingError, match=r"ran 5 times .* room for 4"):
        unroll(made, X)


def test_a_network_without_memory_is_refused():
    with pytest.raises(SettingError, match="no recurrent layer ran in Linear"):
        unroll(nn.Linear(3, 4), X)
