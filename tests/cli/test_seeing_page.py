"""What docs/seeing.md shows, typed as a reader would."""

import re
import shlex
from pathlib import Path

import matplotlib.image

from elman.tasks.demos.fable import fable

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "seeing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [line.removeprefix("$ elman ") for block in BLOCKS for line in block.splitlines()]
PAIRS = [("I want a car.", "je veux une voiture."), ("a new car", "une nouvelle voiture")]


def test_every_command_runs(elman, tmp_path):
    said = " ".join(re.findall(r'lm "(.*?)"', PAGE))
    (tmp_path / "text.txt").write_text(f"{fable()} {said}")
    (tmp_path / "other.txt").write_text(fable()[:200])
    (tmp_path / "pairs.tsv").write_text("\n".join("\t".join(pair) for pair in PAIRS * 20))
    for command in COMMANDS:
        assert elman(*shlex.split(command)).status == 0, command


def test_its_pictures_are_small_and_as_wide_as_all():
    targets = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert all((DOCS / target).exists() for target in targets)
    for file in (DOCS / target for target in targets if target.endswith(".png")):
        assert matplotlib.image.imread(file).shape[1] == 1000
        assert file.stat().st_size < 100_000
