"""Music as it is typed: what comes out, and what is said where the input is bad."""

import json
from pathlib import Path

import pytest

import elman as package
from elman.data.music.midi import midi_bytes
from elman.data.music.pieces import frames_of

PIECE = [[60, 64], [62, 65], []] * 4
SMALL = ["--hidden-size", 8, "--dropout", 0, "--weight-drop", 0, "--learning-rate", 0.02]


def plain(said):
    """What was said as an error, provided that nothing else was."""
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Error: ")
    return said.err.removeprefix("Error: ").rstrip("\n")


@pytest.fixture
def fit(elman):
    Path("pieces.json").write_text(json.dumps({"train": [PIECE] * 6, "test": [PIECE[1:]]}))

    def trained(*words, data="pieces.json", out="model"):
        options = [*SMALL, "--epochs", 2, "--out", out, "--validation", 0]
        return elman("fit", "music", data, *options, *words)

    return trained


def test_from_a_file_to_a_melody(elman, fit):
    said = fit()
    assert said.status == 0, said.err
    assert "on the test pieces: 10 frames of 1 piece, the first of each not counted" in said.out
    said = elman("evaluate", "model", "pieces.json")
    assert said.out.splitlines()[0] == "10 frames of 1 piece, the first of each not counted"
    words = ["--length", 4, "--midi", "a.mid", "--picture", "a.png", "--seed", 1]
    said = elman("predict", "model", "pieces.json", *words, "--piece", 7, "--first", 5)
    assert (said.status, said.out.splitlines()[-1]) == (0, "Wrote a.mid, a.png")
    assert said.out.startswith("   6  ")
    assert '"a.mid" exists already' in plain(elman("predict", "model", "a.mid", *words))
    assert elman("predict", "model", "a.mid", *words, "--force", "--tempo", 60).status == 0
    assert elman("predict", "model", "--threshold", 0.3).status == 0
    assert "6 pieces, 72 steps, 1 a quarter note" in elman("summary", "model").out


def test_midi_files_in_a_folder(elman, fit):
    for name in "abc":
        Path("songs").mkdir(exist_ok=True)
        Path("songs", f"{name}.mid").write_bytes(midi_bytes(frames_of(PIECE), 2))
    said = fit("--resolution", 2, "--transpose", 2, "--zoneout", 0.1, data="songs")
    assert said.status == 0, said.err
    assert "transposed by up to 2 semitones" in said.out
    assert package.load("model").settings.resolution == 2
    said = elman("check", "music", "songs", "--resolution", 2)
    assert "33, 11 to 11 a piece, 2 a quarter note" in said.out


BAD_FILES = {
    "empty": ("", '"bad.json" holds nothing; expected JSON of notes'),
    "no json": ("[[[60]", '"bad.json", line 1, column 7: no JSON'),
    "no note": ("[[[60], [600]]]", '"bad.json", piece 1, step 2: 600 is no note of a piano'),
    "no step": ("[[[60], [61]], []]", '"bad.json", piece 2 has no step'),
    "one step": ("[[[60]]]", "no piece has a second step"),
}


@pytest.mark.parametrize(("content", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_bad_files(fit, content, message):
    Path("bad.json").write_text(content)
    assert message in plain(fit(data="bad.json"))
    assert not Path("model").exists()


BAD_SETTINGS = [
    (["--cell", "lstn"], 'Did you mean "lstm"?'),
    (["--transpose", 99], "transpose is 99"),
    (["--dropout", 1], "dropout is 1.0"),
    (["--validation", "other.json"], 'there is no file "other.json"'),
    (["--test", "other.mid"], 'there is no file "other.mid"'),
    (["--patience", 2], "patience needs something to judge by"),
    (["--resume"], 'there is no training to resume in "model"'),
]


@pytest.mark.parametrize(("words", "message"), BAD_SETTINGS)
def test_bad_settings(fit, words, message):
    assert message in plain(fit(*words))
    assert not Path("model").exists()


def test_options_of_others_are_refused(elman, fit):
    assert fit().status == 0
    assert "--top-k has no meaning for this model, whose task is music" in plain(
        elman("predict", "model", "--top-k", 3)
    )
    assert "--stride has no meaning" in plain(
        elman("evaluate", "model", "pieces.json", "--stride", 2)
    )
    assert "give one of them" in plain(
        elman("predict", "model", "--temperature", 1, "--threshold", 0.5)
    )
    assert '"model" already holds a model' in plain(fit())


def test_check_says_what_is_wrong_and_where(elman):
    Path("bad.json").write_text("[[[60], [600]], [[61], [62]]]")
    said = elman("check", "music", "bad.json")
    assert said.status == 0
    assert '"bad.json", piece 1, step 2: 600 is no note' in " ".join(said.out.split())


def test_what_is_typed_is_what_python_does(fit):
    assert fit().status == 0
    same = package.tasks.Music(hidden_size=8, dropout=0.0, weight_drop=0.0)
    same.compile(learning_rate=0.02)
    same.fit("pieces.json", epochs=2, validation=0)
    typed = package.load("model")
    assert typed.settings == same.settings
    assert typed.training == same.training
    assert typed.facts == same.facts
    assert typed.predict(PIECE, seed=1) == same.predict(PIECE, seed=1)
