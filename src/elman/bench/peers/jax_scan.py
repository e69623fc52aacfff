"""The equations in JAX: one product for all inputs, `lax.scan` over time, compiled by XLA."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from elman.bench.contender import Contender
from elman.bench.peers.parameters import Weights, weights_of
from elman.bench.peers.peer import Peer
from elman.bench.peers.xla import jax_with, tensor
from elman.bench.rows import Row
from elman.bench.work import TORCH_CELLS, Ours, Work

__all__ = ["JAX_SCAN", "jax_layers", "jax_network"]


def _lstm(jax: Any, state: Any, x: Any, p: Weights) -> Any:
    h, c = state
    i, f, g, o = jax.numpy.split(x + h @ p.hidden + p.hidden_bias, 4, -1)
    c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jax.numpy.tanh(g)
    return jax.nn.sigmoid(o) * jax.numpy.tanh(c), c


def _gru(jax: Any, state: Any, x: Any, p: Weights) -> Any:
    (h,) = state
    x_r, x_z, x_n = jax.numpy.split(x, 3, -1)
    h_r, h_z, h_n = jax.numpy.split(h @ p.hidden + p.hidden_bias, 3, -1)
    r, z = jax.nn.sigmoid(x_r + h_r), jax.nn.sigmoid(x_z + h_z)
    return ((1 - z) * jax.numpy.tanh(x_n + r * h_n) + z * h,)


def _elman(jax: Any, state: Any, x: Any, p: Weights) -> Any:
    (h,) = state
    return (jax.numpy.tanh(x + h @ p.hidden + p.hidden_bias),)


STEPS = {"lstm": _lstm, "gru": _gru, "elman": _elman}


def jax_network(jax: Any, row: Row) -> Any:
    """Return the layers as a function.

    Args:
        jax: the package.
        row: what is run.

    Returns:
        A function of parameters, input (T, B, I) and the states (B, H) that every layer begins
        with: the output, and the states that the last layer ends with.
    """

    def direction(p: Weights, x: Any, states: Any, reverse: bool) -> Any:
        def step(state: Any, product: Any) -> Any:
            after = STEPS[row.cell](jax, state, product, p)
            return after, after[0]

        return jax.lax.scan(step, states, x @ p.input + p.input_bias, reverse=reverse)

    def network(layers: Any, x: Any, states: Any) -> Any:
        finals = states
        for layer in layers:
            runs = [direction(p, x, states, n == 1) for n, p in enumerate(layer)]
            x = jax.numpy.concatenate([output for _, output in runs], -1)
            finals = runs[-1][0]
        return x, finals

    return network


def jax_layers(jax: Any, module: nn.Module, row: Row) -> list[list[Weights]]:
    """Return the parameters of recurrent layers as `jax_network` takes them.

    Args:
        jax: the package.
        module: that has them.
        row: that it was made for.

    Returns:
        For each layer those of each direction, the matrices transposed, as one writes them in JAX.
    """
    return [
        [Weights(*(jax.numpy.array(a.T) for a in p)) for p in layer]
        for layer in weights_of(module, row)
    ]


def _covers(row: Row) -> bool:
    plain = not (row.packed or row.projected)
    return row.cell in TORCH_CELLS and plain and row.mode in ("train", "forward", "step")


def _contender(module: Ours, work: Work, threads: int) -> Contender:
    jax, row = jax_with(threads), work.row
    network = jax_network(jax, row)
    assert isinstance(work.x, torch.Tensor)
    x, d_output = (jax.numpy.asarray(t.detach().numpy()) for t in (work.x, work.d_output))
    layers = jax_layers(jax, module, row)
    given = work.states or [torch.zeros(1, row.batch, row.units) for _ in module.cell.states]
    states = tuple(jax.numpy.asarray(state[0].numpy()) for state in given)

    @jax.jit  # type: ignore[untyped-decorator]  # JAX may not be there
    def train(layers: Any, x: Any, states: Any, d_output: Any) -> Any:
        output, back = jax.vjp(lambda p, x: network(p, x, states)[0], layers, x)
        return output, back(d_output)

    forward = jax.jit(network)
    carried = states

    def run() -> Any:
        nonlocal carried
        if work.training:
            return jax.block_until_ready(train(layers, x, states, d_output))
        output, after = jax.block_until_ready(forward(layers, x, carried))
        if row.mode == "step":
            carried = after
        return output

    def values() -> dict[str, torch.Tensor]:
        if not work.training:
            return {"output": tensor(forward(layers, x, states)[0])}
        output, (_, d_x) = train(layers, x, states, d_output)
        return {"output": tensor(output), "gradient of x": tensor(d_x)}

    return Contender("jax scan", run, values)


JAX_SCAN = Peer("jax scan", _covers, _contender, ("jax",))
