"""The gated recurrent unit with layer normalisation."""

from elman.cells import cell, layer_norm, sigmoid, tanh


@cell
def layer_norm_gru(x, h, *, W):
    """Gated recurrent unit, each map normalised (after Ba et al. 2016, arXiv 1607.06450)."""
    r = sigmoid(layer_norm(W.r(x, h)))
    z = sigmoid(layer_norm(W.z(x, h)))
    n = tanh(layer_norm(W.n(x)) + r * layer_norm(W.m(h)))
    return (1 - z) * n + z * h
