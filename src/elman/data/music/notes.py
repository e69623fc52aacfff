"""Pieces written as JSON: lists of the MIDI notes that sound at each step."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from torch import Tensor

from elman.data.arguments import at_least
from elman.data.music.pieces import (
    HIGHEST,
    LOWEST,
    PARTS,
    Pieces,
    Place,
    collected,
    frames_of,
)
from elman.data.reading import decode_text
from elman.errors import DataError

__all__ = ["frames_of_steps", "pieces_of", "read_notes"]

REST = -1  # some files write so that a voice is silent
EXPECTED = (
    'expected a list of pieces, or an object with "train", "valid" and "test", each a list of '
    "pieces; a piece is a list of steps, a step the list of the MIDI notes that sound"
)


def read_notes(
    data: bytes, name: str, resolution: int = 1, faults: list[str] | None = None
) -> Pieces:
    """Read pieces from JSON: all in one list, or in lists by part.

    Args:
        data: of the file; -1 in the place of a note is a rest.
        name: what messages call it.
        resolution: steps a quarter note; such a file does not tell.
        faults: if given, a piece with a fault is left out, and the fault noted here.

    Returns:
        The pieces.

    Raises:
        DataError: they are no such JSON, or a piece has no step, or a note is none of a piano.

    Example:
        >>> pieces = read_notes(b'{"train": [[[60, 64], [62]]], "test": [[[60]]]}', '"it"')
        >>> [place.name for place in pieces.places]
        ['piece 1 of train', 'piece 1 of test']
    """
    try:
        content = json.loads(decode_text(data, name))
    except json.JSONDecodeError as error:
        raise DataError(
            f"{name}, line {error.lineno}, column {error.colno}: no JSON ({error.msg}); {EXPECTED}."
        ) from None
    except (ValueError, RecursionError) as error:
        if isinstance(error, DataError):
            raise
        raise DataError(f"{name} is no JSON of notes ({error}); {EXPECTED}.") from None
    return pieces_of(content, name, resolution, faults)


def pieces_of(
    content: Any, name: str, resolution: int = 1, faults: list[str] | None = None
) -> Pieces:
    """Return pieces that are lists of lists.

    Args:
        content: as of such JSON.
        name: what messages call it.
        resolution: steps a quarter note.
        faults: if given, a piece with a fault is left out, and the fault noted here.

    Returns:
        The pieces.

    Raises:
        DataError: it is not made so, or a piece has no step, or a note is none of a piano.

    Example:
        >>> len(pieces_of([[[60], [62]], [[64]]], "it"))
        2
    """
    at_least("resolution", resolution, 1)
    found = [
        (Place(f"piece {number:,}{f' of {part}' if part else ''}", part), piece)
        for part, pieces in _by_part(content, name).items()
        for number, piece in enumerate(pieces, start=1)
    ]
    if not found:
        raise DataError(f"{name} holds no piece; {EXPECTED}.")
    return collected(
        name,
        [(place, partial(_piece, piece, f"{name}, {place.name}")) for place, piece in found],
        resolution,
        faults,
    )


def _piece(steps: Any, place: str) -> Tensor:
    frames = frames_of_steps(steps, place)
    if not len(frames):
        raise DataError(f"{place} has no step; expected at least one. Remove it.")
    return frames


def frames_of_steps(piece: Any, place: str) -> Tensor:
    """Return a piece that is a list of lists as frames.

    Args:
        piece: of every step the MIDI notes that sound.
        place: what messages call it.

    Returns:
        (T, 88), int8; T may be 0.

    Raises:
        DataError: it is not made so, or a note is none of a piano.

    Example:
        >>> frames_of_steps([[60, 64], []], "it").sum(1).tolist()
        [2, 0]
    """
    if not isinstance(piece, list | tuple):
        raise DataError(f"{place} is {_shown(piece)}; {EXPECTED}.")
    return frames_of([_notes(step, f"{place}, step {t:,}") for t, step in enumerate(piece, 1)])


def _by_part(content: Any, name: str) -> dict[str, list[Any]]:
    if isinstance(content, list | tuple):
        return {"": [*content]}
    if not isinstance(content, dict):
        raise DataError(f"{name} holds {_shown(content)}; {EXPECTED}.")
    for part, pieces in content.items():
        if part not in PARTS:
            raise DataError(f'{name} has the part "{part}"; {EXPECTED}.')
        if not isinstance(pieces, list):
            raise DataError(f'{name}, "{part}" is {_shown(pieces)}; {EXPECTED}.')
    return {part: content[part] for part in PARTS if part in content}


def _notes(step: Any, place: str) -> list[int]:
    if not isinstance(step, list | tuple):
        raise DataError(f"{place} is {_shown(step)}; {EXPECTED}.")
    for note in step:
        whole = isinstance(note, int) and not isinstance(note, bool)
        if not whole or (note != REST and not LOWEST <= note <= HIGHEST):
            raise DataError(
                f"{place}: {_shown(note)} is no note of a piano; expected whole numbers from "
                f"{LOWEST} (A0) to {HIGHEST} (C8), as MIDI counts them, or {REST} for a rest."
            )
    return [note for note in step if note != REST]


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 40 else f"{text[:37]}..."
