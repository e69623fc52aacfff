"""The gated recurrent unit whose gates see the input alone."""

from elman.cells import cell, sigmoid


@cell
def min_gru(x, h, *, W):
    """Minimal gated recurrent unit, linear in its state (Feng et al. 2024, arXiv 2410.01201)."""
    z = sigmoid(W.z(x))
    n = W.n(x)
    return (1 - z) * h + z * n
