"""Whatever a user gives becomes labelled sequences: its kind is found by looking at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from elman.data.labelled.arrays import read_array, read_arrays
from elman.data.labelled.columns import listed
from elman.data.labelled.examples import Examples
from elman.data.labelled.files import File, is_about, list_files
from elman.data.labelled.idx import is_idx
from elman.data.labelled.images import read_images, read_mnist
from elman.data.labelled.sound import read_sounds
from elman.data.labelled.tables import read_labelled_table
from elman.data.labelled.texts import read_json_lines, read_text_files, read_text_lines
from elman.data.reading import read_bytes
from elman.errors import DataError, SettingError

__all__ = ["KINDS", "Kind", "read_examples"]


@dataclass(frozen=True)
class Kind:
    """A kind of data.

    Args:
        words: what it is called.
        options: of `read_examples` that fit it.
        read: from the path, or from the files and their name where there are many.
        many: it is read from files of a folder or a .zip.
    """

    words: str
    options: frozenset[str]
    read: Callable[..., Examples]
    many: bool = False


def _lines(path: str | Path, *, labelled: bool) -> Examples:
    return read_text_lines(path)


_PICTURE = frozenset({"order", "permutation"})
_TABLE = frozenset({"text", "label", "sequence", "time", "columns", "delimiter", "encoding"})
KINDS = {
    "table": Kind("a table", _TABLE, read_labelled_table),
    "lines": Kind("a text with an example a line", frozenset(), _lines),
    "json": Kind("JSON lines", frozenset({"text", "label"}), read_json_lines),
    "npz": Kind("a .npz file", frozenset({"sequence", "label"}), read_arrays),
    "npy": Kind("a .npy file", frozenset({"label"}), read_array),
    "idx": Kind("images in the IDX format", _PICTURE | {"label"}, read_mnist),
    "images": Kind("image files", _PICTURE, read_images, many=True),
    "sounds": Kind("sound files", frozenset({"rate", "standardize"}), read_sounds, many=True),
    "texts": Kind("text files", frozenset(), read_text_files, many=True),
}
SUFFIXES = {
    **dict.fromkeys((".csv", ".tsv", ".tab"), "table"),
    **dict.fromkeys((".jsonl", ".ndjson"), "json"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".bmp", ".gif", ".pgm", ".tif", ".tiff"), "images"),
    ".npz": "npz",
    ".npy": "npy",
    ".wav": "sounds",
}
DEFAULTS: dict[str, Any] = {"order": "rows", "standardize": True}  # None for all others


def read_examples(
    path: str | Path,
    *,
    text: str | None = None,
    label: str | None = None,
    sequence: str | None = None,
    time: str | None = None,
    columns: Sequence[str] | None = None,
    order: str = "rows",
    permutation: int | None = None,
    delimiter: str | None = None,
    rate: int | None = None,
    standardize: bool = True,
    encoding: str | None = None,
    labelled: bool = True,
    usual: Mapping[str, Any] | None = None,
) -> Examples:
    """Read sequences with their labels; what they are is found by looking, and said in `kind`.

    Args:
        path: a table of texts or of numbers, JSON lines, a .npz, .npy or IDX file, or a folder or
            .zip of text, sound or image files; ``"-"`` is standard input.
        text: the column or key of the texts.
        label: the column, key or array of the labels; beside .npy and IDX, their file.
        sequence: the column that says to which sequence of numbers a row belongs; in a .npz, the
            array of the sequences.
        time: the column by which the rows of a sequence are sorted.
        columns: those of the numbers in a table.
        order: of an image, ``"rows"`` or ``"pixels"``.
        permutation: seed of a fixed order of the pixels.
        delimiter: what parts the cells of a table.
        rate: to which sounds are brought, in samples a second.
        standardize: give each band of each sound mean 0 and standard deviation 1.
        encoding: of a table, as Python names it; found if not given.
        labelled: whether there are labels; data to predict have none.
        usual: options with which other data were read, and those of these that fit them are too.

    Returns:
        The sequences; with their `options`, other data become sequences with the same features.

    Raises:
        DataError: the data cannot be read.
        SettingError: an option makes no sense, or is for data of another kind.

    Example:
        >>> _ = Path("pets.csv").write_text("text,label\\nmew,cat\\nwoof,dog\\n")
        >>> examples = read_examples("pets.csv")
        >>> examples.texts, examples.labels
        (['mew', 'woof'], ['cat', 'dog'])
        >>> examples.kind
        'a table with texts in the column "text" and labels in "label"'
    """
    options = {
        "text": text,
        "label": label,
        "sequence": sequence,
        "time": time,
        "columns": columns,
        "order": order,
        "permutation": permutation,
        "delimiter": delimiter,
        "rate": rate,
        "standardize": standardize,
        "encoding": encoding,
    }
    given = {name: value for name, value in options.items() if value != DEFAULTS.get(name)}
    usual = usual or {}
    folder = Path(path).is_dir() or (Path(path).is_file() and Path(path).suffix.lower() == ".zip")
    if not folder:
        kind = KINDS[_kind_of_file(path, labelled, {**usual, **given})]
        given = _fitting(kind, given, usual, path)
        if not kind.many:
            return kind.read(path, labelled=labelled, **given)
        return kind.read(list_files(path), f'"{path}"', labelled=labelled, **given)
    files, name, left_out = _of_one_kind(path, labelled)
    kind = KINDS[name]
    given = _fitting(kind, given, usual, path)
    examples = kind.read(files, f'"{path}"', labelled=labelled, **given)
    return replace(examples, notes=(*examples.notes, *_left_out(left_out)))


def _kind_of_file(path: str | Path, labelled: bool, given: dict[str, Any]) -> str:
    told = labelled or not _TABLE.isdisjoint(given)
    if str(path) == "-":
        return "table" if told else "lines"
    suffix = File(Path(path).name, bytes).suffix
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if is_idx(read_bytes(path)[1]):
        return "idx"
    return "table" if told else "lines"


def _of_one_kind(path: str | Path, labelled: bool) -> tuple[list[File], str, list[File]]:
    everything = list_files(path)
    files = [file for file in everything if not is_about(file)] or everything
    if labelled and any(len(file.parts) > 1 for file in files):
        files = [file for file in files if len(file.parts) > 1]
    kinds = {file: "idx" if "ubyte" in file.place else _of_suffix(file) for file in files}
    ((kind, _),) = Counter(kinds.values()).most_common(1)
    if kind not in KINDS or not KINDS[kind].many:
        raise DataError(
            f'"{path}" is a folder with {listed([file.place for file in files])}. Expected a '
            "folder of text, sound or image files. Give one of these files."
        )
    chosen = {file: None for file in files if kinds[file] == kind}
    return list(chosen), kind, [file for file in everything if file not in chosen]


def _of_suffix(file: File) -> str:
    return "zip" if file.suffix == ".zip" else SUFFIXES.get(file.suffix, "texts")


def _left_out(files: list[File]) -> list[str]:
    return [f"left out: {listed([file.place for file in files])}."] if files else []


def _fitting(
    kind: Kind, given: dict[str, Any], usual: Mapping[str, Any], path: str | Path
) -> dict[str, Any]:
    for name in given:
        if name not in kind.options:
            fitting = ", ".join(other.words for other in KINDS.values() if name in other.options)
            raise SettingError(
                f'"{path}" is read as {kind.words}, which {name} does not fit: it is for '
                f"{fitting}. Leave --{name} ({name}=) out, or give other data."
            )
    return {name: usual[name] for name in usual if name in kind.options} | given
