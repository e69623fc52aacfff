"""Sound files become sequences of log-mel energies."""

from __future__ import annotations

import struct
import wave
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from elman.data.arguments import at_least
from elman.data.labelled.examples import Examples
from elman.data.labelled.files import File, classes_by_folder, classes_by_name
from elman.data.labelled.mel import BANDS, log_mel, standardized
from elman.errors import DataError

__all__ = ["read_sounds", "read_wave", "resampled"]

LEAST_RATE = 1_000  # Hz below which no speech or music is recorded
NAMED = 5  # rates that a message lists


def read_sounds(
    files: Sequence[File],
    name: str,
    *,
    rate: int | None = None,
    standardize: bool = True,
    labelled: bool = True,
) -> Examples:
    """Read .wav files as log-mel energies, labelled by their folders or their names.

    Args:
        files: each in the folder of its class, or all in none, where the class is the name up to
            the first "_".
        name: of the data, for messages.
        rate: samples a second to which all are brought; that of most files if not given.
        standardize: give each band of each clip mean 0 and standard deviation 1.
        labelled: whether there are labels.

    Returns:
        The clips, (T, 40) each.

    Raises:
        DataError: a file is no such sound, or has no label.
        SettingError: the rate is too low.

    Example:
        >>> def silence():
        ...     with wave.open(file := BytesIO(), "wb") as sound:
        ...         sound.setparams((1, 2, 8000, 0, "NONE", ""))
        ...         sound.writeframes(bytes(16000))
        ...     return file.getvalue()
        >>> examples = read_sounds([File("quiet_1.wav", silence)], '"clips"')
        >>> examples.labels, examples.numbers[0].shape
        (['quiet'], torch.Size([98, 40]))
    """
    labels, labelled_by = None, ""
    if labelled:
        by_folder = len(files[0].parts) > 1
        labels = (classes_by_folder if by_folder else classes_by_name)(files, name)
        labelled_by = ", labelled by " + (
            "their folders" if by_folder else 'their names up to the first "_"'
        )
    if rate is None:
        rates = Counter(read_wave(file.read(), f'{name}, "{file.place}"')[1] for file in files)
        rate = max(rates, key=lambda each: (rates[each], each))
    at_least("rate", rate, LEAST_RATE)
    numbers, others = [], Counter[int]()
    for file in files:
        signal, own = read_wave(file.read(), f'{name}, "{file.place}"')
        if own != rate:
            others[own] += 1
            signal = resampled(signal, own, rate)
        features = log_mel(signal, rate)
        numbers.append(standardized(features) if standardize else features)
    return Examples(
        name,
        None,
        numbers,
        labels,
        [file.place for file in files],
        kind=f"{len(files):,} sounds of {rate:,} Hz{labelled_by}, as {BANDS} log-mel bands",
        notes=_notes(others, rate, len(files)),
        options={"rate": rate, "standardize": standardize},
    )


def read_wave(data: bytes, name: str) -> tuple[Tensor, int]:
    """Read a .wav file; several channels become their mean.

    Args:
        data: of the file, PCM of 8, 16, 24 or 32 bits.
        name: what messages call it.

    Returns:
        The signal, (N,), float32 from -1 to 1, and its rate in samples a second.

    Raises:
        DataError: the file is damaged or of another format.

    Example:
        >>> with wave.open(file := BytesIO(), "wb") as sound:
        ...     sound.setparams((1, 2, 8000, 0, "NONE", ""))
        ...     sound.writeframes(struct.pack("<2h", 16384, -32768))
        >>> read_wave(file.getvalue(), '"clip.wav"')
        (tensor([ 0.5000, -1.0000]), 8000)
    """
    try:
        with wave.open(BytesIO(_plain(data))) as sound:
            channels, width, rate = sound.getparams()[:3]
            frames = sound.readframes(sound.getnframes())
    except (wave.Error, EOFError, RuntimeError, struct.error) as error:
        raise DataError(
            f"{name} is damaged or no .wav file of plain samples ({error or 'it ends too soon'}). "
            "Expected PCM of 8, 16, 24 or 32 bits. To convert it: ffmpeg -i FILE -c:a pcm_s16le "
            "NEW.wav"
        ) from None
    if width not in WIDTHS or rate < 1:
        raise DataError(
            f"{name} has {8 * width} bits a sample at {rate:,} Hz; expected 8, 16, 24 or 32 bits. "
            "To convert it: ffmpeg -i FILE -c:a pcm_s16le NEW.wav"
        )
    whole = len(frames) // (width * channels) * width * channels
    values = WIDTHS[width](frames[:whole]).reshape(-1, channels)
    return torch.from_numpy(values.mean(axis=1).astype(np.float32)), rate


def resampled(signal: Tensor, rate: int, wanted: int) -> Tensor:
    """Return a signal with another number of samples a second, by straight lines between samples.

    Args:
        signal: (N,).
        rate: its samples a second.
        wanted: those that it is to have.

    Returns:
        (M,), of the same duration.

    Example:
        >>> resampled(torch.tensor([0.0, 0.0, 1.0, 1.0]), 8000, 4000)
        tensor([0., 1.])
    """
    count = round(len(signal) * wanted / rate)
    if not len(signal) or not count:
        return signal[:0]
    return torch.nn.functional.interpolate(
        signal[None, None], size=count, mode="linear", align_corners=False
    )[0, 0]


def _plain(data: bytes) -> bytes:
    # Python 3.11 does not know the extensible format, in which most programs write 24 bits,
    # though it differs from the plain one only in its tag.
    tag = data.find(b"fmt ", 12) + 8
    if data[tag : tag + 2] == b"\xfe\xff" and data[tag + 24 : tag + 26] == b"\x01\x00":
        return data[:tag] + b"\x01\x00" + data[tag + 2 :]
    return data


def _unsigned(data: bytes) -> NDArray[np.floating]:
    return (np.frombuffer(data, np.uint8) - 128.0) / 128.0


def _signed16(data: bytes) -> NDArray[np.floating]:
    return np.frombuffer(data, "<i2") / 2.0**15


def _signed24(data: bytes) -> NDArray[np.floating]:
    padded = np.zeros((len(data) // 3, 4), np.uint8)
    padded[:, 1:] = np.frombuffer(data, np.uint8).reshape(-1, 3)  # the lowest byte is 0
    return padded.view("<i4")[:, 0] / 2.0**31


def _signed32(data: bytes) -> NDArray[np.floating]:
    return np.frombuffer(data, "<i4") / 2.0**31


WIDTHS = {1: _unsigned, 2: _signed16, 3: _signed24, 4: _signed32}  # by bytes a sample


def _notes(others: Counter[int], rate: int, count: int) -> tuple[str, ...]:
    if not others:
        return ()
    rates = ", ".join(f"{other:,}" for other in sorted(others)[:NAMED])
    more = f" and {len(others) - NAMED} others" if len(others) > NAMED else ""
    folds = " Pitches above half of it fold back." if max(others) > rate else ""
    return (
        f"{others.total():,} of {count:,} sounds were brought from {rates}{more} Hz to {rate:,} "
        f"Hz by straight lines between samples.{folds}",
    )
