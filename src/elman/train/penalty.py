"""What a step of training pays for beside its loss."""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

__all__ = ["activation_penalty", "forward", "penalises"]


def penalises(network: nn.Module) -> bool:
    """Return whether a network asks for a penalty while it is trained.

    Args:
        network: one that does has an attribute `penalises` that is true, and a method
            ``penalised(inputs, state) -> (outputs, state, penalty)``.

    Returns:
        Whether it does.

    Example:
        >>> penalises(nn.Linear(2, 3))
        False
    """
    return bool(getattr(network, "penalises", False))


def forward(network: nn.Module, inputs: Tensor, state: Any) -> tuple[Tensor, Any, Tensor | None]:
    """Return the outputs of a network, its state, and the penalty if it asks for one.

    Args:
        network: ``network(inputs, state) -> (outputs, state)``.
        inputs: of the step.
        state: that it goes on from.

    Returns:
        Outputs, state, and a penalty () to be added to the loss.

    Example:
        >>> import torch
        >>> class Same(nn.Module):
        ...     def forward(self, inputs, state):
        ...         return inputs, state
        >>> forward(Same(), torch.tensor([1.0]), None)
        (tensor([1.]), None, None)
    """
    if penalises(network):
        penalised: tuple[Tensor, Any, Tensor] = network.penalised(inputs, state)  # type: ignore[operator]  # no tensor
        return penalised
    outputs, state = network(inputs, state)
    return outputs, state, None


def activation_penalty(
    output: Tensor, dropped: Tensor, activation: float, temporal: float
) -> Tensor:
    r"""Return $\alpha \, \overline{(m \odot h_t)^2} + \beta \, \overline{(h_t - h_{t-1})^2}$.

    Args:
        output: of the last recurrent layer, h, (B, T, H).
        dropped: the same after its dropout, m * h.
        activation: the weight of activation regularisation, alpha.
        temporal: the weight of temporal activation regularisation, beta; no change is counted
            from the last step of one batch to the first of the next.

    Returns:
        The penalty, the bars being means over all numbers.

    Example:
        >>> import torch
        >>> h = torch.tensor([[[0.0], [2.0], [2.0]]])
        >>> activation_penalty(h, h, activation=3.0, temporal=1.0)
        tensor(10.)

    Source:
        Merity, McCann & Socher 2017, Revisiting Activation Regularization for Language RNNs.
    """
    penalty = activation * dropped.square().mean()
    if temporal and output.size(1) > 1:
        penalty = penalty + temporal * output.diff(dim=1).square().mean()
    return penalty
