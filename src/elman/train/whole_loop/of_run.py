"""The whole loop of a training run: whether it can be compiled, and its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from elman import settings as knobs
from elman.data.batch import Batches, Stretch
from elman.errors import SettingError, UserError
from elman.train.settings import TrainingSettings
from elman.train.whole_loop.architecture import read
from elman.train.whole_loop.compile_step import CompiledStep, Steps
from elman.train.whole_loop.losses import read_loss
from elman.train.whole_loop.step_recording import Clipping

__all__ = ["WholeLoop"]


class WholeLoop:
    """Steps of a run in one native call.

    Args:
        network: ``network(inputs, state) -> (outputs, state)``; if it has an attribute
            `not_compiled` that is not empty, that says why its loop cannot be compiled.
        batches: what it learns from.
        optimizer: of its weights.
        settings: of the run.
        loss: of outputs and targets.

    Attributes:
        refusal: which part cannot be compiled and why; an empty string if all can.
    """

    def __init__(
        self,
        network: nn.Module,
        batches: Batches,
        optimizer: Optimizer,
        settings: TrainingSettings,
        loss: nn.Module,
    ):
        self.refusal = ""
        if not settings.whole_loop:
            self.refusal = "whole_loop is False."
        elif reason := getattr(network, "not_compiled", ""):
            self.refusal = reason
        elif settings.average:
            self.refusal = "the average of the weights, taken after every step, is not compiled."
        elif knobs.backend() not in ("auto", "compiled"):
            self.refusal = f'the backend asked for is "{knobs.backend()}".'
        else:
            try:
                self._step = self._made(network, batches, optimizer, settings, loss)
            except UserError as error:
                self.refusal = str(error)

    def _made(
        self,
        network: nn.Module,
        batches: Batches,
        optimizer: Optimizer,
        settings: TrainingSettings,
        loss: nn.Module,
    ) -> CompiledStep:
        architecture, of_symbols = read(network), isinstance(loss, nn.CrossEntropyLoss)
        if of_symbols and architecture.pooling == "every" and batches[0].targets.dim() == 1:
            # the network itself scores every step, all of which are dropped
            architecture = architecture._replace(pooling="last", drops_all=True)
        if not architecture.counted:
            raise SettingError(
                "the network has a dropout of torch, whose masks the compiled steps cannot draw: "
                "take elman.nn.Dropout, and recurrent modules of elman.nn."
            )
        clipping = Clipping(settings.clip_value, settings.clip_norm)
        return CompiledStep(
            network, architecture, read_loss(loss), optimizer, clipping, settings.seed
        )

    def run(
        self, stretch: Stretch, state: Any, before_step: Callable[[int], None]
    ) -> tuple[Steps, Any]:
        """Run the steps of a stretch.

        Args:
            stretch: the batches.
            state: where the first goes on from, as the network returns it; None for zero.
            before_step: called before the settings of each step are read.

        Returns:
            What came out, and the state after the last step.
        """
        rows = stretch.inputs.shape[1]
        held = self._step.states(rows)
        if state is not None:
            given = (state,) if isinstance(state, Tensor) else state
            for own, tensor in zip(held, given, strict=True):
                own.copy_(tensor)
        carried = stretch.carried or not stretch.fresh
        self._step.step = stretch.first
        with torch.no_grad():
            done = self._step.steps(
                stretch.inputs,
                stretch.targets,
                states=held,
                carried=carried,
                before_step=before_step,
            )
        return done, held[0] if len(held) == 1 else tuple(held)
