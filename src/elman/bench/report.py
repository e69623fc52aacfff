"""What was measured, as lines for a person and as a file for a program."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from elman.bench.measure import Asked, Result
from elman.bench.rows import MODES, START_MODES
from elman.bench.timing import Timing
from elman.bench.wording import BOUNDS, figures, share_text, time_text

__all__ = ["Report", "head", "lines"]

FORMAT = 1
TIMES = {"layers": "time", "training": "step"}
"""By suite, what is timed: the head of the column."""

COLUMNS = "{:19} {:>11} {:>9} {:>6} {:>7}  {}"


@dataclass
class Report:
    """All that was measured.

    Args:
        suite: whose rows they are.
        asked: how.
        machine: on what, and when.
        versions: of what, by name.
        peak: fused multiply-adds of the machine, in floating-point operations a second.
        total: rows that were to be measured.
        missing: for each peer that did not take part, the packages that are not installed.
        results: of the rows that were measured.
    """

    suite: str
    asked: Asked
    machine: Mapping[str, str | int]
    versions: Mapping[str, str]
    peak: float
    total: int
    missing: Mapping[str, Sequence[str]]
    results: list[Result] = field(default_factory=list)

    @property
    def stopped(self) -> bool:
        """Whether there are rows that were not measured."""
        return len(self.results) < self.total

    def document(self) -> dict[str, Any]:
        """Return all of it as plain data that JSON can hold."""
        return {
            "format": FORMAT,
            "suite": self.suite,
            "machine": dict(self.machine),
            "versions": dict(self.versions),
            "asked": asdict(self.asked),
            "peak": self.peak,
            "missing": {name: list(packages) for name, packages in self.missing.items()},
            "stopped": self.stopped,
            "rows": [_row(result, self.peak) for result in self.results],
        }

    def json(self) -> str:
        """Return the same as text."""
        return json.dumps(self.document(), indent=2, allow_nan=False) + "\n"

    def foot(self) -> list[str]:
        """Return the lines below the table."""
        verdicts = [v for result in self.results for v in _verdicts(result, self.peak).values()]
        found = []
        if verdicts:
            met = sum(verdict.endswith(" met") for verdict in verdicts)
            found.append(f"{met} of {len(verdicts)} figures met.")
        if any(timing.disturbed for result in self.results for timing in result.timings):
            found.append("~ Turns differed widely: the machine was busy. Measure these again.")
        if self.missing:
            packages = "; ".join(f"{n} ({', '.join(p)})" for n, p in self.missing.items())
            found.append(f"Not installed: {packages}.\nTo have them: pip install 'elman[bench]'")
        return found


def head(report: Report) -> list[str]:
    """Return the lines above the table.

    Args:
        report: with no results yet.
    """
    asked, machine = report.asked, report.machine
    named = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    return [
        f"{machine['processor']}, {machine['cores']} cores; {machine['system']}; {machine['date']}",
        named,
        f"{asked.threads} threads, float32, in turns, median of {asked.rounds}; "
        f"peak {report.peak / 1e9:.0f} GFLOP/s; ratio: time over ours",
        "",
        COLUMNS.format("", TIMES[report.suite], "GFLOP/s", "peak", "ratio", "wanted"),
    ]


def lines(result: Result, peak: float) -> list[str]:
    """Return a row of the table.

    Args:
        result: of the row.
        peak: of the machine.

    Returns:
        The row's name, then a line for each contender.

    Example:
        >>> from elman.bench.rows import Row
        >>> timings = (Timing("elman", 1, (0.5,)), Timing("torch.nn", 1, (1.0,)))
        >>> result = Result(Row("gru", 1, 1, 1, 1), "compiled", 10**9, 0, timings)
        >>> print("\\n".join(lines(result, peak=4e9)))
        gru-1-1-1-1-train
          elman (compiled)     500.0 ms       2.0   50 %
          torch.nn              1.000 s       1.0   25 %    2.00
    """
    verdicts = _verdicts(result, peak)
    found = [result.row.name]
    for timing in result.timings:
        speed, ratio = result.speed(timing), result.ratio(timing)
        own = f" ({result.backend})" if ratio is None else ""
        cells = (
            f"  {timing.name}{own}",
            "~" * timing.disturbed + time_text(timing.median),
            "" if speed is None else f"{speed / 1e9:.{0 if speed >= 1e10 else 1}f}",
            "" if speed is None else share_text(speed / peak),
            "" if ratio is None else f"{ratio:.2f}",
            verdicts.get(timing.name, ""),
        )
        found.append(COLUMNS.format(*cells).rstrip())
    if result.wrong:
        found.append(f"  elman ({result.backend}) is WRONG: {result.wrong}")
    return found + [f"  {name}: {note}" for name, note in result.notes.items()]


def _verdicts(result: Result, peak: float) -> dict[str, str]:
    """Return by contender whether what is wanted was met."""
    if not result.timings:
        return {}
    wanted, (ours, *peers) = result.row.wanted, result.timings
    reached: dict[str, tuple[str, bool]] = {}
    # where nothing was compiled, the first call says nothing of compiling
    compiled = result.row.mode not in START_MODES or result.backend == "compiled"
    if wanted.seconds is not None and compiled:
        reached["seconds"] = ours.name, ours.median <= wanted.seconds
    speed = result.speed(ours)
    if wanted.share is not None and speed is not None:
        reached["share"] = ours.name, speed >= wanted.share * peak
    if wanted.ratio is not None and peers:
        reached["ratio"] = peers[0].name, peers[0].median >= wanted.ratio * ours.median
    for peer in peers:
        if ratio := wanted.ratios.get(peer.name):
            reached[peer.name] = peer.name, peer.median >= ratio * ours.median
    words = figures(wanted)
    return {
        name: f"{BOUNDS.get(figure, 'at least')} {words[figure]}, {'met' if met else 'missed'}"
        for figure, (name, met) in reached.items()
    }


def _row(result: Result, peak: float) -> dict[str, Any]:
    return {
        "name": result.row.name,
        **result.row.settings,
        "meaning": MODES[result.row.mode],
        "wanted": asdict(result.row.wanted),
        "backend": result.backend,
        "operations": result.operations,
        "saved_bytes": result.saved_bytes,
        "wrong": result.wrong,
        "notes": dict(result.notes),
        "contenders": [_contender(result, timing, peak) for timing in result.timings],
    }


def _contender(result: Result, timing: Timing, peak: float) -> dict[str, Any]:
    speed = result.speed(timing)
    return {
        **asdict(timing),
        "median": timing.median,
        "disturbed": timing.disturbed,
        "speed": speed,
        "share": None if speed is None else speed / peak,
        "ratio": result.ratio(timing),
    }
