"""What a language model is made of: the settings, each within its range and fitting the others."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from elman.errors import SettingError
from elman.tasks.regularisation import Regularisation

__all__ = ["BACK", "ModelSettings"]

BACK = {"word": 35, "character": 100}  # symbols that the gradient goes back, unless said otherwise

# The upper bounds are there so that a damaged file cannot ask for all memory.
Size = Annotated[int, Field(ge=1, le=65_536)]


class ModelSettings(Regularisation):
    """The settings of a `LanguageModel`, described there.

    Raises:
        SettingError: a value is out of its range or does not fit another.

    Example:
        >>> ModelSettings(unit="word").tbptt
        35
        >>> ModelSettings(window=3).tbptt is None
        True
    """

    unit: Literal["word", "character"] = "word"
    cell: str | dict[str, Any] = "lstm"
    hidden_size: Size = 128
    num_layers: Annotated[int, Field(ge=1, le=256)] = 1
    input: Literal["embedding", "one-hot", "number"] = "embedding"
    embedding_size: Size | None = None
    dropout: Annotated[float, Field(ge=0, lt=1)] = 0.0
    tied: bool = False
    window: Annotated[int, Field(ge=1)] | None = None
    tbptt: Annotated[int, Field(ge=1)] | None = None
    loss_steps: Literal["every", "last"] = "every"
    max_vocabulary: Annotated[int, Field(ge=2)] | None = None
    min_count: Annotated[int, Field(ge=1)] = 1

    @property
    def shortest(self) -> int:
        """How many symbols the model must be given; more than 1 only if it learnt nothing else."""
        return self.window if self.window is not None and self.loss_steps == "last" else 1

    @model_validator(mode="before")
    @classmethod
    def _carry_the_state_by_default(cls, values: Any) -> Any:
        if values.get("window") is None and values.get("tbptt") is None:
            return {**values, "tbptt": BACK.get(str(values.get("unit")), BACK["word"])}
        return values

    @model_validator(mode="after")
    def _fit_together(self) -> ModelSettings:
        for wrong, message in (
            (
                self.window is not None and self.tbptt is not None,
                "window (short runs from a zero state) and tbptt (a long text with the state "
                "carried) exclude each other. Give one of them.",
            ),
            (
                self.loss_steps == "last" and self.window is None,
                'loss_steps "last" needs a window. Give window too, such as 8.',
            ),
            (
                self.embedding_size is not None and self.input != "embedding",
                f'embedding_size has no meaning with input "{self.input}". Leave it out.',
            ),
            (
                self.tied and self.input != "embedding",
                f'tied weights need an embedding to be tied to, but input is "{self.input}".',
            ),
            (
                self.tied and self.embedding_size not in (None, self.hidden_size),
                f"tied weights need embedding_size = hidden_size, but they are "
                f"{self.embedding_size} and {self.hidden_size}. Leave embedding_size out.",
            ),
            (
                self.locked and not self.dropout,
                "locked says how dropout falls, but there is none. Give dropout too, such as 0.5.",
            ),
            (
                self.embedding_dropout and self.input != "embedding",
                f'embedding_dropout has no meaning with input "{self.input}". Leave it out.',
            ),
        ):
            if wrong:
                raise SettingError(message)
        return self
