"""What is in pieces of music, and what is wrong with them, before training on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from elman.data.music.pieces import LOWEST, Pieces
from elman.data.music.reading import read_music
from elman.tasks.check import Report

__all__ = ["check_music"]

NAMED = 5  # places of the same trouble that are named
FEW = 20  # pieces below which a network only learns them by heart
MANY_KEYS = 10  # fingers


def check_music(path: str | Path, *, resolution: int | None = None) -> Report:
    """Count what is in pieces of music and say what would be in the way of learning them.

    Args:
        path: JSON, a MIDI file, or a folder or .zip of MIDI files.
        resolution: steps a quarter note; 4 for MIDI files and 1 for JSON if not given.

    Returns:
        The report.

    Raises:
        DataError: the data cannot be read at all.
        SettingError: the resolution is below 1.

    Example:
        >>> _ = Path("scale.json").write_text("[[[60], [62], [200]], [[60, 64]]]")
        >>> report = check_music("scale.json")
        >>> report.counts[:2]
        [('pieces', '1'), ('steps', '1, 1 to 1 a piece, 1 a quarter note')]
        >>> report.troubles[0][:47]
        '"scale.json", piece 1, step 3: 200 is no note o'
    """
    faults: list[str] = []
    pieces = read_music(path, resolution, faults)
    troubles = faults[:NAMED]
    if (rest := len(faults) - NAMED) > 0:
        troubles.append(f"{pieces.name}: {rest:,} more pieces with faults like these.")
    if not pieces:
        return Report([("pieces", "0")], troubles, [])
    return Report(_counts(pieces), [*troubles, *_troubles(pieces)], list(_advice(pieces)))


def _counts(pieces: Pieces) -> list[tuple[str, str]]:
    every = torch.cat(pieces.frames)
    lengths = [len(frames) for frames in pieces.frames]
    sounding = every.sum(1)
    keys = every.any(0).nonzero().flatten()
    parts = ", ".join(f"{len(pieces.part(part)):,} of {part}" for part in pieces.parts)
    counts = [
        ("pieces", f"{len(pieces):,}{f': {parts}' if parts else ''}"),
        (
            "steps",
            f"{pieces.steps:,}, {min(lengths):,} to {max(lengths):,} a piece, "
            f"{pieces.resolution:,} a quarter note",
        ),
        (
            "keys a step",
            f"{sounding.float().mean():.2f} on average, {int(sounding.max())} at most",
        ),
        ("silent steps", f"{int((sounding == 0).sum()):,}"),
    ]
    if len(keys):
        low, high = int(keys[0]) + LOWEST, int(keys[-1]) + LOWEST
        counts.append(("notes", f"{low} to {high}, {len(keys)} distinct"))
    return counts


def _troubles(pieces: Pieces) -> Iterator[str]:
    yield from _listed(
        "pieces of a single step, in which there is nothing to predict",
        [n for n, frames in enumerate(pieces.frames) if len(frames) == 1],
        pieces,
    )
    yield from _listed(
        "pieces in which no key sounds",
        [n for n, frames in enumerate(pieces.frames) if not frames.any()],
        pieces,
    )
    first = {pieces.chosen([n]).digest(): n for n in reversed(range(len(pieces)))}
    again = [
        n
        for n, place in enumerate(pieces.places)
        if pieces.places[first[pieces.chosen([n]).digest()]].part != place.part
    ]
    yield from _listed(
        "pieces that are the same in an earlier part, so that they are partly learnt by heart",
        again,
        pieces,
    )


def _listed(what: str, numbers: Sequence[int], pieces: Pieces) -> Iterator[str]:
    if numbers:
        places = [pieces.places[n].name for n in numbers[:NAMED]]
        more = f" and {len(numbers) - NAMED:,} more" if len(numbers) > NAMED else ""
        yield f"{what}: {'; '.join(places)}{more}."


def _advice(pieces: Pieces) -> Iterator[str]:
    learnt = len(pieces.part("train")) if pieces.parts else len(pieces)
    if learnt < FEW:
        yield (
            f"With {learnt:,} piece{'s' * (learnt != 1)} to learn from a network can only learn "
            "by heart: expect little of it on others."
        )
    most = max(int(frames.sum(1).max()) for frames in pieces.frames)
    if most > MANY_KEYS:
        yield (
            f"Up to {most} keys sound at once: is that played by one instrument, or are the steps "
            "too long (a larger --resolution makes them shorter)?"
        )
