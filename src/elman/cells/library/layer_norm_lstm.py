"""Long short-term memory with layer normalisation."""

from elman.cells import cell, layer_norm, sigmoid, tanh


@cell
def layer_norm_lstm(x, h, c, *, W):
    """LSTM, each gate and the cell normalised (after Ba et al. 2016, arXiv 1607.06450)."""
    i = sigmoid(layer_norm(W.i(x, h)))
    f = sigmoid(layer_norm(W.f(x, h)))
    g = tanh(layer_norm(W.g(x, h)))
    o = sigmoid(layer_norm(W.o(x, h)))
    c = f * c + i * g
    return o * tanh(layer_norm(c)), c
