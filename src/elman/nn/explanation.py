"""How a module's last run went: which backend, why, and what it cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from elman import settings
from elman.runtime import Call, choose, saved_values

if TYPE_CHECKING:
    from elman.nn.engine import Engine, Ran

__all__ = ["Explanation", "explain"]


@dataclass(frozen=True)
class Explanation:
    """What a run was like.

    Args:
        backend: which backend ran.
        reason: why that one.
        steps: T.
        rows: B.
        flops: floating-point operations forward, over all layers, directions and real steps.
        flops_backward: the same for the backward pass.
        parameter_bytes: of the parameters of the module.
        saved_bytes: kept by the forward pass for the backward one, for an input of that size,
            beside parameters, input and initial states themselves.
        recompute: whether less is kept, and computed again.
    """

    backend: str
    reason: str
    steps: int
    rows: int
    flops: int
    flops_backward: int
    parameter_bytes: int
    saved_bytes: int
    recompute: bool

    def __str__(self) -> str:
        return (
            f"backend      {self.backend}: {self.reason}\n"
            f"input        {self.steps} steps, {self.rows} rows\n"
            f"operations   {_short(self.flops)}FLOP forward, "
            f"{_short(self.flops_backward)}FLOP backward\n"
            f"parameters   {_short(self.parameter_bytes)}B\n"
            f"activations  {_short(self.saved_bytes)}B kept for the backward pass"
            f"{', the rest computed again' if self.recompute else ''}"
        )


def explain(module: Engine) -> Explanation:
    """Explain the last run of a module.

    Args:
        module: a recurrent module.

    Returns:
        The explanation.

    Raises:
        RuntimeError: the module has not run yet.
    """
    ran = module._ran
    if ran is None:
        raise RuntimeError("there is nothing to explain before the module has run: call it first.")
    stack = module._stack
    upper = stack.directions * stack.output_size
    inputs = [stack.input_size] + [upper] * (stack.num_layers - 1)
    costs = [
        stack.cell.cost(size, stack.hidden_size, proj_size=stack.layer.proj_size) for size in inputs
    ]
    tensors = module._weights()
    steps, rows, _ = ran.shape
    times = stack.directions * (steps * rows if ran.real_steps is None else ran.real_steps)
    return Explanation(
        ran.backend,
        ran.reason,
        steps,
        rows,
        times * sum(cost.flops for cost in costs),
        times * sum(cost.flops_backward for cost in costs),
        sum(tensor.numel() * tensor.element_size() for tensor in tensors),
        _saved_bytes(module, ran, tensors),
        module.recompute,
    )


def _saved_bytes(module: Engine, ran: Ran, parameters: tuple[Tensor, ...]) -> int:
    """Return what the kernels say; of other backends and of dropout, what a run on zeros shows."""
    # as the parameters are now, for the module may have been converted since
    like = parameters[0] if parameters else torch.empty(0)
    stack, (steps, rows, _) = ran.stack, ran.shape
    passed = steps * rows * stack.directions * stack.output_size  # from layer to layer
    between, size = passed * (stack.num_layers - 1), like.element_size()
    if ran.backend == "compiled" and not (between and module.dropout and module.training):
        places = ran.shapes[-2][1] if stack.sources and ran.shapes else 0
        return size * (saved_values(stack, steps, rows, places) + between)
    with torch.inference_mode(False):
        # of tensors made under it none can be kept
        x = like.new_zeros(ran.shape)
        states = module._zeros(x)
        parameters = tuple([p.clone() if p.is_inference() else p for p in parameters])
        if ran.shapes is not None:
            own = dict(zip(module._stack.parameters, parameters, strict=True))
            both = zip(stack.shapes, ran.shapes, strict=True)
            parameters = tuple(own.get(n, like.new_zeros(shape)) for n, shape in both)
    known = {tensor.untyped_storage().data_ptr() for tensor in [x, *states, *parameters]}
    saved: dict[int, int] = {}

    def keep(tensor: Tensor) -> Tensor:
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in known:
            saved[storage.data_ptr()] = storage.nbytes()
        return tensor

    devices = [x.device] if x.is_cuda else []
    with (
        torch.inference_mode(False),
        torch.enable_grad(),
        torch.random.fork_rng(devices),
        settings.use(backend=ran.backend),
        torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor),
    ):
        call = Call(stack, x, states, parameters, None, module.dropout, module.training)
        result = choose(call).backend.run(call)
    del result
    # what is computed again holds its input unseen
    unseen = between if ran.backend == "reference" and module.recompute else 0
    return sum(saved.values()) + size * unseen


def _short(number: float) -> str:
    for unit in ("", "k", "M", "G"):
        if number < 1000:
            return f"{number:.3g} {unit}"
        number /= 1000
    return f"{number:.3g} T"
