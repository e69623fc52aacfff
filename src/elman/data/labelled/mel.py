"""Sound as a network hears it: the logarithm of its energy in bands of pitch, over time."""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor

__all__ = ["BANDS", "log_mel", "mel_filters", "standardized"]

WINDOW = 0.025  # seconds that are looked at together
HOP = 0.010  # seconds from one look to the next
BANDS = 40
FLOOR = 1e-10  # energy below which all is silence


def log_mel(signal: Tensor, rate: int) -> Tensor:
    """Return the log-mel energies of a sound.

    A frame is weighted by a periodic Hann window and padded with zeros to a power of two; of its
    discrete Fourier transform, the squared magnitudes are summed under triangles that are
    equally wide on the mel scale. A sound shorter than a frame is padded to one.

    Args:
        signal: (N,), between -1 and 1.
        rate: samples a second.

    Returns:
        (T, `BANDS`), one step every 10 ms; T is 0 for an empty signal.

    Example:
        >>> log_mel(torch.zeros(8000), 8000).shape
        torch.Size([98, 40])
    """
    if not len(signal):
        return torch.zeros(0, BANDS)
    window, hop = _samples(WINDOW, rate), _samples(HOP, rate)
    if len(signal) < window:
        signal = torch.nn.functional.pad(signal, (0, window - len(signal)))
    size = 1 << (window - 1).bit_length()
    frames = signal.unfold(0, window, hop) * torch.hann_window(window)
    energy: Tensor = torch.fft.rfft(frames, n=size).abs().square()
    return (energy @ mel_filters(rate, size)).clamp_min(FLOOR).log()


@cache
def mel_filters(rate: int, size: int, bands: int = BANDS) -> Tensor:
    """Return the triangles over the frequencies of a Fourier transform.

    Args:
        rate: samples a second.
        size: of the transform, samples.
        bands: how many triangles there are between 0 and half the rate.

    Returns:
        (size / 2 + 1, bands), 1 at each triangle's top, 0 at the tops of its neighbours.

    Example:
        >>> mel_filters(8000, 256).shape
        torch.Size([129, 40])
    """
    top = _mel(torch.tensor(rate / 2, dtype=torch.float64))
    edges = _hertz(torch.linspace(0, float(top), bands + 2, dtype=torch.float64))
    frequency = torch.arange(size // 2 + 1, dtype=torch.float64)[:, None] * rate / size
    low, middle, high = edges[:-2], edges[1:-1], edges[2:]
    rising = (frequency - low) / (middle - low)
    falling = (high - frequency) / (high - middle)
    return torch.minimum(rising, falling).clamp_min(0).float()


def standardized(features: Tensor) -> Tensor:
    """Return features with mean 0 and standard deviation 1 over time, each band on its own.

    Args:
        features: (T, I) of a clip.

    Returns:
        (T, I); a band that never changes becomes 0.

    Example:
        >>> standardized(torch.tensor([[1.0, 5.0], [3.0, 5.0]]))
        tensor([[-1.,  0.],
                [ 1.,  0.]])
    """
    if not len(features):
        return features
    centred = features - features.mean(dim=0)
    return centred / centred.square().mean(dim=0).sqrt().clamp_min(1e-5)


def _samples(seconds: float, rate: int) -> int:
    return max(1, round(seconds * rate))


def _mel(hertz: Tensor) -> Tensor:
    return 2595 * torch.log10(1 + hertz / 700)


def _hertz(mel: Tensor) -> Tensor:
    return 700 * (10 ** (mel / 2595) - 1)
