import sys
from dataclasses import dataclass

import pytest
import torch

from elman.cli.main import main
from elman.tasks.demos.fable import fable

TEXT = " ".join(fable().split()[:60])


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit status and what it printed."""

    status: int
    out: str
    err: str


@pytest.fixture
def elman(capsys, monkeypatch, tmp_path):
    """Type a command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ELMAN_TRACEBACK", raising=False)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)

    def typed(*words):
        monkeypatch.setattr(sys, "argv", ["elman", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return Said(left.value.code or 0, said.out, said.err)

    yield typed
    torch.set_num_threads(threads)


@pytest.fixture
def text(tmp_path):
    """A short text in a file."""
    file = tmp_path / "text.txt"
    file.write_text(TEXT)
    return file


@pytest.fixture
def model(elman, text):
    """A model folder, trained a little."""
    words = ["--out", "model", "--window", 4, "--hidden-size", 16, "--epochs", 3, "--validation", 0]
    assert elman("fit", "language-model", text, *words).status == 0
    return text.parent / "model"
