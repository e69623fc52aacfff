"""`elman bench`: side by side with torch and, where installed, others."""

from __future__ import annotations

from typing import Annotated

import typer

from elman.cli.loading import load_torch
from elman.cli.options import Seed
from elman.cli.telling import tell

__all__ = ["bench"]


def bench(
    rows: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ROWS",
            help="Names of rows, or parts of names, such as gru or train. Without: all.",
            show_default=False,
        ),
    ] = None,
    suite: Annotated[
        str, typer.Option(help="layers, or training: whole loops, the time of a step.")
    ] = "layers",
    threads: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Of everybody.", show_default="those of torch"),
    ] = None,
    rounds: Annotated[
        int, typer.Option(min=1, metavar="N", help="Turns, whose median is shown.")
    ] = 7,
    backend: Annotated[
        str, typer.Option(help="Of ours: auto, compiled, aten or reference.")
    ] = "auto",
    json: Annotated[
        str | None,
        typer.Option("--json", metavar="FILE", help="Write all timings; - is standard output."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file that is there already.")
    ] = False,
    list_rows: Annotated[
        bool, typer.Option("--list", help="Only name the rows, and what they should reach.")
    ] = False,
    seed: Seed = 0,
) -> None:
    """Time layers, or whole training, side by side with torch and, where installed, others."""
    from elman.bench.rows import select
    from elman.bench.suites import rows_of
    from elman.bench.wording import listing

    chosen = select(rows or [], rows_of(suite))
    if list_rows:
        tell(listing(chosen))
        return
    load_torch()
    from elman.bench.run import bench as run

    run(
        chosen,
        suite=suite,
        threads=threads,
        rounds=rounds,
        seed=seed,
        backend=backend,
        json=json,
        force=force,
    )
