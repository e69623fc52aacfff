import pytest
import torch
from torch import nn

import elman.nn
from elman.data.batch import Batch
from elman.train.loop import fit
from elman.train.objective import judged
from elman.train.run import Run
from elman.train.settings import TrainingSettings


class Numbers(nn.Module):
    def __init__(self):
        super().__init__()
        self.recurrent = elman.nn.Recurrent("gru", 3, 8, batch_first=True)
        self.head = nn.Linear(8, 2)

    def forward(self, x, state=None):
        output, state = self.recurrent(x, state)
        return self.head(output[:, -1]), state


class Batches:
    steps_per_epoch = 5

    def __getitem__(self, step):
        numbers = torch.Generator().manual_seed(step % self.steps_per_epoch)
        x = torch.randn(4, 6, 3, generator=numbers)
        return Batch(x, x[:, 0, :2], fresh=True)


def network():
    torch.manual_seed(0)
    return Numbers()


def test_scores_of_every_step_are_judged_at_the_last_where_a_row_has_one_target():
    scores, targets = torch.randn(2, 5, 3), torch.tensor([0, 2])
    loss, correct, last = judged(nn.CrossEntropyLoss(), scores, targets)
    assert torch.equal(last, scores[:, -1])
    assert torch.equal(loss, nn.functional.cross_entropy(scores[:, -1], targets))
    assert correct == int((scores[:, -1].argmax(-1) == targets).sum())


def test_scores_of_a_row_are_judged_as_they_are():
    scores, targets = torch.randn(2, 3), torch.tensor([0, 2])
    assert torch.equal(judged(nn.CrossEntropyLoss(), scores, targets)[2], scores)


@pytest.mark.parametrize("loss", [nn.MSELoss(), nn.L1Loss(), nn.HuberLoss()])
def test_numbers_are_learnt_alike_in_the_compiled_and_in_the_ordinary_loop(loss):
    compiled, ordinary = (
        fit(network(), Batches(), TrainingSettings(epochs=4, whole_loop=whole), loss=loss)
        for whole in (True, False)
    )
    assert Run(network(), Batches(), TrainingSettings(), None, loss).whole_loop.refusal == ""
    assert [row.accuracy for row in compiled.rows] == [None] * 4
    assert compiled.last.loss < compiled.rows[0].loss
    losses = [row.loss for row in ordinary.rows]
    assert [row.loss for row in compiled.rows] == pytest.approx(losses, rel=1e-5)


def test_a_loss_that_is_not_compiled_runs_in_the_ordinary_loop():
    class Cubed(nn.Module):
        def forward(self, outputs, targets):
            return ((outputs - targets).abs() ** 3).mean()

    refusal = Run(network(), Batches(), TrainingSettings(), None, Cubed()).whole_loop.refusal
    assert "the loss is Cubed" in refusal
    history = fit(network(), Batches(), TrainingSettings(epochs=4), loss=Cubed())
    assert history.last.loss < history.rows[0].loss
