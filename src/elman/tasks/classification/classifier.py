"""Give a sequence one label: train on labelled sequences, judge, tell, save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor, nn

from elman.cells import Cell
from elman.data.batch import Batches
from elman.data.by_length import ByLength
from elman.data.labelled.examples import Examples
from elman.data.labelled.reading import read_examples
from elman.data.labelled.split import split_examples
from elman.data.shuffled import Shuffled
from elman.errors import DataError, SettingError
from elman.tasks.classification.asking import scores_of
from elman.tasks.classification.card import classifier_card
from elman.tasks.classification.description import introduction
from elman.tasks.classification.encoding import Encoding, class_weights, digest, labels_of
from elman.tasks.classification.evaluation import ClassEvaluation, evaluated
from elman.tasks.classification.network import OneLabel
from elman.tasks.classification.settings import ClassifierSettings
from elman.tasks.classification.temperature import fit_temperature
from elman.tasks.demands import once_learnt, refuse_resume_nowhere, unjudged
from elman.tasks.folder import CLASSES, CONFUSION
from elman.tasks.task import Sample, Task
from elman.train.history import History
from elman.train.reporter import Reporter
from elman.view.confusion import plot_confusion

__all__ = ["Classifier"]


Given = str | Path | Examples


class Classifier(Task[OneLabel]):
    """A network that gives a sequence one label.

    Args:
        unit: what a symbol of a text is: ``"word"``, ``"character"`` or ``"byte"``.
        cell: the name of a cell, or one of your own.
        hidden_size: units a layer and direction.
        num_layers: recurrent layers.
        bidirectional: a second network reads each sequence from its end.
        pooling: what the head sees: the ``"last"`` state, the ``"mean"`` or ``"max"`` of all, or
            their mean with learned weights (``"attention"``).
        embedding_size: features of a symbol; as many as `hidden_size` if not given.
        input: ``"embedding"`` or ``"one-hot"``, of symbols.
        dropout: probability, on embeddings, between the layers and before the head.
        recurrent_dropout: of the states, the share that their layer does not see in training.
        zoneout: of the states, the share that stay as they were, in training.
        weight_drop: of the recurrent weights, the share that is zero for a step of training.
        lower: texts in lower case.
        max_vocabulary: keep so many symbols, the most frequent.
        min_count: keep symbols that occur so often.
        max_length: the steps of a sequence that are read.
        weights: ``"balanced"``: every class counts alike, however many examples it has.
        memory: gates are set to hold for up to so many steps before they learn, and inputs to
            count: for long sequences (`elman.nn.chrono`).
        **reading: how files are read: see `elman.data.labelled.reading.read_examples`.

    Raises:
        SettingError: a value is out of its range or does not fit another.
        CellError: there is no such cell.

    Example:
        >>> texts = ["good film", "fine plot", "bad film", "poor plot"] * 8
        >>> examples = Examples("reviews", texts, None, ["+", "+", "-", "-"] * 8, ["?"] * 32)
        >>> model = Classifier(hidden_size=8)
        >>> model.compile(learning_rate=0.02)
        >>> history = model.fit(examples, epochs=30, validation=0, test=0)
        >>> model.predict("a fine film")["label"]
        '+'
    """

    task: ClassVar[str] = "classify"
    settings_class: ClassVar[type[ClassifierSettings]] = ClassifierSettings
    file: ClassVar[str] = CLASSES
    loss_name: ClassVar[str] = "loss (nats)"
    least_steps: ClassVar[int] = 2000
    least_epochs: ClassVar[int] = 10
    settings: ClassifierSettings

    def __init__(
        self,
        unit: str = "word",
        cell: str | Cell = "gru",
        hidden_size: int = 128,
        num_layers: int = 1,
        *,
        bidirectional: bool = False,
        pooling: str = "last",
        embedding_size: int | None = None,
        input: str = "embedding",
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        zoneout: float = 0.0,
        weight_drop: float = 0.0,
        lower: bool = False,
        max_vocabulary: int | None = None,
        min_count: int = 1,
        max_length: int | None = None,
        weights: str = "none",
        memory: int | None = None,
        **reading: Any,
    ) -> None:
        super().__init__(
            cell,
            unit=unit,
            hidden_size=hidden_size,
            num_layers=num_layers,
            bidirectional=bidirectional,
            pooling=pooling,
            embedding_size=embedding_size,
            input=input,
            dropout=dropout,
            recurrent_dropout=recurrent_dropout,
            zoneout=zoneout,
            weight_drop=weight_drop,
            lower=lower,
            max_vocabulary=max_vocabulary,
            min_count=min_count,
            max_length=max_length,
            weights=weights,
            memory=memory,
            reading=_known(reading),
        )
        self.notes: list[str] = []
        self._encoding: Encoding | None = None
        self._temperature = 1.0

    @property
    def encoding(self) -> Encoding:
        """How sequences become tensors, and which labels there are.

        Raises:
            SettingError: the model is not trained.
        """
        return once_learnt(self._encoding, "labels")

    def fit(
        self,
        data: Given,
        *,
        validation: float = 0.1,
        test: float | Given = 0.1,
        epochs: int | None = None,
        batch_size: int = 32,
        patience: int | None = None,
        seed: int = 0,
        out: str | Path | None = None,
        force: bool = False,
        resume: bool = False,
        reporter: Reporter | None = None,
        report_every: int | None = None,
        how_to_resume: str = "call fit again with resume=True",
    ) -> History:
        """Train on labelled sequences, from the beginning.

        Args:
            data: a path, or examples.
            validation: the share that decides when to stop and calibrates the probabilities.
            test: the share that only judges, or other data; 0 judges by the validation.
            epochs: how often all of it is seen; if not given, 10, or more if this would be less
                than 2000 steps.
            batch_size: sequences a step.
            patience: stop once the validation loss has not fallen for so many epochs.
            seed: what all random numbers start from.
            out: the model folder to write, with a checkpoint while it is unfinished.
            force: replace what is in that folder.
            resume: continue the unfinished training in that folder.
            reporter: is told how it goes; nobody if not given.
            report_every: steps from one row of the history to the next, besides one an epoch.
            how_to_resume: what is said after Ctrl-C.

        Returns:
            The history of the run.

        Raises:
            DataError: the data cannot be used.
            SettingError: a setting makes no sense, or a resumed training had other settings.
            ModelFolderError: the folder must not or cannot be written to.
            DivergedError: the loss is no number any more; the last good weights are kept.
            Interrupted: Ctrl-C was pressed; the state is kept in the folder.
        """
        refuse_resume_nowhere(out, resume=resume)
        reading = self.settings.reading
        whole = data if isinstance(data, Examples) else read_examples(data, **reading)
        labels_of(whole)  # refused before the split blames their number
        reading = _known({**reading, **whole.options})
        self.settings = self.settings.model_copy(update={"reading": reading})
        if isinstance(test, float | int):
            rest, judged = _part(whole, float(test), seed)
        else:
            rest, judged = whole, self.read(test)
        train, held = _part(rest, validation, seed + 1)
        self.notes = list(dict.fromkeys([*whole.notes, *rest.notes, *train.notes]))
        encoding = self._encoding = Encoding.of(train, self.settings)
        self._network, self._temperature = self._new_network(seed), 1.0
        # all of it before the training, so that nothing is refused after it
        sequences, targets = self._encoded(train)
        held_out = self._encoded(held)
        self._encoded(judged)
        batches = self._batches(sequences, targets, batch_size, seed)
        if patience and not held:
            raise unjudged("patience")
        self._plan(batches, epochs=epochs, patience=patience, seed=seed)
        self.facts = {
            "batch_size": batch_size,
            "examples": len(train),
            "validation_examples": len(held),
            "test_examples": len(judged),
            "longest": max(map(len, sequences)),
            "kind": whole.kind,
            "data_sha256": digest(sequences, targets),
        }
        folder = self._begin(out, force=force, resume=resume)
        weight = None
        if self.settings.weights == "balanced":
            weight = class_weights(targets, len(encoding.labels))
        loss = nn.CrossEntropyLoss(weight=weight)
        self._learn(
            batches,
            folder,
            resume=resume,
            loss=loss,
            validation=(lambda: self._quality(*held_out, loss)) if held else None,
            reporter=reporter,
            report_every=report_every,
            how_to_resume=how_to_resume,
        )
        if held:
            self._temperature = fit_temperature(self._scores(held_out[0]), held_out[1])
        self.results = self._results(
            self._judged, "part", training=train, validation=held, test=judged
        )
        self._keep(folder, self._picture)
        return self.history

    def evaluate(self, data: Given, **reading: Any) -> ClassEvaluation:
        """Say how well the model tells labels.

        Args:
            data: a path, or examples, with labels.
            **reading: how a file is read, where otherwise than in the training.

        Returns:
            Accuracy, precision and recall, confusion, and the surest mistakes.

        Raises:
            DataError: the data cannot be used.
            SettingError: the model is not trained, or an option of reading makes no sense.
        """
        return self._judged(self.read(data, **reading))

    def sample(self, data: Given, *, rows: int, steps: int) -> Sample:
        """Return labelled sequences: some, if all are equally long, or else the longest."""
        sequences, targets = self._encoded(self.read(data))
        loss = nn.CrossEntropyLoss()
        if self.encoding.length is not None:
            return Sample(torch.stack(sequences[:rows]), targets[:rows], loss)
        longest = max(range(len(sequences)), key=lambda n: len(sequences[n]))
        return Sample(sequences[longest][None], targets[longest : longest + 1], loss)

    def predict(self, sequence: str | Tensor) -> dict[str, Any]:
        """Tell the label of a sequence.

        Args:
            sequence: a text, or numbers (T, I).

        Returns:
            ``label``, and the probability of every label by its name.

        Raises:
            DataError: it is empty, or of another kind than those learnt.
            SettingError: the model is not trained.
        """
        text = isinstance(sequence, str)
        texts = [sequence] if isinstance(sequence, str) else None
        numbers = None if text else [torch.as_tensor(sequence, dtype=torch.float32)]
        return self.predict_many(Examples("the input", texts, numbers, None, ["sequence 1"]))[0]

    def predict_many(self, data: Given, **reading: Any) -> list[dict[str, Any]]:
        """Tell the labels of sequences.

        Args:
            data: a path, or examples; labels are not looked at.
            **reading: how a file is read, where otherwise than in the training.

        Returns:
            What `predict` returns, of each.

        Raises:
            DataError: the data cannot be used.
            SettingError: the model is not trained, or an option of reading makes no sense.
        """
        probabilities = self._probabilities(self.read(data, labelled=False, **reading)).tolist()
        labels = self.encoding.labels
        return [
            {
                "label": labels[max(range(len(row)), key=row.__getitem__)],
                "probabilities": dict(zip(labels, row, strict=True)),
            }
            for row in probabilities
        ]

    def probabilities_of(self, sequences: Sequence[Tensor]) -> Tensor:
        """Return the probabilities of the labels, (N, K).

        Args:
            sequences: N, each as `Encoding.sequences` returns it.

        Raises:
            SettingError: the model is not trained.
        """
        return (self._scores(sequences).double() / self._temperature).softmax(1)

    @property
    def judgement(self) -> ClassEvaluation:
        """How well the last training went.

        Raises:
            SettingError: the model is not trained.
        """
        if "confusion" not in self.results:
            raise SettingError("the model is not trained, so nothing came out: call fit first.")
        return ClassEvaluation.from_dict(self.encoding.labels, self.results)

    def _came_out(self) -> str:
        if "confusion" not in self.results:
            return ""
        return f"on the {self.results['judged_on']}: {self.judgement}"

    def introduction(self) -> list[str]:
        """Return which sequences are learnt, and by what, as lines."""
        return [
            *self.notes,
            *introduction(self.settings, self.cell.name, self.facts, self._encoding),
        ]

    def greeting(self) -> str:
        """Return what a prompt says first.

        Raises:
            DataError: nothing that the model takes can be typed.
        """
        if self.encoding.vocabulary is None:
            raise DataError(
                "the model takes numbers, sounds or pictures, which cannot be typed: give a file "
                "or a folder."
            )
        return f"A text in, its label out ({', '.join(self.encoding.labels[:8])}). Ctrl-D ends."

    def read(self, data: Given, *, labelled: bool = True, **reading: Any) -> Examples:
        """Return data as examples, read as those were that the model has learnt.

        Args:
            data: a path, or examples.
            labelled: whether there are labels.
            **reading: how files are read, where otherwise than in the training: see
                `elman.data.labelled.reading.read_examples`.

        Returns:
            The examples.

        Raises:
            DataError: the data cannot be read.
            SettingError: an option makes no sense, or does not fit the data.
        """
        if isinstance(data, Examples):
            return data
        usual = dict(self.settings.reading)
        if not labelled:
            usual.pop("label", None)
        if not labelled and Path(data).suffix in ("", ".txt"):  # lines, unless told now
            usual = {name: usual[name] for name in usual.keys() - {"text", "delimiter", "encoding"}}
        return read_examples(data, labelled=labelled, usual=usual, **_known(reading))

    def _made(self) -> OneLabel:
        encoding = self.encoding
        return OneLabel(
            encoding.symbols,
            encoding.features,
            len(encoding.labels),
            self.cell,
            self.settings,
            encoding.length is None,
        )

    def _batches(
        self, sequences: Sequence[Tensor], targets: Tensor, batch_size: int, seed: int
    ) -> Batches:
        if self.encoding.length is None:
            return ByLength(sequences, targets, batch_size, seed, self.encoding.padding)
        together = torch.stack(list(sequences))
        return Shuffled(
            len(together), lambda chosen: (together[chosen], targets[chosen]), batch_size, seed
        )

    def _encoded(self, examples: Examples) -> tuple[list[Tensor], Tensor]:
        return self.encoding.sequences(examples), self.encoding.targets(examples)

    def _scores(self, sequences: Sequence[Tensor]) -> Tensor:
        encoding, network = self.encoding, self.network
        return scores_of(network, encoding, sequences)

    def _probabilities(self, examples: Examples) -> Tensor:
        return self.probabilities_of(self.encoding.sequences(examples))

    def _quality(
        self, sequences: Sequence[Tensor], targets: Tensor, loss: nn.Module
    ) -> tuple[float, float]:
        scores = self._scores(sequences)
        return float(loss(scores, targets)), float((scores.argmax(1) == targets).double().mean())

    def _judged(self, examples: Examples) -> ClassEvaluation:
        return evaluated(
            self.encoding.labels,
            self._probabilities(examples).numpy(),
            self.encoding.targets(examples).numpy(),
            examples.texts,
            examples.places,
        )

    def _picture(self, folder: Path) -> None:
        judged = self.judgement
        plot_confusion(judged.confusion, judged.labels, folder / CONFUSION)

    def _entry(self) -> dict[str, Any]:
        return {**self.encoding.to_dict(), "temperature": self._temperature}

    def _recall(self, entry: dict[str, Any]) -> None:
        self._encoding = Encoding.from_dict(self.settings, entry)
        self._temperature = float(entry["temperature"])

    @classmethod
    def _arguments(cls, choices: dict[str, Any]) -> dict[str, Any]:
        reading = choices.pop("reading")
        return {**choices, **reading}

    def _card(self) -> str:
        return classifier_card(self)


def _known(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


def _part(examples: Examples, share: float, seed: int) -> tuple[Examples, Examples]:
    if not share:
        return examples, examples.chosen([])
    return split_examples(examples, share, seed)
