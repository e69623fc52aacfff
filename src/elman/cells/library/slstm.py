"""Long short-term memory with exponential gates."""

from elman.cells import cell, exp, maximum, sigmoid, softplus, tanh, where


@cell
def slstm(x, h, c, n, m, *, W):
    """LSTM with exponential gates and a stabiliser (Beck et al. 2024, arXiv 2405.04517)."""
    z = tanh(W.z(x, h))
    o = sigmoid(W.o(x, h))
    log_i = W.i(x, h)
    log_f = -softplus(-W.f(x, h))
    # before the first input n is 0, and the past must not set the scale
    past = where(n > 0, log_f + m, log_i)
    m = maximum(past, log_i)
    i = exp(log_i - m)
    f = exp(past - m)
    c = f * c + i * z
    n = f * n + i
    return o * c / n, c, n, m
