"""Files with one token a line become sentences of tokens and tags.

Two formats are told apart by what is in them: columns parted by tabs or blanks, as of the CoNLL
shared tasks, and CoNLL-U, whose ten columns begin with the number of the word.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from elman.data.reading import read_text
from elman.errors import DataError

__all__ = ["Scan", "TaggedText", "has_columns", "read_conll", "scan_conll"]

DOCUMENT = "-DOCSTART-"  # the first column of a line that parts documents
NUMBER = re.compile(r"\d+([-.]\d+)?")  # of a word in CoNLL-U, of several, or of one left out
ENTRY = re.compile(r"#\s*\S+\s*=")  # of a comment such as "# sent_id = 3"
BLANKS = re.compile(r"[ \t]+")  # and no other: a token may hold an unbreakable one
UNIVERSAL = 10  # columns of CoNLL-U
SUFFIXES = (".conll", ".conllu", ".iob", ".iob2", ".bio", ".tsv")  # of files with columns


@dataclass(frozen=True)
class TaggedText:
    """Sentences, with a tag for every token.

    Args:
        name: what messages call the file.
        tokens: of every sentence.
        tags: of every token.
        lines: in the file, of every token, counted from 1.

    Example:
        >>> text = TaggedText("standard input", [["long", "ago"]], [["ADV", "ADV"]], [[1, 2]])
        >>> len(text), text.size
        (1, 2)
    """

    name: str
    tokens: list[list[str]]
    tags: list[list[str]]
    lines: list[list[int]]

    def __len__(self) -> int:
        return len(self.tokens)

    @property
    def size(self) -> int:
        """Return how many tokens there are."""
        return sum(map(len, self.tokens))


class Scan(NamedTuple):
    """All that is in a file, good or bad.

    Args:
        text: what could be read.
        faults: what could not, each with its place.
        empty: the lines where a sentence without a token ends.
    """

    text: TaggedText
    faults: list[str]
    empty: list[int]


class _Format(NamedTuple):
    """How the lines of a file are split.

    Args:
        tabs: whether columns are parted by tabs and not by blanks.
        width: the number of columns.
        universal: whether it is CoNLL-U.
    """

    tabs: bool
    width: int
    universal: bool

    def split(self, line: str) -> list[str]:
        """Return the columns of a line."""
        if self.tabs:
            return [column.strip(" ") for column in line.split("\t")]
        return BLANKS.split(line.strip(" \t"))

    def passes_over(self, line: str, within: bool) -> bool:
        """Return whether a line is no token, within a sentence or before it.

        Of lines that begin with # one with the columns of a token is a hashtag and no comment.
        """
        if self.universal:
            number = NUMBER.match(line)
            return line.startswith("#") or (number is not None and number[1] is not None)
        if within or not line.startswith("#"):
            return False
        return len(self.split(line)) != self.width or bool(not self.tabs and ENTRY.match(line))

    def __str__(self) -> str:
        columns = f"{self.width} column{'s' * (self.width > 1)}"
        return f"{columns} parted by {'tabs' if self.tabs else 'blanks'}"


def read_conll(
    path: str | Path,
    *,
    token_column: int | None = None,
    tag_column: int | None = None,
    tagged: bool = True,
) -> TaggedText:
    r"""Read a file of one token a line, with blank lines between the sentences.

    Comments before a sentence (`#`), lines that part documents (`-DOCSTART-`) and, in CoNLL-U,
    words that stand for several (`1-2`) or were left out (`1.1`) are passed over.

    Args:
        path: the file, compressed by gzip or not; `"-"` is standard input.
        token_column: the number of the column of tokens, counted from 1; the first if not given,
            the second of CoNLL-U.
        tag_column: that of the tags; the last if not given, the fourth of CoNLL-U (UPOS).
        tagged: whether the tags are read; otherwise there may be none, and every tag is empty.

    Returns:
        The sentences.

    Raises:
        DataError: the file cannot be read; there is no such column, or no sentence; the number of
            columns changes; or a token has no tag.

    Example:
        >>> _ = Path("names.conll").write_text("Aesop\tB-person\nwrote\tO\n\nWho\tO\n")
        >>> text = read_conll("names.conll")
        >>> text.tokens, text.lines
        ([['Aesop', 'wrote'], ['Who']], [[1, 2], [4]])
    """
    found = scan_conll(path, token_column=token_column, tag_column=tag_column, tagged=tagged)
    if found.faults:
        raise DataError(found.faults[0])
    return found.text


def has_columns(path: str | Path) -> bool:
    r"""Say whether a file holds tokens in columns rather than sentences as people write them.

    Args:
        path: the file, compressed by gzip or not.

    Returns:
        Whether its name is that of such a file, or its first line has tabs and no blanks.

    Raises:
        DataError: the file cannot be read.

    Example:
        >>> _ = Path("names.txt").write_text("Aesop\tB-person\nwrote\tO\n")
        >>> _ = Path("lines.txt").write_text("Aesop wrote.\n")
        >>> has_columns("names.txt"), has_columns("lines.txt")
        (True, False)
    """
    if str(path).lower().removesuffix(".gz").endswith(SUFFIXES):
        return True
    lines = (line for line in read_text(path).split("\n") if line.strip())
    first = next((line for line in lines if not line.startswith("#")), "")
    return first.startswith(DOCUMENT) or ("\t" in first and " " not in first)


def scan_conll(
    path: str | Path,
    *,
    token_column: int | None = None,
    tag_column: int | None = None,
    tagged: bool = True,
) -> Scan:
    r"""Read a file as `read_conll` does, and go on where a line is wrong.

    Args:
        path: as for `read_conll`.
        token_column: the same.
        tag_column: the same.
        tagged: the same.

    Returns:
        What could be read, and what is wrong.

    Raises:
        DataError: the file cannot be read; there is no such column, or no sentence.

    Example:
        >>> _ = Path("names.conll").write_text("Aesop\tB-person\nwrote\n")
        >>> found = scan_conll("names.conll")
        >>> found.text.tokens, found.faults
        ([['Aesop']], ['"names.conll", line 2: "wrote" has no tag; expected 2 columns ...'])
    """
    name = "standard input" if str(path) == "-" else f'"{path}"'
    lines = read_text(path).split("\n")
    while not lines[-1].strip():
        lines.pop()
    form = _format_of(lines, name, tagged)
    columns = _columns(form, token_column, tag_column, name)
    if not tagged:
        del columns["tag"]
    text, faults, empty = TaggedText(name, [], [], []), [], []
    for end, block in _blocks(lines, form):
        rows = []
        for number, line in block:
            try:
                rows.append((*_token(form, columns, line, f"{name}, line {number:,}"), number))
            except DataError as fault:
                faults.append(str(fault))
        if rows:
            text.tokens.append([token for token, _, _ in rows])
            text.tags.append([tag for _, tag, _ in rows])
            text.lines.append([number for _, _, number in rows])
        elif not block:
            empty.append(end)
    if not text.tokens and not faults:
        raise DataError(_no_sentence(name))
    return Scan(text, faults, empty)


def _no_sentence(name: str) -> str:
    return f"{name} has no sentence; expected lines with a token and its tag. Give another file."


def _format_of(lines: list[str], name: str, tagged: bool) -> _Format:
    """Return the format that the first line of a token shows."""
    written = [line for line in lines if line.strip() and not line.startswith(DOCUMENT)]
    plain = [line for line in written if not line.startswith("#")]
    line = next(iter(plain or [line for line in written if "\t" in line]), None)
    if line is None:
        raise DataError(_no_sentence(name))
    tabbed = line.split("\t")
    columns = tabbed if len(tabbed) > 1 else BLANKS.split(line.strip(" "))
    if tagged and len(columns) == 1:
        raise DataError(
            f"{name}, line {lines.index(line) + 1:,}: {_shown(line)} is the only column; expected "
            "a token and its tag, parted by a tab or blanks. Give a file with tags."
        )
    universal = len(tabbed) == UNIVERSAL and bool(NUMBER.fullmatch(tabbed[0]))
    return _Format(len(tabbed) > 1, len(columns), universal)


def _columns(form: _Format, token: int | None, tag: int | None, name: str) -> dict[str, int]:
    """Return where the tokens and the tags are, counted from 0."""
    first, last = (2, 4) if form.universal else (1, form.width)
    found = {"token": first if token is None else token, "tag": last if tag is None else tag}
    for what, column in found.items():
        if not 1 <= column <= form.width:
            raise DataError(
                f"there is no column {column} for the {what}s: the lines of {name} have "
                f"{form}. Give a number from 1 to {form.width}."
            )
    return {what: column - 1 for what, column in found.items()}


def _blocks(lines: list[str], form: _Format) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Yield for every sentence where it ends, and the lines of its tokens with their numbers."""
    block: list[tuple[int, str]] = []
    parted = True  # whether nothing was begun since the file or a document began
    for number, line in enumerate([*lines, ""], start=1):
        document = line.startswith(DOCUMENT)
        if line.strip() and not document:
            parted = False
            if not form.passes_over(line, within=bool(block)):
                block.append((number, line))
        else:
            if block or not (parted or document):
                yield number, block
            block, parted = [], document or parted


def _token(form: _Format, columns: dict[str, int], line: str, where: str) -> tuple[str, str]:
    """Return the token of a line and its tag."""
    found = form.split(line)
    if len(found) == 1 < form.width:
        raise DataError(
            f"{where}: {_shown(line)} has no tag; expected {form}, as at first. Add the tag, or a "
            "blank line if a sentence ends there."
        )
    if len(found) != form.width:
        raise DataError(
            f"{where}: {len(found)} columns; expected {form}, as at first. Give every line the "
            "same number of columns."
        )
    for what, column in columns.items():
        if not found[column]:
            raise DataError(
                f"{where}, column {column + 1}: the {what} is empty. Fill it in, or give the "
                f"number of another column for the {what}s."
            )
    return found[columns["token"]], found[columns["tag"]] if "tag" in columns else ""


def _shown(line: str) -> str:
    return f'"{textwrap.shorten(line.strip(), 40, placeholder=" ...")}"'
