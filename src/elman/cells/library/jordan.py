"""The network that remembers its output."""

from elman.cells import cell, sigmoid


@cell
def jordan(x, y, *, W):
    """Network whose state is its last output, of logistic units (Jordan 1986, Serial Order)."""
    h = sigmoid(W.h(x, y))
    return sigmoid(W.y(h))
