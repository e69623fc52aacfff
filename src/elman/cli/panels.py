"""Panels of `--help`: what is declared with one of these stands in its panel."""

from functools import partial

import typer

__all__ = ["data_option", "model_option", "regularisation_option", "training_option"]

data_option = partial(typer.Option, rich_help_panel="The data")
model_option = partial(typer.Option, rich_help_panel="The model")
training_option = partial(typer.Option, rich_help_panel="The training")
regularisation_option = partial(typer.Option, rich_help_panel="Regularisation")
