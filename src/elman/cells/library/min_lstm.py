"""Long short-term memory whose gates see the input alone."""

from elman.cells import cell, sigmoid


@cell
def min_lstm(x, h, *, W):
    """Minimal long short-term memory, linear in its state (Feng et al. 2024, arXiv 2410.01201)."""
    f = sigmoid(W.f(x))
    i = sigmoid(W.i(x))
    n = W.n(x)
    return f / (f + i) * h + i / (f + i) * n
