"""`elman predict`: let a model continue a text or music, forecast, or tell labels and tags."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Annotated, Any

import typer

from elman.cli.labelled import (
    LABELLED_OPTIONS,
    Columns,
    Order,
    Permutation,
    Rate,
    Sequence,
    TextColumn,
    TimeColumn,
)
from elman.cli.loading import load_torch
from elman.cli.options import Folder, given, refuse_options_of_others
from elman.cli.paired import Beam, LengthPower, NBest, NoRepeat
from elman.cli.tables import (
    READING_OPTIONS,
    DateFormat,
    Decimal,
    Delimiter,
    Encoding,
    Header,
    Missing,
    Sort,
    TimeZone,
)
from elman.cli.tagged import TokenColumn
from elman.cli.telling import tell

__all__ = ["predict"]

OWN = {
    "language-model": ("length", "temperature", "top_k", "top_p", "seed"),
    "forecast": ("out", "force", *READING_OPTIONS),
    "classify": ("json", *(name for name in LABELLED_OPTIONS if name != "label")),
    "tag": ("json", "token_column"),
    "music": (
        "length",
        "temperature",
        "seed",
        "threshold",
        "piece",
        "first",
        "midi",
        "picture",
        "tempo",
        "force",
    ),
    "translate": ("json", "beam", "length_power", "no_repeat", "n_best"),
}
TEXT, TABLE = "Of a language model", "Of a forecaster"
LABELS = "Of a classifier, a tagger or a translator"
MUSIC = "Of a model of music"
LENGTH = 32  # symbols that a text is continued by


def predict(
    context: typer.Context,
    folder: Folder,
    input: Annotated[
        str | None,
        typer.Argument(
            metavar="[INPUT]",
            help="A text to continue; without it: a prompt at a terminal, else one answer a line. "
            "For a forecaster, a table that ends now. For a classifier, a text, or data in a file. "
            "For a tagger, a sentence, or a file of them, a line each or in columns. "
            "For a translator, a sentence, or a file with one a line. "
            "For a model of music, MIDI or JSON.",
            show_default=False,
        ),
    ] = None,
    length: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Symbols to add; steps of music.",
            show_default="32; 64 of music",
            rich_help_panel=TEXT,
        ),
    ] = None,
    temperature: Annotated[
        float | None,
        typer.Option(
            min=0,
            help="0: always the likeliest; 1: drawn by probability.",
            show_default="0; 1 of music",
            rich_help_panel=TEXT,
        ),
    ] = None,
    top_k: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Draw among so many likeliest symbols only.",
            rich_help_panel=TEXT,
        ),
    ] = None,
    top_p: Annotated[
        float | None,
        typer.Option(
            help="Draw among the likeliest that make up this probability.", rich_help_panel=TEXT
        ),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="N",
            help="The same seed draws the same.",
            show_default="random",
            rich_help_panel=TEXT,
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="The CSV file to write, a picture beside it; - is standard output.",
            show_default="forecast.csv or the next free",
            rich_help_panel=TABLE,
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace files that are there.", rich_help_panel=TABLE),
    ] = False,
    json: Annotated[
        bool,
        typer.Option("--json", help="Answer in lines of JSON.", rich_help_panel=LABELS),
    ] = False,
    piece: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Of a file of many, which.", rich_help_panel=MUSIC),
    ] = None,
    first: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Go on after N steps of it.", rich_help_panel=MUSIC),
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(help="Draw no keys: take those likelier.", rich_help_panel=MUSIC),
    ] = None,
    midi: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The MIDI file to write.", rich_help_panel=MUSIC),
    ] = None,
    picture: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The PNG to write.", rich_help_panel=MUSIC),
    ] = None,
    tempo: Annotated[
        float | None,
        typer.Option(help="Quarter notes a minute.", show_default="100", rich_help_panel=MUSIC),
    ] = None,
    text: TextColumn = None,
    sequence: Sequence = None,
    time: TimeColumn = None,
    columns: Columns = None,
    order: Order = None,
    permutation: Permutation = None,
    rate: Rate = None,
    token_column: TokenColumn = None,
    beam: Beam = 1,
    length_power: LengthPower = 1.0,
    no_repeat: NoRepeat = 0,
    n_best: NBest = None,
    missing: Missing = None,
    sort: Sort = None,
    date_format: DateFormat = None,
    time_zone: TimeZone = None,
    delimiter: Delimiter = None,
    decimal: Decimal = None,
    encoding: Encoding = None,
    header: Header = None,
) -> None:
    """Let a model continue a text or music, tell labels, or say what comes next in a table."""
    load_torch()
    import elman

    model = elman.load(folder)
    own = refuse_options_of_others(context, model.task, OWN)
    ANSWERS[model.task](model, input, **own)


def _continue(model: Any, text: str | None, **choices: Any) -> None:
    choices = {"length": LENGTH, **given(choices)}

    def answer(prompt: str) -> str:
        continuation: str = model.predict(prompt, **choices)
        return continuation

    if text is not None:
        tell(answer(text))
    else:
        _ask(answer, model.greeting(choices["length"]))


def _ask(answer: Callable[[str], str], greeting: str) -> None:
    from elman.tasks.prompt import answer_lines, converse

    if sys.stdin.isatty():
        converse(answer, greeting, tell)
    else:
        answer_lines(answer, sys.stdin, tell)


def _forecast(
    model: Any, table: str | None, *, out: str | None, force: bool, **reading: Any
) -> None:
    from elman.tasks.forecasting.writing import write_forecast

    tell(write_forecast(model, table, out=out, force=force, **given(reading)))


def _classify(model: Any, words: str | None, *, json: bool, **reading: Any) -> None:
    from elman.tasks.classification.telling import answer, answers

    own = given(reading)
    if words is None or (words == "-" and not own):
        _ask(partial(answer, model, structured=json), model.greeting())
        return
    for line in answers(model, words, structured=json, **own):
        tell(line)


def _tag(model: Any, words: str | None, *, json: bool, token_column: int | None) -> None:
    from elman.tasks.tagging.telling import answers

    of_model = partial(answers, model, structured=json, token_column=token_column)
    what = "-" if words is None and token_column else words  # columns are no line to be asked for
    _answer(of_model, what, "A sentence in, its tags out. Ctrl-D ends.")


def _translate(model: Any, words: str | None, *, json: bool, **choices: Any) -> None:
    from elman.tasks.translation.telling import answers

    of_model = partial(answers, model, structured=json, **choices)
    _answer(of_model, words, "A sentence in, its translation out. Ctrl-D ends.")


def _answer(answers: Callable[..., Iterable[str]], words: str | None, greeting: str) -> None:
    """Tell the answers to what is given, to every line that is read, or at a prompt."""
    from elman.tasks.prompt import converse

    if words is None and sys.stdin.isatty():
        converse(lambda text: "\n".join(answers(None, [text])), greeting, tell)
        return
    for line in answers(words, sys.stdin):
        tell(line)


def _play(model: Any, beginning: str | None, *, force: bool, **choices: Any) -> None:
    from elman.tasks.music.writing import write_continuation

    tell(write_continuation(model, beginning, force=force, **given(choices)))


ANSWERS: dict[str, Callable[..., None]] = {
    "language-model": _continue,
    "forecast": _forecast,
    "classify": _classify,
    "tag": _tag,
    "music": _play,
    "translate": _translate,
}
