"""What a model is worst at, in data of the user: a small function for each task."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from elman.data.units import get_unit
from elman.tasks.classification.classifier import Classifier
from elman.tasks.classification.evaluation import Mistake
from elman.tasks.evaluation import predictions
from elman.tasks.forecasting.forecaster import Forecaster
from elman.tasks.language_model import LanguageModel
from elman.tasks.music.music import Music
from elman.tasks.network import asking
from elman.tasks.preparation import encoded
from elman.tasks.tagging.sentences import converted
from elman.tasks.tagging.tagger import Tagger
from elman.tasks.texts import symbols_of
from elman.tasks.translation.evaluation import judge_translations, sentence_chrf
from elman.tasks.translation.translator import Translator
from elman.view.gates import shown
from elman.view.line_chart import line_chart
from elman.view.page import Html, escaped, grid, html_table, paragraph, running, verbatim

__all__ = ["MISTAKES", "mistakes"]

WORST = 10  # that are shown
WINDOWS = 4  # that are drawn
BEFORE = 24  # symbols shown before a surprising one
LONG = 400  # characters of a text that are shown


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
    return _worst(
        "" if data is None else str(replace(found, mistakes=())),
        f"The wrong answers that the model was surest of{where}.",
        ["where", "true", "told", "sure (%)", "text"],
        [_of_label(one) for one in found.mistakes[:WORST]],
    )


def _of_label(one: Mistake) -> list[str]:
    return [one.place, one.truth, one.said, f"{100 * one.probability:.0f}", _text(one.text)]


def _tagged(model: Tagger, data: Path) -> Html:
    scheme = model.settings.scheme if model.finds_spans else None
    judgement, text = str(model.evaluate(data)), converted(model.read(data), scheme)
    sentences = [
        [*zip(*rows, strict=True)]
        for rows in zip(text.tokens, text.tags, model.tag(text.tokens), strict=True)
    ]
    wrong = [sum(true != said for _, true, said in one) for one in sentences]
    worst = sorted(range(len(wrong)), key=lambda n: (-wrong[n], len(sentences[n])))[:WORST]
    return _worst(
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


def _surprising(model: LanguageModel, data: Path) -> Html:
    symbols = symbols_of(data, model.settings.unit)
    ids = torch.tensor(encoded(model.vocabulary, symbols, "text"))
    losses, best, sure = [], [], []
    with asking(model.network), torch.no_grad():
        for logits, targets in predictions(model.network, ids, model.settings):
            log_shares = logits.log_softmax(-1)
            losses.append(-log_shares.gather(-1, targets[:, None])[:, 0])
            top = log_shares.max(-1)
            best.append(top.indices)
            sure.append(top.values.exp())
    loss, guess, share = torch.cat(losses), torch.cat(best), torch.cat(sure)
    first, join = len(ids) - len(loss), get_unit(model.settings.unit).join
    rows = []
    for place in loss.topk(min(WORST, len(loss))).indices.tolist():
        at = first + place
        (said,) = model.vocabulary.decode([int(guess[place])])
        rows.append([
            f"{loss[place]:.2f}", running(join(symbols[max(0, at - BEFORE) : at])),
            shown(symbols[at]), f"{shown(said)} ({100 * share[place]:.0f} %)",
        ])  # fmt: skip
    return _worst(
        str(model.evaluate(data)),
        "The symbols that surprised the model most.",
        ["surprise (nats)", "after", "came", "expected"],
        rows,
    )


def _forecast(model: Forecaster, data: Path) -> Html:
    frame, H = model.historical_forecasts(data), model.settings.horizon
    names = model.settings.target
    said = np.stack([frame[name].to_numpy(float).reshape(-1, H) for name in names], axis=-1)
    true = np.stack([frame[f"{n}_true"].to_numpy(float).reshape(-1, H) for n in names], axis=-1)
    off = np.abs(said - true)  # (W, H, D)
    known = np.isfinite(off)
    scale = np.maximum(1e-12, [np.nanstd(true[..., d]) for d in range(len(names))])
    errors = np.where(known, off, 0).sum(1) / np.maximum(1, known.sum(1)) / scale  # (W, D)
    drawn, taken = [], np.zeros(len(errors), dtype=bool)
    for place in np.argsort(-errors.max(1), kind="stable").tolist():
        if taken[max(0, place - H + 1) : place + H].any():
            continue  # it is nearly the same window
        taken[place] = True
        d = int(errors[place].argmax())
        origin = frame["origin"].iloc[place * H]
        of = f"{frame[model.settings.series].iloc[place * H]}, " if model.settings.series else ""
        lines = {
            "truth": [*enumerate(true[place, :, d].tolist(), 1)],
            "forecast": [*enumerate(said[place, :, d].tolist(), 1)],
        }
        drawn.append(line_chart(lines, f"step after {of}{origin}", names[d], zero=False))
        if len(drawn) == WINDOWS:
            break
    return Html(
        verbatim(str(model.evaluate(data)))
        + paragraph(
            "The windows with the largest error, in standard deviations of the data: "
            "the truth and what was forecast from the steps before."
        )
        + grid(drawn)
    )


def _played(model: Music, data: Path) -> Html:
    pieces = model.read(data)
    judgement = str(model.evaluate(pieces))
    scored = {
        place.name: model.evaluate(pieces.chosen([n])).nll
        for n, place in enumerate(pieces.places)
        if len(pieces.frames[n]) > 1 and place.part in ("", "test")
    }
    worst = sorted(scored, key=lambda name: -scored[name])[:WORST]
    return _worst(
        judgement,
        "The pieces whose frames surprised the model most.",
        ["piece", "nats a frame"],
        [[name, f"{scored[name]:.2f}"] for name in worst],
    )


def _translated(model: Translator, data: Path) -> Html:
    pairs = model.read(data)
    said = [best.text for best, *_ in model.predict_many(pairs.sources)]
    scores = sentence_chrf(said, pairs.targets, lower=model.settings.lower)
    rows = [
        [f"{scores[n]:.0f}", *map(_text, (pairs.sources[n], said[n], pairs.targets[n]))]
        for n in sorted(range(len(said)), key=lambda n: scores[n])[:WORST]
    ]
    return _worst(
        str(judge_translations(said, pairs.targets, lower=model.settings.lower)),
        "The sentences whose translation is least like that of a person.",
        ["chrF", "sentence", "translated", "by a person"],
        rows,
    )


MISTAKES: Mapping[str, Callable[[Any, Any], Html]] = {
    "classify": _classified,
    "tag": _tagged,
    "language-model": _surprising,
    "forecast": _forecast,
    "music": _played,
    "translate": _translated,
}


def _worst(judgement: str, what: str, head: list[str], rows: list[list[str]]) -> Html:
    shown = html_table(rows, head=head) if rows else paragraph("There are none.")
    return Html((verbatim(judgement) if judgement else "") + paragraph(what) + shown)


def _text(text: str) -> Html:
    return running(text if len(text) <= LONG else f"{text[: LONG - 1]}…")
