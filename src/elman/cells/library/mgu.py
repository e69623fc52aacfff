"""The minimal gated unit."""

from elman.cells import cell, sigmoid, tanh


@cell
def mgu(x, h, *, W):
    """Minimal gated unit (Zhou et al. 2016, arXiv 1603.09420)."""
    f = sigmoid(W.f(x, h))
    n = tanh(W.n(x, f * h))
    return (1 - f) * h + f * n
