"""Ordinary modules and what is read of them; what is not read, and the sentence that says so."""

import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.parametrizations import weight_norm

import elman
from elman.graph.functions import tanh
from elman.nn import Number, OneHot, Recurrent
from elman.runtime import reference_layer
from elman.tasks.network import NextSymbol
from elman.train.whole_loop.architecture import Unread, read

B, T, I, H, K = 2, 4, 3, 6, 5


@elman.cell
def uncovered(x, h, *, W, v):
    """A cell that kernels do not cover."""
    return tanh(W.n(x, h) + W.m(v.first))


def net(forward, **modules):
    """Make a module of a forward and its parts."""
    made = type("Net", (nn.Module,), {"forward": forward})()
    for name, module in modules.items():
        setattr(made, name, module)
    return made


def around(forward, rnn=None, **modules):
    """Make a module of a forward around one recurrent module and a head."""
    rnn = rnn or nn.LSTM(I, H, batch_first=True)
    width = (rnn.proj_size or H) * (2 if rnn.bidirectional else 1)
    return net(forward, **{"rnn": rnn, "head": nn.Linear(width, K), **modules})


def embedded(forward, **modules):
    return around(forward, **{"embedding": nn.Embedding(K, I), **modules})


def every(self, x):
    return self.head(self.rnn(x)[0])


def last(self, x):
    return self.head(self.rnn(x)[0][:, -1])


def every_symbol(self, x):
    return self.head(self.rnn(self.embedding(x))[0])


def last_state_of_lstm(self, x):
    _, (h, _) = self.rnn(x)
    return self.head(h[-1])


def two(self, x):
    first, _ = self.rnn(x)
    second, _ = self.rnn2(self.drop(first))
    return self.head(second.mean(dim=1))


def with_state(self, x, state=None):
    output, state = self.rnn(x, state)
    return self.head(output), state


def with_pair(self, x, state=None):
    output, (h, c) = self.rnn(x, state)
    return self.head(output), (h, c)


def with_unpacked_state(self, x, state):
    h, c = state
    output, state = self.rnn(x, (h, c))
    return self.head(output), state


def with_zeros(self, x):
    zeros = torch.zeros(1, x.size(0), H, device=x.device).to(x.device)
    output, _ = self.rnn(x, (zeros, x.new_zeros(1, x.shape[0], H)))
    return self.head(output)


def with_zeros_unless_given(self, x, state=None):
    if state is None:
        state = torch.zeros(1, x.size(0), H, dtype=x.dtype)
    output, state = self.rnn(x, state)
    return self.head(output), state


def with_ignored_state(self, x, state=None):
    return self.head(self.rnn(x, state)[0])


def with_lengths(self, x, lengths=None):
    return self.head(self.rnn(x, lengths=lengths)[1][-1])


def dropped_by_function(self, x):
    output, _ = self.rnn(F.dropout(x, 0.2, self.training))
    return self.head(F.dropout(output, p=0.3, training=self.training))


def one_hot(self, x):
    return self.head(self.rnn(F.one_hot(x, I).float())[0])


def bidirectional():
    return nn.GRU(I, H, 2, batch_first=True, bidirectional=True)


# A model, its input as "symbols" or "numbers", and what differs from the plain reading below.
PLAIN = {
    "input": "features",
    "layers": 1,
    "dropouts": (0.0,),
    "batch_first": True,
    "pooling": "every",
    "dropout": 0.0,
    "squeezed": False,
    "carries": False,
}
EMBEDDING, LAST = {"input": "embedding"}, {"pooling": "last"}
SQUEEZED, CARRIES = {"squeezed": True}, {"carries": True}
TIME_FIRST, TWO_LAYERS = {"batch_first": False}, {"layers": 2, "dropouts": (0.0, 0.0)}
ACCEPTED = {
    "every step": (lambda: around(every), "numbers", {}),
    "torch gru": (lambda: around(every, nn.GRU(I, H, batch_first=True)), "numbers", {}),
    "torch rnn": (
        lambda: around(every, nn.RNN(I, H, nonlinearity="relu", batch_first=True)),
        "numbers",
        {},
    ),
    "no biases": (
        lambda: around(every, nn.LSTM(I, H, bias=False, batch_first=True)),
        "numbers",
        {},
    ),
    "elman lstm": (
        lambda: around(every, elman.nn.LSTM(I, H, 2, recompute=True)),
        "numbers",
        TIME_FIRST | TWO_LAYERS,
    ),
    "any cell": (
        lambda: around(last, Recurrent("mgu", I, H, 2, batch_first=True)),
        "numbers",
        LAST | TWO_LAYERS,
    ),
    "both directions": (
        lambda: around(every, bidirectional()),
        "numbers",
        TWO_LAYERS,
    ),
    "projected": (
        lambda: around(last_state_of_lstm, nn.LSTM(I, H, 2, proj_size=2, bidirectional=False)),
        "numbers",
        TIME_FIRST | TWO_LAYERS | LAST,
    ),
    "both directions, projected": (
        lambda: around(every, nn.LSTM(I, H, 2, proj_size=2, bidirectional=True)),
        "numbers",
        TIME_FIRST | TWO_LAYERS,
    ),
    "last step": (lambda: around(last), "numbers", LAST),
    "last step, all indices": (
        lambda: around(lambda self, x: self.head(self.rnn(x)[0][:, -1, :])),
        "numbers",
        LAST,
    ),
    "last step, from the end": (
        lambda: around(lambda self, x: self.head(self.rnn(x)[0][..., -1, :])),
        "numbers",
        LAST,
    ),
    "last step of both directions": (
        lambda: around(last, bidirectional()),
        "numbers",
        LAST | TWO_LAYERS,
    ),
    "last step, time first": (
        lambda: around(lambda self, x: self.head(self.rnn(x)[0][-1]), nn.GRU(I, H)),
        "numbers",
        LAST | TIME_FIRST,
    ),
    "last state of an lstm": (lambda: around(last_state_of_lstm), "numbers", LAST),
    "last state of a gru": (
        lambda: around(lambda self, x: self.head(self.rnn(x)[1][-1]), nn.GRU(I, H, 2)),
        "numbers",
        LAST | TIME_FIRST | TWO_LAYERS,
    ),
    "only state, squeezed": (
        lambda: around(lambda self, x: self.head(self.rnn(x)[1].squeeze(0)), nn.GRU(I, H)),
        "numbers",
        LAST | TIME_FIRST,
    ),
    "mean of two modules": (
        lambda: around(two, rnn2=nn.GRU(H, H, batch_first=True), drop=nn.Dropout(0.2)),
        "numbers",
        {"pooling": "mean", "layers": 2, "dropouts": (0.0, 0.2)},
    ),
    "mean by a function": (
        lambda: around(lambda self, x: self.head(torch.mean(self.rnn(x)[0], 0)), nn.GRU(I, H)),
        "numbers",
        {"pooling": "mean"} | TIME_FIRST,
    ),
    "embedding": (lambda: embedded(every_symbol), "symbols", EMBEDDING),
    "embedding with padding": (
        lambda: embedded(every_symbol, embedding=nn.Embedding(K, I, padding_idx=1)),
        "symbols",
        EMBEDDING,
    ),
    "one-hot module": (
        lambda: embedded(every_symbol, embedding=OneHot(I)),
        "symbols",
        {"input": "one-hot"},
    ),
    "one-hot function": (lambda: around(one_hot), "symbols", {"input": "one-hot"}),
    "one-hot to a format": (
        lambda: around(
            lambda self, x: self.head(self.rnn(F.one_hot(x, num_classes=I).to(torch.float32))[0])
        ),
        "symbols",
        {"input": "one-hot"},
    ),
    "number": (
        lambda: embedded(every_symbol, embedding=Number(), rnn=nn.GRU(1, H, batch_first=True)),
        "symbols",
        {"input": "number"},
    ),
    "dropout within and around": (
        lambda: around(
            lambda self, x: self.head(self.drop2(self.rnn(self.drop(x))[0][:, -1])),
            nn.LSTM(I, H, 3, dropout=0.5, batch_first=True),
            drop=nn.Dropout(0.1),
            drop2=nn.Dropout(0.4),
        ),
        "numbers",
        LAST | {"layers": 3, "dropouts": (0.1, 0.5, 0.5), "dropout": 0.4},
    ),
    "dropout of nothing twice": (
        lambda: around(
            lambda self, x: self.head(self.drop(self.drop2(self.drop2(self.rnn(x)[0])))),
            drop=nn.Dropout(0.1),
            drop2=nn.Dropout(0.0),
        ),
        "numbers",
        {"dropout": 0.1},
    ),
    "dropout by a function": (
        lambda: around(dropped_by_function),
        "numbers",
        {"dropouts": (0.2,), "dropout": 0.3},
    ),
    "nested modules": (
        lambda: net(
            lambda self, x: self.head(self.body(x)),
            body=around(lambda self, x: self.rnn(x)[0], head=nn.Identity()),
            head=nn.Sequential(nn.Sequential(nn.Dropout(0.1), nn.Linear(H, K)), nn.Identity()),
        ),
        "numbers",
        {"dropout": 0.1},
    ),
    "head without bias": (lambda: around(every, head=nn.Linear(H, K, bias=False)), "numbers", {}),
    "squeezed": (
        lambda: around(lambda self, x: every(self, x).squeeze(-1), head=nn.Linear(H, 1)),
        "numbers",
        SQUEEZED,
    ),
    "squeezed by an index": (
        lambda: around(lambda self, x: last(self, x)[..., 0], head=nn.Linear(H, 1)),
        "numbers",
        SQUEEZED | LAST,
    ),
    "flattened": (
        lambda: around(last, head=nn.Sequential(nn.Linear(H, 1), nn.Flatten(0))),
        "numbers",
        SQUEEZED | LAST,
    ),
    "flattened steps": (
        lambda: around(lambda self, x: every(self, x).flatten(1), head=nn.Linear(H, 1)),
        "numbers",
        SQUEEZED,
    ),
    "viewed": (
        lambda: around(lambda self, x: last(self, x).view(-1), head=nn.Linear(H, 1)),
        "numbers",
        SQUEEZED | LAST,
    ),
    "state carried": (lambda: around(with_state), "numbers", CARRIES),
    "pair carried": (lambda: around(with_pair), "numbers", CARRIES),
    "pair carried in parts": (lambda: around(with_unpacked_state), "numbers", CARRIES),
    "zeros at the beginning": (lambda: around(with_zeros), "numbers", {}),
    "zeros unless given": (
        lambda: around(with_zeros_unless_given, nn.GRU(I, H, batch_first=True)),
        "numbers",
        CARRIES,
    ),
    "state only taken": (lambda: around(with_ignored_state), "numbers", {}),
    "lengths": (
        lambda: around(with_lengths, Recurrent("gru", I, H, batch_first=True)),
        "numbers",
        LAST,
    ),
    "next symbol": (
        lambda: NextSymbol(K, "gru", H, 2, dropout=0.1),
        "symbols",
        EMBEDDING | CARRIES | {"layers": 2, "dropouts": (0.1, 0.1), "dropout": 0.1},
    ),
    "next symbol, tied": (
        lambda: NextSymbol(K, "lstm", H, tied=True),
        "symbols",
        EMBEDDING | CARRIES,
    ),
    "next symbol, number": (
        lambda: NextSymbol(K, "elman", H, input="number"),
        "symbols",
        {"input": "number"} | CARRIES,
    ),
}


def accepted(name):
    torch.manual_seed(3)
    make, kind, differing = ACCEPTED[name]
    x = torch.randint(I, (B, T)) if kind == "symbols" else torch.randn(B, T, I)
    return make(), x, PLAIN | differing


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_read(name):
    model, _, expected = accepted(name)
    found = read(model)
    assert expected == {
        **{key: getattr(found, key) for key in expected if key not in ("layers", "dropouts")},
        "layers": len(found.layers),
        "dropouts": tuple(layer.dropout for layer in found.layers),
    }
    assert {id(p) for p in model.parameters()} == {id(p) for p in parameters(found)}


def parameters(found):
    ends = [p for p in (found.table, found.head, found.bias) if p is not None]
    return [*ends, *[weight for layer in found.layers for weight in layer.weights]]


def scores(found, x, state):
    """Compute what a module returns from its architecture alone, by the reference."""
    inputs = {
        "embedding": lambda: F.embedding(x, found.table),
        "one-hot": lambda: F.one_hot(x, found.features).float(),
        "number": lambda: x.unsqueeze(-1).float(),
        "features": lambda: x,
    }
    value = inputs[found.input]()
    value = value.transpose(0, 1) if found.batch_first else value
    row = 0
    for layer in found.layers:
        assert [tuple(w.shape) for w in layer.weights] == layer.stack.shapes_in_order
        rows = slice(row, row := row + layer.stack.directions)
        begin = [
            torch.zeros(layer.stack.directions, value.size(1), size) if state is None else s[rows]
            for size, s in zip(
                layer.stack.state_sizes, state or layer.stack.state_sizes, strict=True
            )
        ]
        value, _ = reference_layer.forward(layer.stack.layer, value, begin, layer.weights, None)
    if found.pooling == "every":
        value = value.transpose(0, 1) if found.batch_first else value
    else:
        value = {"last": lambda: value[-1], "mean": lambda: value.mean(0)}[found.pooling]()
    result = F.linear(value, found.head, found.bias)
    return result.squeeze(-1) if found.squeezed else result


# of torch's own layers, which says so when it computes them another way
@pytest.mark.filterwarnings("ignore:LSTM with projections is not supported with oneDNN")
@pytest.mark.parametrize("name", ACCEPTED)
def test_the_architecture_is_all_that_the_module_does(name):
    model, x, _ = accepted(name)
    found = read(model)
    model.eval()
    if not found.carries:
        torch.testing.assert_close(scores(found, x, None), model(x))
        return
    rows = sum(layer.stack.directions for layer in found.layers)
    state = tuple(torch.randn(rows, B, size) for size in found.layers[0].stack.state_sizes)
    given = state if len(state) > 1 else state[0]
    torch.testing.assert_close(scores(found, x, state), model(x, given)[0])


def test_padding_is_the_embeddings():
    assert read(accepted("embedding with padding")[0]).padding == 1
    assert read(accepted("embedding")[0]).padding is None


def test_tied_weights_are_one_parameter():
    found = read(accepted("next symbol, tied")[0])
    assert found.head is found.table


def test_neither_the_module_nor_its_mode_is_changed():
    model, _, _ = accepted("dropout by a function")
    model.head.eval()
    before = [dict(vars(module)) for module in model.modules()]
    state = torch.get_rng_state()
    found = read(model)
    assert [dict(vars(module)) for module in model.modules()] == before
    assert torch.equal(torch.get_rng_state(), state)
    assert read(model.eval()) == found


def test_double_precision():
    assert read(around(last).double()).head.dtype == torch.float64


def with_branch(self, x):
    output, _ = self.rnn(x)
    return self.head(output) if x.sum() > 0 else self.head(-output)


def in_training_only(self, x):
    output, _ = self.rnn(x)
    return self.head(output if self.training else -output)


def remembering(self, x):
    output, self.state = self.rnn(x)
    return self.head(output)


def counting(self, x):
    self.steps += 1
    return every(self, x)


def counted():
    model = around(counting)
    model.register_buffer("steps", torch.zeros(()))
    return model


def other_with_state(self, x, state=None):
    output, after = self.rnn(x, state)
    return self.head(output if state is None else output[:, -1]), after


def state_by_numbers(self, x):
    output, _ = self.rnn(x, torch.zeros(1, B, H))
    return self.head(output)


def two_states(self, x, state=None):
    first, state = self.rnn(x, state)
    second, state = self.rnn2(first, state)
    return self.head(second), state


def own_parameter(self, x):
    return self.head(self.rnn(x * self.head.weight[0, 0])[0])


def hooked(of, kind):
    model = around(every)
    getattr(of(model), f"register_{kind}")(lambda *_: None)
    return model


def normed():
    model = around(every)
    weight_norm(model.head)
    return model


def shared():
    model = around(two, rnn2=nn.GRU(H, H, batch_first=True), drop=nn.Identity())
    model.rnn = nn.GRU(H, H, batch_first=True)
    model.rnn2.weight_hh_l0 = model.rnn.weight_hh_l0
    return model


def replaced():
    model = around(every)
    model.rnn.forward = lambda x: (x, None)
    return model


def half_double():
    model = around(every)
    model.head.double()
    return model


def after_head(*modules):
    return around(every, head=nn.Sequential(nn.Linear(H, K), *modules))


def scored(function, **modules):
    return around(lambda self, x: function(every(self, x)), **modules)


def pooled(function, rnn=None, **modules):
    return around(lambda self, x: self.head(function(self.rnn(x)[0])), rnn, **modules)


SINGLE = {"head": nn.Linear(H, 1)}
REFUSED = {
    "two linear layers": (
        lambda: after_head(nn.ReLU(), nn.Linear(K, K)),
        "head.1 (ReLU): only one linear layer after the recurrent ones is compiled",
    ),
    "softmax": (
        lambda: after_head(nn.Softmax(-1)),
        "head.1 (Softmax): only one linear layer after the recurrent ones is compiled",
    ),
    "relu before the head": (
        lambda: around(every, head=nn.Sequential(nn.ReLU(), nn.Linear(H, K))),
        "head.0 (ReLU): after recurrent layers only dropout,",
    ),
    "relu by a function": (
        lambda: pooled(F.relu),
        "of test_architecture.py (return around(lambda self, x: self.head(function(",
    ),
    "relu after pooling": (
        lambda: pooled(lambda output: torch.relu(output[:, -1])),
        "between the last step, or the mean of all, and the linear layer only dropout",
    ),
    "concatenation": (
        lambda: around(
            lambda self, x: self.head(torch.cat([self.rnn(x)[0], x], -1)),
            head=nn.Linear(H + I, K),
        ),
        "cat at line",
    ),
    "convolution": (
        lambda: around(
            lambda self, x: every(self, self.conv(x)), conv=nn.Conv1d(T, T, 1), rnn=nn.LSTM(I, H)
        ),
        "conv (Conv1d): the input may only be embedded",
    ),
    "linear before": (
        lambda: embedded(every_symbol, embedding=nn.Linear(I, I)),
        "embedding (Linear): the input may only be embedded, made one-hot or numbers, dropped",
    ),
    "norm of an embedding": (
        lambda: around(
            lambda self, x: every(self, self.norm(self.embedding(x))),
            embedding=nn.Embedding(K, I),
            norm=nn.LayerNorm(I),
        ),
        "norm (LayerNorm): between the input and the recurrent layers only dropout",
    ),
    "max_norm": (
        lambda: embedded(every_symbol, embedding=nn.Embedding(K, I, max_norm=1.0)),
        "embedding (Embedding): its max_norm is not compiled.",
    ),
    "sparse": (
        lambda: embedded(every_symbol, embedding=nn.Embedding(K, I, sparse=True)),
        "its sparse is not compiled.",
    ),
    "scale_grad_by_freq": (
        lambda: embedded(every_symbol, embedding=nn.Embedding(K, I, scale_grad_by_freq=True)),
        "its scale_grad_by_freq is not compiled.",
    ),
    "one-hot of an unknown size": (
        lambda: around(lambda self, x: every(self, F.one_hot(x).float())),
        "the number of classes must be a fixed number.",
    ),
    "one-hot of another size": (
        lambda: around(lambda self, x: every(self, F.one_hot(x, I + 1).float())),
        f"rnn (LSTM): it expects {I} features and gets {I + 1}.",
    ),
    "symbols dropped out": (
        lambda: around(
            lambda self, x: every(self, self.embedding(self.drop(x))),
            embedding=nn.Embedding(K, I),
            drop=nn.Dropout(0.5),
        ),
        "embedding (Embedding): symbols cannot be dropped out.",
    ),
    "other format": (
        lambda: around(lambda self, x: every(self, x.double())),
        "forward converts to torch.float64, but the parameters are torch.float32.",
    ),
    "other device": (
        lambda: around(lambda self, x: every(self, x.to("cpu"))),
        "only a format of numbers may be given, such as torch.float32.",
    ),
    "two dropouts in a row": (
        lambda: around(every, head=nn.Sequential(nn.Dropout(), nn.Dropout(), nn.Linear(H, K))),
        "head.1 (Dropout): two dropouts in a row are not compiled: one does the same.",
    ),
    "dropout module before the mean": (
        lambda: around(
            lambda self, x: self.head(self.drop(self.rnn(x)[0]).mean(1)), drop=nn.Dropout(0.5)
        ),
        "dropout before the mean is not compiled: drop out behind it.",
    ),
    "dropout in evaluation": (
        lambda: pooled(F.dropout),
        "it drops out in evaluation, too: give it self.training as training.",
    ),
    "dropout in place": (
        lambda: around(every, head=nn.Sequential(nn.Dropout(0.5, inplace=True), nn.Linear(H, K))),
        "head.0 (Dropout): it overwrites what it gets: leave inplace out.",
    ),
    "first step": (
        lambda: pooled(lambda output: output[:, 0]),
        "of the steps only the last, output[:, -1], or all.",
    ),
    "last row": (
        lambda: pooled(lambda output: output[-1]),
        "of the steps only the last, output[:, -1], or all.",
    ),
    "last step of the batch": (
        lambda: pooled(lambda output: output[:, -1], nn.LSTM(I, H)),
        "of the steps only the last, output[-1], or all.",
    ),
    "mean over the batch": (
        lambda: pooled(lambda output: output.mean(0)),
        "only the mean over time, mean(1), is compiled.",
    ),
    "maximum": (lambda: pooled(lambda output: output.amax(1)), "amax at line"),
    "state of one direction": (
        lambda: around(
            lambda self, x: self.head(self.rnn(x)[1][-1]), bidirectional(), head=nn.Linear(H, K)
        ),
        "the state of one direction alone is not compiled: take output[:, -1].",
    ),
    "state of the first layer": (
        lambda: around(lambda self, x: self.head(self.rnn(x)[1][0]), nn.GRU(I, H, 2)),
        "of a state only the last layer's, h[-1], is compiled.",
    ),
    "states squeezed": (
        lambda: around(lambda self, x: self.head(self.rnn(x)[1].squeeze(0)), nn.GRU(I, H, 2)),
        "of a state only the last layer's, h[-1], is compiled.",
    ),
    "cell state": (
        lambda: around(lambda self, x: self.head(self.rnn(x)[1][1][-1])),
        "of a state only h[-1], the last layer's output after the last step, goes on to a head.",
    ),
    "state to the head": (
        lambda: around(lambda self, x: self.head(self.rnn(x)[1]), nn.GRU(I, H)),
        "head (Linear): of a state only h[-1]",
    ),
    "output and state to the head": (
        lambda: nn.Sequential(nn.GRU(I, H), nn.Linear(H, K)),
        "1 (Linear): it gets the output and the state of recurrent layers",
    ),
    "squeezed classes": (
        lambda: scored(lambda y: y.squeeze(-1)),
        f"the linear layer has {K} outputs: only a single one is squeezed.",
    ),
    "squeezed everywhere": (
        lambda: scored(torch.squeeze, **SINGLE),
        "only the last dimension is squeezed, by squeeze(-1).",
    ),
    "flattened altogether": (
        lambda: scored(torch.flatten, **SINGLE),
        "only the last dimension is flattened, by squeeze(-1).",
    ),
    "viewed altogether": (
        lambda: scored(lambda y: y.view(-1), **SINGLE),
        "only the last dimension is dropped, by squeeze(-1).",
    ),
    "pooled scores": (
        lambda: scored(lambda y: y[:, -1]),
        "only one linear layer after the recurrent ones is compiled",
    ),
    "no head": (
        lambda: around(lambda self, x: self.rnn(x)[0], head=nn.Identity()),
        "forward returns something else than the scores of a linear layer after recurrent ones",
    ),
    "nothing around": (lambda: nn.LSTM(I, H), "the model is LSTM alone, with no layers around"),
    "a dict": (lambda: scored(lambda y: {"scores": y}), "forward returns something else than the"),
    "state returned, not taken": (
        lambda: around(lambda self, x: (self.head(self.rnn(x)[0]), self.rnn(x)[1])),
        "forward returns a state that it does not take: return the scores alone.",
    ),
    "state taken, not returned": (
        lambda: around(lambda self, x, state: self.head(self.rnn(x, state)[0])),
        "forward cannot do without a state that it does not return: return it, too.",
    ),
    "states of two modules": (
        lambda: around(two_states, rnn2=nn.LSTM(H, H, batch_first=True)),
        "rnn2 (LSTM): its state must be what forward was given, or not be given at all.",
    ),
    "more than the scores": (
        lambda: around(lambda self, x: (every(self, x), x)),
        "forward returns more than the scores",
    ),
    "another way with a state": (
        lambda: around(other_with_state),
        "forward does something else where its optional arguments are given.",
    ),
    "lengths of one module alone": (
        lambda: around(
            lambda self, x, n: self.head(self.rnn2(self.rnn(x, lengths=n)[0])[1][-1]),
            Recurrent("gru", I, H),
            rnn2=Recurrent("gru", H, H),
        ),
        "rnn2 (Recurrent): its lengths is not that of rnn.",
    ),
    "last step of ragged rows": (
        lambda: around(
            lambda self, x, n: self.head(self.rnn(x, lengths=n)[0][-1]), Recurrent("gru", I, H)
        ),
        "the last step of shorter rows is padding: take h[-1] of the state instead.",
    ),
    "mean of ragged rows": (
        lambda: around(
            lambda self, x, n: self.head(self.rnn(x, lengths=n)[0].mean(0)), Recurrent("gru", I, H)
        ),
        "the mean would count padding: take h[-1] of the state instead.",
    ),
    "batch first and not": (
        lambda: around(two, rnn2=nn.GRU(H, H), drop=nn.Identity()),
        "rnn2 (GRU): its batch_first is not that of rnn.",
    ),
    "a layer twice": (
        lambda: around(lambda self, x: self.head(self.rnn(self.rnn(x)[0])[0]), nn.GRU(H, H)),
        "rnn.weight_ih_l0 is used twice: only an embedding and the head may share weights.",
    ),
    "layers sharing a weight": (
        shared,
        "rnn.weight_hh_l0 is used twice: only an embedding and the head may share weights.",
    ),
    "unused parameters": (
        lambda: around(every, other=nn.Linear(2, 3)),
        "what forward returns does not depend on other.weight, other.bias.",
    ),
    "a parameter by itself": (
        lambda: around(own_parameter),
        "is computed with no part in it of what the model is given",
    ),
    "a parameter with the input": (
        lambda: around(lambda self, x: every(self, x * self.scale), scale=nn.Linear(1, 1).weight),
        "forward itself computes with scale",
    ),
    "no kernel": (
        lambda: around(every, Recurrent(uncovered, I, H)),
        "rnn (Recurrent): kernels do not cover the cell uncovered",
    ),
    "branch": (
        lambda: around(with_branch),
        "(return self.head(output) if x.sum() > 0 else self.head(-output)): symbolically traced",
    ),
    "branch on the mode": (lambda: around(in_training_only), "forward cannot be followed at line"),
    "state of a fixed batch": (
        lambda: around(state_by_numbers, nn.GRU(I, H)),
        "aten.zeros.default is computed with no part in it of what the model is given",
    ),
    "zeros to the head": (
        lambda: around(lambda self, x: self.head(torch.zeros(1, x.size(0), H))),
        "head (Linear): it gets something that is not made of the input alone.",
    ),
    "zeros as lengths": (
        lambda: around(
            lambda self, x: self.head(self.rnn(x, None, torch.zeros(x.size(1)))[0]),
            Recurrent("gru", I, H),
        ),
        "rnn (Recurrent): its lengths must be what forward was given",
    ),
    "another attribute": (
        lambda: around(lambda self, x: self.head(self.rnn(x.mT)[0])),
        "getattr at line",
    ),
    "sizes as numbers": (lambda: scored(lambda y: y / y.size(0)), "truediv at line"),
    "remembered state": (
        lambda: around(remembering),
        "forward sets state, which the compiled steps would not do.",
    ),
    "counted calls": (counted, "is computed with no part in it of what the model is given"),
    "weight norm": (
        normed,
        "head (ParametrizedLinear) is under a parametrization, which is not compiled.",
    ),
    "replaced forward": (
        replaced,
        "rnn (LSTM) has a forward that is not that of its class, which is not compiled.",
    ),
    "hook before": (
        lambda: hooked(lambda m: m.rnn, "forward_pre_hook"),
        "rnn (LSTM) has a hook before its forward",
    ),
    "hook after": (
        lambda: hooked(lambda m: m, "forward_hook"),
        "the model (Net) has a hook after its forward",
    ),
    "hook before backward": (
        lambda: hooked(lambda m: m.head, "full_backward_pre_hook"),
        "head (Linear) has a hook before its backward",
    ),
    "hook after backward": (
        lambda: hooked(lambda m: m.head, "full_backward_hook"),
        "head (Linear) has a hook after its backward",
    ),
    "hook on a gradient": (
        lambda: hooked(lambda m: m.head.weight, "hook"),
        "head.weight has a hook after its backward",
    ),
    "hook after a gradient": (
        lambda: hooked(lambda m: m.head.weight, "post_accumulate_grad_hook"),
        "head.weight has a hook on its gradient",
    ),
    "mixed formats": (
        half_double,
        "the parameters are of different formats (rnn.bias_hh_l0 torch.float32 and head.bias",
    ),
    "half precision": (
        lambda: around(every).half(),
        "rnn.weight_ih_l0 is torch.float16: float32 and float64 are compiled.",
    ),
    "not on the CPU": (
        lambda: around(every).to("meta"),
        "rnn.weight_ih_l0 is on meta: only the CPU is compiled for.",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name):
    make, sentence = REFUSED[name]
    with pytest.raises(Unread) as refusal:
        read(make())
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_a_refused_module_is_not_changed():
    model = counted()
    with pytest.raises(Unread):
        read(model)
    assert model.steps == 0
    assert model.training is True
