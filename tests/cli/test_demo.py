from pathlib import Path

import pytest

SMALL = {
    "sine": "Average error, % of the amplitude:",
    "letters": "25 single letters, by a network of their own: accuracy 100.00 % (25 of 25)",
    "gym": "recurrent     what was done before           100.00            100.00",
}


@pytest.mark.parametrize(("name", "line"), SMALL.items())
def test_a_demo_prints_its_result_and_names_its_files(elman, name, line):
    said = elman("demo", name)
    assert said.status == 0
    assert f"elman demo {name} --seed 0" in said.out
    assert line in said.out
    assert f"Wrote to elman-{name}: " in said.out
    written = said.out.splitlines()[-1].split(": ")[1].split(", ")
    assert sorted(written) == sorted(file.name for file in Path(f"elman-{name}").iterdir())
    assert sum(file.endswith(".png") for file in written) == 1
    assert "whole loop compiled" in said.out


@pytest.mark.parametrize("name", SMALL)
def test_a_demo_overwrites_nothing_but_its_own_with_force(elman, name):
    Path("result.txt").write_text(f"elman demo {name} --seed 7\n")
    said = elman("demo", name, "--out", ".")
    assert said.status == 2
    assert f"already holds a result of elman demo {name}" in said.err
    assert elman("demo", name, "--out", ".", "--force").status == 0
    assert Path("result.txt").read_text().startswith(f"elman demo {name} --seed 0")


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("words", [["--seed", "-1"], ["--sed", "1"], ["more"]])
def test_wrong_options_of_a_demo(elman, name, words):
    assert elman("demo", name, *words).status == 2
    assert not list(Path().iterdir())


@pytest.mark.parametrize("words", [["--tbptt", "0"], ["--tbptt", "26"], ["--cell", "ellman"]])
def test_wrong_options_of_the_sine(elman, words):
    assert elman("demo", "sine", *words).status == 2
    assert not list(Path().iterdir())


def test_gradients_refuses_before_it_trains(elman):
    Path("remedies.png").write_text("mine")
    said = elman("demo", "gradients", "--out", ".", "--force")
    assert said.status == 2
    assert "remedies.png, not written by elman demo gradients" in said.err
    assert Path("remedies.png").read_text() == "mine"
