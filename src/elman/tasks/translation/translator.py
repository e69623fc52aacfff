"""Translate sentences: train on pairs, judge, translate, save."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import torch

from elman.cells import Cell
from elman.data.arguments import at_least, one_of
from elman.data.by_length import ByLength
from elman.data.pairs import Pairs, read_pairs
from elman.data.units import Unit
from elman.errors import DataError
from elman.tasks.demands import once_learnt, refuse_resume_nowhere, unjudged
from elman.tasks.folder import VOCABULARY
from elman.tasks.task import Sample, Task
from elman.tasks.translation.card import translator_card
from elman.tasks.translation.cutting import cutting, learnt_of
from elman.tasks.translation.description import introduction
from elman.tasks.translation.encoding import PairEncoding, cut_pairs, digest
from elman.tasks.translation.evaluation import TranslationEvaluation, judge_translations
from elman.tasks.translation.loss import SymbolLoss, mean_loss
from elman.tasks.translation.network import SourceToTarget
from elman.tasks.translation.sampling import Schedule
from elman.tasks.translation.settings import TranslatorSettings
from elman.tasks.translation.special import BEYOND, PADDING, SPECIAL
from elman.tasks.translation.splitting import parted
from elman.tasks.translation.translating import Translation, translate
from elman.train.history import History
from elman.train.objective import Quality
from elman.train.reporter import Reporter

__all__ = ["Translation", "Translator"]

SAMPLED = 3  # sentences translated in a sample
STOPS = ("loss", "bleu")

Given = str | Path | Pairs | tuple[str | Path, str | Path]


class Translator(Task[SourceToTarget]):
    """A network that reads a sentence and writes its translation.

    Args:
        cell: the name of a cell, or one of your own; of the encoder and of the decoder.
        hidden_size: units a layer and direction.
        num_layers: recurrent layers of each.
        embedding_size: features of a symbol; if not given, as many as there are units.
        bidirectional: whether the encoder reads from both ends.
        attention: how the decoder looks back at the source: one of `elman.cells.attentive`'s
            scores, ``"additive"``, ``"concatenated"``, ``"dot"``, ``"general"`` or ``"keys"``; with
            ``"none"`` it is given the whole sentence as one vector.
        tied: the head uses the embedding's weights; if not given, where embedding_size is no other
            than hidden_size (Press & Wolf 2017, Using the Output Embedding to Improve Language
            Models).
        dropout: probability, on symbols, between the layers and before the head.
        label_smoothing: the share of the truth that is spread over all symbols in training.
        scheduled_sampling: the share of the symbols given to the decoder that it draws itself at
            the end of training, growing evenly from none; with 0 it is given the truth alone
            (teacher forcing).
        unit: what a symbol is: ``"word"`` (marks by themselves), ``"character"``, or ``"subword"``
            (rare words in parts; needs the package sentencepiece).
        subwords: at most so many of both languages together; if not given, one for every 50 words
            of the pairs, up to 8,000.
        lower: capitals are not told apart.
        min_count: symbols are known that occur so often.
        max_size: at most so many symbols of a side are known.
        longest: pairs with a side of more symbols are not learnt.
        reverse: of files, the second side is what is translated, into the first.
        recurrent_dropout: of the states, the share that their layer does not see in training.
        zoneout: of the states, the share that stay as they were, in training.
        weight_drop: of the recurrent weights, the share that is zero for a step of training.

    Raises:
        SettingError: a value is out of its range.
        CellError: there is no such cell.

    Example:
        >>> pairs = Pairs("it", ["one two", "two one"] * 4, ["un deux", "deux un"] * 4, range(8))
        >>> model = Translator(hidden_size=8, dropout=0.0)
        >>> model.compile(learning_rate=0.03)
        >>> history = model.fit(pairs, epochs=40, validation=0)
        >>> model.predict("two one")
        'deux un'
    """

    task: ClassVar[str] = "translate"
    settings_class: ClassVar[type[TranslatorSettings]] = TranslatorSettings
    file: ClassVar[str] = VOCABULARY
    defaults: ClassVar[Mapping[str, Any]] = {"clip_norm": 1.0}
    loss_name: ClassVar[str] = "loss (nats a symbol)"
    least_steps: ClassVar[int] = 1000
    least_epochs: ClassVar[int] = 10
    settings: TranslatorSettings

    def __init__(
        self,
        cell: str | Cell = "gru",
        hidden_size: int = 256,
        num_layers: int = 1,
        *,
        embedding_size: int | None = None,
        bidirectional: bool = True,
        attention: str = "additive",
        tied: bool | None = None,
        dropout: float = 0.3,
        label_smoothing: float = 0.1,
        scheduled_sampling: float = 0.0,
        unit: str = "word",
        subwords: int | None = None,
        lower: bool = False,
        min_count: int = 2,
        max_size: int | None = None,
        longest: int = 60,
        reverse: bool = False,
        recurrent_dropout: float = 0.0,
        zoneout: float = 0.0,
        weight_drop: float = 0.0,
    ) -> None:
        super().__init__(
            cell,
            hidden_size=hidden_size,
            num_layers=num_layers,
            embedding_size=embedding_size,
            bidirectional=bidirectional,
            attention=attention,
            tied=tied,
            dropout=dropout,
            label_smoothing=label_smoothing,
            scheduled_sampling=scheduled_sampling,
            unit=unit,
            subwords=subwords,
            lower=lower,
            min_count=min_count,
            max_size=max_size,
            longest=longest,
            reverse=reverse,
            recurrent_dropout=recurrent_dropout,
            zoneout=zoneout,
            weight_drop=weight_drop,
        )
        self._encoding: PairEncoding | None = None

    @property
    def encoding(self) -> PairEncoding:
        """Which symbols there are.

        Raises:
            SettingError: the model is not trained.
        """
        return once_learnt(self._encoding, "symbols")

    @property
    def cut(self) -> Unit:
        """How a sentence is cut into symbols, and the way back.

        Raises:
            SettingError: the model is not trained, or the package of its subwords is missing.
            DataError: its subwords are damaged.
        """
        return cutting(self.settings, self.encoding.learnt)

    def fit(
        self,
        data: Given,
        *,
        validation: float | Given = 0.05,
        test: Given | None = None,
        epochs: int | None = None,
        batch_size: int = 64,
        patience: int | None = None,
        stop_on: str = "loss",
        seed: int = 0,
        out: str | Path | None = None,
        force: bool = False,
        resume: bool = False,
        reporter: Reporter | None = None,
        report_every: int | None = None,
        how_to_resume: str = "call fit again with resume=True",
    ) -> History:
        """Train on pairs, from the beginning.

        Args:
            data: a file with a sentence, a tab and its translation a line; two files that go side
                by side, as a tuple; or pairs.
            validation: the share of the sentences, drawn, that decides when to stop, or other data.
            test: data that only judge.
            epochs: how often all of it is seen; if not given, 10, or more if this would be less
                than 1,000 steps.
            batch_size: pairs a step.
            patience: stop once the validation has not become better for so many epochs.
            stop_on: what it is judged by: ``"loss"``, or ``"bleu"``, its BLEU, translated greedily.
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
        train, held = self._parts_of(self.read(data), validation, seed)
        judged = None if test is None else self.read(test)
        one_of("stop_on", stop_on, STOPS)
        if (patience or stop_on != "loss") and held is None:
            raise unjudged("patience" if patience else f"stop_on={stop_on!r}")
        learnt = learnt_of([*train.sources, *train.targets], self.settings)
        cut = cut_pairs(train, cutting(self.settings, learnt), self.settings.longest)
        self._encoding = PairEncoding.of(
            cut.sources,
            cut.targets,
            min_count=self.settings.min_count,
            max_size=self.settings.max_size,
            learnt=learnt,
        )
        validation_of = None if held is None else self._judge(held, stop_on)
        inputs, targets = self._encoded(train)
        batches = ByLength(inputs, targets, batch_size, seed, padding=PADDING, beyond=BEYOND)
        self._plan(batches, epochs=epochs, patience=patience, seed=seed)
        same = train.untranslated
        self.facts = {
            "batch_size": batch_size,
            "stop_on": stop_on,
            "pairs": len(cut.kept),
            "validation_pairs": 0 if held is None else len(held),
            **({"too_long": cut.left_out, "longest_side": cut.longest} if cut.left_out else {}),
            **({"untranslated": len(same), "first_untranslated": same[0]} if same else {}),
            "data_sha256": digest(train, held),
        }
        folder = self._begin(out, force=force, resume=resume)
        network = self._network = self._new_network(seed)
        network.expect(torch.cat(targets).bincount(minlength=network.head.out_features))
        whole_steps = self.training.epochs * batches.steps_per_epoch
        network.schedule = Schedule(self.settings.scheduled_sampling, whole_steps)
        self._learn(
            batches,
            folder,
            resume=resume,
            loss=SymbolLoss(self.settings.label_smoothing),
            validation=validation_of,
            sample=lambda: self._sample((held or train).sources[:SAMPLED]),
            reporter=reporter,
            report_every=report_every,
            how_to_resume=how_to_resume,
        )
        self.results = self._results(
            self.evaluate, "pairs", training=train, validation=held, test=judged
        )
        self._keep(folder)
        return self.history

    def evaluate(
        self, data: Given, *, target: str | Path | None = None, beam: int = 1
    ) -> TranslationEvaluation:
        """Say how well the model translates.

        Args:
            data: as for `fit`.
            target: the file of the translations, if data is that of the sentences.
            beam: as for `predict`.

        Returns:
            BLEU and chrF; capitals do not count if the model does not tell them apart.

        Raises:
            DataError: the data cannot be used.
            SettingError: the model is not trained.
        """
        _ = self.network  # before anything is read
        pairs = self.read(data if target is None else (data, target))  # type: ignore[arg-type]
        said = [best.text for best, *_ in self.predict_many(pairs.sources, beam=beam)]
        return judge_translations(said, pairs.targets, lower=self.settings.lower)

    def sample(self, data: Given, *, rows: int, steps: int) -> Sample:
        """Return the pair with the longest translation."""
        _ = self.encoding  # before anything is read
        inputs, targets = self._encoded(self.read(data))
        longest = max(range(len(targets)), key=lambda n: int((targets[n] != BEYOND).sum()))
        return Sample(inputs[longest][None], targets[longest][None], SymbolLoss())

    def predict(
        self, text: str, *, beam: int = 1, length_power: float = 1.0, no_repeat: int = 0
    ) -> str:
        """Translate a sentence.

        Args:
            text: the sentence.
            beam: how many beginnings are kept; with 1 the likeliest symbol is always taken.
            length_power: 0 prefers short translations; 1 judges by the average of their symbols.
            no_repeat: no so many symbols in a row come twice in a translation; 0 if they may.

        Returns:
            The translation.

        Raises:
            DataError: there is nothing to translate.
            SettingError: the model is not trained, or a number is too small.
        """
        _ = self.network
        self.refuse_nothing(text)
        options = {"beam": beam, "length_power": length_power, "no_repeat": no_repeat}
        return self.predict_many([text], **options)[0][0].text  # type: ignore[arg-type]

    def predict_many(
        self,
        texts: Sequence[str],
        *,
        beam: int = 1,
        length_power: float = 1.0,
        no_repeat: int = 0,
    ) -> list[list[Translation]]:
        """Translate sentences together, which is faster than one by one.

        Args:
            texts: sentences; one that is empty has an empty translation.
            beam: as for `predict`.
            length_power: likewise.
            no_repeat: likewise.

        Returns:
            Of each at most so many translations as the beam is wide, the best first.

        Raises:
            SettingError: the model is not trained, or a number is too small.
        """
        at_least("beam", beam, 1)
        at_least("no_repeat", no_repeat, 0)
        return translate(
            self.network,
            self.encoding,
            self.cut,
            texts,
            beam=beam,
            length_power=length_power,
            no_repeat=no_repeat,
        )

    def refuse_nothing(self, text: str) -> None:
        """Refuse a sentence that has no symbol.

        Args:
            text: the sentence.

        Raises:
            DataError: it has none.
        """
        if not self.cut.split(text):
            raise DataError("there is nothing to translate. Give a sentence.")

    def read(self, data: Given) -> Pairs:
        """Return data as pairs.

        Args:
            data: as for `fit`.

        Returns:
            The pairs.

        Raises:
            DataError: a file cannot be read.
        """
        if isinstance(data, Pairs):
            return data
        pairs = read_pairs(*data) if isinstance(data, tuple) else read_pairs(data)
        return pairs.turned() if self.settings.reverse else pairs

    def introduction(self) -> list[str]:
        """Return which pairs are learnt, and by what, as lines."""
        return introduction(self.settings, self.cell.name, self.facts, self._encoding)

    def _parts_of(
        self, pairs: Pairs, validation: float | Given, seed: int
    ) -> tuple[Pairs, Pairs | None]:
        if isinstance(validation, float | int):
            return parted(pairs, validation, seed)
        return pairs, self.read(validation)

    def _encoded(self, pairs: Pairs) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
        cut = cut_pairs(pairs, self.cut, self.settings.longest)
        rows = [self.encoding.pair(*sides) for sides in zip(cut.sources, cut.targets, strict=True)]
        return [inputs for inputs, _ in rows], [targets for _, targets in rows]

    def _sample(self, sources: Sequence[str]) -> str:
        said = self.predict_many(sources)
        pairs = zip(sources, said, strict=True)
        return "\n".join(f"{source} → {best.text}" for source, (best, *_) in pairs)

    def _made(self) -> SourceToTarget:
        sources, targets = self.encoding.sources, self.encoding.targets
        counts = (len(sources) + SPECIAL, len(targets) + SPECIAL)
        return SourceToTarget(*counts, self.cell, self.settings)

    def _judge(self, held: Pairs, stop_on: str) -> Callable[[], Quality]:
        inputs, targets = self._encoded(held)

        def judge() -> Quality:
            score = self.evaluate(held).bleu if stop_on == "bleu" else None
            return Quality(mean_loss(self.network, inputs, targets), score=score)

        return judge

    def _entry(self) -> dict[str, Any]:
        return self.encoding.to_dict()

    def _recall(self, entry: dict[str, Any]) -> None:
        self._encoding = PairEncoding.from_dict(entry)

    def _card(self) -> str:
        return translator_card(self)
