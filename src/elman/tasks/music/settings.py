"""What a model of music is made of: the settings, each within its range."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from elman.train.checked import CheckedSettings

__all__ = ["MusicSettings"]

Share = Annotated[float, Field(ge=0, lt=1)]


class MusicSettings(CheckedSettings):
    """The settings of a `Music`, described there.

    Raises:
        SettingError: a value is out of its range.

    Example:
        >>> MusicSettings(transpose=5).cell
        'gru'
    """

    cell: str | dict[str, Any] = "gru"
    hidden_size: Annotated[int, Field(ge=1, le=65_536)] = 384
    num_layers: Annotated[int, Field(ge=1, le=256)] = 1
    dropout: Share = 0.5
    input_dropout: Share = 0.1
    recurrent_dropout: Share = 0.0
    zoneout: Share = 0.0
    weight_drop: Share = 0.5
    transpose: Annotated[int, Field(ge=0, le=87)] = 0
    resolution: Annotated[int, Field(ge=1, le=960)] | None = None
