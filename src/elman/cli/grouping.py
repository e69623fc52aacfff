"""Options that belong together are one parameter of a command: a dataclass of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any

__all__ = ["grouped"]

Command = Callable[..., None]


def grouped(*, without: Collection[str] = (), **defaults: Any) -> Callable[[Command], Command]:
    """Give a command the options of every dataclass among its parameters, in its place.

    Args:
        without: names of options that this command has not; they keep the dataclass's default.
        **defaults: of options, where they differ from those of the dataclass.

    Returns:
        A decorator: typer sees single options, the command its dataclasses.

    Raises:
        TypeError: no dataclass among the parameters has an option of such a name.

    Example:
        >>> from dataclasses import dataclass
        >>> @dataclass(frozen=True)
        ... class Pace:
        ...     steps: int = 3
        ...     rests: bool = True
        >>> @grouped(without=["rests"], steps=5)
        ... def walk(where: str, *, pace: Pace) -> None:
        ...     print(where, pace)
        >>> print(signature(walk))
        (*, where: str, steps: int = 5)
        >>> walk(where="home", steps=2)
        home Pace(steps=2, rests=True)
    """

    def expand(command: Command) -> Command:
        options: list[Parameter] = []
        groups: dict[str, tuple[Callable[..., Any], list[str]]] = {}
        unknown = {*without, *defaults}
        for parameter in _parameters(command):
            if not is_dataclass(parameter.annotation):
                options.append(parameter)
                continue
            make: Any = parameter.annotation
            table = {option.name: option for option in _parameters(make)}
            unknown -= table.keys()
            names = [name for name in table if name not in without]
            groups[parameter.name] = make, names
            options += [
                table[name].replace(default=defaults.get(name, table[name].default))
                for name in names
            ]
        if unknown:
            raise TypeError(f"{command.__name__} has no options {', '.join(sorted(unknown))}.")
        expanded = Signature(options)

        @wraps(command)
        def run(**given: Any) -> None:
            bound = expanded.bind(**given)
            bound.apply_defaults()
            chosen = bound.arguments
            made = {
                group: make(**{name: chosen.pop(name) for name in names})
                for group, (make, names) in groups.items()
            }
            command(**chosen, **made)

        run.__signature__ = expanded  # type: ignore[attr-defined]  # inspect and typer read it
        return run

    return expand


def _parameters(of: Callable[..., Any]) -> list[Parameter]:
    return [
        parameter.replace(kind=Parameter.KEYWORD_ONLY)
        for parameter in signature(of, eval_str=True).parameters.values()
    ]
