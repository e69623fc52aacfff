"""What every task has: settings of a training, a history, and a folder to be kept in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, NamedTuple

from torch import Tensor, nn

from elman import cells
from elman.cells import Cell
from elman.data.batch import Batches
from elman.errors import DivergedError, SettingError
from elman.tasks.folder import CHECKPOINT, CONFUSION, FORECAST, TENSORBOARD, Config, claim, clear
from elman.tasks.layers import diagram_of, layers_of
from elman.tasks.overview import overview
from elman.tasks.storing import begin, store
from elman.train import loop
from elman.train.history import History
from elman.train.reporter import SilentReporter
from elman.train.settings import TrainingSettings
from elman.train.tensorboard import TensorBoardReporter, add_pictures, refuse_without_tensorboard
from elman.view.diagram import Diagram
from elman.view.layers import LayerRow

__all__ = ["Sample", "Task", "cell_of_choice"]


class Sample(NamedTuple):
    """Some data as the training sees them: sequences that are equally long.

    Args:
        inputs: of the network, (B, T, ...).
        targets: as the loss takes them.
        loss: of outputs and targets, their mean.
    """

    inputs: Tensor
    targets: Tensor
    loss: nn.Module


PICTURES = {"confusion": CONFUSION, "forecast": FORECAST}  # of what came out, in the folder


class Task(ABC):
    """A model that learns from data of a user and lives in a folder.

    Attributes:
        task: its name, as a model folder and the command line spell it.
        defaults: of its training, where they differ from those of `TrainingSettings`.
        loss_name: what stands beside the curve of its loss.
        cell: of its recurrent layers.
        training: how it is trained.
        history: of its training.
        facts: about the data that it was trained on.
        results: what came out.
    """

    task: ClassVar[str]
    defaults: ClassVar[Mapping[str, Any]] = {}
    loss_name: ClassVar[str]

    def __init__(self, cell: str | Cell) -> None:
        self.cell = cell_of_choice(cell)
        self.training = TrainingSettings(**self.defaults)
        self.history = History()
        self.facts: dict[str, Any] = {}
        self.results: dict[str, Any] = {}

    def compile(self, **choices: Any) -> None:
        """Choose how to train.

        Args:
            **choices: the settings of `elman.train.settings.TrainingSettings`: optimizer,
                learning_rate, momentum, weight_decay, clip_norm, clip_value, schedule, ...

        Raises:
            SettingError: there is no such setting, or its value makes no sense, or what it needs
                is not installed.

        Example:
            >>> from elman.tasks import LanguageModel
            >>> LanguageModel().compile(optimizer="sgd", learning_rate=1.0, clip_norm=0.25)
        """
        for name in ("epochs", "patience", "seed"):
            if name in choices:
                raise SettingError(f"{name} is given to fit, not to compile.")
        self.training = TrainingSettings(**{**self.defaults, **choices})
        if self.training.log is not None:
            refuse_without_tensorboard()

    def save(self, folder: str | Path, *, force: bool = False) -> None:
        """Write the model to a folder, from which `elman.load` opens it.

        Args:
            folder: new or empty, unless forced.
            force: replace what is in it; only files with our names.

        Raises:
            ModelFolderError: the folder must not or cannot be written to.
            SettingError: the model is not trained.
        """
        self._trained()  # before anything is written
        place = claim(folder, force=force)
        clear(place)
        self._store(place)

    @abstractmethod
    def _trained(self) -> nn.Module:
        """Return the network.

        Raises:
            SettingError: the model is not trained.
        """

    @abstractmethod
    def introduction(self) -> list[str]:
        """Return what is learnt, and by what, as lines."""

    @abstractmethod
    def _described(self) -> dict[str, Any]:
        """Return the settings of the model as what JSON can hold."""

    @abstractmethod
    def _parts(self) -> dict[str, Any]:
        """Return what else belongs to the model, by the names of the files of its folder."""

    @abstractmethod
    def _card(self) -> str:
        """Return the text of its README.md."""

    def sample(self, data: Any, *, rows: int, steps: int) -> Sample:
        """Return some data as the training sees them.

        Args:
            data: as for `fit`.
            rows: sequences, at most.
            steps: of each, at most, where they may be cut; other sequences are whole, and if they
                differ in length the longest alone is taken.

        Returns:
            The sample.

        Raises:
            DataError: the data cannot be used.
            SettingError: the model is not trained, or its task has no samples.
        """
        raise SettingError(f"nothing of the task {self.task} can be sampled.")

    def _config(self) -> Config:
        """Return what config.json says."""
        training = {**self.training.model_dump(), **self.facts}
        return Config(self.task, self._described(), training, self.results or None)

    def _store(self, folder: Path) -> None:
        """Write the whole model into a folder that is its own."""
        store(
            folder,
            self._config(),
            self._trained(),
            self._parts(),
            history=self.history,
            card=self._card(),
            loss=self.loss_name,
        )

    def _learn(
        self, batches: Batches, folder: Path | None, *, resume: bool, **options: Any
    ) -> None:
        """Train the network, and keep in the folder what is needed to go on after any accident.

        Args:
            batches: what it learns from.
            folder: claimed for it; None if it is not kept.
            resume: continue the unfinished training in that folder.
            **options: of `elman.train.loop.fit`.

        Raises:
            SettingError: the unfinished training there is another one, or weights are to be
                averaged without validation.
            DivergedError: the loss is no number any more; the last good weights are kept.
            Interrupted: Ctrl-C was pressed; the state is kept in the folder.
        """
        if self.training.average and options.get("validation") is None:
            raise SettingError("average needs something to judge by: give validation too.")
        if self.training.log is not None:
            if folder is None:
                raise SettingError("log writes into the model folder: give out too.")
            inner, place = options.get("reporter") or SilentReporter(), folder / TENSORBOARD
            options["reporter"] = TensorBoardReporter(inner, place, self._trained())
        checkpoint = folder and folder / CHECKPOINT
        if folder:
            begin(folder, self._config(), self._parts(), resume=resume)
        try:
            self.history = loop.fit(
                self._trained(),
                batches,
                self.training,
                checkpoint=checkpoint,
                resume=resume and checkpoint is not None and checkpoint.exists(),
                introduction=self.introduction(),
                **options,
            )
        except DivergedError as error:
            self.results = {"diverged": str(error)}
            if folder is None:
                raise
            self._store(folder)
            raise DivergedError(f'{error} The weights are kept in "{folder}".') from None

    def _keep(self, folder: Path | None, draw: Callable[[Path], object] | None = None) -> None:
        """Write the model that was just trained, with its pictures, and log these.

        Args:
            folder: that is its own; None if it is not kept.
            draw: draws what came out into it.
        """
        if folder is None:
            return
        self._store(folder)
        if draw:
            draw(folder)
        if self.training.log is not None:
            with TemporaryDirectory() as place:
                drawn = {name: folder / file for name, file in PICTURES.items()}
                drawn |= self._insides(Path(place))
                found = {name: file for name, file in drawn.items() if file.is_file()}
                add_pictures(folder / TENSORBOARD, found, self.history.last.step)

    def _insides(self, place: Path) -> dict[str, Path]:
        """Draw what goes on inside for a log of the training; return the pictures by name."""
        return {}

    def outcome(self) -> str:
        """Return how well the last training went, as lines.

        Raises:
            SettingError: the model is not trained.
        """
        if "told" not in self.results:
            raise SettingError("the model is not trained, so nothing came out: call fit first.")
        return f"on the {self.results['judged_on']}: {self.results['told']}"

    def summary(self) -> str:
        """Return what the model is made of, how it was trained, and what came out.

        Raises:
            SettingError: the model is not trained.
        """
        training = {**self.training.model_dump(), **self.facts}
        outcome = self.outcome() if "told" in self.results else ""
        return overview(self._trained(), self.introduction(), training, outcome)

    def layers(self) -> list[LayerRow]:
        """Return what the network is made of, a row a layer; `summary` shows it as text.

        Raises:
            SettingError: the model is not trained.
        """
        return layers_of(self._trained())

    def diagram(self) -> Diagram:
        """Return what the network looks like unrolled, for `elman.view.plot_unrolled` to draw.

        Raises:
            SettingError: the model is not trained.
        """
        return diagram_of(self._trained())

    def _remember(self, config: Config) -> str | None:
        """Take over what config.json says of the training; return the SHA-256 of the weights.

        Args:
            config: of the folder that the model is opened from.

        Raises:
            SettingError: it says nothing sensible.
        """
        known = TrainingSettings.model_fields
        own = {name: value for name, value in config.training.items() if name in known}
        self.training = TrainingSettings(**own)
        self.facts = {name: v for name, v in config.training.items() if name not in known}
        self.results = config.results or {}
        return self.results.get("weights_sha256")

    def _train_with(self, **changes: Any) -> None:
        """Change some settings of the training."""
        self.training = TrainingSettings(**{**self.training.model_dump(), **changes})


def cell_of_choice(cell: str | Cell) -> Cell:
    """Return the cell that is meant.

    Args:
        cell: a name, or a cell.

    Raises:
        SettingError: it is neither.
        CellError: there is no cell of that name.

    Example:
        >>> cell_of_choice("gru").name
        'gru'
    """
    if not isinstance(cell, str | Cell):
        raise SettingError(f"cell is {cell!r}; expected a name or a cell of your own.")
    return cells.get(cell) if isinstance(cell, str) else cell
