"""`elman fit classify`: from labelled sequences to a model that tells labels."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from elman.cli.grouping import grouped
from elman.cli.labelled import (
    Columns,
    Label,
    LabelledData,
    Order,
    Permutation,
    Rate,
    Sequence,
    TextColumn,
    TimeColumn,
)
from elman.cli.loading import load_torch
from elman.cli.network import (
    Cell,
    Dropout,
    EmbeddingSize,
    HiddenSize,
    MaxVocabulary,
    MinCount,
    NumLayers,
)
from elman.cli.panels import model_option, training_option
from elman.cli.regularisation import WithinLayers
from elman.cli.tables import Delimiter, Encoding
from elman.cli.training import Training

__all__ = ["fit_classify"]


@grouped()
def fit_classify(
    data: LabelledData,
    text: TextColumn = None,
    label: Label = None,
    sequence: Sequence = None,
    time: TimeColumn = None,
    columns: Columns = None,
    order: Order = None,
    permutation: Permutation = None,
    rate: Rate = None,
    delimiter: Delimiter = None,
    encoding: Encoding = None,
    unit: Annotated[str, model_option(help="word, character or byte.")] = "word",
    lower: Annotated[bool, model_option("--lower", help="Texts in lower case.")] = False,
    cell: Cell = "gru",
    hidden_size: HiddenSize = 128,
    num_layers: NumLayers = 1,
    bidirectional: Annotated[
        bool, model_option("--bidirectional", help="Read from both ends.")
    ] = False,
    pooling: Annotated[str, model_option(help="last, mean, max or attention.")] = "last",
    input: Annotated[str, model_option(help="embedding or one-hot.")] = "embedding",
    embedding_size: EmbeddingSize = None,
    dropout: Dropout = 0.0,
    max_vocabulary: MaxVocabulary = None,
    min_count: MinCount = 1,
    max_length: Annotated[int | None, model_option(help="Read so many steps.")] = None,
    weights: Annotated[str, training_option(help="balanced: every class counts alike.")] = "none",
    memory: Annotated[
        int | None, model_option(help="Begin with gates that hold so many steps.")
    ] = None,
    validation: Annotated[float, training_option(help="Share that decides when to stop.")] = 0.1,
    test: Annotated[str, training_option(metavar="SHARE|DATA", help="What only judges.")] = "0.1",
    epochs: Annotated[
        int | None,
        training_option(help="Times the data are seen.", show_default="10, more if they are few"),
    ] = None,
    *,
    regularisation: WithinLayers,
    training: Training,
) -> None:
    """Learn to tell the label of a sequence."""
    load_torch()
    from elman.tasks import Classifier
    from elman.tasks.texts import share_or_file

    model = Classifier(
        unit,
        cell,
        hidden_size,
        num_layers,
        bidirectional=bidirectional,
        pooling=pooling,
        embedding_size=embedding_size,
        input=input,
        dropout=dropout,
        lower=lower,
        max_vocabulary=max_vocabulary,
        min_count=min_count,
        max_length=max_length,
        weights=weights,
        memory=memory,
        text=text,
        label=label,
        sequence=sequence,
        time=time,
        columns=columns or None,
        order=order,
        permutation=permutation,
        rate=rate,
        delimiter=delimiter,
        encoding=encoding,
        **vars(regularisation),
    )
    training.run(
        model,
        Path(data),
        validation=validation,
        test=share_or_file(test),
        epochs=epochs,
    )
