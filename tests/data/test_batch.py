import pytest
import torch

from elman.data.batch import Batch, Batches
from elman.data.streams import Streams
from elman.data.walk import Walk
from elman.data.windows import Windows

MAKERS = {
    "windows": lambda: Windows(range(40), 3, 4, seed=0),
    "last": lambda: Windows(range(40), 3, 4, seed=0, loss_steps="last"),
    "streams": lambda: Streams(range(40), 3, 4),
    "walk": lambda: Walk(range(40), 3, 9, seed=0),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_every_maker_keeps_the_contract(make):
    batches: Batches = make()
    again: Batches = make()
    for step in reversed(range(2 * batches.steps_per_epoch + 1)):
        batch = batches[step]
        assert isinstance(batch, Batch)
        assert batch.inputs.dtype == batch.targets.dtype == torch.int64
        assert batch.targets.shape in (batch.inputs.shape, batch.inputs.shape[:1])
        assert isinstance(batch.fresh, bool)
        assert torch.equal(batch.inputs, again[step].inputs)
        assert torch.equal(batch.targets, again[step].targets)
    assert batches[0].fresh
