import io
import wave
from pathlib import Path

import numpy as np
import pytest

from elman.data.labelled.examples import Examples
from elman.errors import DataError

SHARED = Path(__file__).parents[4] / "shared" / "data"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """Let each test write its files into a folder of its own."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def shared_data():
    """Return the folder of a real data set, or skip where it is absent."""

    def folder(name: str) -> Path:
        if not (found := SHARED / name).is_dir():
            pytest.skip(f"the data set {name} is not at ../shared/data")
        return found

    return folder


@pytest.fixture
def refused():
    """Return what a call's error says."""

    def message(call, *arguments, error=DataError, **options):
        with pytest.raises(error) as caught:
            call(*arguments, **options)
        return str(caught.value)

    return message


@pytest.fixture
def texts():
    """Return examples of texts: pairs of a text and its label."""

    def made(*pairs, name='"a.csv"'):
        places = [f"line {number}" for number in range(2, len(pairs) + 2)]
        return Examples(name, [t for t, _ in pairs], None, [label for _, label in pairs], places)

    return made


@pytest.fixture
def write():
    """Write files, with the folders in which they are."""

    def written(files):
        for name, content in files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())

    return written


@pytest.fixture
def sound():
    """Return the bytes of a .wav file with the samples (N,) or (N, channels), whole numbers."""

    def made(samples, rate=8000, width=2):
        samples = np.asarray(samples)
        channels = 1 if samples.ndim == 1 else samples.shape[1]
        values = samples.ravel() + (128 if width == 1 else 0)
        with wave.open(file := io.BytesIO(), "wb") as out:
            out.setparams((channels, width, rate, 0, "NONE", ""))
            out.writeframes(
                b"".join(int(v).to_bytes(width, "little", signed=width > 1) for v in values)
            )
        return file.getvalue()

    return made
