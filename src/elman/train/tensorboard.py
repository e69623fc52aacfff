"""A training told to TensorBoard: event files that it draws, written while the run goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from torch import nn

from elman.cells import Cell
from elman.errors import SettingError
from elman.train.history import Row
from elman.train.milestones import is_milestone
from elman.train.reporter import Reporter
from elman.train.step_graph import step_graph

if TYPE_CHECKING:
    from tensorboardX import SummaryWriter

__all__ = ["ENDING", "TensorBoardReporter", "add_pictures", "refuse_without_tensorboard"]

BINS = 64  # of a histogram
ENDING = ".elman"  # of the names of our files, among which a user may have others

SCALARS = {
    "loss/training": "loss",
    "loss/validation": "validation_loss",
    "accuracy/training": "accuracy",
    "accuracy/validation": "validation_accuracy",
    "score/validation": "validation_score",
    "learning_rate": "learning_rate",
    "gradient_norm": "gradient_norm",
}


def refuse_without_tensorboard() -> None:
    """Refuse to log for TensorBoard where its files cannot be written.

    Raises:
        SettingError: the package that writes them is not installed.

    Example:
        >>> refuse_without_tensorboard()
    """
    if find_spec("tensorboardX") is None:
        raise SettingError(
            'the log "tensorboard" is written by tensorboardX, which is not installed. Install it '
            "with: pip install 'elman[tensorboard]'"
        )


class TensorBoardReporter:
    """Writes what it hears of a run for TensorBoard, and passes it on.

    Scalars are written of every row of the history; histograms of the weights at epochs that are
    ever further apart, since they take room; texts of the introduction, examples and samples; and
    the graph of one step of each cell.

    Args:
        inner: who else is told.
        folder: where the event files go; those there stay.
        network: whose weights they show.
    """

    def __init__(self, inner: Reporter, folder: Path, network: nn.Module) -> None:
        self._inner, self._folder, self._network = inner, folder, network
        self._writer: SummaryWriter | None = None
        self._step, self._epoch = 0, 0

    def start(self, lines: Sequence[str], done: int, total: int) -> None:
        """Begin a file; of a run that goes on, it takes the place of what came after the step."""
        told = f"written for TensorBoard; to see it: tensorboard --logdir {self._folder}"
        self._inner.start([*lines, told], done, total)
        self._writer = _writer(self._folder, purge_step=done + 1 if done else None)
        self._step = done
        self._writer.add_text("introduction", _verbatim(lines), done)
        cells = _cells(self._network)
        for name, cell in cells.items():
            equations = _verbatim(cell.equations().splitlines())
            self._writer.add_text(f"equations/{name}", equations, done)
        _add_graph(self._writer, cells)

    def step(self, done: int, loss: float, accuracy: float | None) -> None:
        """Pass it on, and know how far the run is."""
        self._step = done
        self._inner.step(done, loss, accuracy)

    def example(self, line: str) -> None:
        """Write the example."""
        self._inner.example(line)
        self._open.add_text("example", _verbatim([line]), self._step)

    def note(self, line: str) -> None:
        """Write the note."""
        self._inner.note(line)
        self._open.add_text("note", _verbatim([line]), self._step)

    def row(self, row: Row) -> None:
        """Write the numbers of a row, its sample, and at times the weights."""
        self._inner.row(row)
        for name, column in SCALARS.items():
            if (value := getattr(row, column)) is not None:
                self._open.add_scalar(name, value, row.step)
        if row.sample is not None:
            self._open.add_text("sample", _verbatim(row.sample.splitlines()), row.step)
        if is_milestone(row.epoch) and row.epoch != self._epoch:
            self._epoch = row.epoch
            for name, weight in self._network.named_parameters():
                values = weight.detach().double().cpu().numpy()
                with suppress(ValueError):  # of huge or level numbers there may be no histogram
                    self._open.add_histogram(name.replace(".", "/"), values, row.step, bins=BINS)

    def finish(self) -> None:
        """Write the rest, and close the file."""
        self._inner.finish()
        if self._writer is not None:
            self._writer.close()

    @property
    def _open(self) -> SummaryWriter:
        assert self._writer is not None  # a run begins with `start`
        return self._writer


def add_pictures(folder: Path, pictures: Mapping[str, Path], step: int) -> None:
    """Write pictures for TensorBoard.

    Args:
        folder: where the event files go; those there stay.
        pictures: of PNG, by name.
        step: of the run, after which they were drawn.
    """
    from PIL import Image

    if not pictures:
        return
    writer = _writer(folder, of="pictures")
    for name, path in pictures.items():
        with Image.open(path) as picture:
            pixels = np.asarray(picture.convert("RGB"))
        writer.add_image(name, pixels, step, dataformats="HWC")
    writer.close()


def _writer(folder: Path, *, purge_step: int | None = None, of: str = "run") -> SummaryWriter:
    from tensorboardX import SummaryWriter

    # files of one second would have one name, were it not for what they are of
    ending = f".{of}{ENDING}"
    return SummaryWriter(str(folder), purge_step=purge_step, filename_suffix=ending)


def _cells(network: nn.Module) -> dict[str, Cell]:
    """Return the cells by name; one that attends to a memory has the name of one that does not."""
    found = (getattr(module, "cell", None) for module in network.modules())
    cells = [cell for cell in found if isinstance(cell, Cell)]
    return {cell.name + "_that_attends" * bool(cell.graph.sources): cell for cell in cells}


def _add_graph(writer: SummaryWriter, cells: Mapping[str, Cell]) -> None:
    from tensorboardX.proto.event_pb2 import Event
    from tensorboardX.proto.graph_pb2 import GraphDef
    from tensorboardX.proto.node_def_pb2 import NodeDef

    graph = GraphDef()
    for name, cell in cells.items():
        for node in step_graph(cell, name):
            found: Any = NodeDef(name=node.name, op=node.op, input=node.inputs)
            found.attr["equation"].s = node.equation.encode()
            graph.node.append(found)
    writer.file_writer.add_event(Event(graph_def=graph.SerializeToString()))


def _verbatim(lines: Iterable[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)  # code, in the Markdown of TensorBoard
