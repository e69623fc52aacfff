"""Long short-term memory whose gates see the cell state."""

from elman.cells import cell, sigmoid, tanh


@cell
def peephole_lstm(x, h, c, *, W, v):
    """Long short-term memory with peepholes (Gers, Schraudolph and Schmidhuber 2002, JMLR 3)."""
    i = sigmoid(W.i(x, h) + v.i * c)
    f = sigmoid(W.f(x, h) + v.f * c)
    g = tanh(W.g(x, h))
    c = f * c + i * g
    o = sigmoid(W.o(x, h) + v.o * c)
    return o * tanh(c), c
