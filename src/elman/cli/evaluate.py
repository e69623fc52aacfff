"""`elman evaluate`: how well a model does on a file."""

from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Folder, Seed
from elman.cli.telling import tell

__all__ = ["evaluate"]


def evaluate(
    folder: Folder,
    data: Annotated[
        str, typer.Argument(metavar="DATA", help="A text file (.gz too); - is standard input.")
    ],
    seed: Seed = 0,
) -> None:
    """Say how well a model predicts a file."""
    load_torch()
    from pathlib import Path

    import elman

    tell(str(elman.load(folder).evaluate(Path(data))))
