"""`elman demo`: the classic examples, each complete in itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Demos, Force, Resume, Seed, resume_command
from elman.cli.telling import tell, tell_files

__all__ = ["demo"]

Again = Annotated[
    bool, typer.Option("--force", help="Replace an earlier result that is there already.")
]
Out = Annotated[
    str | None,
    typer.Option(
        "--out", metavar="DIR", help="Where to write.", show_default="elman-DEMO or the next free"
    ),
]

demo = typer.Typer(cls=Demos, help="Run one of the classic examples.", no_args_is_help=True)


@demo.command("fable")
def fable(
    protocol: Annotated[
        str,
        typer.Option(help="quick (seconds), or tutorial: the classic exercise exactly (long)."),
    ] = "quick",
    layers: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Recurrent layers of the tutorial.", show_default="2"
        ),
    ] = None,
    iterations: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Steps of the tutorial.", show_default="50000"),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="DIR", help="Where to write.", show_default="elman-fable or the next free"
        ),
    ] = None,
    force: Force = False,
    resume: Resume = False,
    seed: Seed = 0,
) -> None:
    """Teach a network a fable, word by word, and let it recite."""
    load_torch()
    from elman.tasks.demos.fable import run
    from elman.tasks.folder import files_of, next_free
    from elman.train.reporter import make_reporter

    folder = Path(out) if out else next_free(Path("elman-fable"), taken=force or resume)
    story = run(
        folder,
        protocol=protocol,
        layers=layers,
        iterations=iterations,
        seed=seed,
        force=force,
        resume=resume,
        reporter=make_reporter(),
        how_to_resume=f"\n  {resume_command(folder)}",
    )
    tell(f"\n{story}\n")
    tell_files(folder, files_of(folder))


@demo.command("sine")
def sine(
    cell: Annotated[
        str, typer.Option(metavar="NAME", help="Any that elman cells lists.")
    ] = "elman",
    tbptt: Annotated[
        int | None,
        typer.Option(
            min=1, max=25, metavar="N", help="Go back so many steps.", show_default="all 25"
        ),
    ] = None,
    out: Out = None,
    force: Again = False,
    seed: Seed = 0,
) -> None:
    """Teach a network the sine curve, and let it go on by itself."""
    load_torch()
    from elman.tasks.demos import sine

    _run("sine", sine.run, sine.FILES, out, force=force, seed=seed, cell=cell, tbptt=tbptt)


@demo.command("letters")
def letters(out: Out = None, force: Again = False, seed: Seed = 0) -> None:
    """Teach a network the alphabet: which letter comes next."""
    load_torch()
    from elman.tasks.demos import letters

    _run("letters", letters.run, letters.FILES, out, force=force, seed=seed)


@demo.command("gym")
def gym(out: Out = None, force: Again = False, seed: Seed = 0) -> None:
    """Teach two networks an exercise plan with missed days: only a memory knows what is next."""
    load_torch()
    from elman.tasks.demos import gym

    _run("gym", gym.run, gym.FILES, out, force=force, seed=seed)


@demo.command("gradients")
def gradients(out: Out = None, force: Again = False, seed: Seed = 0) -> None:
    """See gradients vanish and explode over 100 steps, and what each remedy does (a minute)."""
    load_torch()
    from elman.tasks.demos import gradients

    _run("gradients", gradients.run, gradients.FILES, out, force=force, seed=seed)


@demo.command("forward")
def forward(seed: Seed = 0) -> None:
    """Compute two steps of a recurrent network, number by number."""
    load_torch()
    from elman.tasks.demos.forward import run

    tell(run())


def _run(
    name: str,
    run: Callable[..., str],
    files: Sequence[str],
    out: str | None,
    *,
    force: bool,
    **settings: Any,
) -> None:
    from elman.tasks.folder import next_free
    from elman.train.reporter import make_reporter

    folder = Path(out) if out else next_free(Path(f"elman-{name}"), taken=force)
    found = run(folder, force=force, reporter=make_reporter(), **settings)
    tell(f"\n{found}\n")
    tell_files(folder, [folder / file for file in files])
