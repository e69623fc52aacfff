"""What a classifier is made of: the settings, each within its range and fitting the others."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from elman.errors import SettingError
from elman.tasks.regularisation import WithinLayers

__all__ = ["ClassifierSettings"]

# The upper bounds are there so that a damaged file cannot ask for all memory.
Size = Annotated[int, Field(ge=1, le=65_536)]


class ClassifierSettings(WithinLayers):
    """The settings of a `Classifier`, described there.

    Raises:
        SettingError: a value is out of its range or does not fit another.

    Example:
        >>> ClassifierSettings(pooling="mean").hidden_size
        128
    """

    unit: Literal["word", "character", "byte"] = "word"
    cell: str | dict[str, Any] = "gru"
    hidden_size: Size = 128
    num_layers: Annotated[int, Field(ge=1, le=256)] = 1
    bidirectional: bool = False
    pooling: Literal["last", "mean", "max", "attention"] = "last"
    embedding_size: Size | None = None
    input: Literal["embedding", "one-hot"] = "embedding"
    dropout: Annotated[float, Field(ge=0, lt=1)] = 0.0
    lower: bool = False
    max_vocabulary: Annotated[int, Field(ge=2)] | None = None
    min_count: Annotated[int, Field(ge=1)] = 1
    max_length: Annotated[int, Field(ge=1)] | None = None
    weights: Literal["none", "balanced"] = "none"
    memory: Annotated[int, Field(ge=3)] | None = None
    reading: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _fit_together(self) -> ClassifierSettings:
        if self.embedding_size is not None and self.input != "embedding":
            raise SettingError(
                f'embedding_size has no meaning with input "{self.input}". Leave it out.'
            )
        return self
