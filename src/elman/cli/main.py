"""The command `elman`: its parts, and how every error is told."""

from __future__ import annotations

import io
import os
import sys
import traceback
from typing import Annotated

import typer

from elman import __version__
from elman.cli.bench import bench
from elman.cli.cells import cells
from elman.cli.check import check
from elman.cli.demo import demo
from elman.cli.evaluate import evaluate
from elman.cli.fit import fit
from elman.cli.options import Commands
from elman.cli.predict import predict
from elman.cli.summary import summary
from elman.cli.telling import tell_error, tell_stop
from elman.cli.view import view
from elman.errors import ElmanError, Interrupted

__all__ = ["app", "main"]

app = typer.Typer(
    name="elman",
    cls=Commands,
    help="Recurrent neural networks: from a file of yours to a trained model and its answers.",
    epilog="First steps: elman demo fable",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"elman {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.add_typer(demo, name="demo")
app.add_typer(fit, name="fit")
app.command()(evaluate)
app.command()(predict)
app.command()(summary)
app.add_typer(view, name="view")
app.command()(cells)
app.add_typer(check, name="check")
app.command()(bench)


def main() -> None:
    """Run the command line and leave: 0 is success, 2 the user's mistake, 1 a fault of ours.

    Raises:
        SystemExit: always, with that status; 130 after Ctrl-C.

    Example:
        >>> from unittest import mock
        >>> with mock.patch.object(sys, "argv", ["elman", "--version"]):
        ...     main()
        Traceback (most recent call last):
            ...
        SystemExit: 0
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that has no δ shows \u03b4
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except Exception as error:
        status = _told(error)
        if os.environ.get("ELMAN_TRACEBACK"):
            traceback.print_exception(error)
        sys.exit(status)


def _told(error: Exception) -> int:
    if isinstance(error, Interrupted):
        tell_stop(str(error))
        return error.exit_status
    if isinstance(error, ElmanError):
        tell_error(str(error))
        return error.exit_status
    tell_error(
        f"sorry, this is a fault in Elman, not yours: {type(error).__name__}: {error}\n"
        "To see where it arose, run: ELMAN_TRACEBACK=1 elman ... (the same words again)."
    )
    return 1
