"""Give every word a tag: train on tagged sentences, judge, tag, save."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any, ClassVar

from elman.cells import Cell
from elman.data.by_length import ByLength
from elman.data.conll import TaggedText, read_conll
from elman.data.spans import convert_tags
from elman.data.tag_schemes import allowed_moves, detect_scheme
from elman.errors import DataError, SettingError
from elman.tasks.demands import once_learnt, refuse_resume_nowhere, unjudged
from elman.tasks.folder import CLASSES
from elman.tasks.tagging.asking import answer, decoded, mean_loss
from elman.tasks.tagging.balance import balance
from elman.tasks.tagging.card import tagger_card
from elman.tasks.tagging.description import introduction
from elman.tasks.tagging.encoding import SHAPES, TagEncoding
from elman.tasks.tagging.evaluation import TagEvaluation, judge_tags
from elman.tasks.tagging.network import BEYOND, SentenceLoss, WordTags
from elman.tasks.tagging.sentences import (
    INTERNAL,
    converted,
    digest,
    every_tag,
    parted,
    refuse_holes,
    without,
)
from elman.tasks.tagging.settings import TaggerSettings
from elman.tasks.tagging.vectors import read_vectors
from elman.tasks.tagging.words import joined, words_of
from elman.tasks.task import Sample, Task
from elman.train.history import History
from elman.train.reporter import Reporter

__all__ = ["Tagger"]

NAMED = 3  # tags never learnt that are told of

Given = str | Path | TaggedText


class Tagger(Task[WordTags]):
    """A network that gives every word of a sentence a tag.

    Args:
        cell: the name of a cell, or one of your own; it reads from both ends.
        hidden_size: units a layer and direction.
        num_layers: recurrent layers.
        embedding_size: features of a word.
        characters: ``"lstm"`` (a recurrent layer spells each word), ``"cnn"`` or ``"none"``.
        character_size: features of a character.
        character_hidden: units a direction that spell.
        shapes: whether the network is told how a word is written: capitals, digits, marks.
        dropout: probability, on characters, on words, between the layers and before the head.
        recurrent_dropout: of the states, the share that their layer does not see in training.
        zoneout: of the states, the share that stay as they were, in training.
        weight_drop: of the recurrent weights, the share that is zero for a step of training.
        unknown: probability with which a word is taken for an unknown one in training; with 0
            and a `min_count` of 1, nothing is ever learnt of unknown words but how they are spelt.
        min_count: words are known that occur so often.
        crf: tags are chosen together, by a conditional random field, or each by itself.
        balance: after the training the score of O is lowered by what gives entities the best F1
            on the validation, for texts with other entities than those that were learnt.
        scheme: of the tags: ``"IOB1"``, ``"IOB2"``, ``"IOBES"``, ``"none"`` (parts of speech and
            the like), or ``"auto"``: what fits the data best.
        token_column: of files, the column of the words, counted from 1; found if not given.
        tag_column: that of the tags; the last if not given, UPOS of CoNLL-U.

    Raises:
        SettingError: a value is out of its range.
        CellError: there is no such cell.

    Example:
        >>> text = TaggedText("it", [["long", "ago"]] * 8, [["ADV", "X"]] * 8, [[1, 2]] * 8)
        >>> model = Tagger(hidden_size=8, dropout=0.0)
        >>> model.compile(learning_rate=0.02)
        >>> history = model.fit(text, epochs=20, validation=0)
        >>> model.predict("long ago")["tags"]
        ['ADV', 'X']
    """

    task: ClassVar[str] = "tag"
    settings_class: ClassVar[type[TaggerSettings]] = TaggerSettings
    file: ClassVar[str] = CLASSES
    loss_name: ClassVar[str] = "loss (nats a word)"
    least_steps: ClassVar[int] = 300
    least_epochs: ClassVar[int] = 15
    settings: TaggerSettings

    def __init__(
        self,
        cell: str | Cell = "lstm",
        hidden_size: int = 200,
        num_layers: int = 1,
        *,
        embedding_size: int = 100,
        characters: str = "lstm",
        character_size: int = 30,
        character_hidden: int = 50,
        shapes: bool = True,
        dropout: float = 0.5,
        recurrent_dropout: float = 0.0,
        zoneout: float = 0.0,
        weight_drop: float = 0.0,
        unknown: float = 0.2,
        min_count: int = 1,
        crf: bool = True,
        balance: bool = False,
        scheme: str = "auto",
        token_column: int | None = None,
        tag_column: int | None = None,
    ) -> None:
        super().__init__(
            cell,
            hidden_size=hidden_size,
            num_layers=num_layers,
            embedding_size=embedding_size,
            characters=characters,
            character_size=character_size,
            character_hidden=character_hidden,
            shapes=shapes,
            dropout=dropout,
            recurrent_dropout=recurrent_dropout,
            zoneout=zoneout,
            weight_drop=weight_drop,
            unknown=unknown,
            min_count=min_count,
            crf=crf,
            balance=balance,
            scheme=scheme,
            token_column=token_column,
            tag_column=tag_column,
        )
        self._encoding: TagEncoding | None = None
        self._learnt: frozenset[str] = frozenset()

    @property
    def encoding(self) -> TagEncoding:
        """Which words, characters and tags there are.

        Raises:
            SettingError: the model is not trained.
        """
        return once_learnt(self._encoding, "tags")

    def fit(
        self,
        data: Given,
        *,
        validation: float | Given = 0.1,
        test: Given | None = None,
        vectors: str | Path | None = None,
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
        """Train on tagged sentences, from the beginning.

        Args:
            data: a file in columns or CoNLL-U, or tagged text.
            validation: the share (the end) that decides when to stop, or other data.
            test: data that only judge.
            vectors: a text file of vectors of words, to begin with.
            epochs: how often all of it is seen; if not given, 15, or more if this would be less
                than 300 steps.
            batch_size: sentences a step.
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
        train, held = self._parts_of(self.read(data), validation)
        judged = None if test is None else self.read(test)
        self.settings = self._resolved(train)
        if patience and held is None:
            raise unjudged("patience")
        if self.settings.balance and (held is None or self._scheme is None):
            raise SettingError(
                "balance lowers the score of O by what is best for entities of the validation: "
                "give validation, and tags that mark entities, or leave balance out."
            )
        learnt = converted(train, self._internal)
        for other in (held, judged):
            _ = other and converted(other, self._internal)  # what cannot be read is told before
        tags = every_tag(learnt, spans=self._scheme is not None)
        held_out, strange = (
            (None, []) if held is None else without(converted(held, self._internal), tags)
        )
        self._learnt = frozenset(word.lower() for row in train.tokens for word in row)
        found = {} if vectors is None else self._vectors(vectors, train, held, judged)
        encoding = TagEncoding.of(train.tokens, [tags], self.settings.min_count, found)
        self._encoding = encoding
        sentences = [encoding.sentence(row) for row in learnt.tokens]
        rows = [encoding.row(row) for row in learnt.tags]
        batches = ByLength(sentences, rows, batch_size, seed, padding=0, beyond=BEYOND)
        self._plan(batches, epochs=epochs, patience=patience, seed=seed)
        self.facts = {
            "batch_size": batch_size,
            "sentences": len(train),
            "words": train.size,
            "validation_sentences": 0 if held_out is None else len(held_out),
            **({"never_learnt": strange[:NAMED]} if strange else {}),
            **({"words_with_vectors": len(found)} if found else {}),
            "data_sha256": digest(train, held, words=encoding.words),
        }
        folder = self._begin(out, force=force, resume=resume)
        network = self._network = self._new_network(seed)
        if found:
            network.use_vectors(encoding.words, found)
        loss = SentenceLoss(network.crf)
        self._learn(
            batches,
            folder,
            resume=resume,
            loss=loss,
            validation=(
                None
                if held_out is None
                else lambda: (mean_loss(network, encoding, held_out, loss), None)
            ),
            reporter=reporter,
            report_every=report_every,
            how_to_resume=how_to_resume,
        )
        if self.settings.balance and held is not None:
            self._balance(held)
        self.results = self._results(
            self.evaluate, "sentences", training=train, validation=held, test=judged
        )
        self._keep(folder)
        return self.history

    def evaluate(
        self, data: Given, *, token_column: int | None = None, tag_column: int | None = None
    ) -> TagEvaluation:
        """Say how well the model tags sentences.

        Args:
            data: as for `fit`.
            token_column: the column of the words, if it is another than that of the training.
            tag_column: that of the tags, likewise.

        Returns:
            The share of right tags, and precision, recall and F1 of entities if there are any.

        Raises:
            DataError: the data cannot be used.
            SettingError: the model is not trained.
        """
        learnt = self.encoding.tags  # before anything is read
        read = self.read(data, token_column=token_column, tag_column=tag_column)
        text = converted(read, self._scheme)
        if self._scheme is None and not {*chain(*text.tags)} & {*learnt}:
            raise DataError(
                f"{text.name} has none of the tags that the model has learnt: "
                f"{', '.join(learnt[:20])}. Give another file."
            )
        known = [[word.lower() in self._learnt for word in row] for row in text.tokens]
        return judge_tags(text.tags, self.tag(text.tokens), known, spans=self._scheme is not None)

    def sample(self, data: Given, *, rows: int, steps: int) -> Sample:
        """Return the longest tagged sentence."""
        encoding = self.encoding  # before anything is read
        text, _ = without(converted(self.read(data), self._internal), encoding.tags)
        tokens, tags = max(zip(text.tokens, text.tags, strict=True), key=lambda row: len(row[0]))
        inputs, targets = encoding.sentence(tokens)[None], encoding.row(tags)[None]
        return Sample(inputs, targets, SentenceLoss(self.network.crf))

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Tag sentences that are split into words already.

        Args:
            sentences: of words.

        Returns:
            A tag for every word, in the scheme of the data.

        Raises:
            SettingError: the model is not trained.
        """
        encoding, network = self.encoding, self.network
        told = decoded(network, encoding, sentences)
        return told if self._scheme is None else [convert_tags(r, self._scheme) for r in told]

    def predict(self, text: str | Sequence[str]) -> dict[str, Any]:
        """Tag a sentence.

        Args:
            text: as it is typed, or its words.

        Returns:
            ``text``; ``words``, their ``tags``, and their ``places``: the first character of each
            and the one after its last; ``entities``: the ``text`` of each, its ``type``, and its
            ``start`` and ``end``, likewise.

        Raises:
            DataError: there is no word in it.
            SettingError: the model is not trained.
        """
        (told,) = self.predict_many([text])
        if not told["words"]:
            raise DataError("there is no word to tag. Give a sentence.")
        return told

    def predict_many(self, texts: Sequence[str | Sequence[str]]) -> list[dict[str, Any]]:
        """Tag sentences together, which is faster than one by one.

        Args:
            texts: as for `predict`; one without a word is answered without one.

        Returns:
            An answer each, as of `predict`.

        Raises:
            SettingError: the model is not trained.
        """
        split = [(t, words_of(t)) if isinstance(t, str) else joined(t) for t in texts]
        every = self.tag([[word for word, _, _ in places] for _, places in split])
        return [
            answer(text, places, tags, spans=self.finds_spans)
            for (text, places), tags in zip(split, every, strict=True)
        ]

    def read(
        self, data: Given, *, token_column: int | None = None, tag_column: int | None = None
    ) -> TaggedText:
        """Return data as tagged text, read as the model was told.

        Args:
            data: a file, or tagged text.
            token_column: the column of the words, if it is another than the model was told.
            tag_column: that of the tags, likewise.

        Returns:
            The text.

        Raises:
            DataError: the file cannot be read.
        """
        if isinstance(data, TaggedText):
            refuse_holes(data)
            return data
        return read_conll(
            data,
            token_column=token_column or self.settings.token_column,
            tag_column=tag_column or self.settings.tag_column,
        )

    def introduction(self) -> list[str]:
        """Return which sentences are learnt, and by what, as lines."""
        return introduction(self.settings, self.cell.name, self.facts, self._encoding)

    @property
    def finds_spans(self) -> bool:
        """Whether the tags are of spans, such as entities, and not parts of speech or the like."""
        return self._scheme is not None

    @property
    def _scheme(self) -> str | None:
        return None if self.settings.scheme == "none" else self.settings.scheme

    def _resolved(self, text: TaggedText) -> TaggerSettings:
        if self.settings.scheme != "auto":
            return self.settings
        scheme = detect_scheme(text.tags) or "none"
        return self.settings.model_copy(update={"scheme": scheme})

    @property
    def _internal(self) -> str | None:
        return None if self._scheme is None else INTERNAL

    def _parts_of(
        self, text: TaggedText, validation: float | Given
    ) -> tuple[TaggedText, TaggedText | None]:
        if isinstance(validation, float | int):
            return parted(text, validation)
        return text, self.read(validation)

    def _vectors(self, path: str | Path, *texts: TaggedText | None) -> dict[str, Any]:
        wanted = {w.lower() for text in texts if text for row in text.tokens for w in row}
        found = read_vectors(path, wanted, self.settings.embedding_size)
        if not found:
            raise DataError(
                f'"{path}" has a vector for none of the {len(wanted):,} words of the data; '
                "expected those of the same language. Give another file."
            )
        return found

    def _made(self) -> WordTags:
        encoding = self.encoding
        allowed = None if self._scheme is None else allowed_moves(encoding.tags, INTERNAL)
        return WordTags(
            len(encoding.words) + 2,
            len(SHAPES) + 1,
            len(encoding.characters) + 2,
            len(encoding.tags),
            self.cell,
            self.settings,
            allowed,
        )

    def _balance(self, text: TaggedText) -> None:
        outside = self.encoding.tags.index("O")
        shift = balance(self.network.head, outside, lambda: self.evaluate(text).f1 or 0.0)
        self.facts["score_of_o_lowered_by"] = shift

    def _entry(self) -> dict[str, Any]:
        return {**self.encoding.to_dict(), "learnt": sorted(self._learnt)}

    def _recall(self, entry: dict[str, Any]) -> None:
        self._encoding = TagEncoding.from_dict(entry)
        self._learnt = frozenset(map(str, entry["learnt"]))

    def _card(self) -> str:
        return tagger_card(self)
