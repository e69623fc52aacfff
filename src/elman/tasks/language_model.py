"""Predict the next symbol of a text: train on a text, judge, continue, save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import nn

from elman.cells import Cell
from elman.data.arguments import at_least
from elman.data.units import get_unit
from elman.data.vocabulary import Vocabulary
from elman.errors import DataError, SettingError
from elman.tasks.card import model_card
from elman.tasks.continuation import continuation
from elman.tasks.demands import once_learnt, refuse_resume_nowhere
from elman.tasks.description import introduction, overview
from elman.tasks.evaluation import Evaluation, judge, refuse_short
from elman.tasks.examples import example_line
from elman.tasks.folder import VOCABULARY
from elman.tasks.generation import Sampling
from elman.tasks.model_settings import ModelSettings
from elman.tasks.network import NextSymbol, asking, make_network
from elman.tasks.preparation import Order, cut, encoded, prepare
from elman.tasks.task import Sample, Task
from elman.tasks.texts import Text, symbols_of
from elman.train.history import History
from elman.train.reporter import Reporter

__all__ = ["LanguageModel"]

SAMPLED = {"word": 24, "character": 120}  # symbols that are added in a sample
LEARNING_RATE = 0.003  # of Adam; on Shakespeare's characters 0.001 needs three times as long


class LanguageModel(Task[NextSymbol]):
    """A network that predicts the next symbol of a text.

    Args:
        unit: what a symbol is: ``"word"`` (separated by white space) or ``"character"``.
        cell: the name of a cell, or one of your own.
        hidden_size: units a layer.
        num_layers: recurrent layers.
        input: what a symbol is to the first layer: ``"embedding"`` (a learned vector),
            ``"one-hot"`` or ``"number"`` (its bare integer, as in the classic exercise).
        embedding_size: features of an embedding; as many as `hidden_size` if not given.
        dropout: probability, on the input, between the layers and before the head.
        tied: the head uses the embedding's weights, which pays with the words of large texts; small
            ones and characters are learnt more slowly.
        window: the network sees so many symbols at once, from a zero state ...
        tbptt: ... or it reads the whole text with its state carried, and the gradient goes back
            so many symbols. If neither is given, 35 words or 100 characters.
        loss_steps: ``"every"`` symbol of a window is learnt, or the one after the ``"last"`` only.
        max_vocabulary: keep so many symbols, the most frequent; the others are ``<unk>``.
        min_count: keep symbols that occur so often.
        **regularisation: `locked`, `embedding_dropout`, `recurrent_dropout`, `zoneout`,
            `weight_drop`, `activation_regularisation` and `temporal_regularisation`, described at
            `elman.tasks.regularisation.Regularisation`.

    Raises:
        SettingError: a value is out of its range or does not fit another.
        CellError: there is no such cell.

    Example:
        >>> model = LanguageModel(window=4, hidden_size=32, cell="gru")
        >>> model.compile(learning_rate=0.01)
        >>> history = model.fit("long ago , the mice had a general council", epochs=40)
        >>> model.predict("long ago", length=5)
        'long ago , the mice had a'
    """

    task: ClassVar[str] = "language-model"
    settings_class: ClassVar[type[ModelSettings]] = ModelSettings
    file: ClassVar[str] = VOCABULARY
    defaults: ClassVar[Mapping[str, Any]] = {"learning_rate": LEARNING_RATE}
    loss_name: ClassVar[str] = "loss (nats a symbol)"
    least_steps: ClassVar[int] = 2000
    least_epochs: ClassVar[int] = 10
    settings: ModelSettings

    def __init__(
        self,
        unit: str = "word",
        cell: str | Cell = "lstm",
        hidden_size: int = 128,
        num_layers: int = 1,
        *,
        input: str = "embedding",
        embedding_size: int | None = None,
        dropout: float = 0.0,
        tied: bool = False,
        window: int | None = None,
        tbptt: int | None = None,
        loss_steps: str = "every",
        max_vocabulary: int | None = None,
        min_count: int = 1,
        **regularisation: Any,
    ) -> None:
        super().__init__(
            cell,
            unit=unit,
            hidden_size=hidden_size,
            num_layers=num_layers,
            input=input,
            embedding_size=embedding_size,
            dropout=dropout,
            tied=tied,
            window=window,
            tbptt=tbptt,
            loss_steps=loss_steps,
            max_vocabulary=max_vocabulary,
            min_count=min_count,
            **regularisation,
        )
        self._vocabulary: Vocabulary | None = None

    @property
    def vocabulary(self) -> Vocabulary:
        """The symbols that the model knows.

        Raises:
            SettingError: the model is not trained.
        """
        return once_learnt(self._vocabulary, "symbols")

    def fit(
        self,
        text: Text,
        *,
        epochs: int | None = None,
        batch_size: int = 32,
        validation: float | Text | None = None,
        patience: int | None = None,
        seed: int = 0,
        out: str | Path | None = None,
        force: bool = False,
        resume: bool = False,
        reporter: Reporter | None = None,
        report_every: int | None = None,
        how_to_resume: str = "call fit again with resume=True",
        order: Order | None = None,
        initialise: Callable[[NextSymbol], None] | None = None,
        vocabulary: Vocabulary | None = None,
    ) -> History:
        """Train on a text, from the beginning.

        Args:
            text: a `str` is the text itself, a `Path` names a file, a list is split already.
            epochs: how often all of it is seen; if not given, 10, or more if it is so short that
                this would be less than 2000 steps.
            batch_size: rows a step.
            validation: a share of the text (its end) or another text, to judge by after each
                epoch.
            patience: stop once the validation loss has not fallen for so many epochs.
            seed: what all random numbers start from.
            out: the model folder to write, with a checkpoint while it is unfinished.
            force: replace what is in that folder.
            resume: continue the unfinished training in that folder.
            reporter: is told how it goes; nobody if not given.
            report_every: steps from one row of the history to the next, besides one an epoch.
            how_to_resume: what is said after Ctrl-C.
            order: from the text's numbers to the batches, in place of the model's own.
            initialise: sets other initial weights.
            vocabulary: the symbols and their numbers, in place of those counted in the text.

        Returns:
            The history of the run.

        Raises:
            DataError: the text cannot be used.
            SettingError: a setting makes no sense, or a resumed training had other settings.
            ModelFolderError: the folder must not or cannot be written to.
            DivergedError: the loss is no number any more; the last good weights are kept.
            Interrupted: Ctrl-C was pressed; the state is kept in the folder.
        """
        refuse_resume_nowhere(out, resume=resume)
        order = order or cut(self.settings, batch_size, seed)
        data = prepare(text, validation, self.settings, order, vocabulary)
        if patience and not data.held:
            raise SettingError(
                "patience needs something to judge by: give validation, such as 0.1, too."
            )
        self._plan(data.batches, epochs=epochs, patience=patience, seed=seed)
        self.facts = {"batch_size": batch_size, **data.facts}
        folder = self._begin(out, force=force, resume=resume)
        self._vocabulary = data.vocabulary
        self._network = self._new_network(seed, initialise)
        self._learn(
            data.batches,
            folder,
            resume=resume,
            validation=(lambda: self._quality(data.held).pair) if data.held else None,
            reporter=reporter,
            report_every=report_every,
            sample=lambda: self.predict(data.facts["beginning"], SAMPLED[self.settings.unit]),
            example=example_line(self.vocabulary, get_unit(self.settings.unit)),
            how_to_resume=how_to_resume,
        )
        self.results = {
            **self._results(self._quality, "text", training=data.ids, validation=data.held),
            "averaged_since": self.history.averaged_since,
        }
        self._keep(folder)
        return self.history

    def evaluate(self, text: Text) -> Evaluation:
        """Say how well the model predicts a text.

        A model with a window predicts every symbol from the symbols of the window before it; one
        with a carried state reads the text once, from its beginning.

        Args:
            text: as for `fit`.

        Returns:
            Loss, accuracy, perplexity, and how many symbols were predicted.

        Raises:
            DataError: the text cannot be used, or has symbols that the model does not know.
            SettingError: the model is not trained.
        """
        symbols = symbols_of(text, self.settings.unit)
        return self._quality(encoded(self.vocabulary, symbols, "text"))

    def sample(self, data: Text, *, rows: int, steps: int) -> Sample:
        """Return stretches of a text, evenly spread over it, and the symbols that follow each."""
        ids = torch.tensor(encoded(self.vocabulary, symbols_of(data, self.settings.unit), "text"))
        refuse_short(ids, 2)
        steps = min(steps, len(ids) - 1)
        count = min(rows, (len(ids) - 1) // steps)
        starts = torch.linspace(0, len(ids) - 1 - steps, count).long()
        cut = torch.stack([ids[start : start + steps + 1] for start in starts.tolist()])
        return Sample(cut[:, :-1], cut[:, 1:], nn.CrossEntropyLoss())

    def predict(
        self,
        prompt: str,
        length: int = 32,
        *,
        temperature: float = 0.0,
        top_k: int | None = None,
        top_p: float | None = None,
        seed: int | None = None,
    ) -> str:
        """Continue a text.

        Args:
            prompt: its beginning, at least one symbol.
            length: how many symbols to add.
            temperature: 0 takes the likeliest symbol; 1 draws by probability.
            top_k: draw among so many likeliest symbols only.
            top_p: draw among the likeliest symbols that make up this probability.
            seed: the same seed draws the same.

        Returns:
            The prompt with its continuation.

        Raises:
            DataError: the prompt is too short, or has symbols that the model does not know.
            SettingError: a value is out of its range, or the model is not trained.
        """
        draw = Sampling(temperature=temperature, top_k=top_k, top_p=top_p, seed=seed)
        unit = get_unit(self.settings.unit)
        if not isinstance(prompt, str):
            raise DataError(f"the prompt is {prompt!r}; expected a str.")
        ids = self.vocabulary.encode(unit.split(prompt))
        if len(ids) < self.settings.shortest:
            raise DataError(
                f"the prompt is too short ({unit.name}s given: {len(ids)}; expected at least: "
                f"{self.settings.shortest}). Give more of the text."
            )
        at_least("length", length, 0)
        with asking(self.network):
            ids += continuation(self.network, ids, length, draw.chooser(), self.settings.window)
        return unit.join(self.vocabulary.decode(ids))

    def _came_out(self) -> str:
        if "loss" not in self.results:
            return ""
        quality = Evaluation(**{name: self.results[name] for name in ("loss", "accuracy", "count")})
        return f"on the {self.results['judged_on']}: {quality}"

    def greeting(self, length: int) -> str:
        """Return what a prompt says first.

        Args:
            length: how many symbols will be added.

        Returns:
            One line.

        Example:
            >>> LanguageModel(window=3, loss_steps="last").greeting(32)
            '3 words in (or more), 32 words out. Ctrl-D ends.'
        """
        unit, least = self.settings.unit, self.settings.shortest
        some = f"{least} {unit}s in (or more)" if least > 1 else f"Some {unit}s in"
        return f"{some}, {length} {unit}{'s' * (length != 1)} out. Ctrl-D ends."

    def summary(self) -> str:
        """Return what the model is made of, how it was trained, and what came out.

        Raises:
            SettingError: the model is not trained.
        """
        training = {**self.training.model_dump(), **self.facts}
        return overview(self.network, self.introduction(), training, self.results)

    def _made(self) -> NextSymbol:
        return make_network(self.settings, self.cell, len(self.vocabulary))

    def _quality(self, ids: list[int]) -> Evaluation:
        return judge(self.network, torch.tensor(ids), self.settings)

    def introduction(self) -> list[str]:
        """Return which text is learnt, and by what, as lines."""
        counted = self.facts.get("symbols")
        symbols = counted if isinstance(counted, int) else self.vocabulary.total
        return introduction(self.settings, self.cell.name, symbols, len(self.vocabulary))

    def _insides(self, place: Path) -> dict[str, Path]:
        from elman.tasks.report.inside import draw_gates  # which knows this task

        return draw_gates(self, place)[0]

    def _entry(self) -> dict[str, Any]:
        return self.vocabulary.to_dict()

    def _recall(self, entry: dict[str, Any]) -> None:
        self._vocabulary = Vocabulary.from_dict(entry)

    def _card(self) -> str:
        return model_card(self)
