"""What a translator is made of: the settings, each within its range and fitting the others."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from elman.errors import SettingError
from elman.tasks.regularisation import WithinLayers

__all__ = ["TranslatorSettings"]

# The upper bounds are there so that a damaged file cannot ask for all memory.
Size = Annotated[int, Field(ge=1, le=65_536)]
Share = Annotated[float, Field(ge=0, lt=1)]


class TranslatorSettings(WithinLayers):
    """The settings of a `Translator`, described there.

    Raises:
        SettingError: a value is out of its range or does not fit another.

    Example:
        >>> TranslatorSettings(attention="dot").hidden_size
        256
    """

    cell: str | dict[str, Any] = "gru"
    hidden_size: Size = 256
    num_layers: Annotated[int, Field(ge=1, le=256)] = 1
    embedding_size: Size | None = None
    bidirectional: bool = True
    attention: Literal["additive", "concatenated", "dot", "general", "keys", "none"] = "additive"
    tied: bool = True
    dropout: Share = 0.3
    label_smoothing: Share = 0.1
    scheduled_sampling: Annotated[float, Field(ge=0, le=1)] = 0.0
    unit: Literal["word", "character", "subword"] = "word"
    subwords: Size | None = None
    lower: bool = False
    min_count: Annotated[int, Field(ge=1)] = 2
    max_size: Annotated[int, Field(ge=2)] | None = None
    longest: Annotated[int, Field(ge=1, le=65_536)] = 60
    reverse: bool = False

    @model_validator(mode="before")
    @classmethod
    def _tie_by_default(cls, values: Any) -> Any:
        if values.get("tied") is None:
            hidden_size = values.get("hidden_size", cls.model_fields["hidden_size"].default)
            return {**values, "tied": values.get("embedding_size") in (None, hidden_size)}
        return values

    @model_validator(mode="after")
    def _fits_together(self) -> TranslatorSettings:
        if self.tied and self.embedding_size not in (None, self.hidden_size):
            raise SettingError(
                f"tied weights need an embedding as wide as the decoder, but embedding_size is "
                f"{self.embedding_size} and hidden_size {self.hidden_size}. Leave "
                "embedding_size out, or untie them (tied=False, --untied)."
            )
        if self.subwords is not None and self.unit != "subword":
            raise SettingError(
                f'subwords is {self.subwords}, but the unit is {self.unit}. Give unit="subword" '
                "too (--unit subword), or leave the number out."
            )
        return self
