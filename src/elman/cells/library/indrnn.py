"""The network whose units remember only themselves."""

from elman.cells import cell, relu


@cell
def indrnn(x, h, *, W, v):
    """Independently recurrent network (Li et al. 2018, arXiv 1803.04831)."""
    return relu(W.h(x) + v.u * h)
