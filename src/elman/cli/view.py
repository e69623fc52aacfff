"""`elman view`: what a cell computes and what a model has learnt, as pictures and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from os.path import isdir
from pathlib import Path
from typing import Annotated, Any

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Folder, Seed, Views, given
from elman.cli.paired import Beam
from elman.cli.telling import tell

__all__ = ["view"]

Again = Annotated[bool, typer.Option("--force", help="Replace files that are there.")]


def _out(what: str, usual: str, metavar: str = "NAME") -> Any:
    """Return the option that names what is written."""
    return typer.Option(
        "--out", metavar=metavar, help=f"{what}.", show_default=f"{usual} or the next free"
    )


view = typer.Typer(
    cls=Views, help="See what a cell computes and what a model has learnt.", no_args_is_help=True
)


@view.command("equations", epilog="For example: elman view equations gru")
def equations(
    cell: Annotated[
        str,
        typer.Argument(metavar="CELL", help="Any that elman cells lists.", show_default=False),
    ],
    steps: Annotated[
        int, typer.Option(min=1, max=4, metavar="N", help="Steps of the sequence.")
    ] = 2,
    out: Annotated[str | None, _out("The PNG to write", "CELL.png", "FILE")] = None,
    seed: Seed = 0,
    force: Again = False,
) -> None:
    """Work one training step of a cell through, equation by equation, with numbers."""
    load_torch()
    from elman import cells
    from elman.data.writing import free_files, refuse_taken
    from elman.view.worked import LEGEND, worked_step, worked_text
    from elman.view.worked_page import plot_worked_step

    found = cells.get(cell)
    (file,) = [Path(out)] if out else free_files(cell, [".png"])
    refuse_taken([file], force=force)
    sections = worked_step(found, steps=steps, seed=seed)
    plot_worked_step(sections, file, f"{cell}: one training step")
    tell(f"{LEGEND}\n\n{worked_text(sections)}\n\nWrote {file}")


@view.command("gates", epilog="For example: elman view gates model 'a text'")
def gates(
    folder: Folder,
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT|FILE",
            help="What the model is to read; of a forecaster a table.",
            show_default=False,
        ),
    ],
    unit: Annotated[
        list[int] | None,
        typer.Option(
            "--unit", metavar="N", help="A unit to show; may be repeated.", show_default="three"
        ),
    ] = None,
    layer: Annotated[
        int | None, typer.Option(metavar="N", help="Its layer, from 0.", show_default="the last")
    ] = None,
    event: Annotated[
        str | None,
        typer.Option(
            metavar="EVENT",
            help="Rank all units by how well they track quotes, digits or position in a text; "
            "or a column of a table.",
            show_default=False,
        ),
    ] = None,
    writing: Annotated[
        bool,
        typer.Option("--writing", help="Of a translator: its decoder, while it translates."),
    ] = False,
    out: Annotated[
        str | None, _out("Write NAME.png, NAME.csv and, of a text, NAME-text.png", "gates")
    ] = None,
    force: Again = False,
) -> None:
    """Show what the gates and states of a model do while it reads a text or a table."""
    load_torch()
    import elman
    from elman.tasks.seeing import ends_of, write_gates

    model = elman.load(folder)
    files = _files(out, "gates", ends_of(model.task, f'"{folder}"'), force=force)
    choices: dict[str, Any] = {"layer": layer, "event": event, "writing": writing}
    told = write_gates(model, _read(text), files, units=unit or (), **choices)
    tell(f"{told}\nWrote {', '.join(map(str, files))}")


@view.command("attention", epilog="For example: elman view attention translator 'How are you?'")
def attention(
    folder: Folder,
    sentence: Annotated[
        str,
        typer.Argument(metavar="SENTENCE", help="What is to be translated.", show_default=False),
    ],
    beam: Beam = 1,
    out: Annotated[str | None, _out("Write NAME.png and NAME.csv", "attention")] = None,
    force: Again = False,
) -> None:
    """Show where a translator looks in a sentence while it writes the translation."""
    load_torch()
    import elman
    from elman.errors import SettingError
    from elman.tasks import Translator
    from elman.tasks.translation.looking import write_attention

    model = elman.load(folder)
    if not isinstance(model, Translator):
        raise SettingError(
            f'"{folder}" is a model of the task {model.task}; attention is shown of a translator '
            "(elman fit translate)."
        )
    files = _files(out, "attention", (".png", ".csv"), force=force)
    told = write_attention(model, _read(sentence), files, beam=beam)
    tell(f"{told}\nWrote {', '.join(map(str, files))}")


@view.command("gradients", epilog="For example: elman view gradients model data.txt")
def gradients(
    folder: Annotated[
        str | None, typer.Argument(metavar="DIR", help="A model folder.", show_default=False)
    ] = None,
    data: Annotated[
        str | None,
        typer.Argument(
            metavar="DATA",
            help="A file such as the model learns from; for a language model also a text.",
            show_default=False,
        ),
    ] = None,
    cell: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A new network of this cell, on random numbers, in place of a model.",
            show_default=False,
        ),
    ] = None,
    hidden_size: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Units a layer, of the new network.", show_default="32"
        ),
    ] = None,
    num_layers: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Recurrent layers, of the new network.", show_default="1"
        ),
    ] = None,
    steps: Annotated[
        int, typer.Option(min=2, metavar="N", help="Steps to go back, at most.")
    ] = 100,
    out: Annotated[str | None, _out("Write NAME.png and NAME.csv", "gradients")] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="N",
            help="What all random numbers of the new network start from.",
            show_default="0",
        ),
    ] = None,
    force: Again = False,
) -> None:
    """Show how much of the loss at the last step comes back to each step before it."""
    load_torch()
    import elman
    from elman.errors import SettingError
    from elman.tasks.through_time import fresh_norms, norms_of_model, write_gradients

    chosen = given({"hidden_size": hidden_size, "num_layers": num_layers, "seed": seed})
    ends = (".png", ".csv")
    if cell is not None and folder is None:
        files = _files(out, "gradients", ends, force=force)
        norms = fresh_norms(cell, steps=steps, **chosen)
        title = f"Gradients through time: {cell}, a new network"
    elif cell is None and folder is not None and data is not None:
        if chosen:
            raise SettingError(
                "--hidden-size, --num-layers and --seed are of a new network: add --cell."
            )
        files = _files(out, "gradients", ends, force=force)
        norms = norms_of_model(elman.load(folder), _read(data), steps=steps)
        title = f"Gradients through time: {Path(folder).name}"
    else:
        raise SettingError("give a model folder and data for it, or --cell and no folder.")
    tell(f"{write_gradients(norms, files, title)}\nWrote {', '.join(map(str, files))}")


@view.command("network", epilog="For example: elman view network model")
def network(
    folder: Folder,
    out: Annotated[str | None, _out("Write NAME.svg and NAME.png", "network")] = None,
    force: Again = False,
) -> None:
    """Draw the network of a model unrolled in time: layers, and what flows between them."""
    load_torch()
    import elman
    from elman.view.unrolled import plot_unrolled

    model = elman.load(folder)
    files = _files(out, "network", (".svg", ".png"), force=force)
    diagram = model.diagram()
    for file in files:
        plot_unrolled(diagram, file, f"{model.task}: {model.introduction()[-1]}")
    tell(f"Wrote {', '.join(map(str, files))}")


@view.command("report", epilog="For example: elman view report model --data held-out.txt")
def report(
    folder: Folder,
    data: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Judge the model by these data, look inside while it reads them, and show what "
            "it is worst at.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[str | None, _out("The page to write", "report.html", "FILE")] = None,
    force: Again = False,
) -> None:
    """Write all about a model on one page: its data, settings, curves, insides and mistakes."""
    load_torch()
    from elman.data.writing import free_files, refuse_taken
    from elman.tasks.report.report import write_report

    (file,) = [Path(out)] if out else free_files("report", [".html"])
    refuse_taken([file], force=force)
    tell(f"Wrote {write_report(folder, file, data=data)}")


def _files(out: str | None, usual: str, ends: Sequence[str], *, force: bool) -> list[Path]:
    """Return the files to write, refusing to replace any unasked."""
    from elman.data.writing import free_files, refuse_taken

    files = [Path(f"{out}{end}") for end in ends] if out else free_files(usual, ends)
    refuse_taken(files, force=force)
    return files


def _read(given: str) -> str | Path:
    """Return what is typed as a text, or as a file if it is the name of one."""
    from elman.tasks.naming import FILES, names_a_file

    mend = "Give one that is there, or a text of more words than one."
    # a folder may be called as a word that is meant as a text; what takes folders takes their names
    return Path(given) if names_a_file(given, FILES, mend) and not isdir(given) else given
