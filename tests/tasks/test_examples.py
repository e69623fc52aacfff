import torch

from elman.data.batch import Batch
from elman.data.units import UNITS
from elman.data.vocabulary import Vocabulary
from elman.tasks.examples import example_line

VOCABULARY = Vocabulary(("the", "mice", "\n", "x" * 200), (1, 1, 1, 1))


def shown(inputs, targets, logits, unit="word"):
    batch = Batch(torch.tensor(inputs), torch.tensor(targets), fresh=True)
    return example_line(VOCABULARY, UNITS[unit])(batch, torch.tensor(logits))


def test_the_first_row_is_shown_with_its_last_target():
    logits = [[[0.0, 1, 0, 0], [9.0, 0, 0, 0]], [[0.0, 0, 1, 0], [0.0, 0, 1, 0]]]
    assert shown([[0, 1], [1, 1]], [[1, 1], [0, 0]], logits) == "the mice -> mice | the"


def test_one_target_a_row_is_understood():
    assert shown([[0, 1]], [2], [[0.0, 0, 1, 0]]) == "the mice -> \\n | \\n"


def test_the_line_fits_a_terminal_whatever_the_symbols():
    line = shown([[3, 3, 0]], [3], [[0.0, 0, 0, 1]], unit="character")
    assert len(line) < 80
    assert line.startswith("xxx")
    assert "the -> xxx" in line
