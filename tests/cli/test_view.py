import csv
from pathlib import Path

import torch

import elman as package


def test_equations_tells_the_numbers_and_writes_a_page_beside_an_earlier_one(elman):
    first, second = elman("view", "equations", "gru"), elman("view", "equations", "gru")
    assert first.status == second.status == 0
    assert "step 2 back" in first.out
    assert first.out.endswith("Wrote gru.png\n")
    assert second.out.endswith("Wrote gru-2.png\n")
    assert Path("gru.png").read_bytes().startswith(b"\x89PNG")


def test_equations_replaces_nothing_unasked(elman):
    Path("mine.png").write_bytes(b"mine")
    said = elman("view", "equations", "gru", "--out", "mine.png")
    assert said.status == 2
    assert '"mine.png" exists already' in said.err
    assert Path("mine.png").read_bytes() == b"mine"
    assert elman("view", "equations", "gru", "--out", "mine.png", "--force").status == 0
    assert Path("mine.png").read_bytes() != b"mine"


def test_what_cannot_be_viewed_gets_a_suggestion(elman):
    said = elman("view", "equatons", "gru")
    assert said.status == 2
    assert 'there is no view "equatons". Did you mean "equations"?' in said.err
    assert 'Did you mean "gru"?' in elman("view", "equations", "gruu").err


READ = "long ago , the mice had a general council"


def test_gates_writes_two_pictures_and_the_values_of_the_network(elman, model):
    said = elman("view", "gates", model, READ, "--unit", 3, "--unit", 5)
    assert said.status == 0
    assert said.out.endswith("Wrote gates.png, gates-text.png, gates.csv\n")
    head, *rows = csv.reader(Path("gates.csv").read_text().splitlines())
    names = [f"{name}_l0[{unit}]" for unit in (3, 5) for name in "ifgoch"]
    assert sorted(head) == sorted(["step", "symbol", *names])
    assert [row[1] for row in rows] == READ.split()
    loaded = package.load(model)
    output, _ = loaded.network.features(torch.tensor([loaded.vocabulary.encode(READ.split())]))
    for step, row in enumerate(rows):
        assert float(row[head.index("h_l0[3]")]) == output[0, step, 3].item()
    for name in ("gates.png", "gates-text.png"):
        assert Path(name).read_bytes().startswith(b"\x89PNG")


def test_gates_ranks_units_by_an_event(elman, model):
    said = elman("view", "gates", model, READ, "--event", "position")
    assert said.status == 0
    assert "Correlation with position" in said.out
    found = [line.split() for line in said.out.splitlines()[2:12]]
    strengths = [abs(float(one[0])) for one in found]
    assert strengths == sorted(strengths, reverse=True)
    assert f"coloured by {found[0][2]}, unit {found[0][1]}." in " ".join(said.out.split())


def test_gates_of_what_is_not_there_are_refused(elman, model):
    for words, told in (
        (["--unit", 16], "there is no unit 16: they are numbered from 0 to 15"),
        (["--layer", 1], "there is no layer 1: they are numbered from 0 to 0"),
        (["--event", "digit"], 'Did you mean "digits"?'),
        (["--event", "digits"], "nothing can track digits in this text"),
        (["--out", "no/gates"], '"no", where "gates.png" is to be written, is no folder'),
    ):
        said = elman("view", "gates", model, READ, *words)
        assert said.status == 2
        assert told in " ".join(said.err.split())
    for given, told in (
        ("", "the text is empty. Give one"),
        ("no.txt", 'there is no file "no.txt"'),
    ):
        assert told in elman("view", "gates", model, given).err
    assert not Path("gates.png").exists()
    Path("mine.csv").write_text("mine")
    assert elman("view", "gates", model, READ, "--out", "mine").status == 2
    assert Path("mine.csv").read_text() == "mine"
    assert not Path("mine.png").exists()


def test_gates_reads_a_file(elman, model, text):
    assert elman("view", "gates", model, text).status == 0
    assert len(Path("gates.csv").read_text().splitlines()) == 61


def test_gates_of_a_model_of_another_task_are_refused(elman, monkeypatch):
    monkeypatch.setattr(package, "load", lambda folder: package.tasks.Music())
    said = elman("view", "gates", "names", READ)
    assert said.status == 2
    assert '"names" is a model of the task music; gates are shown of: ' in said.err


def test_gates_of_a_forecaster_are_drawn_over_time_and_ranked_by_a_column(elman):
    rows = [f"2026-01-{day:02},{day * day % 7},{day % 2}" for day in range(1, 31)]
    Path("sales.csv").write_text("\n".join(["day,sales,odd", *rows]) + "\n")
    words = ["--time", "day", "--target", "sales", "--horizon", 2, "--lookback", 8]
    small = ["--hidden-size", 4, "--epochs", 1, "--model", "direct", "--out", "sales"]
    assert elman("fit", "forecast", "sales.csv", *words, *small).status == 0
    said = elman("view", "gates", "sales", "sales.csv", "--event", "odd", "--unit", 2)
    assert said.status == 0, said.err
    assert "Correlation with odd" in said.out
    assert said.out.endswith("Wrote gates.png, gates.csv\n")
    head, *table = csv.reader(Path("gates.csv").read_text().splitlines())
    assert head[:2] == ["step", "day"]
    assert [row[1] for row in table] == [f"2026-01-{day}" for day in range(23, 31)]
    said = elman("view", "gates", "sales", "sales.csv", "--event", "digits", "--out", "no")
    assert said.status == 2
    assert 'has no column "digits"' in said.err
    assert 'there is no file "words"' in elman("view", "gates", "sales", "words").err
    assert not Path("no.png").exists()


def test_gradients_of_a_new_network(elman):
    said = elman("view", "gradients", "--cell", "elman", "--steps", 30, "--num-layers", 2)
    assert said.status == 0
    first, second, wrote = said.out.splitlines()
    assert first.startswith("l0: what happened more than ")
    assert second.startswith("l1: what happened more than ")
    assert wrote == "Wrote gradients.png, gradients.csv"
    head, *rows = csv.reader(Path("gradients.csv").read_text().splitlines())
    assert head == ["steps_back", "l0 h", "l0 delta h", "l1 h", "l1 delta h"]
    assert [int(row[0]) for row in rows] == [*range(30)]
    back = int(first.split("more than ")[1].split()[0])
    norms = [float(row[1]) for row in rows]
    assert norms[back] >= 0.01 * norms[0] > max(norms[back + 1 :])
    assert Path("gradients.png").read_bytes().startswith(b"\x89PNG")


def test_gradients_of_a_model(elman, model, text):
    said = elman("view", "gradients", model, READ, "--steps", 6, "--out", "mine")
    assert said.status == 0
    assert said.out.endswith("Wrote mine.png, mine.csv\n")
    assert len(Path("mine.csv").read_text().splitlines()) == 7
    assert elman("view", "gradients", model, text, "--out", "mine").status == 2


def test_gradients_of_what_is_not_there_are_refused(elman, model):
    for words, told in (
        ([], "give a model folder and data for it, or --cell and no folder"),
        ([model], "give a model folder and data for it, or --cell and no folder"),
        ([model, READ, "--cell", "gru"], "or --cell and no folder"),
        ([model, READ, "--hidden-size", 3], "are of a new network: add --cell"),
        ([model, "abracadabra mice"], "has symbols that the training text has not"),
        ([model, "mice"], "too short"),
        (["--cell", "gruu"], 'Did you mean "gru"?'),
        (["--cell", "gru", "--steps", 1], "steps"),
    ):
        said = elman("view", "gradients", *words)
        assert said.status == 2, words
        assert told in " ".join(said.err.replace("│", " ").split())
    assert not list(Path().glob("gradients*"))


def test_report_writes_a_page_beside_an_earlier_one(elman, model, text):
    first, second = elman("view", "report", model), elman("view", "report", model, "--data", text)
    assert (first.out, second.out) == ("Wrote report.html\n", "Wrote report-2.html\n")
    assert "The symbols that surprised the model most." in Path("report-2.html").read_text()
    said = elman("view", "report", model, "--out", "report.html")
    assert said.status == 2
    assert '"report.html" exists already' in said.err
    assert elman("view", "report", model, "--out", "report.html", "--force").status == 0


def test_report_of_what_is_no_model_or_by_what_is_no_data_is_refused(elman, model):
    for words, told in (
        (["nowhere"], 'there is no folder "nowhere"'),
        ([model, "--data", "nowhere.txt"], "nowhere.txt"),
    ):
        said = elman("view", "report", *words)
        assert said.status == 2
        assert told in " ".join(said.err.split())
    assert not Path("report.html").exists()


def test_network_draws_the_model_twice_and_replaces_nothing_unasked(elman, model):
    said = elman("view", "network", model)
    assert said.status == 0
    assert said.out == "Wrote network.svg, network.png\n"
    assert Path("network.png").read_bytes().startswith(b"\x89PNG")
    assert Path("network.svg").read_text().startswith("<?xml")
    assert elman("view", "network", model).out == "Wrote network-2.svg, network-2.png\n"
    before = Path("network.svg").read_bytes()
    assert before == Path("network-2.svg").read_bytes()
    Path("mine.png").write_bytes(b"mine")
    said = elman("view", "network", model, "--out", "mine")
    assert said.status == 2
    assert Path("mine.png").read_bytes() == b"mine"
    assert not Path("mine.svg").exists()
