"""Settings that check themselves and say in plain words what is wrong with them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from elman.errors import SettingError, did_you_mean

__all__ = ["CheckedSettings"]


class CheckedSettings(BaseModel):
    """The base of all settings: frozen, without unknown names, numbers finite.

    Raises:
        SettingError: a setting does not exist or has no sensible value.

    Example:
        >>> class Size(CheckedSettings):
        ...     hidden: int
        >>> Size(hidden=3)
        Size(hidden=3)
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    if not TYPE_CHECKING:  # the type checker sees the fields as arguments, which this would hide

        def __init__(self, **values: Any) -> None:
            try:
                super().__init__(**values)
            except ValidationError as error:
                raise SettingError(_readable(error, type(self))) from None


def _readable(error: ValidationError, settings: type[BaseModel]) -> str:
    return "\n".join(_line(detail, list(settings.model_fields)) for detail in error.errors())


def _line(detail: ErrorDetails, names: list[str]) -> str:
    # the place within a list is of no help where the value itself is shown
    places = [str(place) for place in detail["loc"] if not isinstance(place, int)]
    name, context = ".".join(places), detail.get("ctx", {})
    if detail["type"] == "value_error":  # raised by a check of our own, in words of our own
        return str(context["error"])
    if detail["type"] == "extra_forbidden":
        return (
            f"there is no setting {name}.{did_you_mean(name, names)} There are: {', '.join(names)}."
        )
    if detail["type"] == "missing":
        return f"{name} is missing."
    if detail["type"] not in _EXPECTED:
        return f"{name} is {detail['input']!r}: {detail['msg']}."
    return f"{name} is {detail['input']!r}; expected {_EXPECTED[detail['type']](context)}."


_EXPECTED: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "bool_type": lambda _: "True or False",
    "finite_number": lambda _: "a finite number",
    "float_type": lambda _: "a number",
    "greater_than": lambda bound: f"more than {bound['gt']:g}",
    "greater_than_equal": lambda bound: f"at least {bound['ge']:g}",
    "int_type": lambda _: "a whole number",
    "less_than": lambda bound: f"less than {bound['lt']:g}",
    "less_than_equal": lambda bound: f"at most {bound['le']:g}",
    "literal_error": lambda one: f"one of {one['expected']}",
    "string_type": lambda _: "a text",
}
