"""Language models of published texts by published splits, beside what was published.

    python benchmarks/papers/language_models.py DATA [ROW ...] [--seed N] [--epochs N]

DATA is the folder with tiny-shakespeare and wikitext-2; a row is one of those of `ROWS`, all if
none is named. The test is read once, at the end, with the state carried and the weights as they
are.
"""

import argparse
import math
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from elman.data.reading import read_text
from elman.tasks import LanguageModel
from elman.train.reporter import LineReporter

Told = tuple[str, str]  # what was measured, what was published


def shakespeare(data: Path, seed: int, epochs: int | None) -> Told:
    """Characters of Shakespeare: the first 90 % are learnt, the last 10 % are the test."""
    text = (data / "tiny-shakespeare" / "input.txt").read_text()
    train, test = text[: len(text) * 9 // 10], text[len(text) * 9 // 10 :]
    model = LanguageModel("character", "lstm", 512, embedding_size=128, dropout=0.4, tbptt=128)
    model.compile(learning_rate=0.003, schedule="cosine", clip_norm=1.0)
    model.fit(
        train, validation=0.02, epochs=epochs or 10, batch_size=32, seed=seed,
        reporter=LineReporter(),
    )  # fmt: skip
    found = model.evaluate(test)
    told = f"{found.loss:.4f} nats a character, validation {model.results['loss']:.4f}"
    return told, "1.48 wanted; nanoGPT's best 1.4697, its setting for a CPU 1.88"


def wikitext(data: Path, seed: int, epochs: int | None, *, tied: bool) -> Told:
    """Words of articles by their published split; the end of a line is a word too."""
    train, valid, test = (
        read_text(data / "wikitext-2" / f"{part}.txt.gz").replace("\n", " <eos> ")
        for part in ("train", "valid", "test")
    )
    model = LanguageModel("word", "lstm", 256, dropout=0.3, tied=tied, tbptt=35)
    model.compile(learning_rate=0.003, schedule="cosine", clip_norm=1.0)
    model.fit(
        train, validation=valid, epochs=epochs or 2, batch_size=32, seed=seed,
        reporter=LineReporter(),
    )  # fmt: skip
    found = model.evaluate(test)
    told = f"perplexity {math.exp(found.loss):.1f}, validation {model.results['perplexity']:.1f}"
    return told, "AWD-LSTM 65.6"


ROWS: dict[str, Callable[[Path, int, int | None], Told]] = {
    "shakespeare": shakespeare,
    "wikitext": partial(wikitext, tied=True),
    "wikitext-untied": partial(wikitext, tied=False),
}


def main() -> None:
    """Measure the rows that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("rows", nargs="*", metavar="ROW", choices=[[], *ROWS])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int)
    given = parser.parse_args()
    for name in given.rows or ROWS:
        started, computed = time.monotonic(), time.process_time()
        told, published = ROWS[name](given.data, given.seed, given.epochs)
        seconds, computed = time.monotonic() - started, time.process_time() - computed
        spent = f"{seconds:.0f} s, {computed:.0f} s of computing on all cores"
        print(f"| {name} | {given.seed} | {told} | {published} | {spent} |", flush=True)


if __name__ == "__main__":
    main()
