"""The gated recurrent unit in its two readings."""

from elman.cells import cell, sigmoid, tanh


@cell
def gru(x, h, *, W):
    """Gated recurrent unit, reset after the product (Cho et al. 2014; as in cuDNN)."""
    r = sigmoid(W.r(x, h))
    z = sigmoid(W.z(x, h))
    n = tanh(W.n(x) + r * W.m(h))
    return (1 - z) * n + z * h


@cell
def gru_before(x, h, *, W):
    """Gated recurrent unit, reset before the product (Cho et al. 2014, arXiv 1406.1078)."""
    r = sigmoid(W.r(x, h))
    z = sigmoid(W.z(x, h))
    n = tanh(W.n(x, r * h))
    return (1 - z) * n + z * h
