"""What a language model is made of: the settings, each within its range and fitting the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from elman.data.arguments import at_least, one_of
from elman.data.units import UNITS
from elman.data.windows import LOSS_STEPS
from elman.errors import SettingError, did_you_mean

if TYPE_CHECKING:
    from elman.cells import Cell

__all__ = ["BACK", "INPUT_KINDS", "ModelSettings"]

INPUT_KINDS = ("embedding", "one-hot", "number")
BACK = {"word": 35, "character": 100}  # symbols that the gradient goes back, unless said otherwise

# A network's sizes are known before it is made, so that a damaged file cannot ask for all memory.
MOST = {"hidden_size": 65_536, "embedding_size": 65_536, "num_layers": 256}


@dataclass(frozen=True, kw_only=True)
class ModelSettings:
    """The settings of a `LanguageModel`, described there.

    Raises:
        SettingError: a value is out of its range or does not fit another.

    Example:
        >>> ModelSettings(unit="word").tbptt
        35
        >>> ModelSettings(window=3).tbptt is None
        True
    """

    unit: str = "word"
    cell: str | Mapping[str, Any] = "lstm"
    hidden_size: int = 128
    num_layers: int = 1
    input: str = "embedding"
    embedding_size: int | None = None
    dropout: float = 0.0
    tied: bool = False
    window: int | None = None
    tbptt: int | None = None
    loss_steps: str = "every"
    max_vocabulary: int | None = None
    min_count: int = 1

    def __post_init__(self) -> None:
        one_of("unit", self.unit, UNITS)
        one_of("input", self.input, INPUT_KINDS)
        one_of("loss_steps", self.loss_steps, LOSS_STEPS)
        for name in ("hidden_size", "num_layers", "min_count"):
            at_least(name, getattr(self, name), 1)
        for name, least in {
            "embedding_size": 1,
            "window": 1,
            "tbptt": 1,
            "max_vocabulary": 2,
        }.items():
            if getattr(self, name) is not None:
                at_least(name, getattr(self, name), least)
        for name, most in MOST.items():
            if (getattr(self, name) or 0) > most:
                raise SettingError(f"{name} is {getattr(self, name)}, but may be {most} at most.")
        if not isinstance(self.dropout, int | float) or not 0 <= self.dropout < 1:
            raise SettingError(f"dropout is {self.dropout!r}; expected a number from 0 to below 1.")
        self._fit_together()
        if self.window is None and self.tbptt is None:
            object.__setattr__(self, "tbptt", BACK[self.unit])

    def _fit_together(self) -> None:
        if self.window is not None and self.tbptt is not None:
            raise SettingError(
                "window (short runs from a zero state) and tbptt (a long text with the state "
                "carried) exclude each other. Give one of them."
            )
        if self.loss_steps == "last" and self.window is None:
            raise SettingError('loss_steps "last" needs a window. Give window too, such as 8.')
        if self.embedding_size is not None and self.input != "embedding":
            raise SettingError(
                f'embedding_size has no meaning with input "{self.input}". Leave it out.'
            )
        if not self.tied:
            return
        if self.input != "embedding":
            raise SettingError(
                f'tied weights need an embedding to be tied to, but input is "{self.input}".'
            )
        if self.embedding_size not in (None, self.hidden_size):
            raise SettingError(
                f"tied weights need embedding_size = hidden_size, but they are "
                f"{self.embedding_size} and {self.hidden_size}. Leave embedding_size out."
            )

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as what JSON can hold.

        Example:
            >>> ModelSettings(cell="gru").to_dict()["cell"]
            'gru'
        """
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> ModelSettings:
        """Make the settings that `to_dict` gave.

        Args:
            values: by name.

        Returns:
            The settings.

        Raises:
            SettingError: there is no such setting, or a value is out of its range.

        Example:
            >>> ModelSettings.from_dict({"hiden_size": 3})
            Traceback (most recent call last):
                ...
            elman.errors.SettingError: there is no setting "hiden_size". Did you mean "hidden_size"?
        """
        known = [field.name for field in fields(cls)]
        for name in values:
            if name not in known:
                raise SettingError(f'there is no setting "{name}".{did_you_mean(name, known)}')
        return cls(**values)
