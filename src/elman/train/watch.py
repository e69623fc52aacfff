"""A light watch over a training: how far back it learns, and what to try if that is not far.

Measured were trainings in which all went well and in which it did not, over 20 to 100 steps. Where
nothing was ever learnt of the beginning, the gradient was under 1 % of its norm at the last step
from less than a tenth of the steps back on, and stayed so; language models and classifiers that
learnt began like that, but left it within seconds. Where all went well, a gradient never grew more
than 60-fold on its way back.
"""

from __future__ import annotations

import math
import time

from torch import nn

from elman.data.batch import Batch
from elman.nn.chrono import HOLDING
from elman.nn.engine import Engine
from elman.nn.through_time import LayerNorms, reach
from elman.train.progress import Progress
from elman.train.settings import TrainingSettings
from elman.train.through_time import batch_norms

__all__ = ["Watch"]

SHARE = 0.01  # of the time of the training, at most
SHORTEST = 20  # steps; of fewer there is no telling
NEAR = 0.1  # of the steps; a gradient that reaches no farther has vanished ...
TIMES = 3  # ... if it does so in as many looks in a row
GROWN = 1000.0  # times its norm at the last step
ROWS = 8  # that are looked at
MOST = 1_000_000  # numbers of all states of a row; of 8 rows a fifth of it


class Watch:
    """Looks now and then at the gradients of the batch at hand, and tells each finding once.

    No bit of the training depends on it.

    Args:
        network: that is trained; without recurrent modules of `elman.nn` there is nothing to watch.
        loss: of outputs and targets.
        settings: of the run.
        share: of the time of the training that looking may take.

    Attributes:
        looks: how many there were.
    """

    def __init__(
        self,
        network: nn.Module,
        loss: nn.Module,
        settings: TrainingSettings,
        share: float = SHARE,
    ) -> None:
        self._network, self._loss, self._settings = network, loss, settings
        self._modules = [m for m in network.modules() if isinstance(m, Engine)]
        self._share, self._spent, self._cost = share, 0.0, 0.0
        self._rows, self._near, self.looks = ROWS, 0, 0
        self._untold = {"vanish", "explode"} if self._modules else set[str]()

    def look(self, batch: Batch, progress: Progress) -> list[str]:
        """Look, if it is time to.

        Args:
            batch: the latest, on the device of the network.
            progress: of the run.

        Returns:
            What to tell, a sentence each; mostly nothing.
        """
        if not self._untold or not self._affordable(batch, progress):
            return []
        started = time.monotonic()
        norms = self._norms(batch)
        self._cost = time.monotonic() - started
        self._spent += self._cost
        self.looks += 1
        return self._findings(norms)

    def _affordable(self, batch: Batch, progress: Progress) -> bool:
        # before the first look: a call of torch takes microseconds, and there are tens in a step
        layers = sum(module._stack.rows for module in self._modules)
        steps = batch.inputs.shape[1] if batch.inputs.dim() > 1 else 1
        guess = 0.0005 * layers * steps + 3 * progress.seconds / max(1, progress.step)
        return self._spent + (self._cost or guess) <= self._share * progress.seconds

    def _norms(self, batch: Batch) -> list[LayerNorms]:
        """Return the norms of the layers with the most steps; none if they cannot be had."""
        size = sum(module._stack.rows * module.hidden_size for module in self._modules)
        size *= batch.inputs.shape[1]
        if size > MOST:
            self._untold.clear()
            return []
        rows = max(1, min(self._rows, MOST // 5 // size))
        try:
            inputs, targets = batch.inputs[:rows], batch.targets[:rows]
            norms = batch_norms(self._network, self._loss, inputs, targets)
        except Exception:
            # a network of the user's may not bear to be asked by the row, and no training is lost
            # for a look
            self._untold.clear()
            return []
        if not norms:
            self._rows = 1  # of different lengths are only several
        longest = max((len(layer.whole) for layer in norms), default=0)
        return [layer for layer in norms if len(layer.whole) == longest]

    def _findings(self, norms: list[LayerNorms]) -> list[str]:
        wholes = [layer.whole for layer in norms if layer.whole[-1] > 0]
        if not wholes or (steps := len(wholes[0])) < SHORTEST:
            return []
        found = []
        far = max(map(reach, wholes))
        self._near = self._near + 1 if far < NEAR * steps else 0
        if self._near >= TIMES and "vanish" in self._untold:
            found.append(self._vanishing(far, steps))
            self._untold.remove("vanish")
        grown = max(float(whole.max() / whole[-1]) for whole in wholes)
        # a norm that is no number is not below anything either
        if not grown < GROWN and "explode" in self._untold:
            found.append(self._exploding(grown, steps))
            self._untold.remove("explode")
        return found

    def _vanishing(self, far: int, steps: int) -> str:
        holding = all(module.cell.name in HOLDING for module in self._modules)
        cell = "gates that hold from the start (elman.nn.chrono)" if holding else "lstm or gru"
        back = f"more than {far} step{'s' * (far != 1)} ago" if far else "before the last"
        return (
            f"gradients vanish: of {steps} steps, what happened {back} no longer changes the "
            f"weights. If it should, try {cell}, or shorter sequences."
        )

    def _exploding(self, grown: float, steps: int) -> str:
        clip = self._settings.clip_norm
        clipping = "clip_norm 1" if clip is None else f"a smaller clip_norm than {clip:g}"
        times = f"{grown:,.3g}-fold" if math.isfinite(grown) else "beyond all numbers"
        return (
            f"gradients explode: they grow {times} within {steps} steps. Try {clipping}, "
            f"a lower learning_rate than {self._settings.learning_rate:g}, or shorter sequences."
        )
