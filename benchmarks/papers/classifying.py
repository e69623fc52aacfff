"""Classifying and tagging published data by published protocols, beside what was published.

    python benchmarks/papers/classifying.py DATA [ROW ...] [--seed N]

DATA is the folder with mnist, genome_splice, speech_fsdd, names_by_nationality, pos_ud_ewt and
ner_wnut17; a row is one of those of `ROWS`, all if none is named.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

import torch

from elman.data.labelled.examples import Examples, contents
from elman.data.labelled.reading import read_examples
from elman.data.labelled.split import split_examples
from elman.tasks import Classifier, Tagger
from elman.train.reporter import LineReporter

SPEAKERS = ("george", "jackson", "lucas", "nicolas", "theo", "yweweler")

Told = tuple[str, str]  # what was measured, what was published


def mnist_rows(data: Path, seed: int) -> Told:
    """Read each image row by row."""
    model = Classifier(cell="lstm", hidden_size=128, dropout=0.2)
    model.compile(learning_rate=0.002, schedule="cosine", clip_norm=1.0)
    images = data / "mnist" / "train-images-idx3-ubyte.gz"
    model.fit(
        images, validation=1 / 12, test=data / "mnist" / "t10k-images-idx3-ubyte.gz",
        epochs=15, batch_size=64, seed=seed, reporter=LineReporter(),
    )  # fmt: skip
    return f"accuracy {100 * model.results['accuracy']:.2f} %", "98.8 % wanted"


def mnist_pixels(data: Path, seed: int) -> Told:
    """Read each image pixel by pixel, 784 steps, and say what it is after the last."""
    model = Classifier(cell="gru", hidden_size=64, memory=784, order="pixels")
    model.compile(learning_rate=0.003, schedule="cosine", clip_norm=1.0)
    images = data / "mnist" / "train-images-idx3-ubyte.gz"
    model.fit(
        images, validation=1 / 60, test=data / "mnist" / "t10k-images-idx3-ubyte.gz",
        epochs=16, batch_size=64, seed=seed, reporter=LineReporter(),
    )  # fmt: skip
    return f"accuracy {100 * model.results['accuracy']:.2f} %", "97 % wanted; LSTM 87 to 98.9"


def splice(data: Path, seed: int) -> Told:
    """Ten folds of distinct windows of 60 bases, three classes."""
    examples = read_examples(data / "genome_splice" / "splice.csv", text="sequence", label="label")
    first = {key: place for place, key in reversed([*enumerate(contents(examples))])}
    distinct = sorted(first.values())
    random.Random(seed).shuffle(distinct)
    right = 0
    for train, test in folds(examples, distinct, 10):
        model = Classifier("character", "gru", 128, input="one-hot", dropout=0.3, max_vocabulary=5)
        model.compile(learning_rate=0.01, schedule="cosine", clip_norm=1.0)
        model.fit(train, validation=0, test=test, epochs=60, batch_size=32, seed=seed)
        right += round(model.results["accuracy"] * model.results["count"])
        print(f"fold: {100 * model.results['accuracy']:.2f} %", flush=True)
    return f"accuracy {100 * right / len(distinct):.2f} % of {len(distinct)}", "95 % wanted"


def folds(examples: Examples, places: list[int], count: int) -> Iterator[tuple[Examples, Examples]]:
    """Return each part once as test, all others as training."""
    for fold in range(count):
        test = places[fold::count]
        out = set(test)
        yield examples.chosen([p for p in places if p not in out]), examples.chosen(test)


def digits(data: Path, seed: int, speaker: str = "") -> Told:
    """Spoken digits: recordings 0 to 4 of each are the test, or all of one speaker."""
    examples = read_examples(data / "speech_fsdd" / "recordings.zip")

    def of_test(place: str) -> bool:
        _, who, number = Path(place).stem.split("_")
        return who == speaker if speaker else int(number) < 5

    test = [n for n, place in enumerate(examples.places) if of_test(place)]
    out = set(test)
    train = examples.chosen([n for n in range(len(examples)) if n not in out])
    model = Classifier(
        cell="gru", hidden_size=128, num_layers=2, bidirectional=True, pooling="max", dropout=0.5
    )
    model.compile(learning_rate=0.002, schedule="cosine", clip_norm=1.0)
    model.fit(
        train, validation=0.1, test=examples.chosen(test), epochs=60, batch_size=32, seed=seed,
        reporter=LineReporter(),
    )  # fmt: skip
    return f"accuracy {100 * model.results['accuracy']:.2f} %", "98 % wanted (official split)"


def surnames(data: Path, seed: int) -> Told:
    """A fifth of the distinct surnames as test."""
    examples = read_examples(data / "names_by_nationality")
    train, test = split_examples(examples, 0.2, seed, by="sequence")
    model = Classifier("character", "gru", 128, bidirectional=True, pooling="max", dropout=0.4)
    model.compile(learning_rate=0.003, schedule="cosine")
    model.fit(train, validation=0.1, test=test, epochs=8, seed=seed, reporter=LineReporter())
    results = model.results
    return (
        f"accuracy {100 * results['accuracy']:.2f} %, macro F1 {100 * results['macro_f1']:.1f} %",
        "none",
    )


def universal_tags(data: Path, seed: int) -> Told:
    """Universal parts of speech of the English web treebank."""
    start = str(data / "pos_ud_ewt" / "en_ewt-ud-")
    model = Tagger(crf=False, unknown=0.05, dropout=0.4)
    model.compile(learning_rate=0.003, schedule="cosine", clip_norm=5.0)
    model.fit(
        f"{start}train.conllu.gz", validation=f"{start}dev.conllu.gz",
        test=f"{start}test.conllu.gz", epochs=8, seed=seed, reporter=LineReporter(),
    )  # fmt: skip
    text = model.read(f"{start}test.conllu.gz")
    started = time.monotonic()
    model.tag(text.tokens)
    speed = text.size / (time.monotonic() - started)
    return (
        f"accuracy {100 * model.results['accuracy']:.2f} %, {speed:,.0f} words a second",
        "94.5 % wanted; BiLSTM with characters 93 to 95, transformer 96.9",
    )


def wnut(data: Path, seed: int) -> Told:
    """Emerging entities without vectors from elsewhere; all settings were chosen on dev."""
    folder = data / "ner_wnut17"
    model = Tagger(
        hidden_size=200, embedding_size=60, character_hidden=50, dropout=0.35, unknown=0.5,
        balance=True,
    )  # fmt: skip
    model.compile(learning_rate=0.003, clip_norm=5.0, average=1)
    model.fit(
        folder / "wnut17train.conll", validation=folder / "emerging.dev.conll",
        test=folder / "emerging.test.annotated", epochs=14, batch_size=16, seed=seed,
        reporter=LineReporter(),
    )  # fmt: skip
    dev, test = (
        model.evaluate(folder / f"emerging.{part}").entities
        for part in ("dev.conll", "test.annotated")
    )
    assert dev, "tags are of spans"
    assert test, "likewise"
    return (
        f"F1 {100 * test.micro.f1:.2f} %, precision {100 * test.micro.precision:.1f}, recall "
        f"{100 * test.micro.recall:.1f}; dev F1 {100 * dev.micro.f1:.2f} %",
        "25 wanted; 26 to 42 by the systems of the shared task, with vectors",
    )


def tagging_speed(data: Path, seed: int) -> Told:
    """Words a second on one core, by the network of the English web treebank."""
    start = str(data / "pos_ud_ewt" / "en_ewt-ud-")
    model = Tagger(crf=False, unknown=0.05, dropout=0.4)
    model.fit(f"{start}train.conllu.gz", validation=0, epochs=1, batch_size=256, seed=seed)
    text = model.read(f"{start}test.conllu.gz")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    seconds = []
    for _ in range(5):
        started = time.process_time()
        model.tag(text.tokens)
        seconds.append(time.process_time() - started)
    torch.set_num_threads(threads)
    return f"{text.size / median(seconds):,.0f} words a second", "10,000 wanted"


ROWS: dict[str, Callable[[Path, int], Told]] = {
    "mnist-rows": mnist_rows,
    "mnist-pixels": mnist_pixels,
    "splice": splice,
    "digits": digits,
    **{f"digits-{who}": partial(digits, speaker=who) for who in SPEAKERS},
    "surnames": surnames,
    "universal-tags": universal_tags,
    "tagging-speed": tagging_speed,
    "wnut": wnut,
}


def main() -> None:
    """Measure the rows that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("rows", nargs="*", metavar="ROW", choices=[[], *ROWS])
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    for name in given.rows or ROWS:
        started = time.monotonic()
        told, published = ROWS[name](given.data, given.seed)
        seconds = time.monotonic() - started
        print(f"| {name} | {given.seed} | {told} | {published} | {seconds:.0f} s |", flush=True)


if __name__ == "__main__":
    main()
