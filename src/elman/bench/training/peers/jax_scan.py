"""The whole loop in JAX: a chunk of steps is one compiled `lax.scan` around that over time."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from elman.bench.contender import Contender
from elman.bench.peers.jax_scan import jax_layers, jax_network
from elman.bench.peers.xla import jax_with, tensor
from elman.bench.training.peers.jax_updates import UPDATES
from elman.bench.training.peers.trainer import CHECKED, Trainer
from elman.bench.training.rows import TrainingRow
from elman.bench.training.work import Network, TrainingWork

__all__ = ["JAX_SCAN"]


def _cross_entropy(jax: Any, scores: Any, y: Any) -> Any:
    logs = jax.nn.log_softmax(scores)
    return -jax.numpy.take_along_axis(logs, y[..., None], -1).mean()


def _squares(jax: Any, scores: Any, y: Any) -> Any:
    return jax.numpy.square(scores - y).mean()


LOSSES = {"cross-entropy": _cross_entropy, "squares": _squares}


def _parameters(jax: Any, network: Network, row: TrainingRow) -> dict[str, Any]:
    arrays = {
        name: jax.numpy.array(parameter.detach().numpy())
        for name, parameter in network.named_parameters()
        if not name.startswith("recurrent.")
    }
    return {**arrays, "layers": jax_layers(jax, network.recurrent, row.layers)}


def _training(jax: Any, row: TrainingRow, states: int) -> Any:
    """Return a function of what is carried, inputs and targets: what is carried, and losses."""
    layers, loss = jax_network(jax, row.layers), LOSSES[row.loss]
    zeros = (jax.numpy.zeros((row.layers.batch, row.layers.units)),) * states

    def loss_of(parameters: Any, x: Any, y: Any) -> Any:
        inputs = parameters["embedding.weight"][x] if row.symbols else x
        output, _ = layers(parameters["layers"], inputs, zeros)
        read = output if row.every else output[-1]
        return loss(jax, read @ parameters["head.weight"].T + parameters["head.bias"], y)

    def step(carried: Any, batch: Any) -> Any:
        number, parameters, kept = carried
        value, gradients = jax.value_and_grad(loss_of)(parameters, *batch)
        after = UPDATES[row.optimizer].after(jax, number, parameters, gradients, kept)
        return (number + 1, *after), value

    @jax.jit  # type: ignore[untyped-decorator]  # JAX may not be there
    def train(carried: Any, inputs: Any, targets: Any) -> Any:
        return jax.lax.scan(step, carried, (inputs, targets))

    return train


def _time_first(batches: torch.Tensor) -> Any:
    """Return n batches (n, B, T, ...) as arrays (n, T, B, ...)."""
    return batches.transpose(1, 2).contiguous().numpy()


def _contender(work: TrainingWork, threads: int) -> Contender:
    jax, row, network = jax_with(threads), work.row, work.network(nn)
    train = _training(jax, row, 2 if row.layers.cell == "lstm" else 1)
    y = _time_first(work.targets) if row.every else work.targets.numpy()
    inputs, targets = jax.numpy.array(_time_first(work.inputs)), jax.numpy.array(y)
    parameters = _parameters(jax, network, row)
    kept = (jax.tree.map(jax.numpy.zeros_like, parameters),) * UPDATES[row.optimizer].kept
    begin = (jax.numpy.ones(()), parameters, kept)
    carried = begin

    def run() -> None:
        nonlocal carried
        carried, _ = jax.block_until_ready(train(carried, inputs, targets))

    def values() -> dict[str, torch.Tensor]:
        _, losses = train(begin, inputs, targets)
        return {"losses": tensor(losses)[:CHECKED]}

    return Contender("jax scan", run, values)


JAX_SCAN = Trainer("jax scan", _contender, ("jax",))
