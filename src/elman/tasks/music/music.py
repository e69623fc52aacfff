"""Predict which keys sound next: train on pieces of music, judge, go on with a piece, save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor

from elman.cells import Cell
from elman.data.arguments import at_least
from elman.data.batch import Batches
from elman.data.by_length import ByLength
from elman.data.music.notes import frames_of_steps, pieces_of
from elman.data.music.pieces import Pieces, notes_of, parted
from elman.data.music.reading import read_music
from elman.data.music.transposed import Transposed
from elman.errors import DataError
from elman.tasks.demands import once_learnt, refuse_resume_nowhere, unjudged
from elman.tasks.folder import VOCABULARY
from elman.tasks.music.card import music_card
from elman.tasks.music.continuing import Choice, continued
from elman.tasks.music.description import introduction
from elman.tasks.music.evaluation import MusicEvaluation, before, judge_music, nll
from elman.tasks.music.habits import Habits
from elman.tasks.music.network import BEYOND, FrameLoss, NextFrame
from elman.tasks.music.settings import MusicSettings
from elman.tasks.network import asking
from elman.tasks.task import Sample, Task
from elman.train.history import History
from elman.train.reporter import Reporter

__all__ = ["Music"]

SHARE = 0.1  # of the pieces held out, unless the data or the user say otherwise

Given = str | Path | Pieces
Steps = Sequence[Sequence[int]]


class Music(Task[NextFrame]):
    """A network that says of every key of a piano how likely it sounds in the next frame.

    Args:
        cell: the name of a cell, or one of your own.
        hidden_size: units a layer.
        num_layers: recurrent layers.
        dropout: probability, between the layers and before the head.
        input_dropout: probability with which a key is not seen.
        recurrent_dropout: of the states, the same at every step of a piece.
        zoneout: probability with which a unit stays what it was.
        weight_drop: probability with which a recurrent weight is dropped.
        transpose: move every piece by up to so many semitones, drawn anew each time it is learnt.
        resolution: steps a quarter note; 4 for MIDI files and 1 for JSON if not given.

    Raises:
        SettingError: a value is out of its range.
        CellError: there is no such cell.

    Example:
        >>> piece = [[60, 64], [62, 65], []] * 4
        >>> model = Music(hidden_size=16, dropout=0.0, input_dropout=0.0, weight_drop=0.0)
        >>> model.compile(learning_rate=0.05, schedule="constant")
        >>> history = model.fit([piece] * 4, epochs=30, batch_size=2, validation=0)
        >>> model.predict([[60, 64]], length=3, temperature=0)
        [[62, 65], [], [60, 64]]
    """

    task: ClassVar[str] = "music"
    settings_class: ClassVar[type[MusicSettings]] = MusicSettings
    file: ClassVar[str] = VOCABULARY
    defaults: ClassVar[Mapping[str, Any]] = {
        "learning_rate": 0.005,
        "clip_norm": 1.0,
        "schedule": "cosine",
    }
    loss_name: ClassVar[str] = "loss (nats a frame)"
    settings: MusicSettings

    def __init__(
        self,
        cell: str | Cell = "gru",
        hidden_size: int = 384,
        num_layers: int = 1,
        *,
        dropout: float = 0.5,
        input_dropout: float = 0.1,
        recurrent_dropout: float = 0.0,
        zoneout: float = 0.0,
        weight_drop: float = 0.5,
        transpose: int = 0,
        resolution: int | None = None,
    ) -> None:
        super().__init__(
            cell,
            hidden_size=hidden_size,
            num_layers=num_layers,
            dropout=dropout,
            input_dropout=input_dropout,
            recurrent_dropout=recurrent_dropout,
            zoneout=zoneout,
            weight_drop=weight_drop,
            transpose=transpose,
            resolution=resolution,
        )
        self._habits: Habits | None = None

    @property
    def habits(self) -> Habits:
        """How often keys sound in what was learnt.

        Raises:
            SettingError: the model is not trained.
        """
        return once_learnt(self._habits, "music")

    def fit(
        self,
        data: Given | Sequence[Steps],
        *,
        validation: float | Given | None = None,
        test: Given | None = None,
        epochs: int = 60,
        batch_size: int = 4,
        patience: int | None = None,
        seed: int = 0,
        out: str | Path | None = None,
        force: bool = False,
        resume: bool = False,
        reporter: Reporter | None = None,
        report_every: int | None = None,
        how_to_resume: str = "call fit again with resume=True",
    ) -> History:
        """Train on pieces of music, from the beginning.

        Args:
            data: JSON, a MIDI file, a folder or a .zip of MIDI files, or pieces: of each, of every
                step the MIDI notes that sound. If it tells train, valid and test apart, the first
                is learnt, the second decides when to stop, and the third only judges.
            validation: the share of the pieces (the last ones) that decides when to stop, or other
                data; if not given, what `data` calls valid, else a tenth.
            test: data that only judge.
            epochs: how often all of it is seen.
            batch_size: pieces a step.
            patience: stop once the validation loss has not fallen for so many epochs, and take the
                best weights.
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
        pieces = self.read(data)
        self.settings = self.settings.model_copy(update={"resolution": pieces.resolution})
        train, held = self._parts_of(pieces, validation)
        judged = pieces.part("test") if test is None else _part(self.read(test), "test")
        for part in (train, held, judged):
            if part:
                _refuse_without_second_frame(part)
        if patience and held is None:
            raise unjudged("patience")
        batches = self._batches(train, batch_size, seed)
        self._plan(batches, epochs=epochs, patience=patience, seed=seed)
        self.facts = {
            "batch_size": batch_size,
            "pieces": len(train),
            "steps": train.steps,
            "validation_pieces": 0 if held is None else len(held),
            "data_sha256": "".join(part.digest()[:32] for part in (train, held) if part),
        }
        self._habits = Habits.of(train.frames)
        folder = self._begin(out, force=force, resume=resume)
        self._network = self._new_network(seed)
        self._learn(
            batches,
            folder,
            resume=resume,
            loss=FrameLoss(),
            validation=None if held is None else (lambda: (nll(held.frames, self._scores), None)),
            reporter=reporter,
            report_every=report_every,
            how_to_resume=how_to_resume,
        )
        self.results = self._results(
            self._judged, "pieces", training=train, validation=held, test=judged
        )
        self._keep(folder)
        return self.history

    def evaluate(self, data: Given | Sequence[Steps]) -> MusicEvaluation:
        """Say how well the model predicts pieces, frame by frame.

        Args:
            data: as for `fit`; of data that tell train, valid and test apart, the last.

        Returns:
            The mean negative log-likelihood of a frame and the accuracy of its keys, beside what
            the habits of the music come to.

        Raises:
            DataError: the data cannot be used.
            SettingError: the model is not trained.
        """
        _ = self.habits  # before anything is read
        pieces = _part(self.read(data), "test")
        _refuse_without_second_frame(pieces)
        return self._judged(pieces)

    def sample(self, data: Given | Sequence[Steps], *, rows: int, steps: int) -> Sample:
        """Return the beginnings of pieces that are long enough, or the longest piece."""
        _ = self.habits  # before anything is read
        frames = sorted(self.read(data).frames, key=len, reverse=True)
        steps = min(steps, len(frames[0]))
        chosen = torch.stack([one[:steps] for one in frames[:rows] if len(one) >= steps])
        return Sample(torch.stack([before(one) for one in chosen]), chosen, FrameLoss())

    def predict(
        self,
        beginning: str | Path | Steps | Tensor = (),
        length: int = 64,
        *,
        piece: int = 1,
        temperature: float | None = None,
        threshold: float | None = None,
        seed: int | None = None,
    ) -> list[list[int]]:
        """Go on with a piece; with none, begin one.

        Args:
            beginning: of every step the MIDI notes that sound; or a file, read as the model was
                told; or frames (T, 88).
            length: steps to add.
            piece: of a file of many, which, counted from 1.
            temperature: keys are drawn, each by itself: at 1, as it is if not given, by their
                probability, below 1 likely ones more often; at 0 nothing is drawn.
            threshold: draw nothing, and let every key sound that is likelier than this.
            seed: the same draws the same; if not given, another each time.

        Returns:
            Of every added step the MIDI notes that sound, the lowest first.

        Raises:
            DataError: the beginning cannot be read, or has no such piece.
            SettingError: the model is not trained, or a setting makes no sense.
        """
        at_least("length", length, 1)
        choice = Choice(temperature=temperature, threshold=threshold, seed=seed)
        network = self.network
        with asking(network):
            return notes_of(continued(network, self.frames(beginning, piece), length, choice))

    def frames(self, beginning: str | Path | Steps | Tensor, piece: int = 1) -> Tensor:
        """Return a piece as frames.

        Args:
            beginning: as for `predict`.
            piece: likewise.

        Returns:
            (T, 88), int8.

        Raises:
            DataError: it cannot be read, or there is no such piece.
        """
        if isinstance(beginning, Tensor):
            return beginning
        if not isinstance(beginning, str | Path):
            return frames_of_steps(beginning, "the beginning")
        pieces = self.read(beginning)
        if not 1 <= at_least("piece", piece, 1) <= len(pieces):
            raise DataError(f"{pieces.name} has no piece {piece:,}; expected 1 to {len(pieces):,}.")
        return pieces.frames[piece - 1]

    def read(self, data: Given | Sequence[Steps]) -> Pieces:
        """Return data as pieces, read as the model was told.

        Args:
            data: as for `fit`.

        Returns:
            The pieces.

        Raises:
            DataError: the data cannot be read.
        """
        if isinstance(data, Pieces):
            return data
        if isinstance(data, str | Path):
            return read_music(data, self.settings.resolution)
        return pieces_of(data, "the data", self.settings.resolution or 1)

    def introduction(self) -> list[str]:
        """Return which pieces are learnt, and by what, as lines."""
        return introduction(self.settings, self.cell.name, self.facts)

    def _parts_of(
        self, pieces: Pieces, validation: float | Given | None
    ) -> tuple[Pieces, Pieces | None]:
        train, held = _part(pieces, "train"), pieces.part("valid")
        if validation is None and len(held):
            return train, held
        if validation is None or isinstance(validation, float | int):
            return parted(train, SHARE if validation is None else validation)
        return train, _part(self.read(validation), "valid")

    def _batches(self, pieces: Pieces, batch_size: int, seed: int) -> Batches:
        inputs = [before(frames) for frames in pieces.frames]
        batches = ByLength(inputs, pieces.frames, batch_size, seed, padding=0, beyond=BEYOND)
        most = self.settings.transpose
        return Transposed(batches, most, seed) if most else batches

    def _judged(self, pieces: Pieces) -> MusicEvaluation:
        return judge_music(pieces.frames, self._scores, self.habits)

    def _scores(self, x: Tensor) -> Tensor:
        with asking(self.network), torch.no_grad():
            scores: Tensor = self.network(x)[0]
        return scores

    def _made(self) -> NextFrame:
        return NextFrame(self.cell, self.settings)

    def _entry(self) -> dict[str, Any]:
        return self.habits.to_dict()

    def _recall(self, entry: dict[str, Any]) -> None:
        self._habits = Habits.from_dict(entry)

    def _card(self) -> str:
        return music_card(self)


def _part(pieces: Pieces, name: str) -> Pieces:
    """Return a part, or all pieces where none is told apart."""
    if not pieces.parts:
        return pieces
    if not len(part := pieces.part(name)):
        raise DataError(
            f"{pieces.name} tells {', '.join(pieces.parts)} apart, but has no "
            f'pieces in "{name}". Add some, or give other data.'
        )
    return part


def _refuse_without_second_frame(pieces: Pieces) -> None:
    if max(map(len, pieces.frames)) < 2:
        raise DataError(
            f"{pieces.name}: no piece has a second step, so there is nothing to predict. Give "
            "longer pieces, or a larger resolution."
        )
