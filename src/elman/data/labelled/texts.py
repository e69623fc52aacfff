"""Texts with labels, from folders and from files without a table in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from elman.data.labelled.columns import column_called, find_label, find_text, given_column
from elman.data.labelled.examples import Examples
from elman.data.labelled.files import File, classes_by_folder
from elman.data.reading import decode_text, read_text
from elman.errors import DataError

__all__ = ["read_json_lines", "read_text_files", "read_text_lines"]


def read_text_lines(path: str | Path) -> Examples:
    """Read a text file each line of which is a sequence, without labels.

    Args:
        path: the file, compressed by gzip or not; ``"-"`` is standard input.

    Returns:
        The lines that are not blank.

    Raises:
        DataError: the file cannot be read, or holds nothing.

    Example:
        >>> _ = Path("new.txt").write_text("mew\\n\\nwoof\\n")
        >>> read_text_lines("new.txt").places
        ['line 1', 'line 3']
    """
    lines = _lines(read_text(path))
    name = "standard input" if str(path) == "-" else f'"{path}"'
    return Examples(
        name,
        [line for _, line in lines],
        None,
        None,
        [f"line {number:,}" for number, _ in lines],
        kind="a text with an example a line",
    )


def read_text_files(files: Sequence[File], name: str, *, labelled: bool = True) -> Examples:
    """Read texts from files whose folders, or whose own names, are their classes.

    Args:
        files: each in the folder of its class, where one text is a file; or none in a folder,
            where a file is a class and each of its lines a text.
        name: of the data, for messages.
        labelled: otherwise a file is a text, wherever it is.

    Returns:
        The texts; blank lines are none.

    Raises:
        DataError: a file is no text, or too deep in folders.

    Example:
        >>> files = [File("cats.txt", lambda: b"mew\\npurr"), File("dogs.txt", lambda: b"woof")]
        >>> read_text_files(files, '"pets"').labels
        ['cats', 'cats', 'dogs']
    """

    def text_of(file: File) -> str:
        return decode_text(file.read(), f'{name}, "{file.place}"')

    if not labelled or len(files[0].parts) > 1:
        labels = classes_by_folder(files, name) if labelled else None
        texts = [text_of(file).strip("\n") for file in files]
        kind = (
            f"a folder with a subfolder for each of {len(set(labels)):,} classes, a text a file"
            if labels
            else "a folder with a text a file"
        )
        return Examples(name, texts, None, labels, [file.place for file in files], kind=kind)
    found = [(file, *line) for file in files for line in _lines(text_of(file))]
    return Examples(
        name,
        [text for _, _, text in found],
        None,
        [file.stem for file, _, _ in found],
        [f"{file.place}, line {number:,}" for file, number, _ in found],
        kind=f"a folder with a file for each of {len(files):,} classes, a text a line",
    )


def read_json_lines(
    path: str | Path, *, text: str | None = None, label: str | None = None, labelled: bool = True
) -> Examples:
    """Read a file each line of which is a JSON object with a text and its label.

    Args:
        path: the file, compressed by gzip or not; ``"-"`` is standard input.
        text: the key of the texts; found out if not given.
        label: the key of the labels; found out if not given.
        labelled: whether there are labels.

    Returns:
        The texts.

    Raises:
        DataError: a line is no such object, or it cannot be told which keys are meant.

    Example:
        >>> _ = Path("pets.jsonl").write_text('{"text": "mew", "label": "cat"}\\n')
        >>> read_json_lines("pets.jsonl").labels
        ['cat']
    """
    name = "standard input" if str(path) == "-" else f'"{path}"'
    rows = {number: _object(line, number, name) for number, line in _lines(read_text(path))}
    keys = list(next(iter(rows.values())))

    def cells(key: str) -> list[str]:
        return [row[key] if isinstance(row.get(key), str) else "" for row in rows.values()]

    label = given_column(name, keys, label) if label else column_called("label", keys)
    text = given_column(name, keys, text) if text else find_text(name, keys, cells, label)
    if labelled and label is None:
        label = find_label(name, keys, [text])
    return Examples(
        name,
        [_value(row, text, number, name, (str,)) for number, row in rows.items()],
        None,
        [_value(row, label, number, name, (str, int)) for number, row in rows.items()]
        if labelled and label
        else None,
        [f"line {number:,}" for number in rows],
        kind=f'JSON lines with texts under "{text}"'
        + (f' and labels under "{label}"' if labelled else ""),
    )


def _lines(text: str) -> list[tuple[int, str]]:
    numbered = enumerate(text.split("\n"), start=1)
    return [(number, line.strip()) for number, line in numbered if line.strip()]


def _object(line: str, number: int, name: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        column = getattr(error, "colno", 1)
        reason = getattr(error, "msg", error)
        raise DataError(
            f"{name}, line {number:,}, column {column:,}: {reason}. Expected a JSON object a line, "
            'such as {"text": "...", "label": "..."}. Mend the line.'
        ) from None
    if not isinstance(value, dict) or not value:
        raise DataError(
            f"{name}, line {number:,} is no JSON object with keys. Expected one a line, such as "
            '{"text": "...", "label": "..."}. Mend the line.'
        )
    return value


def _value(row: dict[str, Any], key: str, number: int, name: str, types: tuple[type, ...]) -> str:
    value = row.get(key)
    if not isinstance(value, types) or (value == "" and int in types):
        what = "a text or a whole number" if int in types else "a text"
        given = f"{json.dumps(value)[:60]}" if key in row else "missing"
        raise DataError(
            f'{name}, line {number:,}: "{key}" is {given}; expected {what}. Mend the line, or '
            "take it out."
        )
    return str(value)
