"""The light gated recurrent unit."""

from elman.cells import cell, relu, sigmoid


@cell
def ligru(x, h, *, W):
    """Light GRU without batch normalisation (Ravanelli et al. 2018, arXiv 1803.10225)."""
    z = sigmoid(W.z(x, h))
    n = relu(W.n(x, h))
    return z * h + (1 - z) * n
