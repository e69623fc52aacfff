"""Long short-term memory."""

from elman.cells import cell, sigmoid, tanh


@cell
def lstm(x, h, c, *, W):
    """Long short-term memory (Hochreiter and Schmidhuber 1997; forget gate: Gers et al. 2000)."""
    i = sigmoid(W.i(x, h))
    f = sigmoid(W.f(x, h))
    g = tanh(W.g(x, h))
    o = sigmoid(W.o(x, h))
    c = f * c + i * g
    return o * tanh(c), c
