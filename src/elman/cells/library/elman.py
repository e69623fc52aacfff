"""The simple recurrent network."""

from elman.cells import cell, relu, tanh


@cell
def elman(x, h, *, W):
    """Simple recurrent network (Elman 1990, Finding Structure in Time, Cognitive Science 14)."""
    return tanh(W.h(x, h))


@cell
def elman_relu(x, h, *, W):
    """Simple recurrent network of rectified units (Le et al. 2015, arXiv 1504.00941)."""
    return relu(W.h(x, h))
