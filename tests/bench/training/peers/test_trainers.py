"""Every trainer learns what torch's ordinary loop learns; those not installed are left out."""

import pytest

from elman.bench.rows import Row
from elman.bench.timing import in_turns
from elman.bench.training.measure import check_losses
from elman.bench.training.ours import ours
from elman.bench.training.peers.registry import TRAINERS
from elman.bench.training.peers.torch_loop import TORCH
from elman.bench.training.peers.trainer import CHECKED, TOLERANCE
from elman.bench.training.rows import TrainingRow
from elman.bench.training.work import training_work

SHAPE = {"outputs": 6, "chunk": CHECKED + 1}
TINY = [
    TrainingRow("classes", Row("lstm", 3, 4, 2, 5), **SHAPE),
    TrainingRow("rmsprop", Row("gru", 3, 4, 2, 5, 2), optimizer="rmsprop", **SHAPE),
    TrainingRow("numbers", Row("lstm", 3, 4, 2, 5, 2), loss="squares", **SHAPE),
    TrainingRow("symbols", Row("gru", 3, 4, 2, 5), symbols=7, every=True, **SHAPE),
]


def expected(work):
    return TORCH.contender(work, 1).values()["losses"]


@pytest.mark.parametrize("row", TINY, ids=lambda row: row.task)
@pytest.mark.parametrize("trainer", TRAINERS, ids=lambda trainer: trainer.name)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_it_learns_the_same(trainer, row):
    if trainer.missing:
        pytest.skip(f"{', '.join(trainer.missing)} is not installed")
    work = training_work(row, 0)
    contender = trainer.contender(work, 1)
    losses = contender.values()["losses"]
    assert len(losses) == CHECKED
    # the GRU of Keras has both biases of torch's, so that nothing is different but rounding
    tolerance = TOLERANCE if row.layers.cell == "gru" else trainer.tolerance
    assert check_losses(losses, expected(work), tolerance) == ""
    [timing] = in_turns([contender], rounds=1)
    assert timing.median > 0


@pytest.mark.parametrize("row", TINY, ids=lambda row: row.task)
def test_ours_learns_the_same(row):
    work = training_work(row, 0)
    contender = ours(work, "auto")
    for _ in range(2):  # from the beginning each time
        assert check_losses(contender.values()["losses"], expected(work), TOLERANCE) == ""
        contender.run()
