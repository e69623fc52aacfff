"""Labels as they are typed: what comes out, and what is said where the input is bad."""

import io
import json
import sys
from pathlib import Path

import pytest

import elman as package

SMALL = ["--hidden-size", 6, "--epochs", 2, "--out", "model"]
GOOD = "text,label\n" + "".join(
    f"{word} {other} {n},{label}\n"
    for n in range(5)
    for other in ("film", "plot")
    for word, label in (("good", "plus"), ("fine", "plus"), ("bad", "minus"), ("dull", "minus"))
)


def write(name, content):
    Path(name).write_text(content)
    return name


@pytest.fixture
def fit(elman):
    """Train a small classifier on a table with these contents."""

    def trained(content, *words):
        return elman("fit", "classify", write("reviews.csv", content), *SMALL, *words)

    return trained


@pytest.fixture
def model(fit):
    """A model folder beside the table that it was trained on."""
    said = fit(GOOD)
    assert said.status == 0, said.err
    return "model"


def plain(said):
    """What was said as an error, provided that nothing else was."""
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Error: ")
    assert "Traceback" not in said.err
    return said.err.removeprefix("Error: ").rstrip("\n")


def test_fit_says_how_well_and_what_it_wrote(fit):
    said = fit(GOOD)
    for part in (
        "on the test part: accuracy",
        "precision %",
        "true \\ told",
        "plots/confusion.png",
    ):
        assert part in said.out
    assert Path("model", "plots", "confusion.png").is_file()
    assert "2 labels (minus, plus)" in Path("model", "README.md").read_text() + said.out


def test_summary_and_evaluate(elman, model):
    assert "on the test part: accuracy" in elman("summary", model).out
    said = elman("evaluate", model, "reviews.csv")
    assert (said.status, said.err) == (0, "")
    assert "of 40), loss" in said.out


def test_predict_a_text_a_file_and_lines(elman, model, monkeypatch):
    alone = elman("predict", model, "a good film").out
    assert alone.count("%") == 2
    lines = "a good film\n\na dull plot\n"
    for words in ([], ["-"]):
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
        told = elman("predict", model, *words).out.splitlines()
        assert (len(told), told[0], told[1]) == (3, alone.strip(), "")
    told = elman("predict", model, write("texts.txt", "a good film\na dull plot\n")).out
    assert told.splitlines()[0] == f"line 1: {alone.strip()}"
    assert len(elman("predict", model, "reviews.csv").out.splitlines()) == 40


def test_json_has_the_place_and_every_probability(elman, model, monkeypatch):
    alone = json.loads(elman("predict", model, "a good film", "--json").out)
    assert sum(alone["probabilities"].values()) == pytest.approx(1)
    first = json.loads(elman("predict", model, "reviews.csv", "--json").out.splitlines()[0])
    assert list(first) == ["place", "label", "probabilities"]
    assert first["place"] == "line 2"
    monkeypatch.setattr(sys, "stdin", io.StringIO("a good film\n"))
    assert json.loads(elman("predict", model, "--json").out) == alone


def test_data_may_be_written_down_otherwise_than_in_training(elman, fit):
    assert fit(GOOD.replace(",", "^"), "--delimiter", "^", "--encoding", "latin-1").status == 0
    right = elman("evaluate", "model", "reviews.csv").out
    pairs = [line.split(",") for line in GOOD.splitlines()[1:]]
    rows = "".join(f"{label},{text},a word\n" for text, label in pairs)
    other = write("other.csv", f"who,what,why\n{rows}")
    words = ["--delimiter", ",", "--text", "what", "--label", "who"]
    assert "parts the cells, name it with --delimiter" in plain(elman("evaluate", "model", other))
    assert elman("evaluate", "model", other, *words).out == right
    told = elman("predict", "model", other, *words[:4])
    assert len(told.out.splitlines()) == 40
    assert elman("predict", "model", write("lines.txt", "good film\n")).out.startswith("line 1: ")
    assert "--rate" in plain(elman("evaluate", "model", other, "--rate", 8000))
    assert '"old.txt"' in plain(elman("predict", "model", "old.txt"))


def test_columns_are_chosen_and_remembered(elman):
    rows = "".join(
        f"{n},{t},{n},note,{'up' if n % 2 else 'down'}\n" for n in range(60) for t in range(3)
    )
    file = write("walks.csv", f"walk,t,x,note,way\n{rows}")
    words = ["--sequence", "walk", "--label", "way", "--columns", "x", "--columns", "t"]
    assert elman("check", "classify", file, *words).out.count('"x", "t"') == 1
    assert elman("fit", "classify", file, *SMALL, *words).status == 0
    assert len(elman("predict", "model", file).out.splitlines()) == 60


def test_predict_opens_a_prompt_at_a_terminal(elman, model, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    typed = iter(["a good film"])

    def fake_input(_prompt):
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", fake_input)
    said = elman("predict", model)
    assert said.status == 0
    assert "A text in, its label out (minus, plus). Ctrl-D ends." in said.out
    assert said.out.count("%") == 2


def test_what_is_there_is_not_overwritten(fit, model):
    before = Path(model, "config.json").read_bytes()
    assert '"model" already holds a model' in plain(fit(GOOD))
    assert "is finished: nothing to resume" in plain(fit(GOOD, "--resume"))
    assert Path(model, "config.json").read_bytes() == before
    assert fit(GOOD, "--force", "--seed", 1).status == 0
    assert Path(model, "config.json").read_bytes() != before


BAD_FILES = {
    "one label": ("text,label\nmew,cat\nwow,cat\n", 'has the label "cat" alone; expected at least'),
    "empty text": (GOOD + " ,plus\n", '"reviews.csv", line 42: the sequence is empty'),
    "no label": ("text\nmew\n", "which column holds the labels?"),
    "nothing": ("", '"reviews.csv" holds nothing'),
    "too few": ("text,label\nmew,cat\nwow,dog\n", "2 examples are too few to hold 0.1 of them out"),
}


@pytest.mark.parametrize(("content", "message"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_file_that_cannot_be_learnt(fit, content, message):
    assert message in plain(fit(content))
    assert not Path("model").exists()


BAD_OPTIONS = {
    "pooling": (["--pooling", "first"], "pooling is 'first'; expected one of 'last', 'mean'"),
    "weights": (["--weights", "balnced"], "weights is 'balnced'; expected one of"),
    "label": (["--label", "lable"], 'has no column "lable"; it has "text", "label". Did you mean'),
    "order": (["--order", "pixels"], "is read as a table, which order does not fit"),
    "validation": (["--validation", 2], "the share to hold out is 2.0; expected 0 to below 1"),
    "test": (["--test", "nowhere.csv"], 'there is no file "nowhere.csv"'),
    "batch size": (["--batch-size", 0], "batch_size is 0; expected a whole number of at least 1"),
}


@pytest.mark.parametrize(("words", "message"), BAD_OPTIONS.values(), ids=BAD_OPTIONS.keys())
def test_an_option_that_makes_no_sense(fit, words, message):
    assert message in plain(fit(GOOD, *words))
    assert not Path("model").exists()


def test_what_a_model_cannot_answer(elman, model):
    other = write("other.csv", "text,label\nmew,plus\nwow,ugly\n")
    assert 'line 3: the label "ugly" is not one of those learnt: minus, plus' in plain(
        elman("evaluate", model, other)
    )
    assert 'there is no file "nowhere.csv"' in plain(elman("predict", model, "nowhere.csv"))
    assert "the sequence is empty" in plain(elman("predict", model, ""))
    assert "--length has no meaning for this model" in plain(
        elman("predict", model, "a film", "--length", 3)
    )
    assert "--stride has no meaning for this model" in plain(
        elman("evaluate", model, "reviews.csv", "--stride", 3)
    )


def test_a_model_of_numbers_asks_for_a_file(elman):
    rows = [f"{n // 3},{n},{'ab'[n // 3 % 2]}" for n in range(90)]
    table = write("walks.csv", "\n".join(["id,x,label", *rows]))
    assert elman("fit", "classify", table, "--sequence", "id", *SMALL).status == 0
    assert 'there is no file "abc"' in plain(elman("predict", "model", "abc"))
    assert "which cannot be typed: give a file" in plain(elman("predict", "model"))
    assert len(elman("predict", "model", table).out.splitlines()) == 30


def test_check_counts_and_names_what_is_wrong(elman):
    said = elman("check", "classify", write("reviews.csv", GOOD))
    assert said.status == 0
    for part in ("examples  40", "labels    2: plus 20, minus 20", "Nothing is wrong with it."):
        assert part in said.out
    bad = write("bad.csv", GOOD + ",plus\nmew,cat\n")
    said = elman("check", "classify", bad)
    assert '"bad.csv": 1 sequence is empty: line 42. Take it out.' in said.out
    assert '"cat" (line 43)' in said.out
    said = elman("check", "classify", "reviews.csv", "--test", bad)
    assert 'labels that "reviews.csv" never has: "cat" (line 43)' in said.out
    assert "unit is 'wrd'; expected one of: word, character, byte. Did you mean \"word\"?" in plain(
        elman("check", "classify", "reviews.csv", "--unit", "wrd")
    )


def test_what_keeps_from_learning_by_heart_reaches_the_model(fit):
    shares = {"recurrent_dropout": 0.1, "zoneout": 0.2, "weight_drop": 0.3}
    options = [("--" + name.replace("_", "-"), share) for name, share in shares.items()]
    said = fit(GOOD, *(word for option in options for word in option), "--average", 2)
    assert said.status == 0, said.err
    model = package.load("model")
    assert shares.items() <= model.settings.model_dump().items()
    assert model.training.average == 2
