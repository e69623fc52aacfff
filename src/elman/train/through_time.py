"""How far back a network learns from a batch: the loss at its last step, and what comes back of it.

Shapes: B rows, T time steps.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from elman.nn.through_time import LayerNorms, recording
from elman.train.objective import judged

__all__ = ["batch_norms", "loss_at"]


def loss_at(loss: nn.Module, outputs: Tensor, targets: Tensor, step: int) -> Tensor:
    """Return the loss of a single step, or all of it where the steps have none of their own.

    Args:
        loss: of outputs and targets, the mean over the steps.
        outputs: of the network: (B, T, ...) where there is something to say at every step.
        targets: (B, T) or (B, T, ...) likewise.
        step: which; negative ones count from the end.

    Returns:
        The loss, which depends on the outputs of that step alone.

    Example:
        >>> outputs = torch.zeros(1, 3, 2, requires_grad=True)
        >>> loss_at(nn.MSELoss(), outputs, torch.ones(1, 3, 2), -1).backward()
        >>> outputs.grad.abs().sum(2).tolist()
        [[0.0, 0.0, 2.0]]
    """
    if outputs.dim() < 3 or targets.dim() < 2:
        return judged(loss, outputs, targets)[0]
    steps = outputs.shape[1]
    only = torch.arange(steps, device=outputs.device) == step % steps
    # whatever the loss is, the other steps are given to it as they are, but get nothing back
    kept = outputs.where(only.view(-1, *[1] * (outputs.dim() - 2)), outputs.detach())
    return steps * judged(loss, kept, targets)[0]


def batch_norms(
    network: nn.Module, loss: nn.Module, inputs: Tensor, targets: Tensor
) -> list[LayerNorms]:
    """Return how much of the loss at the last step comes back to each step, from a zero state.

    For layers below the outputs that read from the end it is the loss at the first step. Nothing is
    dropped, and neither weights nor their gradients nor random numbers are touched.

    Args:
        network: ``network(inputs, state) -> (outputs, state)``.
        loss: of outputs and targets, their mean.
        inputs: of the network, (B, T, ...); rows of different lengths only one at a time.
        targets: as the loss takes them.

    Returns:
        The norms by layer; empty if there is no recurrent layer, or none with rows equally long.

    Example:
        >>> import elman
        >>> norms = batch_norms(
        ...     elman.nn.GRU(2, 3, batch_first=True), nn.MSELoss(),
        ...     torch.zeros(1, 4, 2), torch.zeros(1, 4, 3),
        ... )
        >>> [(layer.name, len(layer.whole)) for layer in norms]
        [('l0', 4)]
    """
    devices = [inputs.device] if inputs.is_cuda else []
    modes = {module: module.training for module in network.modules()}
    network.eval()
    try:
        with torch.random.fork_rng(devices=devices), recording(network) as record:
            outputs, _ = network(inputs, None)
            last = loss_at(loss, outputs, targets, record.steps - 1)
            first = loss_at(loss, outputs, targets, 0)
            return record.norms(last, first)
    finally:
        for module, training in modes.items():
            module.training = training
