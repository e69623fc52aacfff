"""`elman summary`: what a model is made of."""

from elman.cli.options import Folder
from elman.cli.telling import tell

__all__ = ["summary"]


def summary(folder: Folder) -> None:
    """Show a model: its layers, its training and what came out."""
    import elman

    tell(elman.load(folder).summary())
