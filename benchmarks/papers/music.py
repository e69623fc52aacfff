"""Polyphonic music by the published protocol, beside what was published.

    python benchmarks/papers/music.py DATA [--seed N] [--out DIR]

DATA is the folder with music_jsb/jsb-chorales-quarter.json. The settings were chosen on the
validation pieces; the test pieces are judged once, by the weights of the best validation epoch.
"""

import argparse
import time
from pathlib import Path

from elman.tasks import Music
from elman.train.reporter import LineReporter

PUBLISHED = "tanh 8.91, LSTM 8.45, GRU 8.43, TCN 8.10 (Bai et al. 2018)"


def chorales(data: Path, seed: int, out: Path | None) -> str:
    """JSB chorales in quarter notes: which keys sound next."""
    model = Music("gru", 384, dropout=0.5, input_dropout=0.1, weight_drop=0.5)
    model.compile(learning_rate=0.005, schedule="cosine", clip_norm=1.0)
    model.fit(
        data / "music_jsb" / "jsb-chorales-quarter.json", epochs=60, patience=60, batch_size=4,
        seed=seed, out=out, reporter=LineReporter(),
    )  # fmt: skip
    best = min(row.validation_loss for row in model.history.rows if row.validation_loss is not None)
    results = model.results
    return (
        f"test NLL {results['nll']:.3f} nats a frame, accuracy {100 * results['accuracy']:.1f} %, "
        f"validation {best:.3f}"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    started = time.monotonic()
    told = chorales(given.data, given.seed, given.out)
    print(f"{told}, {time.monotonic() - started:.0f} s; published: {PUBLISHED}")
