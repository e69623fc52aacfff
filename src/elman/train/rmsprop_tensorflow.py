"""RMSprop with the constants of TensorFlow 1."""

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor
from torch.optim import Optimizer

__all__ = ["RMSpropTensorFlow"]


class RMSpropTensorFlow(Optimizer):
    """RMSprop as TensorFlow 1 has it: the mean square starts at one, epsilon is under the root.

    m <- m + (1 - decay) (g² - m),  w <- w - lr g / sqrt(m + eps),  with m = 1 at the start.

    Args:
        params: the parameters to train, or groups of them.
        lr: learning rate.
        decay: of the mean square.
        eps: added to the mean square.

    Example:
        >>> weight = torch.nn.Parameter(torch.tensor([1.0]))
        >>> weight.grad = torch.tensor([1.0])
        >>> RMSpropTensorFlow([weight], lr=0.5).step()
        >>> weight.item()
        0.5

    Source: tf.train.RMSPropOptimizer, TensorFlow 1.15; Tieleman & Hinton 2012, lecture 6.5.
    """

    def __init__(
        self,
        params: Iterable[Tensor] | Iterable[dict[str, Any]],
        lr: float = 1e-3,
        decay: float = 0.9,
        eps: float = 1e-10,
    ) -> None:
        super().__init__(params, {"lr": lr, "decay": decay, "eps": eps})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> float | None:  # type: ignore[override]  # torch types it by overloads
        """Update every parameter that has a gradient.

        Args:
            closure: computes the loss and the gradients anew; run first if given.

        Returns:
            The closure's loss.
        """
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            self._update(group)
        return loss

    def _update(self, group: dict[str, Any]) -> None:
        weights = [weight for weight in group["params"] if weight.grad is not None]
        if not weights:
            return
        gradients = [weight.grad for weight in weights]
        means = [self._mean_square(weight) for weight in weights]
        squares = torch._foreach_mul(gradients, gradients)
        torch._foreach_lerp_(means, squares, 1 - group["decay"])
        roots = torch._foreach_add(means, group["eps"])
        torch._foreach_sqrt_(roots)
        torch._foreach_addcdiv_(weights, gradients, roots, -group["lr"])

    def _mean_square(self, weight: Tensor) -> Tensor:
        state = self.state[weight]
        if not state:
            state["mean_square"] = torch.ones_like(weight)
        mean: Tensor = state["mean_square"]
        return mean
