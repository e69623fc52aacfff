"""Keras on JAX: `model.fit`, with as many steps a call as suit it best."""

from __future__ import annotations

import time
from typing import Any

import torch
from torch import nn

from elman.bench.contender import Contender
from elman.bench.peers.keras_jax import add_recurrent, keras_on_jax
from elman.bench.peers.xla import jax_with
from elman.bench.training.peers.trainer import CHECKED, Trainer
from elman.bench.training.work import DECAY, RATE, TrainingWork

__all__ = ["KERAS_FIT"]

STEPS_PER_EXECUTION = (1, 16, 64)
"""Steps that Keras may run in one call; the quickest is taken."""

SLACK = 0.05
"""Of its losses, relative to the largest: its LSTM has one bias, which takes half as long a step as
the sum of torch's two."""

LOSSES = {"cross-entropy": "SparseCategoricalCrossentropy", "squares": "MeanSquaredError"}
OPTIMIZERS = {
    "adam": ("Adam", {"epsilon": 1e-8}),
    "rmsprop": ("RMSprop", {"rho": DECAY, "epsilon": 1e-16}),  # below the root, unlike torch's
}


def _model(keras: Any, work: TrainingWork) -> Any:
    row, network = work.row, work.network(nn)
    of = row.layers
    if network.embedding is None:
        model = keras.Sequential([keras.Input((of.steps, of.inputs))])
    else:
        model = keras.Sequential([keras.Input((of.steps,), dtype="int32")])
        model.add(keras.layers.Embedding(row.symbols, of.inputs))
        model.layers[-1].set_weights([network.embedding.weight.detach().numpy()])
    add_recurrent(model, keras, network.recurrent, of, every=row.every)
    model.add(keras.layers.Dense(row.outputs))
    weight, bias = (parameter.detach().numpy() for parameter in network.head.parameters())
    model.layers[-1].set_weights([weight.T, bias])
    return model


def _compile(keras: Any, model: Any, work: TrainingWork, steps: int) -> None:
    name, options = OPTIMIZERS[work.row.optimizer]
    logits = {"from_logits": True} if work.row.loss == "cross-entropy" else {}
    model.compile(
        optimizer=getattr(keras.optimizers, name)(RATE, **options),
        loss=getattr(keras.losses, LOSSES[work.row.loss])(**logits),
        steps_per_execution=steps,
    )


def _contender(work: TrainingWork, threads: int) -> Contender:
    jax_with(threads)
    keras = keras_on_jax()
    model = _model(keras, work)
    initial = model.get_weights()
    x, y = (batches.numpy() for batches in (work.inputs, work.targets))
    rows = tuple(array.reshape(-1, *array.shape[2:]) for array in (x, y))

    def fit() -> None:
        model.fit(*rows, batch_size=work.row.layers.batch, shuffle=False, verbose=0)

    def seconds(steps: int) -> float:
        _compile(keras, model, work, steps)
        fit()  # to compile it
        start = time.perf_counter()
        fit()
        return time.perf_counter() - start

    def values() -> dict[str, torch.Tensor]:
        model.set_weights(initial)
        _compile(keras, model, work, 1)
        losses = []
        for batch in zip(x[:CHECKED], y[:CHECKED], strict=True):
            model.reset_metrics()  # or it would tell the mean since it began
            losses.append(float(model.train_on_batch(*batch)))
        _compile(keras, model, work, min(STEPS_PER_EXECUTION, key=seconds))
        return {"losses": torch.tensor(losses)}

    return Contender("keras on jax", fit, values)


KERAS_FIT = Trainer("keras on jax", _contender, ("jax", "keras"), SLACK)
