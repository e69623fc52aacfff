"""A model of music in words: what it is about to learn, and by what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elman.tasks.music.settings import MusicSettings

__all__ = ["introduction"]

DROPPED = {
    "dropout": "dropout",
    "input_dropout": "of the input",
    "recurrent_dropout": "of the states",
    "zoneout": "zoneout",
    "weight_drop": "weight drop",
}


def introduction(settings: MusicSettings, cell: str, facts: Mapping[str, Any]) -> list[str]:
    """Return which pieces are learnt, and by what.

    Args:
        settings: of the model.
        cell: the name of its cell.
        facts: of the data, by name; may be empty.

    Returns:
        Lines of text.

    Example:
        >>> introduction(MusicSettings(input_dropout=0, transpose=3), "gru", {})[0]
        '1 x 384 gru, dropout 0.5, weight drop 0.5, transposed by up to 3 semitones'
    """
    lines = []
    if facts:
        held = facts["validation_pieces"]
        lines.append(
            f"{facts['pieces']:,} pieces, {facts['steps']:,} steps, {settings.resolution} a "
            f"quarter note" + (f"; {held:,} held out" if held else "")
        )
    parts = [f"{settings.num_layers} x {settings.hidden_size} {cell}"]
    parts += [
        f"{told} {share:g}" for name, told in DROPPED.items() if (share := getattr(settings, name))
    ]
    if settings.transpose:
        parts.append(f"transposed by up to {settings.transpose} semitones")
    return [*lines, ", ".join(parts)]
