import io
import json
import sys
from pathlib import Path

import pytest

from elman import cells


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_evaluate_says_how_well(elman, model, text):
    said = elman("evaluate", "model", text)
    assert said.status == 0
    assert "accuracy" in said.out
    assert "of 59), loss" in said.out


def test_evaluate_names_unknown_words(elman, model):
    Path("other.txt").write_text("long ago the mise")
    said = elman("evaluate", "model", "other.txt")
    assert said.status == 2
    assert "'mise' (close: 'mice'" in said.err


def test_predict_answers_once(elman, model):
    said = elman("predict", "model", "long ago ,", "--length", 5)
    assert said.status == 0
    assert said.out.startswith("long ago , ")
    assert len(said.out.split()) == 8


def test_predict_draws_by_its_seed(elman, model):
    def drawn(*words):
        return elman("predict", "model", "long ago", "--temperature", 2, *words).out

    assert drawn("--seed", 1) == drawn("--seed", 1) != drawn("--seed", 2)
    assert drawn("--top-k", 1) == elman("predict", "model", "long ago").out
    assert drawn("--top-p", 1e-9) == elman("predict", "model", "long ago").out


def test_predict_answers_a_line_each_without_a_terminal(elman, model, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("long ago\n\nthe mice\n"))
    said = elman("predict", "model", "--length", 2)
    lines = said.out.splitlines()
    assert (len(lines), lines[1]) == (3, "")
    assert lines[0].startswith("long ago ")
    assert lines[2].startswith("the mice ")


def test_predict_names_the_line_that_it_cannot_answer(elman, model, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("long ago\nthe mise\n"))
    said = elman("predict", "model")
    assert said.status == 2
    assert "line 2: not in the vocabulary" in said.err


def test_predict_opens_a_prompt_at_a_terminal(elman, model, monkeypatch):
    typed = iter(["the mise", "long ago ,"])

    def fake_input(_prompt):
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", fake_input)
    said = elman("predict", "model")
    assert said.status == 0
    assert "Some words in, 32 words out. Ctrl-D ends." in said.out
    assert "'mise' (close: 'mice'" in said.out
    assert "long ago , " in said.out


def test_predict_refuses_what_makes_no_sense(elman, model):
    said = elman("predict", "model", "long ago", "--top-k", 3)
    assert said.status == 2
    assert "top_k would change nothing at temperature 0" in said.err


@pytest.mark.parametrize("command", ["summary", "predict", "evaluate"])
def test_what_is_no_model_is_refused(elman, text, command):
    words = [] if command == "summary" else [text]
    Path("other").mkdir()
    said = elman(command, "other", *words)
    assert said.status == 2
    assert '"other" is not a whole model folder' in said.err


def test_damaged_and_newer_folders_are_refused(elman, model):
    weights, config = model / "model.safetensors", model / "config.json"
    content = weights.read_bytes()
    weights.write_bytes(content[:-5])
    assert "not a whole safetensors file" in elman("summary", "model").err
    weights.write_bytes(content[:-1] + b"?")
    assert "was changed after training" in elman("summary", "model").err
    config.write_text(json.dumps({**json.loads(config.read_text()), "format": 9, "elman": "9.0"}))
    said = elman("summary", "model")
    assert said.status == 2
    assert "has format 9, written by Elman 9.0" in said.err


def test_summary_shows_the_layers(elman, model):
    said = elman("summary", "model")
    assert said.status == 0
    for part in ("embedding", "lstm, 16 to 16", "head", "total", "learning rate"):
        assert part in said.out
    data = json.loads(elman("summary", model, "--json").out)
    assert data["task"] == "language-model"
    assert [row["layer"] for row in data["layers"]] == ["input", "recurrent", "head"]
    assert data["layers"][1]["shape"] == ["B", "T", 16]


def test_cells_are_listed_and_printed(elman):
    listed = elman("cells").out
    for name in cells.names():
        assert f"\n{name} " in listed
    assert "h[t] = tanh(W_h x[t] + R_h h[t-1] + b_h)" in elman("cells", "elman").out
    assert elman("cells", "gru", "--latex").out.startswith(r"\begin{aligned}")
    said = elman("cells", "gruu")
    assert said.status == 2
    assert 'Did you mean "gru"?' in said.err


def test_check_counts_and_advises(elman, text):
    said = elman("check", "language-model", text)
    assert said.status == 0
    assert "symbols        60 words" in said.out
    assert "learn the text by heart" in said.out
    said = elman("check", "language-model", text, "--unit", "character", "--window", 500)
    assert "too few for a window of 500" in said.out
    Path("bin").write_bytes(b"a\0b")
    said = elman("check", "language-model", "bin")
    assert (said.status, "byte 0x00 at offset 1" in said.err) == (2, True)


def test_the_forward_demo_prints_the_classic_numbers(elman):
    said = elman("demo", "forward")
    assert said.status == 0
    for number in ("[0.6 0.5]", "[0.53704957 0.46211716]", "1.56128388", "2.72707101"):
        assert number in said.out


def test_the_fable_demo_recites_and_takes_the_next_free_folder(elman):
    for folder in ("elman-fable", "elman-fable-2"):
        said = elman("demo", "fable")
        assert said.status == 0
        assert "accuracy 100.00 % (203 of 203)" in said.out
        assert "long ago , the mice had a general council to consider" in said.out
        assert f"Wrote to {folder}: plots/training.png" in said.out
        assert Path(folder, "plots", "training.png").is_file()


def test_the_tutorial_protocol_takes_its_options(elman):
    words = ["--protocol", "tutorial", "--layers", 1, "--iterations", 3, "--out", "tutorial"]
    said = elman("demo", "fable", *words)
    assert said.status == 0
    assert "1 x 512 lstm, input number" in said.out
    assert "1 epoch of 3 steps" in said.out
    said = elman("demo", "fable", "--layers", 1)
    assert 'layers belongs to the protocol "tutorial"' in said.err


def test_an_unknown_demo_gets_a_suggestion(elman):
    said = elman("demo", "fabel")
    assert said.status == 2
    assert 'there is no demo "fabel". Did you mean "fable"? There are: fable, sine,' in said.err
