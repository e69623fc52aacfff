"""The examples of docs/shapes.md, run as a reader would, and their pictures."""

import doctest
import re
from pathlib import Path

import matplotlib.image
import pytest
import torch

DOCS = Path(__file__).parents[1] / "docs"
TEXT = (DOCS / "shapes.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
PICTURES = re.findall(r"\]\(([^)]+\.png)\)", TEXT)


def test_every_example_has_its_picture():
    assert [re.findall(r'"([^"]+\.png)"', example) for example in EXAMPLES] == [
        [picture] for picture in PICTURES
    ]
    assert len(PICTURES) == 5


@pytest.mark.parametrize("number", range(5))
def test_an_example_learns_and_draws_what_is_shown(number, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(EXAMPLES[number], {}, PICTURES[number], None, 0)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        assert doctest.DocTestRunner().run(test).failed == 0
    finally:
        torch.set_num_threads(threads)
    shown, drawn = (folder / PICTURES[number] for folder in (DOCS, tmp_path))
    # letters may lie a pixel beside where they lay, for fonts are not all of one version
    sizes = [matplotlib.image.imread(file).shape for file in (shown, drawn)]
    assert sizes[0] == sizes[1]
    assert sizes[0][1] == 1000
    assert shown.stat().st_size < 100_000


def test_what_it_links_to_exists():
    for target in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (DOCS / target).exists(), target
