"""What a training row is given: initial parameters, batches, and torch's loss and optimizer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import ModuleType

import torch
from torch import Tensor, nn
from torch.optim import Adam, Optimizer, RMSprop

from elman.bench.training.rows import TrainingRow
from elman.bench.work import TORCH_CELLS

__all__ = [
    "DECAY",
    "LOSSES",
    "OPTIMIZERS",
    "RATE",
    "Network",
    "TrainingWork",
    "ordinary_step",
    "training_work",
]

RATE = 0.001
DECAY = 0.99
"""Of the mean of squares of RMSprop, torch's default."""

LOSSES: Mapping[str, Callable[[], nn.Module]] = {
    "cross-entropy": nn.CrossEntropyLoss,
    "squares": nn.MSELoss,
}
OPTIMIZERS: Mapping[str, Callable[[Iterable[nn.Parameter]], Optimizer]] = {
    "adam": partial(Adam, lr=RATE, fused=True),
    "rmsprop": partial(RMSprop, lr=RATE, alpha=DECAY),  # torch fuses none on a CPU
}


class Network(nn.Module):
    """A network as one writes it in torch.

    Args:
        row: whose network it is.
        home: where its recurrent class comes from, `torch.nn` or `elman.nn`.
    """

    def __init__(self, row: TrainingRow, home: ModuleType):
        super().__init__()
        of = row.layers
        self.embedding = nn.Embedding(row.symbols, of.inputs) if row.symbols else None
        made = getattr(home, TORCH_CELLS[of.cell].__name__)
        self.recurrent = made(of.inputs, of.units, of.layers, batch_first=True)
        self.head = nn.Linear(of.units, row.outputs)
        self.every = row.every

    def forward(self, x: Tensor) -> Tensor:
        """Return what the head says.

        Args:
            x: (B, T, I) numbers or (B, T) symbols.

        Returns:
            (B, T, K), or (B, K) of the last step.
        """
        output, _ = self.recurrent(x if self.embedding is None else self.embedding(x))
        scores: Tensor = self.head(output if self.every else output[:, -1])
        return scores


@dataclass(frozen=True, eq=False)
class TrainingWork:
    """What everybody in a row begins with.

    Args:
        row: what is run.
        initial: parameters by name, as a `Network` has them.
        inputs: n batches, (n, B, T, I) numbers or (n, B, T) symbols.
        targets: (n, B, T) or (n, B) classes, or (n, B, K) numbers.
    """

    row: TrainingRow
    initial: Mapping[str, Tensor]
    inputs: Tensor
    targets: Tensor

    def network(self, home: ModuleType) -> Network:
        """Return the network with its initial parameters.

        Args:
            home: where its recurrent class comes from, `torch.nn` or `elman.nn`.
        """
        network = Network(self.row, home)
        network.load_state_dict(self.initial)
        return network

    def optimizer(self, network: nn.Module) -> Optimizer:
        """Return a new optimizer of a network's parameters.

        Args:
            network: to be trained.
        """
        return OPTIMIZERS[self.row.optimizer](network.parameters())

    def loss(self) -> nn.Module:
        """Return the loss."""
        return LOSSES[self.row.loss]()


def training_work(row: TrainingRow, seed: int) -> TrainingWork:
    """Draw initial parameters and batches of noise: how well it can be learnt is not the question.

    Args:
        row: what is run.
        seed: of all random numbers.

    Returns:
        The work, in single precision.

    Example:
        >>> from elman.bench.rows import Row
        >>> row = TrainingRow("tiny", Row("gru", 2, 3, 4, 5), outputs=6, chunk=7)
        >>> work = training_work(row, seed=0)
        >>> tuple(work.inputs.shape), tuple(work.targets.shape)
        ((7, 2, 3, 4), (7, 2))
    """
    torch.manual_seed(seed)
    initial = Network(row, nn).state_dict()
    of = row.layers
    shape = (row.chunk, of.batch, of.steps)
    inputs = torch.randint(row.symbols, shape) if row.symbols else torch.randn(*shape, of.inputs)
    labels = shape if row.every else shape[:2]
    classes = row.loss == "cross-entropy"
    targets = torch.randint(row.outputs, labels) if classes else torch.randn(*labels, row.outputs)
    return TrainingWork(row, initial, inputs, targets)


def ordinary_step(work: TrainingWork, network: nn.Module) -> Callable[[Tensor, Tensor], Tensor]:
    """Return the body of an ordinary training loop.

    Args:
        work: of the row.
        network: to be trained, with a new optimizer.

    Returns:
        A function of input and target of one batch: the loss before the update.
    """
    optimizer, loss = work.optimizer(network), work.loss()

    def step(x: Tensor, y: Tensor) -> Tensor:
        optimizer.zero_grad(set_to_none=True)
        scores = network(x)
        if work.row.every:  # torch's loss has the classes second, so the steps are rows
            scores, y = scores.flatten(0, 1), y.flatten(0, 1)
        value: Tensor = loss(scores, y)
        value.backward()  # type: ignore[no-untyped-call]  # torch has no type for it
        optimizer.step()
        return value

    return step
