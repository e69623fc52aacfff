"""Tagging as it is typed: what comes out, and what is said where the input is bad."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

import elman as package

SMALL = [
    "--hidden-size", 8, "--embedding-size", 6, "--character-size", 4, "--character-hidden", 3,
    "--learning-rate", 0.02,
]  # fmt: skip
NAMES = "".join(
    f"{who}\n{did}\tO\n{where}\n.\tO\n\n"
    for who in ("Ann\tB-person\nLee\tI-person", "Aesop\tB-person")
    for where in ("New\tB-place\nYork\tI-place", "Rome\tB-place")
    for did in ("saw", "left", "likes")
)
SPEECH = (
    "1\tMice\tmouse\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tran\trun\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"
)


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
    def trained(content, *words, name="names.conll", out="model", epochs=1):
        options = [*SMALL, "--epochs", epochs, "--out", out]
        return elman("fit", "tag", write(name, content), *options, *words)

    return trained


@pytest.fixture
def model(fit):
    said = fit(NAMES * 2, "--dropout", 0.1, "--validation", 0, epochs=40)
    assert said.status == 0, said.err
    return "model"


def test_from_a_file_to_marked_sentences(elman, model, monkeypatch):
    said = elman("predict", model, "Ann Lee left  New York.")
    assert said.out == '["Ann Lee"/person] left  ["New York"/place].\n'
    write("lines.txt", "Aesop saw Rome.\n\nAnn Lee likes New York.\n")
    expected = (
        '["Aesop"/person] saw ["Rome"/place].\n\n["Ann Lee"/person] likes ["New York"/place].\n'
    )
    assert elman("predict", model, "lines.txt").out == expected
    monkeypatch.setattr(sys, "stdin", io.StringIO(Path("lines.txt").read_text()))
    assert elman("predict", model).out == expected
    answers = [
        json.loads(x) for x in elman("predict", model, "lines.txt", "--json").out.splitlines()
    ]
    assert [answer["text"] for answer in answers] == [
        "Aesop saw Rome.",
        "",
        "Ann Lee likes New York.",
    ]
    assert answers[0]["places"][-1] == [14, 15]
    assert answers[0]["entities"][1] == {"text": "Rome", "type": "place", "start": 10, "end": 14}
    said = elman("evaluate", model, "names.conll")
    assert said.status == 0
    assert ["micro", *["100.00"] * 3, "48"] in [line.split() for line in said.out.splitlines()]
    assert "2 types of spans in IOB2 (person, place)" in elman("summary", model).out


def test_words_in_columns_are_tagged_and_their_tags_are_not_looked_at(elman, model, monkeypatch):
    expected = '["Aesop"/person] saw ["Rome"/place] .\n["Ann Lee"/person] left ["Rome"/place] .\n'
    words = "Aesop\nsaw\nRome\n.\n\nAnn\nLee\nleft\nRome\n.\n"
    pairs, swapped = re.sub(r"(.+)", r"\1\tX", words), re.sub(r"(.+)", r"X\t\1", words)
    assert elman("predict", model, write("new.txt", pairs)).out == expected
    assert elman("predict", model, write("new.conll", words)).out == expected
    assert elman("predict", model, write("of.txt", words), "--token-column", 1).out == expected
    assert elman("predict", model, write("s.conll", swapped), "--token-column", 2).out == expected
    monkeypatch.setattr(sys, "stdin", io.StringIO("Aesop saw Rome.\n"))
    assert elman("predict", model, "-").out == '["Aesop"/person] saw ["Rome"/place].\n'
    assert 'there is no file "old.conll"' in plain(elman("predict", model, "old.conll"))
    assert "there is no column 3" in plain(elman("predict", model, "new.txt", "--token-column", 3))
    same = [
        elman("evaluate", model, "names.conll", *words).out
        for words in ([], ["--token-column", 1, "--tag-column", 2])
    ]
    assert same[0] == same[1] != ""


def test_parts_of_speech_come_as_pairs(elman, fit):
    said = fit(SPEECH * 20, "--no-crf", "--characters", "cnn", "--no-shapes", epochs=30)
    assert said.status == 0, said.err
    assert "accuracy 100.00 % (4 of 4 words)" in said.out
    assert elman("predict", "model", "Mice ran").out == "Mice/NOUN ran/VERB\n"
    assert fit(SPEECH * 20, "--tag-column", 5, "--force").status == 0
    assert package.load("model").encoding.tags == ("NNS", "VBD")


def test_a_prompt_at_a_terminal(elman, model, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    typed = iter(["Aesop saw Rome", "..."])

    def fake_input(_prompt):
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", fake_input)
    said = elman("predict", model)
    assert said.out.splitlines()[:2] == [
        "A sentence in, its tags out. Ctrl-D ends.",
        '["Aesop"/person] saw ["Rome"/place]',
    ]


BAD_FILES = {
    "empty": ("", '"names.conll" holds nothing'),
    "blank": (" \n\n", "holds nothing but white space"),
    "one column": ("Ann\nleft\n", 'line 1: "Ann" is the only column'),
    "ragged": ("Ann\tO\nleft\tX\tO\n", "line 2: 3 columns; expected 2 columns parted by tabs"),
    "one tag": ("Ann\tO\nleft\tO\n", "the only tag is O, so there is nothing to learn"),
    "odd tag": (NAMES + "Ann\tNOUN\n", 'line 73: "NOUN" is no tag of a span'),
}


@pytest.mark.parametrize(("content", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_bad_files(fit, content, message):
    assert message in plain(fit(content))
    assert not Path("model").exists()


BAD_SETTINGS = [
    (["--scheme", "BIO"], "scheme is 'BIO'; expected one of"),
    (["--characters", "rnn"], "characters is 'rnn'; expected one of"),
    (["--cell", "lstn"], 'Did you mean "lstm"?'),
    (["--tag-column", 3], "there is no column 3 for the tags"),
    (["--validation", 1], "validation is 1.0; expected a share from 0"),
    (["--validation", "other.conll"], 'there is no file "other.conll"'),
    (["--test", "other.conll"], 'there is no file "other.conll"'),
    (["--vectors", "other.vec"], 'there is no file "other.vec"'),
    (["--validation", 0, "--patience", 2], "patience needs something to judge by"),
    (["--resume"], 'there is no training to resume in "model"'),
]


@pytest.mark.parametrize(("words", "message"), BAD_SETTINGS)
def test_bad_settings(fit, words, message):
    assert message in plain(fit(NAMES, *words))
    assert not Path("model").exists()


def test_options_of_others_are_refused(elman, fit):
    assert fit(NAMES).status == 0
    assert "--length has no meaning for this model, whose task is tag" in plain(
        elman("predict", "model", "Ann", "--length", 3)
    )
    assert "--stride has no meaning" in plain(
        elman("evaluate", "model", "names.conll", "--stride", 2)
    )
    assert "there is no word to tag" in plain(elman("predict", "model", " "))
    assert "no tag of a span" in plain(elman("evaluate", "model", write("s.conllu", SPEECH)))
    assert '"model" already holds a model' in plain(fit(NAMES))
    assert "is finished: nothing to resume" in plain(fit(NAMES, "--resume"))


def test_json_is_of_a_tagger_only(elman, text):
    words = ["--out", "lm", "--window", 4, "--hidden-size", 4, "--epochs", 1, "--validation", 0]
    assert elman("fit", "language-model", text, *words).status == 0
    assert "--json has no meaning" in plain(elman("predict", "lm", "long ago", "--json"))


def test_check_says_what_is_wrong_and_where(elman):
    write("names.conll", NAMES + "left\tO\nLee\tI-person\n")
    said = elman("check", "tag", "names.conll", "--test", write("test.conll", "Ann\tB-king\n"))
    assert said.status == 0
    assert "I-person after O (training line 74)" in " ".join(said.out.split())
    assert "B-king (test line 1)" in " ".join(said.out.split())
    assert "there is no column 9" in plain(elman("check", "tag", "names.conll", "--tag-column", 9))


def test_what_is_typed_is_what_python_does(fit):
    assert fit(NAMES).status == 0
    names = ("hidden_size", "embedding_size", "character_size", "character_hidden")
    same = package.tasks.Tagger(**dict(zip(names, (8, 6, 4, 3), strict=True)))
    same.compile(learning_rate=0.02)
    same.fit("names.conll", epochs=1)
    typed = package.load("model")
    assert typed.settings == same.settings
    assert typed.training == same.training
    assert typed.facts == same.facts
    assert typed.predict("Ann left.") == same.predict("Ann left.")


def test_what_keeps_from_learning_by_heart_reaches_the_model(fit):
    shares = {"recurrent_dropout": 0.1, "zoneout": 0.2, "weight_drop": 0.3}
    options = [("--" + name.replace("_", "-"), share) for name, share in shares.items()]
    said = fit(NAMES * 2, *(word for option in options for word in option), "--average", 2)
    assert said.status == 0, said.err
    model = package.load("model")
    assert shares.items() <= model.settings.model_dump().items()
    assert model.training.average == 2
