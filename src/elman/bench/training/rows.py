"""Which training loops are measured, with the figures that they should reach."""

from __future__ import annotations

from dataclasses import dataclass

from elman.bench.rows import NOTHING, Row, Wanted, settings_of

__all__ = ["TRAINING_ROWS", "TrainingRow"]


@dataclass(frozen=True)
class TrainingRow:
    """A network and how it is trained: symbols or numbers, recurrent layers, a linear head.

    Args:
        task: the first word of its name.
        layers: the recurrent layers, and the shape of a batch.
        outputs: K, the size of the head.
        chunk: n, the steps that are run, and timed, at once.
        loss: a key of `elman.bench.training.work.LOSSES`.
        optimizer: a key of `elman.bench.training.work.OPTIMIZERS`.
        symbols: of an embedding of the layers' input size; 0 if the input is numbers.
        every: whether the head reads every step; the last alone if not.
        wanted: what it should reach.

    Example:
        >>> TrainingRow("letters", Row("lstm", 1, 5, 1, 32), outputs=26, chunk=100).name
        'letters-lstm-1-5-1-32'
    """

    task: str
    layers: Row
    outputs: int
    chunk: int
    loss: str = "cross-entropy"
    optimizer: str = "adam"
    symbols: int = 0
    every: bool = False
    wanted: Wanted = NOTHING

    @property
    def name(self) -> str:
        """What it is called: the task, then cell, B, T, I, H, and L where there are several."""
        return f"{self.task}-{self.layers.name.removesuffix(f'-{self.layers.mode}')}"

    @property
    def mode(self) -> str:
        """What is done: a key of `elman.bench.rows.MODES`."""
        return "loop"

    @property
    def settings(self) -> dict[str, object]:
        """All of it but the figures, by name."""
        own = {**settings_of(self), "layers": self.layers.layers, "mode": self.mode}
        return {**self.layers.settings, **own}


def _wanted(**ratios: float) -> Wanted:
    return Wanted(ratios={name.replace("_", " "): ratio for name, ratio in ratios.items()})


TRAINING_ROWS: tuple[TrainingRow, ...] = (
    TrainingRow(
        "letters",
        Row("lstm", 1, 5, 1, 32),
        outputs=26,
        chunk=1000,
        wanted=_wanted(torch=30, keras_on_jax=8),
    ),
    TrainingRow(
        "fable",
        Row("lstm", 1, 3, 1, 512, 2),
        outputs=112,
        chunk=64,
        optimizer="rmsprop",
        wanted=_wanted(torch=11, keras_on_jax=2.3),
    ),
    TrainingRow(
        "sine",
        Row("lstm", 1, 50, 1, 32),
        outputs=1,
        chunk=500,
        loss="squares",
        wanted=_wanted(jax_scan=2),
    ),
    TrainingRow(
        "series",
        Row("gru", 32, 25, 1, 64),
        outputs=1,
        chunk=256,
        loss="squares",
        wanted=_wanted(torch=6),
    ),
    TrainingRow(
        "characters",
        Row("lstm", 64, 50, 128, 128),
        outputs=65,
        chunk=64,
        symbols=65,
        every=True,
        wanted=_wanted(torch=1.3),
    ),
)
