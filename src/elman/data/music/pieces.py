"""Pieces of music as frames: which of the 88 keys of a piano sound at every step of time.

Shapes: T steps, 88 keys.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import torch
from torch import Tensor

from elman.errors import DataError, SettingError

__all__ = [
    "HIGHEST",
    "KEYS",
    "LOWEST",
    "PARTS",
    "Pieces",
    "Place",
    "collected",
    "frames_of",
    "notes_of",
    "parted",
]

LOWEST, HIGHEST = 21, 108  # MIDI notes of the keys of a piano, A0 and C8
KEYS = HIGHEST - LOWEST + 1
PARTS = ("train", "valid", "test")  # which a file may tell apart


class Place(NamedTuple):
    """Where a piece is in the data.

    Args:
        name: what messages call it.
        part: one of `PARTS`; empty if the data do not tell.
    """

    name: str
    part: str = ""


@dataclass(frozen=True)
class Pieces:
    """Pieces of music.

    Args:
        name: what messages call the data.
        frames: of each piece, (T, 88), int8, 1 where a key sounds.
        places: of each, where it is in the data.
        resolution: steps a quarter note.

    Example:
        >>> places = [Place("piece 1", "test")]
        >>> pieces = Pieces("it", [frames_of([[60, 64]])], places, resolution=1)
        >>> len(pieces), pieces.steps, len(pieces.part("train"))
        (1, 1, 0)
    """

    name: str
    frames: list[Tensor]
    places: list[Place]
    resolution: int

    def __len__(self) -> int:
        return len(self.frames)

    @property
    def steps(self) -> int:
        """How many there are in all pieces together."""
        return sum(map(len, self.frames))

    def part(self, name: str) -> Pieces:
        """Return the pieces of a part, perhaps none.

        Args:
            name: one of `PARTS`.
        """
        return self.chosen([n for n, place in enumerate(self.places) if place.part == name])

    @property
    def parts(self) -> list[str]:
        """The parts that are told apart, perhaps none."""
        return [part for part in PARTS if any(place.part == part for place in self.places)]

    def chosen(self, numbers: Sequence[int]) -> Pieces:
        """Return some of the pieces.

        Args:
            numbers: of the pieces, from 0.
        """
        return replace(
            self,
            frames=[self.frames[n] for n in numbers],
            places=[self.places[n] for n in numbers],
        )

    def digest(self) -> str:
        """Return the SHA-256 of all frames."""
        sha256 = hashlib.sha256()
        for frames in self.frames:
            sha256.update(f"{len(frames)} ".encode())
            sha256.update(frames.contiguous().numpy().data)
        return sha256.hexdigest()


def frames_of(steps: Sequence[Sequence[int]]) -> Tensor:
    """Return notes as frames.

    Args:
        steps: the MIDI notes that sound at each, from 21 to 108.

    Returns:
        (T, 88), int8.

    Example:
        >>> frames_of([[21], []])[:, :3].tolist()
        [[1, 0, 0], [0, 0, 0]]
    """
    frames = torch.zeros(len(steps), KEYS, dtype=torch.int8)
    pairs = [(step, note - LOWEST) for step, notes in enumerate(steps) for note in notes]
    if pairs:
        frames[tuple(torch.tensor(pairs).T)] = 1
    return frames


def notes_of(frames: Tensor) -> list[list[int]]:
    """Return frames as notes.

    Args:
        frames: (T, 88), not 0 where a key sounds.

    Returns:
        The MIDI notes of each step, the lowest first.

    Example:
        >>> notes_of(frames_of([[64, 60], []]))
        [[60, 64], []]
    """
    return [(frame.nonzero().flatten() + LOWEST).tolist() for frame in frames]


def collected(
    name: str,
    readers: Sequence[tuple[Place, Callable[[], Tensor]]],
    resolution: int,
    faults: list[str] | None = None,
) -> Pieces:
    """Read pieces one by one.

    Args:
        name: what messages call the data.
        readers: of each piece its place, and what reads it: frames (T, 88).
        resolution: steps a quarter note.
        faults: if given, a piece that cannot be read is left out, and the fault noted here.

    Returns:
        The pieces.

    Raises:
        DataError: a piece cannot be read, and its fault is not to be noted.

    Example:
        >>> len(collected("it", [(Place("piece 1"), lambda: frames_of([[60]]))], resolution=1))
        1
    """
    frames, places = [], []
    for place, read in readers:
        try:
            frames.append(read())
        except DataError as error:
            if faults is None:
                raise
            faults.append(str(error))
        else:
            places.append(place)
    return Pieces(name, frames, places, resolution)


def parted(pieces: Pieces, share: float) -> tuple[Pieces, Pieces | None]:
    """Hold out a share of the pieces, at the end.

    Args:
        pieces: all of them.
        share: from 0 to below 1.

    Returns:
        Those before, and those held out; None if they are none.

    Raises:
        SettingError: the share is out of its range.
        DataError: there are too few pieces.

    Example:
        >>> four = Pieces("it", [frames_of([[60]])] * 4, [Place("a piece")] * 4, resolution=1)
        >>> first, last = parted(four, 0.25)
        >>> len(first), len(last)
        (3, 1)
    """
    if not 0 <= share < 1:
        raise SettingError(
            f"validation is {share}; expected a share from 0 to below 1, or other data."
        )
    if not share:
        return pieces, None
    held = max(1, round(share * len(pieces)))
    if held >= len(pieces):
        raise DataError(
            f"{pieces.name} has too few pieces ({len(pieces):,}) to hold {share:g} of them out. "
            "Give more, a smaller share, or a validation of 0 to learn from all."
        )
    numbers = range(len(pieces))
    return pieces.chosen(numbers[:-held]), pieces.chosen(numbers[-held:])
