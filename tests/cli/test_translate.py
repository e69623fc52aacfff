"""Translating as it is typed: what comes out, and what is said where the input is bad."""

import io
import json
import sys
from itertools import product
from pathlib import Path

import pytest

import elman as package

SMALL = [
    "--hidden-size", 16, "--embedding-size", 12, "--learning-rate", 0.02, "--dropout", 0,
    "--label-smoothing", 0, "--validation", 0,
]  # fmt: skip
WORDS = {"one": "un", "two": "deux", "six": "six", "ten": "dix"}
ROWS = [(a, b) for a, b in product(WORDS, repeat=2) if a != b]
PAIRS = "".join(f"{a} and {b}!\t{WORDS[b]} et {WORDS[a]} !\n" for a, b in ROWS)


def write(name, content):
    Path(name).write_text(content)
    return name


def plain(said):
    """What was said as an error, provided that nothing else was."""
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Error: ")
    return said.err.removeprefix("Error: ").rstrip("\n")


@pytest.fixture
def fit(elman):
    def trained(content, *words, name="pairs.tsv", out="model", epochs=1):
        options = [*SMALL, "--epochs", epochs, "--out", out]
        return elman("fit", "translate", write(name, content), *options, *words)

    return trained


@pytest.fixture
def model(fit):
    said = fit(PAIRS * 4, "--batch-size", 8, epochs=40)
    assert said.status == 0, said.err
    assert "BLEU" in said.out
    assert "Wrote to model: " in said.out
    return "model"


def test_from_a_file_to_translations(elman, model, monkeypatch):
    assert elman("predict", model, "one and ten!").out == "dix et un !\n"
    write("lines.txt", "two and one!\n\nsix and two!\n")
    expected = "un et deux !\n\ndeux et six !\n"
    assert elman("predict", model, "lines.txt", "--beam", 3).out == expected
    monkeypatch.setattr(sys, "stdin", io.StringIO("two and one!\n\nsix and two!\n"))
    assert elman("predict", model).out == expected
    said = json.loads(elman("predict", model, "one and ten!", "--json", "--beam", 3).out)
    assert said["text"] == "one and ten!"
    assert said["translations"][0]["text"] == "dix et un !"
    assert len(said["translations"]) == 3
    words = ["one and ten!", "--beam", 3, "--n-best", 2, "--length-power", 0, "--no-repeat", 1]
    first, second = elman("predict", model, *words).out.splitlines()
    assert first == "dix et un !" != second
    assert "n_best is 2, but the beam holds 1" in plain(
        elman("predict", model, "one", "--n-best", 2)
    )
    assert package.load(model).predict("one and ten!") == "dix et un !"
    said = elman("evaluate", model, "pairs.tsv").out
    assert said.startswith("BLEU 100.0, chrF 100.0 (48 sentences)\n")
    assert "tok:13a" in said
    write("en", "one and ten!\ntwo and one!\n")
    write("fr", "dix et un !\nun et deux !\n")
    said = elman("evaluate", model, "en", "--target", "fr", "--beam", 2)
    assert "chrF 100.0 (2 sentences)" in said.out
    assert "1 x 16 gru with additive attention" in elman("summary", model).out


def test_where_the_model_looks_is_drawn(elman, model):
    said = elman("view", "attention", model, "one and Aesop!", "--beam", 2)
    assert said.status == 0, said.err
    told, unknown, *_ = said.out.splitlines()
    assert told == package.load(model).predict("one and Aesop!", beam=2)
    assert unknown == "not known to the model: Aesop"
    assert said.out.endswith("Wrote attention.png, attention.csv\n")
    Path("one").mkdir()  # a folder may be called as a word that is meant
    assert elman("view", "attention", model, "one").out.endswith("attention-2.csv\n")
    before = Path("attention.csv").read_text()
    assert before.startswith("written_place,written,read_place,read,share,copied\n")
    for words, told in (
        ([" "], "nothing to translate"),
        (["pairs.tsv"], '"pairs.tsv" is a file; expected a sentence'),
        (["one!", "--out", "attention"], '"attention.png" exists already'),
    ):
        assert told in plain(elman("view", "attention", model, *words))
    assert Path("attention.csv").read_text() == before


def test_attention_of_what_has_none_is_refused(elman, fit, monkeypatch):
    assert fit(PAIRS, "--attention", "none").status == 0
    assert "the model has no attention" in plain(elman("view", "attention", "model", "one!"))
    monkeypatch.setattr(package, "load", lambda folder: package.tasks.Tagger())
    said = plain(elman("view", "attention", "names", "one!"))
    assert said.startswith('"names" is a model of the task tag; attention is shown of a translator')
    assert not [*Path().glob("attention*")]


def test_subwords_live_in_the_folder(elman, fit):
    said = fit(PAIRS * 4, "--unit", "subword", "--subwords", 40, "--batch-size", 8, epochs=20)
    assert said.status == 0, said.err
    assert "subwords" in said.out + said.err
    opened = package.load("model")
    assert opened.encoding.learnt
    assert elman("predict", "model", "one and ten!").out == "dix et un !\n"
    content = json.loads(Path("model/vocab.json").read_text())
    Path("model/vocab.json").write_text(json.dumps({**content, "learnt": "no base 64"}))
    assert "is damaged" in plain(elman("predict", "model", "one"))
    Path("model/vocab.json").write_text(json.dumps({**content, "learnt": "AAAA"}))
    assert "vocab.json was changed or damaged" in plain(elman("predict", "model", "one"))
    said = plain(fit(PAIRS, "--unit", "subword", "--subwords", 3, out="other"))
    assert "Give at least" in said
    assert "--unit subword" in plain(fit(PAIRS, "--subwords", 99, out="other"))
    assert "subwords" in elman("check", "translate", "pairs.tsv", "--unit", "subword").out
    assert not Path("other").exists()


def test_two_files_and_the_other_direction(elman, fit):
    write("fr", "".join(f"{WORDS[b]} {WORDS[a]} !\n" for a, b in ROWS))
    english = "".join(f"{a} {b}!\n" for a, b in ROWS)
    said = fit(english, "--target", "fr", "--reverse", "--unit", "character", name="en")
    assert said.status == 0, said.err
    assert "characters" in said.out + said.err
    settings = package.load("model").settings
    assert (settings.reverse, settings.unit) == (True, "character")


def test_other_files_judge_with_their_translations_beside_them_or_in_them(elman, fit):
    judging = ROWS[:5]
    write("valid.en", "".join(f"{a} and {b}!\n" for a, b in judging))
    write("valid.fr", "".join(f"{WORDS[b]} et {WORDS[a]} !\n" for a, b in judging))
    write("test.tsv", PAIRS)
    options = ["--validation", "valid.en", "--validation-target", "valid.fr", "--test", "test.tsv"]
    said = fit(PAIRS, *options)
    assert said.status == 0, said.err
    facts = package.load("model").facts
    assert (facts["pairs"], facts["validation_pairs"]) == (12, 5)
    assert "on the test pairs: BLEU" in said.out
    assert "(12 sentences)" in said.out
    said = fit(PAIRS, "--test", "valid.en", "--test-target", "valid.fr", out="other")
    assert "on the test pairs: BLEU" in said.out
    assert "(5 sentences)" in said.out
    for words, told in (
        (["--validation-target", "valid.fr"], "Give --validation FILE too"),
        (["--test-target", "valid.fr"], "Give --test FILE too"),
        (["--test", "valid.en"], '"valid.en", line 1: "one and two!" has no tab'),
        (["--test", "valid.en", "--test-target", "pairs.tsv"], "line 6 of"),
    ):
        assert told in plain(fit(PAIRS, *words, out="third"))
    assert not Path("third").exists()


def test_what_is_wrong_is_said_in_one_line(elman, fit):
    assert "line 2: " in plain(fit("Go.\tVa !\nRun!\n"))
    write("fr", "un\ndeux\n")
    said = plain(fit("one\ntwo\nsix\n", "--target", "fr", name="en"))
    assert 'The first line without one is line 3 of "en": "six".' in said
    assert 'there is no file "nowhere"' in plain(
        elman("fit", "translate", "nowhere", "--out", "model")
    )
    assert "attention" in plain(fit(PAIRS, "--attention", "dott"))
    assert "line 2: it is empty; expected a sentence, a tab" in plain(fit("Go.\tVa !\n\na\tb"))
    write("en", "one\n\nsix\n")
    write("fr", "un\ndeux\nsix\n")
    said = plain(elman("fit", "translate", "en", "--target", "fr", "--out", "model"))
    assert said.startswith('"en" with "fr", line 2: the sentence is empty')
    said = plain(elman("fit", "translate", "fr", "--target", "fr", "--out", "model"))
    assert "the two sides are the same in 3 of 3 pairs, first in line 1" in said
    said = plain(fit(PAIRS, "--longest", 2))
    assert "every pair has a side of more than 2 words, the longest 4" in said
    assert not Path("model").exists()
    assert fit(PAIRS).status == 0
    assert "nothing to translate" in plain(elman("predict", "model", " "))
    assert '"pairs.tsv", line 1: there is a tab' in plain(elman("predict", "model", "pairs.tsv"))
    assert 'there is no file "new.tsv"' in plain(elman("predict", "model", "new.tsv"))
    assert "--length has no meaning" in plain(elman("predict", "model", "one", "--length", 3))


def test_what_is_left_out_or_looks_wrong_is_told_before_training(fit):
    said = fit(f"{PAIRS}Taxi\tTaxi\n{'one ' * 9}\tun\n", "--longest", 8)
    assert said.status == 0
    told = " ".join((said.out + said.err).split())
    assert "left out with a side of more than 8 words: 1, the longest 9" in told
    assert "pairs whose sides are the same: 1, first in line 13" in told


@pytest.mark.parametrize("attention", ["additive", "none"])
def test_a_word_never_seen_is_no_error_and_is_named(elman, fit, attention):
    assert fit(PAIRS, "--attention", attention).status == 0
    for words in (["Aesop"], ["one and Aesop!", "--beam", 2]):
        said = elman("predict", "model", *words, "--json")
        assert said.status == 0, said.err
        assert json.loads(said.out)["unknown"] == ["Aesop"]
    assert "unknown" not in json.loads(elman("predict", "model", "one!", "--json").out)


def test_a_file_is_checked(elman):
    long = "one " * 9
    write("pairs.tsv", f"{PAIRS}Taxi\tTaxi\none and ten!\tdix et un !\n{long}\tun\n")
    said = elman("check", "translate", "pairs.tsv", "--longest", 8)
    assert said.status == 0
    for part in (
        "15",
        "the sides are the same in 1 pair, first in line 13",
        "more than 8 words and would be left out in 1 pair, first in line 15",
        "over 4 times as long as the other in 1 pair, first in line 15",
        "there again in 1 pair, first in line 14",
        "15 pairs are few",
    ):
        assert part in " ".join(said.out.split())
