import re

import pytest

from elman.data.conll import TaggedText
from elman.data.labelled.examples import Examples
from elman.data.pairs import Pairs
from elman.errors import DataError, ModelFolderError
from elman.tasks import Classifier, Forecaster, LanguageModel, Music, Tagger, Translator, load
from elman.tasks.registry import TASKS
from elman.tasks.report.mistakes import MISTAKES
from elman.tasks.report.report import SECTIONS, write_report
from elman.tasks.seeing import SEE

SMALL = {"hidden_size": 4}
FEW = {"epochs": 2, "validation": 0}
WORDS = ["<b>good</b>", "fine", "bad", "poor"]


def language_model(out):
    model = LanguageModel(window=3, **SMALL)
    model.fit("<b>long</b> ago , the mice had a general council " * 3, out=out, **FEW)
    return "the mice had a council <b>long</b> ago ,"


def classifier(out):
    texts = WORDS * 6
    examples = Examples("it", texts, None, ["<i>+</i>", "+", "-", "-"] * 6, ["here"] * 24)
    Classifier(**SMALL).fit(examples, out=out, test=0, **FEW)
    return "text,label\n<b>good</b>,-\nfine,-\nbad,+\npoor,<i>+</i>\n"


def tagger(out):
    text = TaggedText("it", [["<b>long</b>", "ago"]] * 8, [["<i>", "X"]] * 8, [[1, 2]] * 8)
    Tagger(characters="none", embedding_size=4, **SMALL).fit(text, out=out, **FEW)
    return "<b>long</b>\tX\nago\t<i>\n\nago\tX\n\n"


def forecaster(out):
    model = Forecaster(3, "<b>y</b>", lookback=6, model="direct", **SMALL)
    table = out.parent / "learnt.csv"
    table.write_text("<b>y</b>\n" + "\n".join(f"{n % 7}.5" for n in range(40)))
    model.fit(table, out=out, epochs=2)
    return table.read_text()


def music(out):
    piece = [[60, 64], [62, 65], []] * 4
    Music(**SMALL).fit([piece] * 4, out=out, **FEW)
    return "[[[60], [62], [61], []], [[60, 64], [62, 65], []]]"


def translator(out):
    pairs = Pairs("it", ["one two", "two one"] * 4, ["un deux", "deux un"] * 4, range(8))
    Translator(embedding_size=4, **SMALL).fit(pairs, out=out, **FEW)
    return "one <b>two</b>\tun deux\ntwo\tdeux\n"


MAKE = {
    "language-model": (language_model, "txt"),
    "classify": (classifier, "csv"),
    "tag": (tagger, "conll"),
    "forecast": (forecaster, "csv"),
    "music": (music, "json"),
    "translate": (translator, "tsv"),
}


def headings(page):
    return re.findall(r"<h2>([^<]*)</h2>", page)


def test_every_task_says_what_it_is_worst_at():
    assert MISTAKES.keys() == TASKS.keys() == MAKE.keys()


@pytest.mark.parametrize("task", MAKE)
def test_a_model_of_every_task_is_reported_with_what_it_is_worst_at(task, tmp_path):
    make, ending = MAKE[task]
    folder, data = tmp_path / "<u>model", tmp_path / f"data.{ending}"
    data.write_text(make(folder))
    page = write_report(folder, tmp_path / "report.html", data=data).read_text()
    assert f"&lt;u&gt;model: a model of the task {task}" in page
    for tag in ("<b>", "<i>", "<u>", "http:", "https:", "<script"):
        assert tag not in page
    always = {"Data", "Network", "Settings", "What came out", "Curves", "Gradient norms"}
    always |= {"Gradients through time", "Mistakes"}
    assert {*headings(page)} >= always
    assert ("Gates and states" in headings(page)) == (task in SEE)
    assert ("Attention" in headings(page)) == (task == "translate")
    assert page.count("Of the decoder, while it writes") == (task == "translate")
    single = task == "classify"  # whose texts are of a single word, from which no step goes back
    assert page.count("Not shown") == single
    assert len(page) < 2e6
    assert headings(page) == [name for name in SECTIONS if name in headings(page)]
    assert (str(load(folder).evaluate(data)).splitlines()[0]) in page.replace("&#x27;", "'")
    assert "There are none." not in page


def test_the_most_surprising_symbol_comes_first_with_its_surprise(tmp_path):
    data = tmp_path / "data.txt"
    data.write_text(language_model(tmp_path / "model"))
    page = write_report(tmp_path / "model", tmp_path / "report.html", data=data).read_text()
    cells = re.findall(r"<tr><td>([0-9.]+)</td><td><span", page)
    found = [float(cell) for cell in cells]
    count = len(data.read_text().split()) - 1
    assert found == sorted(found, reverse=True)
    assert len(found) == count <= 10
    loss = load(tmp_path / "model").evaluate(data).loss
    assert sum(found) / count == pytest.approx(loss, abs=0.01)


def test_gates_and_samples_are_there_where_the_task_has_them(tmp_path):
    language_model(tmp_path / "model")
    page = write_report(tmp_path / "model", tmp_path / "report.html").read_text()
    assert page.count('<img src="data:image/png;base64,') == 3  # the network, gates and text
    assert "Samples over the training" in headings(page)
    assert "Not shown: give data to be read, with --data FILE." in page
    assert "give data to judge by, with --data FILE" in page


def test_a_translator_without_attention_has_no_section_of_it(tmp_path):
    pairs = Pairs("it", ["one two", "two one"] * 4, ["un deux", "deux un"] * 4, range(8))
    model = Translator(embedding_size=4, attention="none", **SMALL)
    model.fit(pairs, out=tmp_path / "model", **FEW)
    page = write_report(tmp_path / "model", tmp_path / "report.html").read_text()
    assert "Attention" not in headings(page)


def test_a_model_without_a_history_is_reported(tmp_path):
    classifier(tmp_path / "model")
    (tmp_path / "model" / "history.csv").unlink()
    page = write_report(tmp_path / "model", tmp_path / "report.html").read_text()
    assert "No history of the training was kept." in page
    assert "The wrong answers that the model was surest of on the training part." in page


def test_what_cannot_be_reported_is_refused_and_nothing_written(tmp_path):
    with pytest.raises(ModelFolderError, match="there is no folder"):
        write_report(tmp_path / "nowhere", tmp_path / "report.html")
    classifier(tmp_path / "model")
    with pytest.raises(DataError, match=r"none.csv"):
        write_report(tmp_path / "model", tmp_path / "report.html", data=tmp_path / "none.csv")
    assert not (tmp_path / "report.html").exists()


def test_the_worst_windows_are_those_with_something_unheard_of_and_lie_apart(tmp_path):
    data = tmp_path / "data.csv"
    head, *rows = forecaster(tmp_path / "model").splitlines()
    rows[20] = "60.5"
    data.write_text("\n".join([head, *rows]))
    page = write_report(tmp_path / "model", tmp_path / "report.html", data=data).read_text()
    origins = [int(one) for one in re.findall(r"step after (\d+)<", page)]
    assert len(origins) == 4
    assert 0 < 20 - origins[0] <= 3
    assert all(abs(a - b) >= 3 for n, a in enumerate(origins) for b in origins[:n])


@pytest.mark.parametrize(
    ("task", "cell", "sign"),
    [("tag", r"<td>(\d) of \d</td>", -1), ("translate", r"<td>(\d+)</td>", 1)],
)
def test_the_worst_sentences_come_first(task, cell, sign, tmp_path):
    make, ending = MAKE[task]
    data = tmp_path / f"data.{ending}"
    data.write_text(make(tmp_path / "model"))
    page = write_report(tmp_path / "model", tmp_path / "report.html", data=data).read_text()
    found = [sign * int(one) for one in re.findall(f"<tr>{cell}", page.split("Mistakes</h2>")[1])]
    assert len(found) == 2
    assert found == sorted(found)
