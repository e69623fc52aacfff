"""English and French sentences of up to 12 words: BLEU on sentences that were not learnt.

    python benchmarks/papers/translation.py DATA [--reverse] [--attention additive|none|...]
        [--hidden N] [--epochs N] [--learning-rate N] [--untied] [--seed N]
        [--out DIR]

DATA is the folder with translation_fra-eng/fra.txt.gz. The English sentences are drawn into 90 %
to learn from, 5 % to choose by and 5 % that judge once; all translations of a sentence stay on its
side.
"""

import argparse
import time
from pathlib import Path

from elman.data.pairs import Pairs, read_pairs
from elman.tasks import Translator
from elman.tasks.translation.splitting import parted
from elman.train.reporter import LineReporter

WORDS = 12  # that a sentence has at most
LONG = range(9, 13)  # words of those for which the two models are compared


def parts(data: Path, seed: int) -> tuple[Pairs, Pairs, Pairs]:
    """Return the pairs to learn from, to choose by and to judge by, English first."""
    pairs = read_pairs(data / "translation_fra-eng" / "fra.txt.gz")
    sides = zip(pairs.sources, pairs.targets, strict=True)
    short = [n for n, both in enumerate(sides) if all(len(side.split()) <= WORDS for side in both)]
    rest, test = parted(pairs.part(short), 0.05, seed)
    train, validation = parted(rest, 0.05 / 0.95, seed)
    assert validation is not None
    assert test is not None
    return train, validation, test


def main() -> None:
    """Train one model and judge it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--reverse", action="store_true", help="French to English")
    parser.add_argument("--attention", default="additive")
    parser.add_argument("--hidden", type=int, default=384)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--learning-rate", type=float, default=0.004)
    parser.add_argument("--untied", action="store_true", help="an embedding of 256 of its own")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    every = parts(given.data, given.seed)
    train, validation, test = (p.turned() for p in every) if given.reverse else every
    model = Translator(
        "gru", given.hidden, embedding_size=256 if given.untied else None,
        tied=not given.untied, attention=given.attention, dropout=0.3, lower=True, min_count=3,
        longest=40,
    )  # fmt: skip
    model.compile(learning_rate=given.learning_rate, schedule="cosine", clip_norm=1.0)
    started = time.monotonic()
    model.fit(
        train, validation=validation, epochs=given.epochs, batch_size=128, seed=given.seed,
        out=given.out, reporter=LineReporter(),
    )  # fmt: skip
    print(f"trained and chosen in {time.monotonic() - started:.0f} s")
    sides = zip(test.sources, test.targets, strict=True)
    long = [n for n, both in enumerate(sides) if all(len(side.split()) in LONG for side in both)]
    for name, part in (("test", test), ("9 to 12 words", test.part(long))):
        for beam in (1, 5):
            started = time.monotonic()
            found = model.evaluate(part, beam=beam)
            speed = len(part) / (time.monotonic() - started)
            print(f"{name}, beam {beam}: {found}\n{speed:.0f} sentences a second")


if __name__ == "__main__":
    main()
