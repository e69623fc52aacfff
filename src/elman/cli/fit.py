"""`elman fit`: from a file to a trained model in a folder."""

import typer

from elman.cli.fit_classify import fit_classify
from elman.cli.fit_forecast import fit_forecast
from elman.cli.fit_language_model import fit_language_model
from elman.cli.fit_music import fit_music
from elman.cli.fit_tag import fit_tag
from elman.cli.fit_translate import fit_translate
from elman.cli.options import Tasks

__all__ = ["fit"]

fit = typer.Typer(cls=Tasks, help="Train a model on a file of yours.", no_args_is_help=True)

fit.command("language-model")(fit_language_model)
fit.command("forecast")(fit_forecast)
fit.command("classify")(fit_classify)
fit.command("tag")(fit_tag)
fit.command("music")(fit_music)
fit.command("translate")(fit_translate)
