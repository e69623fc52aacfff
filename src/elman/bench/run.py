"""The whole: row after row, shown as they come, and kept in a file."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import torch
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from elman import settings
from elman.bench.machine import description, peak, versions
from elman.bench.measure import Asked, Result, measure
from elman.bench.peers.peer import Peer
from elman.bench.peers.registry import PEERS
from elman.bench.report import Report, head, lines
from elman.bench.rows import AnyRow
from elman.bench.training.measure import measure_training
from elman.bench.training.peers.registry import TRAINERS
from elman.bench.training.peers.trainer import Trainer
from elman.data.writing import write_whole
from elman.errors import DataError, ElmanError, Interrupted
from elman.runtime.threads import using_threads

__all__ = ["STANDARD_OUTPUT", "SUITES", "Suite", "bench"]

STANDARD_OUTPUT = "-"


class Suite(NamedTuple):
    """How the rows of a suite are measured.

    Args:
        measure: a row, as it is asked for, beside peers.
        peers: who takes part.
    """

    measure: Callable[[Any, Asked, Sequence[Any]], Result]
    peers: Sequence[Peer | Trainer]


SUITES = {"layers": Suite(measure, PEERS), "training": Suite(measure_training, TRAINERS)}


def bench(
    rows: Sequence[AnyRow],
    *,
    suite: str = "layers",
    threads: int | None = None,
    rounds: int = 7,
    seed: int = 0,
    backend: str = "auto",
    json: str | None = None,
    force: bool = False,
    peers: Sequence[Peer | Trainer] | None = None,
) -> Report:
    """Measure rows, showing each as it is done.

    Args:
        rows: what is measured.
        suite: a key of `SUITES`, whose rows they are.
        threads: of everybody; as many as torch has if not given.
        rounds: turns of each.
        seed: of all random numbers.
        backend: of ours, one of `elman.settings.BACKENDS`.
        json: the file to write; `STANDARD_OUTPUT` for that, where the table then does not go.
        force: replace the file.
        peers: who takes part; those of the suite if not given.

    Returns:
        All that was measured.

    Raises:
        SettingError: a setting is none.
        DataError: the file is there already, or cannot be written.
        Interrupted: Ctrl-C was pressed; what was measured by then is shown and written.
        ElmanError: a result of ours is wrong.
    """
    asked = Asked(threads or torch.get_num_threads(), rounds, seed, backend)
    with settings.use(backend=backend):
        pass  # refused now if there is none of that name
    file = None if json is None or json == STANDARD_OUTPUT else _free(Path(json), force)
    console = Console(stderr=json == STANDARD_OUTPUT, highlight=False)
    with using_threads(asked.threads), _no_warnings():
        report = _measured(rows, asked, suite, peers, console)
    for line in report.foot():
        _say(console, line)
    if file:
        write_whole(file, report.json().encode())
        _say(console, f"Wrote {file}")
    elif json:
        sys.stdout.write(report.json())
    if report.stopped:
        raise Interrupted(f"stopped after {len(report.results)} of {report.total} rows.")
    wrong = [result.row.name for result in report.results if result.wrong]
    if wrong:
        raise ElmanError(f"a fault of ours: the results of {', '.join(wrong)} are wrong.")
    return report


def _free(file: Path, force: bool) -> Path:
    """Refuse, before any work is done, a place that cannot be written to afterwards."""
    if file.is_dir() or not file.parent.is_dir():
        raise DataError(f'"{file}" is no place for a file. Name one in a folder that there is.')
    if file.exists() and not force:
        raise DataError(f'"{file}" is there already. Add --force to replace it, or name another.')
    return file


def _measured(
    rows: Sequence[AnyRow],
    asked: Asked,
    suite: str,
    peers: Sequence[Peer | Trainer] | None,
    console: Console,
) -> Report:
    measure, usual = SUITES[suite]
    peers = usual if peers is None else peers
    missing = {peer.name: peer.missing for peer in peers if peer.missing}
    packages = ["torch", "llvmlite", *(package for peer in peers for package in peer.packages)]
    report = Report(
        suite,
        asked,
        description(),
        versions(tuple(dict.fromkeys(packages))),
        peak(asked.threads),
        len(rows),
        missing,
    )
    for line in head(report):
        _say(console, line)
    try:
        with _bar(console, len(rows)) as bar:
            task = bar.add_task("", total=len(rows))
            for row in rows:
                bar.update(task, description=row.name, refresh=True)
                result = measure(row, asked, peers)
                report.results.append(result)
                for line in lines(result, report.peak):
                    _say(bar.console, line)
                bar.advance(task)
    except KeyboardInterrupt:
        pass  # what was measured is worth as much
    return report


def _bar(console: Console, total: int) -> Progress:
    return Progress(
        MofNCompleteColumn(),
        BarColumn(bar_width=None),
        TextColumn("{task.description}", markup=False),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        expand=True,
        auto_refresh=False,  # its thread would take time from what is measured
        disable=not console.is_terminal,
    )


def _say(console: Console, line: str) -> None:
    text = Text(line)
    text.highlight_regex(r"\bmet$", "green")
    text.highlight_regex(r"\b(missed$|WRONG.*)", "red")
    console.print(text, soft_wrap=not console.is_terminal)


@contextmanager
def _no_warnings() -> Iterator[None]:
    """Keep still what peers say of themselves: a speed says as much."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*not supported with oneDNN")
        yield
