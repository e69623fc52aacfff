"""`elman summary`: what a model is made of."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Folder
from elman.cli.telling import tell

__all__ = ["summary"]


def summary(
    folder: Folder,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write the layers as JSON, for programs.")
    ] = False,
) -> None:
    """Show a model: its layers, its training and what came out."""
    load_torch()
    import elman

    model = elman.load(folder)
    if as_json:
        layers = [asdict(row) for row in model.layers()]
        print(json.dumps({"task": model.task, "layers": layers}, indent=2))
    else:
        tell(model.summary())
