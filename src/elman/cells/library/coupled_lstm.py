"""Long short-term memory that forgets just as much as it takes in."""

from elman.cells import cell, sigmoid, tanh


@cell
def coupled_lstm(x, h, c, *, W):
    """Long short-term memory with f = 1 - i (CIFG of Greff et al. 2017, arXiv 1503.04069)."""
    i = sigmoid(W.i(x, h))
    g = tanh(W.g(x, h))
    o = sigmoid(W.o(x, h))
    c = (1 - i) * c + i * g
    return o * tanh(c), c
