"""An optimizer's state, made ready for steps that are not its own, and handed back after them."""

from collections.abc import Iterator, Mapping
from typing import Any

import torch
from torch import Tensor
from torch.optim import Optimizer

from elman.train.whole_loop.update_rules import UpdateRule, update_rule

__all__ = ["advance", "prepare"]


def prepare(optimizer: Optimizer) -> dict[Tensor, int]:
    """Give every trained weight the state that its optimizer would give it at its first step.

    State that is there already stays the very same tensors. SGD must then do at least one step
    before torch goes on: torch knows its first step, whose gradient is not dampened, by the buffer
    being absent.

    Args:
        optimizer: with an `update_rule` for each of its groups.

    Returns:
        For each weight the number of steps that it has done. Where torch keeps no count, 1 stands
        for any number but 0: no rule without a count tells them apart.

    Raises:
        Unruled: there is no rule for the optimizer; its state is as it was.

    Example:
        >>> weight = torch.nn.Parameter(torch.zeros(2))
        >>> optimizer = torch.optim.Adam([weight])
        >>> list(prepare(optimizer).values())
        [0]
        >>> optimizer.state[weight]["exp_avg"]
        tensor([0., 0.])
    """
    rules = [update_rule(optimizer, group) for group in optimizer.param_groups]
    done = {}
    for group, rule in zip(optimizer.param_groups, rules, strict=True):
        for weight in _trained(group):
            state = optimizer.state.get(weight, {})
            done[weight] = _complete(state, weight, rule)
            if state:
                optimizer.state[weight] = state
    return done


def _complete(state: dict[str, Any], weight: Tensor, rule: UpdateRule) -> int:
    absent = [name for name in rule.states if state.get(name) is None]
    if rule.counts and "step" not in state:
        # torch counts in the default dtype if that is float64
        double = torch.get_default_dtype() == torch.float64
        state["step"] = torch.tensor(0.0, dtype=torch.float64 if double else torch.float32)
    for name in absent:
        state[name] = torch.full_like(weight, rule.states[name], requires_grad=False)
    return int(state["step"]) if rule.counts else int(not absent)


def advance(optimizer: Optimizer, steps: int) -> None:
    """Tell an optimizer that its weights have done some steps, where it keeps their number.

    Args:
        optimizer: whose state was prepared.
        steps: how many there were.

    Example:
        >>> weight = torch.nn.Parameter(torch.zeros(2))
        >>> optimizer = torch.optim.Adam([weight])
        >>> _ = prepare(optimizer)
        >>> advance(optimizer, 5)
        >>> optimizer.state[weight]["step"]
        tensor(5.)
    """
    for group in optimizer.param_groups:
        for weight in _trained(group):
            state = optimizer.state.get(weight, {})
            if "step" in state:
                state["step"] += steps


def _trained(group: Mapping[str, Any]) -> Iterator[Tensor]:
    return (weight for weight in group["params"] if weight.requires_grad)
