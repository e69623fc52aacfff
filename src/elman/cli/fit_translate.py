"""`elman fit translate`: from pairs of sentences to a model that translates others."""

from __future__ import annotations

from typing import Annotated

from elman.cli.grouping import grouped
from elman.cli.loading import load_torch
from elman.cli.network import Cell, Dropout, EmbeddingSize, HiddenSize, NumLayers
from elman.cli.paired import Longest, PairData, PairUnit, Subwords, Translations, beside
from elman.cli.panels import data_option, model_option, training_option
from elman.cli.regularisation import WithinLayers
from elman.cli.training import Training

__all__ = ["fit_translate"]


@grouped(batch_size=64, clip_norm=1.0)
def fit_translate(
    data: PairData,
    target: Translations = None,
    reverse: Annotated[
        bool, data_option("--reverse", help="Translate into the first side.")
    ] = False,
    unit: PairUnit = "word",
    subwords: Subwords = None,
    lower: Annotated[bool, data_option("--lower", help="Tell no capitals apart.")] = False,
    min_count: Annotated[int, data_option(min=1, help="Know units seen so often.")] = 2,
    max_size: Annotated[int | None, data_option(help="Known units of a side at most.")] = None,
    longest: Longest = 60,
    cell: Cell = "gru",
    hidden_size: HiddenSize = 256,
    num_layers: NumLayers = 1,
    embedding_size: EmbeddingSize = None,
    attention: Annotated[
        str, model_option(help="additive, concatenated, dot, general, keys or none (one vector).")
    ] = "additive",
    bidirectional: Annotated[
        bool,
        model_option(
            " /--one-direction", help="Read sources from the front alone.", show_default=False
        ),
    ] = True,
    scheduled_sampling: Annotated[
        float,
        training_option(help="Share of its own symbols that the decoder is given in the end."),
    ] = 0.0,
    tied: Annotated[
        bool | None,
        model_option(
            "--tied/--untied",
            help="The head has the embedding's weights, if as wide.",
            show_default="tied",
        ),
    ] = None,
    dropout: Dropout = 0.3,
    label_smoothing: Annotated[
        float, training_option(help="Share of the truth spread over all.")
    ] = 0.1,
    validation: Annotated[
        str, training_option(metavar="SHARE|FILE", help="What decides when to stop.")
    ] = "0.05",
    validation_target: Annotated[
        str | None, training_option(metavar="FILE", help="Its translations, if it has none.")
    ] = None,
    test: Annotated[str | None, training_option(metavar="FILE", help="What only judges.")] = None,
    test_target: Annotated[
        str | None, training_option(metavar="FILE", help="Its translations, if it has none.")
    ] = None,
    epochs: Annotated[
        int | None,
        training_option(help="Times the data are seen.", show_default="10, more if they are few"),
    ] = None,
    stop_on: Annotated[
        str, training_option(help="What epochs are judged by: loss or bleu.")
    ] = "loss",
    *,
    regularisation: WithinLayers,
    training: Training,
) -> None:
    """Learn to translate sentences."""
    load_torch()
    from elman.tasks import Translator
    from elman.tasks.texts import share_or_file

    model = Translator(
        cell,
        hidden_size,
        num_layers,
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
        **vars(regularisation),
    )
    training.run(
        model,
        data if target is None else (data, target),
        validation=beside(share_or_file(validation), validation_target, "--validation"),
        test=beside(test, test_target, "--test"),
        epochs=epochs,
        stop_on=stop_on,
    )
