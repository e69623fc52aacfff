"""`elman fit`: from a file to a trained model in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Force, Resume, Seed, Tasks, resume_command
from elman.cli.telling import tell, tell_files

__all__ = ["fit"]

MODEL, TRAINING = "The model", "The training"

fit = typer.Typer(cls=Tasks, help="Train a model on a file of yours.", no_args_is_help=True)


@fit.callback()
def _fit() -> None:
    pass


@fit.command("language-model")
def language_model(
    data: Annotated[
        str,
        typer.Argument(
            metavar="DATA", help="A text file (.gz too); - is standard input.", show_default=False
        ),
    ],
    out: Annotated[
        str, typer.Option(metavar="DIR", help="The model folder to write.", show_default=False)
    ],
    force: Force = False,
    resume: Resume = False,
    seed: Seed = 0,
    unit: Annotated[str, typer.Option(help="word or character.", rich_help_panel=MODEL)] = "word",
    cell: Annotated[
        str, typer.Option(help="Any that elman cells lists.", rich_help_panel=MODEL)
    ] = "lstm",
    hidden_size: Annotated[int, typer.Option(help="Units a layer.", rich_help_panel=MODEL)] = 128,
    num_layers: Annotated[int, typer.Option(help="Recurrent layers.", rich_help_panel=MODEL)] = 1,
    input: Annotated[
        str, typer.Option(help="embedding, one-hot or number.", rich_help_panel=MODEL)
    ] = "embedding",
    embedding_size: Annotated[
        int | None,
        typer.Option(
            help="Features of an embedding.", show_default="hidden size", rich_help_panel=MODEL
        ),
    ] = None,
    dropout: Annotated[
        float, typer.Option(help="Share of values dropped in training.", rich_help_panel=MODEL)
    ] = 0.0,
    tied: Annotated[
        bool,
        typer.Option("--tied", help="Head and embedding share weights.", rich_help_panel=MODEL),
    ] = False,
    window: Annotated[
        int | None, typer.Option(help="See so many symbols, from zero.", rich_help_panel=MODEL)
    ] = None,
    tbptt: Annotated[
        int | None,
        typer.Option(
            help="Or carry the state, and go so far back.",
            show_default="35 words, 100 characters",
            rich_help_panel=MODEL,
        ),
    ] = None,
    loss_steps: Annotated[
        str,
        typer.Option(help="Learn every symbol of a window, or the last.", rich_help_panel=MODEL),
    ] = "every",
    max_vocabulary: Annotated[
        int | None, typer.Option(help="Keep so many symbols.", rich_help_panel=MODEL)
    ] = None,
    min_count: Annotated[
        int, typer.Option(help="Keep symbols seen so often.", rich_help_panel=MODEL)
    ] = 1,
    validation: Annotated[
        str,
        typer.Option(
            metavar="SHARE|FILE",
            help="What to judge by: the end of the text or a file; 0: nothing.",
            rich_help_panel=TRAINING,
        ),
    ] = "0.1",
    epochs: Annotated[
        int | None,
        typer.Option(
            help="Times the text is seen.",
            show_default="10, more if it is short",
            rich_help_panel=TRAINING,
        ),
    ] = None,
    patience: Annotated[
        int | None,
        typer.Option(help="Stop after so many epochs without gain.", rich_help_panel=TRAINING),
    ] = None,
    batch_size: Annotated[int, typer.Option(help="Rows a step.", rich_help_panel=TRAINING)] = 32,
    optimizer: Annotated[
        str,
        typer.Option(
            help="adam, adamw, rmsprop, sgd or rmsprop-tensorflow.", rich_help_panel=TRAINING
        ),
    ] = "adam",
    learning_rate: Annotated[
        float, typer.Option(help="At the start.", rich_help_panel=TRAINING)
    ] = 0.003,
    momentum: Annotated[
        float | None, typer.Option(help="Of rmsprop and sgd.", rich_help_panel=TRAINING)
    ] = None,
    weight_decay: Annotated[
        float | None, typer.Option(help="Pull towards zero.", rich_help_panel=TRAINING)
    ] = None,
    clip_norm: Annotated[
        float | None, typer.Option(help="Bound of the gradient's norm.", rich_help_panel=TRAINING)
    ] = None,
    clip_value: Annotated[
        float | None, typer.Option(help="Bound of each element of it.", rich_help_panel=TRAINING)
    ] = None,
    schedule: Annotated[
        str,
        typer.Option(help="constant, cosine, linear, step or plateau.", rich_help_panel=TRAINING),
    ] = "constant",
    display_every: Annotated[
        int | None,
        typer.Option(help="Steps between two shown examples.", rich_help_panel=TRAINING),
    ] = None,
) -> None:
    """Learn to predict the next symbol of a text."""
    load_torch()
    from elman.tasks import LanguageModel
    from elman.tasks.folder import files_of
    from elman.tasks.texts import share_or_file
    from elman.train.reporter import make_reporter

    model = LanguageModel(
        unit,
        cell,
        hidden_size,
        num_layers,
        input=input,
        embedding_size=embedding_size,
        dropout=dropout,
        tied=tied,
        window=window,
        tbptt=tbptt,
        loss_steps=loss_steps,
        max_vocabulary=max_vocabulary,
        min_count=min_count,
    )
    model.compile(
        optimizer=optimizer,
        learning_rate=learning_rate,
        momentum=momentum,
        weight_decay=weight_decay,
        clip_norm=clip_norm,
        clip_value=clip_value,
        schedule=schedule,
        display_every=display_every,
    )
    model.fit(
        Path(data),
        epochs=epochs,
        batch_size=batch_size,
        validation=share_or_file(validation),
        patience=patience,
        seed=seed,
        out=out,
        force=force,
        resume=resume,
        reporter=make_reporter(),
        how_to_resume=f"\n  {resume_command(Path(out))}",
    )
    tell(f"\n{model.outcome()}\n")
    tell_files(Path(out), files_of(Path(out)))
