"""`elman summary`: what a model is made of."""

from elman.cli.loading import load_torch
from elman.cli.options import Folder
from elman.cli.telling import tell

__all__ = ["summary"]


def summary(folder: Folder) -> None:
    """Show a model: its layers, its training and what came out."""
    load_torch()
    import elman

    tell(elman.load(folder).summary())
