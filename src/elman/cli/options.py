"""Options that several commands share."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from elman.errors import SettingError, did_you_mean

__all__ = [
    "Folder",
    "Force",
    "Named",
    "Resume",
    "Seed",
    "given",
    "refuse_options_of_others",
    "resume_command",
]

Folder = Annotated[str, typer.Argument(metavar="DIR", help="A model folder.", show_default=False)]
Seed = Annotated[
    int, typer.Option("--seed", min=0, metavar="N", help="What all random numbers start from.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace the model that is there already.")]
Resume = Annotated[
    bool, typer.Option("--resume", help="Continue the unfinished training that is there.")
]


def resume_command(folder: Path) -> str:
    """Return what to type to continue the training that this command has started.

    Args:
        folder: where it is kept.

    Returns:
        The very command, without ``--force`` and with ``--resume``.

    Example:
        >>> from unittest import mock
        >>> with mock.patch.object(sys, "argv", ["elman", "demo", "fable", "--force"]):
        ...     resume_command(Path("elman-fable"))
        'elman demo fable --out elman-fable --resume'
    """
    words = [word for word in sys.argv[1:] if word not in ("--force", "--resume")]
    if not any(word == "--out" or word.startswith("--out=") for word in words):
        words += ["--out", str(folder)]
    return shlex.join(["elman", *words, "--resume"])


def refuse_options_of_others(
    context: typer.Context, task: str, own: Mapping[str, Collection[str]]
) -> dict[str, Any]:
    """Return the options of a task, and refuse those given that belong to another.

    Args:
        context: of the command.
        task: of the model at hand.
        own: the names of the options of each task.

    Returns:
        The options of this task, with their values.

    Raises:
        SettingError: an option was given that this task has not.
    """
    for other in sorted({name for names in own.values() for name in names} - {*own[task]}):
        source = context.get_parameter_source(other)
        if source is not None and source.name == "COMMANDLINE":
            tasks = [name for name, names in own.items() if other in names]
            raise SettingError(
                f"--{other.replace('_', '-')} has no meaning for this model, whose task is "
                f"{task}; it belongs to {', '.join(tasks)}. Leave it out."
            )
    return {name: context.params[name] for name in own[task]}


def given(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that were typed, of those that mean nothing otherwise.

    Args:
        options: names and values; None or an empty list where nothing was typed.

    Returns:
        Those with a value.

    Example:
        >>> given({"sort": None, "columns": [], "decimal": ","})
        {'decimal': ','}
    """
    return {name: value for name, value in options.items() if value not in (None, [], ())}


class Named(TyperGroup):
    """A group of commands that says what its first word names, and suggests the nearest."""

    kind = "command"

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or refuse with the names that there are."""
        if args[0] not in self.commands:
            raise SettingError(
                f'there is no {self.kind} "{args[0]}".{did_you_mean(args[0], self.commands)} '
                f"There are: {', '.join(self.list_commands(ctx))}."
            )
        return super().resolve_command(ctx, args)


class Commands(Named):
    """The commands, in the order in which a newcomer needs them."""

    order = ("demo", "fit", "evaluate", "predict", "summary", "view", "cells", "check", "bench")

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in that order."""
        return sorted(self.commands, key=self.order.index)


class Tasks(Named):
    """The tasks, each with its own options."""

    kind = "task"


class Views(Named):
    """What can be looked at, each with its own options."""

    kind = "view"


class Demos(Named):
    """The demonstrations, each with its own options."""

    kind = "demo"
