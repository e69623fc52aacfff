"""What a tagger is made of: the settings, each within its range and fitting the others."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from elman.tasks.regularisation import WithinLayers

__all__ = ["TaggerSettings"]

# The upper bounds are there so that a damaged file cannot ask for all memory.
Size = Annotated[int, Field(ge=1, le=65_536)]
Share = Annotated[float, Field(ge=0, lt=1)]


class TaggerSettings(WithinLayers):
    """The settings of a `Tagger`, described there.

    Raises:
        SettingError: a value is out of its range or does not fit another.

    Example:
        >>> TaggerSettings(characters="cnn").hidden_size
        200
    """

    cell: str | dict[str, Any] = "lstm"
    hidden_size: Size = 200
    num_layers: Annotated[int, Field(ge=1, le=256)] = 1
    embedding_size: Size = 100
    characters: Literal["lstm", "cnn", "none"] = "lstm"
    character_size: Size = 30
    character_hidden: Size = 50
    shapes: bool = True
    dropout: Share = 0.5
    unknown: Share = 0.2
    min_count: Annotated[int, Field(ge=1)] = 1
    crf: bool = True
    balance: bool = False
    scheme: Literal["auto", "none", "IOB1", "IOB2", "IOBES"] = "auto"
    token_column: Annotated[int, Field(ge=1)] | None = None
    tag_column: Annotated[int, Field(ge=1)] | None = None
