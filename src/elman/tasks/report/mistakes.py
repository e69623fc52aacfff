"""What a model is worst at, in data of the user: a small function for each task."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from elman.tasks.classification.classifier import Classifier
from elman.tasks.classification.evaluation import Mistake
from elman.tasks.music.music import Music
from elman.tasks.report.symbols import surprising_symbols
from elman.tasks.report.windows import worst_windows
from elman.tasks.report.worst import WORST, shortened, worst_table
from elman.tasks.tagging.sentences import converted
from elman.tasks.tagging.tagger import Tagger
from elman.tasks.translation.evaluation import judge_translations, sentence_chrf
from elman.tasks.translation.translator import Translator
from elman.view.page import Html, escaped, paragraph, running

__all__ = ["MISTAKES", "mistakes"]


def mistakes(model: Any, data: str | Path | None) -> Html:
    """Return what a model is worst at.

    Args:
        model: of any task.
        data: the file or folder that it is judged by; None takes what is remembered.

    Returns:
        A table or drawings with a sentence.

    Raises:
        DataError: the data cannot be used.
    """
    if data is None and not (isinstance(model, Classifier) and model.results.get("mistakes")):
        return paragraph("Not looked for: give data to judge by, with --data FILE.")
    return MISTAKES[model.task](model, None if data is None else Path(data))


def _classified(model: Classifier, data: Path | None) -> Html:
    found = model.judgement if data is None else model.evaluate(data)
    where = f" on the {model.results['judged_on']}" if data is None else ""
    return worst_table(
        "" if data is None else str(replace(found, mistakes=())),
        f"The wrong answers that the model was surest of{where}.",
        ["where", "true", "told", "sure (%)", "text"],
        [_of_label(one) for one in found.mistakes[:WORST]],
    )


def _of_label(one: Mistake) -> list[str]:
    return [one.place, one.truth, one.said, f"{100 * one.probability:.0f}", shortened(one.text)]


def _tagged(model: Tagger, data: Path) -> Html:
    scheme = model.settings.scheme if model.finds_spans else None
    judgement, text = str(model.evaluate(data)), converted(model.read(data), scheme)
    sentences = [
        [*zip(*rows, strict=True)]
        for rows in zip(text.tokens, text.tags, model.tag(text.tokens), strict=True)
    ]
    wrong = [sum(true != said for _, true, said in one) for one in sentences]
    worst = sorted(range(len(wrong)), key=lambda n: (-wrong[n], len(sentences[n])))[:WORST]
    return worst_table(
        judgement,
        "The sentences with the most wrong tags: after each such word the true tag and the one "
        "that was told.",
        ["wrong", "sentence"],
        [[f"{wrong[n]} of {len(sentences[n])}", _marked(sentences[n])] for n in worst if wrong[n]],
    )


def _marked(sentence: Sequence[tuple[str, str, str]]) -> Html:
    words = (
        escaped(word)
        if true == said
        else f"<mark>{escaped(word)}</mark> ({escaped(true)} → {escaped(said)})"
        for word, true, said in sentence
    )
    return running(Html(" ".join(words)))


def _played(model: Music, data: Path) -> Html:
    pieces = model.read(data)
    judgement = str(model.evaluate(pieces))
    scored = [
        (model.evaluate(pieces.chosen([n])).nll, place.name)
        for n, place in enumerate(pieces.places)
        if len(pieces.frames[n]) > 1 and place.part in ("", "test")
    ]
    return worst_table(
        judgement,
        "The pieces whose frames surprised the model most.",
        ["piece", "nats a frame"],
        [[name, f"{nll:.2f}"] for nll, name in sorted(scored, reverse=True)],
    )


def _translated(model: Translator, data: Path) -> Html:
    pairs = model.read(data)
    said = [best.text for best, *_ in model.predict_many(pairs.sources)]
    scores = sentence_chrf(said, pairs.targets, lower=model.settings.lower)
    rows = [
        [f"{scores[n]:.0f}", *map(shortened, (pairs.sources[n], said[n], pairs.targets[n]))]
        for n in sorted(range(len(said)), key=lambda n: scores[n])[:WORST]
    ]
    return worst_table(
        str(judge_translations(said, pairs.targets, lower=model.settings.lower)),
        "The sentences whose translation is least like that of a person.",
        ["chrF", "sentence", "translated", "by a person"],
        rows,
    )


MISTAKES: Mapping[str, Callable[[Any, Any], Html]] = {
    "classify": _classified,
    "tag": _tagged,
    "language-model": surprising_symbols,
    "forecast": worst_windows,
    "music": _played,
    "translate": _translated,
}
