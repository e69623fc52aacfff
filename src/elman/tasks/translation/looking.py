"""Where a translator looked in a sentence while it wrote each symbol of the translation."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import torch
from torch import Tensor

from elman.data.arguments import at_least
from elman.data.writing import write_whole
from elman.errors import DataError, SettingError
from elman.tasks.network import asking
from elman.tasks.translation.copying import with_copies
from elman.tasks.translation.cutting import as_seen
from elman.tasks.translation.search import search
from elman.tasks.translation.special import EDGE, UNKNOWN
from elman.tasks.translation.translating import most_symbols
from elman.tasks.translation.translator import Translator
from elman.view.attention import plot_attention

__all__ = ["END", "Looks", "cut_sentence", "look", "write_attention"]

END = "(end)"  # the edge of a sentence, which a decoder looks at and writes like a symbol


@dataclass(frozen=True)
class Looks:
    """A translation, the symbols of both sides, and the attention between them.

    Args:
        text: the translation.
        source: symbols that were read, `END` after the last, S.
        target: symbols that were written, likewise, T.
        weights: shares of the source for every symbol written, 0 to 1, (T, S).
        copies: for each place of a symbol that was unknown, the place of the source that it was
            copied from.
        unknown: symbols of the source that the model does not know.

    Example:
        >>> looks = Looks("salut", ["Hi", END], ["salut", END], torch.eye(2), {}, [])
        >>> looks.weights.shape == (len(looks.target), len(looks.source))
        True
    """

    text: str
    source: list[str]
    target: list[str]
    weights: Tensor
    copies: dict[int, int]
    unknown: list[str]

    def __str__(self) -> str:
        """Return the translation, which symbols were not known and which copied, as lines."""
        copied = list(dict.fromkeys(self.target[place] for place in self.copies))
        told = {"not known to the model": self.unknown, "copied from the sentence": copied}
        lines = [f"{what}: {', '.join(words)}" for what, words in told.items() if words]
        return "\n".join([self.text, *lines])


def cut_sentence(model: Translator, text: str | Path) -> list[str]:
    """Cut the one sentence that is looked at into its symbols.

    Args:
        model: trained.
        text: the sentence.

    Returns:
        The symbols, as the model reads them.

    Raises:
        DataError: there is nothing to translate, or a file is given.
        SettingError: the model is not trained.
    """
    _ = model.network  # before anything is cut
    if isinstance(text, Path):
        raise DataError(
            f'"{text}" is a file; expected a sentence, for each has a picture of its own. Give one '
            "in quotes."
        )
    model.refuse_nothing(text)
    return list(model.cut.split(text))


def look(model: Translator, text: str | Path, *, beam: int = 1) -> Looks:
    """Translate a sentence, and keep where the decoder looked.

    Args:
        model: trained, with attention.
        text: the sentence.
        beam: as for `Translator.predict`.

    Returns:
        The symbols of both sides, and the shares of the last layer's attention.

    Raises:
        DataError: there is nothing to translate, or a file is given.
        SettingError: the model has no attention, or the beam is no number from 1.
    """
    network, encoding = model.network, model.encoding
    if not network.attends:
        raise SettingError(
            "the model has no attention: its decoder is given the whole sentence as one vector, "
            "so there is nothing to show. Train one with attention, such as additive."
        )
    at_least("beam", beam, 1)
    read = cut_sentence(model, text)
    numbers = encoding.source(read)
    with asking(network), torch.no_grad():
        best, *_ = search(network, numbers[None], beam, longest=most_symbols([numbers]))[0]
        before = torch.tensor([[EDGE, *best.symbols]])
        weights = network.attention(before, network.encode(numbers[None]))[0]
    places = weights[:, :-1].argmax(-1).tolist()  # nobody copies the end
    copies = {n: places[n] for n, symbol in enumerate(best.symbols) if symbol == UNKNOWN}
    written = with_copies(encoding.target_symbols(best.symbols), places, read)
    return Looks(
        model.cut.join(written),
        [*map(as_seen, read), END],
        [*map(as_seen, written), END],
        weights,
        copies,
        [as_seen(symbol) for symbol in encoding.unknown(read)],
    )


def write_attention(
    model: Translator, text: str | Path, files: Sequence[Path], *, beam: int = 1
) -> str:
    """Write where a translator looked, as a picture and as a table.

    Args:
        model: trained, with attention.
        text: the sentence.
        files: of the picture and of the table.
        beam: as for `Translator.predict`.

    Returns:
        What to tell: the translation, and which symbols were not known or copied.

    Raises:
        DataError: there is nothing to translate, a file is given, or one cannot be written.
        SettingError: the model has no attention, or the beam is no number from 1.
    """
    looks = look(model, text, beam=beam)
    picture, data = files
    plot_attention(
        looks.weights,
        looks.source,
        looks.target,
        picture,
        f"{model.settings.attention} attention",
        copies=looks.copies,
    )
    write_whole(data, _csv(looks).encode())
    return str(looks)


def _csv(looks: Looks) -> str:
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["written_place", "written", "read_place", "read", "share", "copied"])
    for row, written in enumerate(looks.target):
        for column, read in enumerate(looks.source):
            share = float(looks.weights[row, column])
            copied = int(looks.copies.get(row) == column)
            writer.writerow([row + 1, written, column + 1, read, share, copied])
    return file.getvalue()
