"""Pieces of words, learnt from the pairs: the frequent ones whole, the rare ones in parts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from types import ModuleType

from elman.data.units import Unit
from elman.errors import DataError, SettingError

__all__ = ["learn_subwords", "subword_unit"]

BLANK = "▁"  # stands where a word begins
MOST = 8000  # pieces, unless their number is given ...
SEEN = 50  # ... and no more than one for so many words, for a rare piece is hardly learnt


def learn_subwords(texts: Sequence[str], size: int | None = None) -> bytes:
    """Learn how to cut words into pieces, by merging the most frequent neighbours.

    Args:
        texts: sentences of both languages, so that a name is cut alike in both.
        size: at most so many pieces, and fewer where the texts do not give so many; if not given,
            one for every 50 words of the texts, up to 8,000.

    Returns:
        A model of the package sentencepiece, serialized; the same for the same texts.

    Raises:
        SettingError: the package is missing, or there are more characters than pieces.

    Example:
        >>> model = learn_subwords(["lower lowest", "low slow"] * 3, 30)
        >>> subword_unit(model).split("slowest")
        ['▁slow', 'e', 'st']

    Source:
        Sennrich, Haddow & Birch 2016, Neural Machine Translation of Rare Words with Subword Units;
        Kudo & Richardson 2018, SentencePiece.
    """
    package = _package()
    plain = [_plain(text) for text in texts]
    # one place is for what is unknown, and the blank counts as one even where there is none
    needed = 1 + len({" ", *(letter for text in plain for letter in text)})
    if size is None:
        size = max(needed, min(MOST, sum(len(text.split()) for text in plain) // SEEN))
    if size < needed:
        raise SettingError(
            f"subwords is {size}, but the sentences have {needed - 2:,} different characters, and "
            f"each of them must be a piece. Give at least {needed:,}."
        )
    model = BytesIO()
    package.SentencePieceTrainer.train(
        sentence_iterator=iter(plain),
        model_writer=model,
        model_type="bpe",
        vocab_size=size,
        hard_vocab_limit=False,
        character_coverage=1.0,
        normalization_rule_name="identity",
        max_sentence_length=max(map(len, plain)) * 4 + 1,  # bytes; longer ones would be left out
        bos_id=-1,
        eos_id=-1,
        num_threads=1,  # for the same pieces every time
        minloglevel=2,  # errors alone are told, and those are raised too
    )
    return model.getvalue()


@lru_cache(maxsize=4)
def subword_unit(model: bytes) -> Unit:
    """Return how a text is cut into the pieces that were learnt, and the way back.

    Args:
        model: from `learn_subwords`.

    Returns:
        The unit.

    Raises:
        SettingError: the package sentencepiece is missing.
        DataError: it is no such model.
    """
    package = _package()
    try:
        processor = package.SentencePieceProcessor(model_proto=model)
    except RuntimeError:
        raise DataError(
            "the subwords of this model cannot be read, for its vocab.json was changed or damaged. "
            "Copy the folder again."
        ) from None

    def split(text: str) -> list[str]:
        pieces: list[str] = processor.encode(_plain(text), out_type=str)
        return pieces

    return Unit("subword", split, lambda pieces: "".join(pieces).replace(BLANK, " ").strip())


def _plain(text: str) -> str:
    return " ".join(text.replace(BLANK, " ").split())


def _package() -> ModuleType:
    try:
        import sentencepiece
    except ImportError:
        raise SettingError(
            "subwords need the package sentencepiece, which is not installed. Install it with: "
            "pip install 'elman[subword]'"
        ) from None
    module: ModuleType = sentencepiece
    return module
