"""One row: checked first, and timed if it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from elman import settings
from elman.bench.check import check, truth
from elman.bench.contender import Contender, of_module
from elman.bench.peers.peer import Peer
from elman.bench.rows import START_MODES, AnyRow, Row
from elman.bench.start import starts
from elman.bench.timing import Timing, in_turns
from elman.bench.work import work_of
from elman.errors import SettingError

__all__ = ["Asked", "Candidate", "Result", "admitted", "measure"]


@dataclass(frozen=True)
class Asked:
    """How every row is measured.

    Args:
        threads: of everybody.
        rounds: turns of each.
        seed: of all random numbers.
        backend: of ours, one of `elman.settings.BACKENDS`.
    """

    threads: int
    rounds: int = 7
    seed: int = 0
    backend: str = "auto"


@dataclass(frozen=True)
class Result:
    """What came out of a row.

    Args:
        row: what was run.
        backend: of ours, which ran.
        operations: floating-point operations of a call; 0 where they are not counted.
        saved_bytes: kept for a way back.
        timings: ours, then those of the peers; none if ours did not run or is wrong.
        wrong: what is wrong with ours; nothing if it is right.
        notes: by contender, why there is no timing of it.
    """

    row: AnyRow
    backend: str = ""
    operations: int = 0
    saved_bytes: int = 0
    timings: tuple[Timing, ...] = ()
    wrong: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)

    def speed(self, timing: Timing) -> float | None:
        """Return the operations a second of a contender; None where it is not about them.

        Args:
            timing: of the contender.
        """
        uncounted = self.row.mode in START_MODES or not self.operations
        return None if uncounted else self.operations / timing.median

    def ratio(self, timing: Timing) -> float | None:
        """Return how many times as long as ours a contender takes; None of ours itself.

        Args:
            timing: of the contender.
        """
        ours = self.timings[0]
        return None if timing is ours else timing.median / ours.median


class Candidate(NamedTuple):
    """A peer that is to be measured if it is right.

    Args:
        name: who it is.
        make: the contender.
        wrong: says of the contender what is wrong; nothing if all is right.
    """

    name: str
    make: Callable[[], Contender]
    wrong: Callable[[Contender], str]


def measure(row: Row, asked: Asked, peers: Sequence[Peer]) -> Result:
    """Check a row, and time it if it is right.

    Args:
        row: what is run.
        asked: how.
        peers: who takes part, if it is installed and covers the row.

    Returns:
        The result.

    Example:
        >>> measure(Row("gru", 2, 3, 4, 5), Asked(threads=1, rounds=1), peers=[]).wrong
        ''
    """
    module, work = work_of(row, asked.seed)
    ours = of_module("elman", module, work, lambda: settings.use(backend=asked.backend))
    expected = truth(module, work)
    try:
        wrong = check(ours, expected, row)
    except SettingError as error:
        return Result(row, notes={ours.name: str(error)})
    explained = module.explain()
    operations = explained.flops + (explained.flops_backward if work.training else 0)
    facts = (row, explained.backend, operations, explained.saved_bytes)
    if wrong:
        return Result(*facts, wrong=wrong)
    if row.mode in START_MODES:
        return Result(*facts, (starts(row, **vars(asked)),))
    theirs, notes = admitted(
        Candidate(
            peer.name,
            partial(peer.contender, module, work, asked.threads),
            partial(check, expected=expected, row=row),
        )
        for peer in peers
        if peer.covers(row) and not peer.missing
    )
    return Result(*facts, tuple(in_turns([ours, *theirs], asked.rounds)), notes=notes)


def admitted(candidates: Iterable[Candidate]) -> tuple[list[Contender], dict[str, str]]:
    """Make contenders, and leave out those that fail or are wrong.

    Args:
        candidates: who would take part.

    Returns:
        Those that are right, and by the names of the others why they are left out.

    Example:
        >>> admitted([Candidate("broken", lambda: 1 / 0, str)])
        ([], {'broken': 'ZeroDivisionError: division by zero'})
    """
    contenders, notes = [], {}
    for candidate in candidates:
        try:
            contender = candidate.make()
            note = candidate.wrong(contender)
        except Exception as error:
            note = f"{type(error).__name__}: {error}"
        if note:
            notes[candidate.name] = note
        else:
            contenders.append(contender)
    return contenders, notes
