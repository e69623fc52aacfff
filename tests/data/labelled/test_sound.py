import math
import zipfile

import numpy as np
import pytest
import torch

from elman.data.labelled.mel import log_mel, mel_filters, standardized
from elman.data.labelled.reading import read_examples
from elman.data.labelled.sound import read_wave, resampled
from elman.errors import DataError, SettingError


def plain_log_mel(signal, rate):
    """Return the same by the formulas, sum by sum, in float64."""
    window, hop = round(0.025 * rate), round(0.010 * rate)
    size = 2 ** math.ceil(math.log2(window))
    top = 2595 * math.log10(1 + rate / 2 / 700)
    edges = [700 * (10 ** (top * k / 41 / 2595) - 1) for k in range(42)]
    rows = []
    for begin in range(0, len(signal) - window + 1, hop):
        weighted = [
            signal[begin + n] * (0.5 - 0.5 * math.cos(2 * math.pi * n / window))
            for n in range(window)
        ]
        turns = np.arange(window)
        energy = [
            abs(np.sum(weighted * np.exp(-2j * math.pi * f * turns / size))) ** 2
            for f in range(size // 2 + 1)
        ]
        row = []
        for low, middle, high in zip(edges, edges[1:], edges[2:], strict=False):
            total = 0.0
            for f, own in enumerate(energy):
                hertz = f * rate / size
                rise, fall = (hertz - low) / (middle - low), (high - hertz) / (high - middle)
                total += own * max(0.0, min(rise, fall))
            row.append(math.log(max(total, 1e-10)))
        rows.append(row)
    return np.array(rows)


@pytest.mark.parametrize("rate", [8000, 11025, 16000])
def test_log_mel_is_the_plain_formula(rate):
    signal = np.random.default_rng(0).uniform(-1, 1, int(0.06 * rate))
    ours = log_mel(torch.from_numpy(signal).float(), rate)
    expected = plain_log_mel(signal.astype(np.float32).astype(np.float64), rate)
    assert ours.shape == expected.shape == (4, 40)
    np.testing.assert_allclose(ours.numpy(), expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("rate", [8000, 11025, 16000, 22050, 44100, 48000])
def test_every_band_hears_something(rate):
    size = 2 ** math.ceil(math.log2(round(0.025 * rate)))
    assert (mel_filters(rate, size).sum(dim=0) > 0).all()


def test_a_tone_is_loudest_in_its_band():
    tone = torch.sin(2 * math.pi * 1000 * torch.arange(8000) / 8000)
    mel = 2595 * math.log10(1 + 1000 / 700)
    expected = mel / (2595 * math.log10(1 + 4000 / 700)) * 41 - 1
    assert abs(log_mel(tone, 8000).mean(dim=0).argmax().item() - expected) <= 1


def test_short_and_empty_signals():
    assert log_mel(torch.ones(3), 8000).shape == (1, 40)
    assert torch.equal(
        log_mel(torch.ones(3), 8000), log_mel(torch.cat([torch.ones(3), torch.zeros(197)]), 8000)
    )
    assert log_mel(torch.ones(0), 8000).shape == (0, 40)
    assert standardized(torch.ones(0, 40)).shape == (0, 40)


def test_standardized_bands_have_mean_0_and_deviation_1():
    own = standardized(torch.randn(50, 3, generator=torch.manual_seed(0)) * 7 + 5)
    torch.testing.assert_close(own.mean(dim=0), torch.zeros(3), rtol=0, atol=1e-6)
    torch.testing.assert_close(own.std(dim=0, correction=0), torch.ones(3))


@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_samples_of_each_width(sound, width):
    full = 2 ** (8 * width - 1)
    samples = [0, full // 2, -full // 2, -full, full - 1]
    signal, rate = read_wave(sound(samples, rate=11025, width=width), "")
    assert rate == 11025
    expected = torch.tensor([value / full for value in samples], dtype=torch.float64).float()
    assert torch.equal(signal, expected)


def test_the_extensible_format_is_read_as_the_plain_one(sound):
    plain = sound([1, -(2**22)], rate=44100, width=3)
    extra = b"\x16\0\x18\0\0\0\0\0\x01\0" + b"\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71"
    head = b"RIFF" + (len(plain) + 16).to_bytes(4, "little") + plain[8:16]
    head += (40).to_bytes(4, "little") + b"\xfe\xff" + plain[22:36]
    signal, rate = read_wave(head + extra + plain[36:], "")
    assert rate == 44100
    assert signal.tolist() == [2.0**-23, -0.5]
    with pytest.raises(DataError, match=r"no \.wav file of plain"):
        read_wave(head + b"\x16\0\x18\0\0\0\0\0\x03\0" + extra[10:] + plain[36:], "")


def test_a_damaged_file_is_never_more_than_an_error_of_ours(sound):
    whole = sound(list(range(9)), width=2)
    flipped = [whole[:k] + bytes([whole[k] ^ 0xFF]) + whole[k + 1 :] for k in range(44)]
    for data in [whole[:k] for k in range(len(whole))] + flipped:
        try:
            signal, _ = read_wave(data, '"a.wav"')
        except DataError:
            continue
        assert signal.ndim == 1


def test_stereo_becomes_the_mean(sound):
    signal, _ = read_wave(sound([[16384, 0], [-32768, -16384]]), "")
    assert signal.tolist() == [0.25, -0.75]


def test_resampled_keeps_a_straight_line():
    line = resampled(torch.arange(100.0), 8000, 16000)
    assert len(line) == 200
    torch.testing.assert_close(line[1:-1], (torch.arange(1, 199) - 0.5) / 2)


def noise(count, seed=0):
    return np.random.default_rng(seed).integers(-9999, 9999, count)


def test_folders_and_names_tell_the_class(write, sound):
    clips = {"yes": sound(noise(800)), "no": sound(noise(400, 1))}
    write({f"a/{label}/1.wav": clip for label, clip in clips.items()})
    write({f"b/{label}_1_2.WAV": clip for label, clip in clips.items()})
    with zipfile.ZipFile("c.zip", "w") as archive:
        for label, clip in clips.items():
            archive.writestr(f"recordings/{label}_1_2.wav", clip)
    by_folder, by_name, packed = map(read_examples, ("a", "b", "c.zip"))
    assert by_folder.labels == by_name.labels == packed.labels == ["no", "yes"]
    assert by_folder.places == ["no/1.wav", "yes/1.wav"]
    assert packed.places == ["no_1_2.wav", "yes_1_2.wav"]
    for one, two, three in zip(by_folder.numbers, by_name.numbers, packed.numbers, strict=True):
        assert torch.equal(one, two)
        assert torch.equal(one, three)
    assert by_folder.kind == "2 sounds of 8,000 Hz, labelled by their folders, as 40 log-mel bands"


def test_features_are_those_of_the_clip(write, sound):
    write({"a_1.wav": sound(noise(800))})
    signal, rate = read_wave(sound(noise(800)), "")
    plain = read_examples("a_1.wav", standardize=False)
    assert plain.labels == ["a"]
    assert torch.equal(plain.numbers[0], log_mel(signal, rate))
    assert torch.equal(read_examples("a_1.wav").numbers[0], standardized(log_mel(signal, rate)))


def test_other_rates_are_brought_to_the_usual_one_and_said(write, sound):
    write({"a/yes_1.wav": sound(noise(800)), "a/yes_2.wav": sound(noise(900))})
    write({"a/no_1.wav": sound(noise(1600), rate=16000)})
    examples = read_examples("a")
    assert [len(sequence) for sequence in examples.numbers] == [8, 8, 9]
    assert examples.notes == (
        "1 of 3 sounds were brought from 16,000 Hz to 8,000 Hz by straight lines between samples."
        " Pitches above half of it fold back.",
    )
    assert examples.options["rate"] == 8000
    high = read_examples("a/no_1.wav", labelled=False, **examples.options)
    assert torch.equal(high.numbers[0], examples.numbers[0])


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a/yes.wav": b"RIFF"}, '"a", "yes.wav": no label. Expected the class before the first'),
        ({"a/yes_1.wav": b"RIFFxxxx"}, '"a", "yes_1.wav" is damaged or no .wav file of plain'),
        ({"a/yes_1.wav": b""}, "To convert it: ffmpeg -i FILE"),
    ],
)
def test_faults_of_sounds(write, refused, files, expected):
    write(files)
    assert expected in refused(read_examples, "a")


def test_a_rate_too_low(write, sound, refused):
    write({"a_1.wav": sound(noise(800))})
    assert "rate is 8" in refused(read_examples, "a_1.wav", rate=8, error=SettingError)


def test_spoken_digits(shared_data):
    examples = read_examples(shared_data("speech_fsdd") / "recordings.zip")
    assert len(examples) == 3000
    assert {examples.labels.count(str(digit)) for digit in range(10)} == {300}
    assert examples.options["rate"] == 8000
    assert not examples.notes
    seconds = sum(0.025 + 0.010 * (len(sequence) - 1) for sequence in examples.numbers)
    assert abs(seconds - 1312.3) < 3000 * 0.010  # each clip is cut to whole steps
