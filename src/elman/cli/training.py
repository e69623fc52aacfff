"""Options of every training, and the training itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from elman.cli.options import Force, Resume, Seed, resume_command
from elman.cli.panels import regularisation_option, training_option
from elman.cli.telling import tell, tell_files

if TYPE_CHECKING:
    from elman.tasks.registry import Model

__all__ = ["Training"]

OF_FIT = ("out", "force", "resume", "seed", "patience", "batch_size")  # all others: of compile


@dataclass(frozen=True, kw_only=True)
class Training:
    """What is typed about a training, each an option of `elman fit`."""

    out: Annotated[
        str, typer.Option(metavar="DIR", help="The model folder to write.", show_default=False)
    ]
    force: Force = False
    resume: Resume = False
    seed: Seed = 0
    patience: Annotated[
        int | None, training_option(help="Stop after so many epochs without gain.")
    ] = None
    batch_size: Annotated[int, training_option(help="Rows a step.")] = 32
    optimizer: Annotated[
        str, training_option(help="adam, adamw, rmsprop, sgd or rmsprop-tensorflow.")
    ] = "adam"
    learning_rate: Annotated[float, training_option(help="At the start.")] = 0.001
    momentum: Annotated[float | None, training_option(help="Of rmsprop and sgd.")] = None
    weight_decay: Annotated[float | None, training_option(help="Pull towards zero.")] = None
    clip_norm: Annotated[float | None, training_option(help="Bound of the gradient's norm.")] = None
    clip_value: Annotated[float | None, training_option(help="Bound of each element of it.")] = None
    schedule: Annotated[str, training_option(help="constant, cosine, linear, step or plateau.")] = (
        "constant"
    )
    average: Annotated[
        int | None,
        regularisation_option(help="Average the weights after so many epochs without gain."),
    ] = None
    log: Annotated[
        str | None,
        training_option(
            metavar="tensorboard", help="Write the run for TensorBoard into the model folder."
        ),
    ] = None

    def run(
        self, model: Model, data: Any, *, display_every: int | None = None, **of_the_task: Any
    ) -> None:
        """Train a model, and tell what came out and where it is kept.

        Args:
            model: of any task, not trained yet.
            data: as its `fit` takes them.
            display_every: steps from one shown example to the next; None shows none.
            **of_the_task: what else its `fit` takes: epochs, validation, ...

        Raises:
            ElmanError: the data, the settings or the folder will not do.

        Example:
            >>> from unittest import mock
            >>> model = mock.Mock(**{"outcome.return_value": "accuracy 100 %"})
            >>> Training(out="nowhere", optimizer="sgd").run(model, Path("mice.txt"), epochs=3)
            <BLANKLINE>
            accuracy 100 %
            <BLANKLINE>
            Wrote to nowhere:...
            >>> model.compile.call_args.kwargs["optimizer"], model.fit.call_args.kwargs["epochs"]
            ('sgd', 3)
        """
        from elman.tasks.folder import files_of
        from elman.train.reporter import make_reporter

        folder = Path(self.out)
        of_fit = {name: getattr(self, name) for name in OF_FIT}
        settings = {name: value for name, value in vars(self).items() if name not in OF_FIT}
        model.compile(display_every=display_every, **settings)
        model.fit(
            data,
            reporter=make_reporter(),
            how_to_resume=f"\n  {resume_command(folder)}",
            **of_fit,
            **of_the_task,
        )
        tell(f"\n{model.outcome()}\n")
        tell_files(folder, files_of(folder))
