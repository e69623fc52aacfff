"""What every task has: settings of a training, a history, and a folder to be kept in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, Self, TypeVar

import torch
from torch import Tensor, nn

from elman.cells import Cell
from elman.data.batch import Batches
from elman.errors import DivergedError, ModelFolderError, SettingError, UserError
from elman.tasks.cell import cell_entry, cell_of, cell_of_choice
from elman.tasks.demands import unjudged
from elman.tasks.folder import (
    CHECKPOINT,
    CONFUSION,
    FORECAST,
    TENSORBOARD,
    Config,
    claim,
    clear,
    read_object,
)
from elman.tasks.layers import diagram_of, layers_of
from elman.tasks.overview import overview
from elman.tasks.storing import begin, store
from elman.tasks.weights import read_network
from elman.train import loop
from elman.train.checked import CheckedSettings
from elman.train.history import History
from elman.train.reporter import SilentReporter
from elman.train.settings import TrainingSettings
from elman.train.tensorboard import TensorBoardReporter, add_pictures, refuse_without_tensorboard
from elman.view.diagram import Diagram
from elman.view.layers import LayerRow

__all__ = ["Sample", "Task"]

Network = TypeVar("Network", bound=nn.Module)
Part = TypeVar("Part")


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


class Judged(Protocol):
    """How well a model did."""

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON can hold."""


PICTURES = {"confusion": CONFUSION, "forecast": FORECAST}  # of what came out, in the folder


class Task(ABC, Generic[Network]):
    """A model that learns from data of a user and lives in a folder.

    Attributes:
        task: its name, as a model folder and the command line spell it.
        settings_class: of its settings.
        file: of its folder, that holds what it knows of its data besides the weights.
        defaults: of its training, where they differ from those of `TrainingSettings`.
        loss_name: what stands beside the curve of its loss.
        least_steps: of a training, unless it is told its epochs ...
        least_epochs: ... or so many epochs, whichever is more.
        settings: what it is made of.
        cell: of its recurrent layers.
        training: how it is trained.
        history: of its training.
        facts: about the data that it was trained on.
        results: what came out.
    """

    task: ClassVar[str]
    settings_class: ClassVar[type[CheckedSettings]]
    file: ClassVar[str]
    defaults: ClassVar[Mapping[str, Any]] = {}
    loss_name: ClassVar[str]
    least_steps: ClassVar[int] = 0
    least_epochs: ClassVar[int] = 1
    settings: CheckedSettings

    def __init__(self, cell: str | Cell, **choices: Any) -> None:
        self.cell = cell_of_choice(cell)
        self.settings = self.settings_class(**{"cell": cell_entry(self.cell), **choices})
        self.training = TrainingSettings(**self.defaults)
        self.history = History()
        self.facts: dict[str, Any] = {}
        self.results: dict[str, Any] = {}
        self._network: Network | None = None

    @property
    def network(self) -> Network:
        """The network, a `torch.nn.Module`.

        Raises:
            SettingError: the model is not trained.
        """
        if self._network is None:
            raise SettingError("the model has no network before it is trained: call fit first.")
        return self._network

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
        _ = self.network  # before anything is written
        place = claim(folder, force=force)
        clear(place)
        self._store(place)

    @classmethod
    def from_folder(cls, folder: Path, config: Config) -> Self:
        """Open a model folder; `elman.load` is the door to this.

        Args:
            folder: the model folder.
            config: what its config.json says.

        Returns:
            The model.

        Raises:
            ModelFolderError: something in the folder is missing, damaged or does not fit.
        """
        entry = read_object(folder, cls.file)
        try:
            choices = cls.settings_class(**config.model).model_dump()
            model = cls(**cls._arguments({**choices, "cell": cell_of(choices["cell"])}))
            sha256 = model._remember(config)
            model._recall(entry)
        except (UserError, KeyError, TypeError, ValueError) as error:
            raise ModelFolderError(f'"{folder}" is damaged: {error}') from error
        model._network = read_network(folder, model._made, sha256)
        return model

    @abstractmethod
    def introduction(self) -> list[str]:
        """Return what is learnt, and by what, as lines."""

    @classmethod
    def _arguments(cls, choices: dict[str, Any]) -> dict[str, Any]:
        """Return settings by name as the constructor takes them."""
        return choices

    @abstractmethod
    def _entry(self) -> dict[str, Any]:
        """Return what its own file in the folder says: an object of JSON."""

    @abstractmethod
    def _recall(self, entry: dict[str, Any]) -> None:
        """Take over what that file says."""

    @abstractmethod
    def _made(self) -> Network:
        """Return a new network, with initial weights from torch's random numbers."""

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
        described = self.settings.model_dump(mode="json")
        return Config(self.task, described, training, self.results or None)

    def _parts(self) -> dict[str, Any]:
        """Return what else belongs to the model, by the names of the files of its folder."""
        return {self.file: self._entry()}

    def _store(self, folder: Path) -> None:
        """Write the whole model into a folder that is its own."""
        store(
            folder,
            self._config(),
            self.network,
            self._parts(),
            history=self.history,
            card=self._card(),
            loss=self.loss_name,
        )

    def _plan(
        self, batches: Batches, *, epochs: int | None, patience: int | None, seed: int
    ) -> None:
        """Settle how long to train on batches; all else of the training stays as it is."""
        if epochs is None:
            epochs = max(self.least_epochs, -(-self.least_steps // batches.steps_per_epoch))
        changes = {"epochs": epochs, "patience": patience, "seed": seed}
        self.training = TrainingSettings(**{**self.training.model_dump(), **changes})

    def _begin(self, out: str | Path | None, *, force: bool, resume: bool) -> Path | None:
        """Forget what came of an earlier training, and claim the folder of this one if there is."""
        self.history, self.results = History(), {}
        return None if out is None else claim(out, force=force, resume=resume)

    def _new_network(
        self, seed: int, initialise: Callable[[Network], None] | None = None
    ) -> Network:
        """Return a new network whose weights are drawn from a seed, or set by `initialise` then."""
        with torch.random.fork_rng(devices=[]):
            torch.default_generator.manual_seed(seed)
            network = self._made()
            if initialise:
                initialise(network)
        return network

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
            raise unjudged("average")
        if self.training.log is not None:
            if folder is None:
                raise SettingError("log writes into the model folder: give out too.")
            inner, place = options.get("reporter") or SilentReporter(), folder / TENSORBOARD
            options["reporter"] = TensorBoardReporter(inner, place, self.network)
        checkpoint = folder and folder / CHECKPOINT
        if folder:
            begin(folder, self._config(), self._parts(), resume=resume)
        try:
            self.history = loop.fit(
                self.network,
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

    def _results(
        self,
        judge: Callable[[Part], Judged],
        what: str,
        *,
        training: Part,
        validation: Part | None,
        test: Part | None = None,
    ) -> dict[str, Any]:
        """Return what came out, judged by the first part that there is: test, validation, training.

        Args:
            judge: says how well the model does on a part.
            what: the parts are made of.
            training: what was learnt.
            validation: what decided when to stop; None or empty if there is none.
            test: what was never seen before, likewise.
        """
        parts = (("test", test), ("validation", validation), ("training", training))
        name, part = next((name, part) for name, part in parts if part)
        return {
            "judged_on": f"{name} {what}",
            **judge(part).to_dict(),
            "steps": self.history.last.step,
            "seconds": self.history.last.seconds,
            "stopped_early": self.history.stopped_early,
        }

    def outcome(self) -> str:
        """Return how well the last training went, as lines.

        Raises:
            SettingError: the model is not trained.
        """
        if not (told := self._came_out()):
            raise SettingError("the model is not trained, so nothing came out: call fit first.")
        return told

    def _came_out(self) -> str:
        """Return how well the last training went, as lines; nothing if nothing is known of it."""
        if "told" not in self.results:
            return ""
        return f"on the {self.results['judged_on']}: {self.results['told']}"

    def summary(self) -> str:
        """Return what the model is made of, how it was trained, and what came out.

        Raises:
            SettingError: the model is not trained.
        """
        training = {**self.training.model_dump(), **self.facts}
        return overview(self.network, self.introduction(), training, self._came_out())

    def layers(self) -> list[LayerRow]:
        """Return what the network is made of, a row a layer; `summary` shows it as text.

        Raises:
            SettingError: the model is not trained.
        """
        return layers_of(self.network)

    def diagram(self) -> Diagram:
        """Return what the network looks like unrolled, for `elman.view.plot_unrolled` to draw.

        Raises:
            SettingError: the model is not trained.
        """
        return diagram_of(self.network)

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
