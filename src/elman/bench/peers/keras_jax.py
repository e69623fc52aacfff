"""Keras on JAX: its layers in a model, the whole compiled by XLA."""

from __future__ import annotations

import os
from typing import Any

import numpy as np
import torch
from torch import nn

from elman.bench.contender import Contender
from elman.bench.peers.parameters import Weights, weights_of
from elman.bench.peers.peer import Peer
from elman.bench.peers.xla import jax_with, tensor
from elman.bench.rows import Row
from elman.bench.work import TORCH_CELLS, Ours, Work

__all__ = ["KERAS_JAX", "add_recurrent", "keras_on_jax"]

LAYERS = {"lstm": "LSTM", "gru": "GRU", "elman": "SimpleRNN"}


def keras_on_jax() -> Any:
    """Return Keras, which takes JAX if it is not imported yet.

    Raises:
        RuntimeError: it runs on something else in this process already.
    """
    before = os.environ.get("KERAS_BACKEND")
    os.environ["KERAS_BACKEND"] = "jax"
    try:
        import keras
    finally:
        if before is None:
            del os.environ["KERAS_BACKEND"]
        else:
            os.environ["KERAS_BACKEND"] = before
    if keras.backend.backend() != "jax":
        raise RuntimeError(f"Keras runs on {keras.backend.backend()} in this process already")
    return keras


def _arrays(cell: str, weights: Weights) -> list[Any]:
    """Return the parameters as Keras has them: transposed, its GRU beginning with z."""
    p = weights.ordered(1, 0, 2) if cell == "gru" else weights
    both = p.input_bias, p.hidden_bias
    return [p.input.T, p.hidden.T, np.stack(both) if cell == "gru" else both[0] + both[1]]


def add_recurrent(model: Any, keras: Any, module: nn.Module, row: Row, *, every: bool) -> None:
    """Add recurrent layers to a model.

    Args:
        model: a Sequential one that has an input.
        keras: the package.
        module: whose parameters they take over.
        row: that it was made for.
        every: whether the last layer returns every step.
    """
    of_layers = weights_of(module, row)
    for number, of_layer in enumerate(of_layers, start=1):
        sequences = every or number < len(of_layers)
        layer = getattr(keras.layers, LAYERS[row.cell])(row.units, return_sequences=sequences)
        model.add(keras.layers.Bidirectional(layer) if row.bidirectional else layer)
        arrays = [_arrays(row.cell, of_direction) for of_direction in of_layer]
        model.layers[-1].set_weights([a for of_direction in arrays for a in of_direction])


def _model(keras: Any, module: Ours, row: Row) -> Any:
    model = keras.Sequential([keras.Input((row.steps, row.inputs), batch_size=row.batch)])
    add_recurrent(model, keras, module, row, every=True)
    return model


def _covers(row: Row) -> bool:
    plain = not (row.packed or row.projected)
    return row.cell in TORCH_CELLS and plain and row.mode in ("train", "forward")


def _contender(module: Ours, work: Work, threads: int) -> Contender:
    jax = jax_with(threads)
    model = _model(keras_on_jax(), module, work.row)
    assert isinstance(work.x, torch.Tensor)
    # Keras has the batch first
    x, d_output = (
        jax.numpy.asarray(t.detach().transpose(0, 1).numpy()) for t in (work.x, work.d_output)
    )
    trainable, fixed = (
        [v.value for v in model.trainable_variables],
        [v.value for v in model.non_trainable_variables],
    )

    def output_of(trainable: Any, x: Any) -> Any:
        return model.stateless_call(trainable, fixed, x)[0]

    @jax.jit  # type: ignore[untyped-decorator]  # JAX may not be there
    def train(trainable: Any, x: Any, d_output: Any) -> Any:
        output, back = jax.vjp(output_of, trainable, x)
        return output, back(d_output)

    forward = jax.jit(output_of)

    def run() -> Any:
        if work.training:
            return jax.block_until_ready(train(trainable, x, d_output))
        return jax.block_until_ready(forward(trainable, x))

    def values() -> dict[str, torch.Tensor]:
        if not work.training:
            return {"output": tensor(run()).transpose(0, 1)}
        output, (_, d_x) = run()
        by_name = {"output": output, "gradient of x": d_x}
        return {name: tensor(value).transpose(0, 1) for name, value in by_name.items()}

    return Contender("keras on jax", run, values)


KERAS_JAX = Peer("keras on jax", _covers, _contender, ("jax", "keras"))
