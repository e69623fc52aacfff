"""A penalty counts in training, and nowhere else."""

import pytest
import torch
from torch import nn

from elman.data.streams import Streams
from elman.tasks.network import NextSymbol
from elman.tasks.regularisation import Regularisation
from elman.train.loop import fit
from elman.train.penalty import activation_penalty, forward
from elman.train.run import Run
from elman.train.settings import TrainingSettings


class Biased(nn.Module):
    """Predicts from a bias alone; every score's square costs."""

    def __init__(self, cost):
        super().__init__()
        self.bias = nn.Parameter(torch.tensor([1.0, 0.0, -1.0]))
        self.cost = cost

    @property
    def penalises(self):
        return self.cost > 0

    def forward(self, inputs, state):
        return self.bias.expand(*inputs.shape, 3), state

    def penalised(self, inputs, state):
        return *self(inputs, state), self.cost * self.bias.square().sum()


def after_a_step(cost):
    network = Biased(cost)
    settings = TrainingSettings(optimizer="sgd", learning_rate=0.5)
    run = Run(network, Streams([0, 1, 2, 0, 1], steps=4, lanes=1), settings, None)
    run.step()
    return network.bias.detach(), run


def test_the_gradient_is_that_of_the_sum():
    (plain, _), (penalised, _) = after_a_step(0.0), after_a_step(0.25)
    torch.testing.assert_close(penalised, plain - 0.5 * 0.5 * torch.tensor([1.0, 0.0, -1.0]))


def test_the_loss_that_is_told_is_without_it():
    (_, plain), (_, penalised) = after_a_step(0.0), after_a_step(0.25)
    assert penalised.progress.loss == plain.progress.loss


def test_a_network_that_asks_for_none_is_called_as_ever():
    outputs, state, penalty = forward(Biased(0.0), torch.zeros(1, 2), "state")
    assert outputs.shape == (1, 2, 3)
    assert (state, penalty) == ("state", None)


def test_the_compiled_loop_refuses_it():
    streams, refusals = Streams([0, 1, 2, 0, 1], steps=4, lanes=1), []
    for cost in (0.0, 0.25):
        network = NextSymbol(
            3, "gru", 4, regularisation=Regularisation(activation_regularisation=cost)
        )
        refusals.append(Run(network, streams, TrainingSettings(), None).whole_loop.refusal)
    assert refusals == [
        "",
        "the penalty that the model asks for beside the loss is not compiled.",
    ]


def test_validation_is_asked_without_it():
    network, called = Biased(0.25), []
    network.penalised = lambda *args: (
        called.append(network.training) or Biased.penalised(network, *args)
    )
    streams = Streams([0, 1, 2] * 9, steps=4, lanes=1)

    def validation():
        outputs, _ = network(torch.zeros(1, 2), None)
        return outputs.mean().item(), None

    fit(network, streams, TrainingSettings(epochs=2), validation=validation)
    assert called == [True] * 2 * streams.steps_per_epoch


@pytest.mark.parametrize(("activation", "temporal"), [(2.0, 0.0), (0.0, 3.0), (2.0, 3.0)])
def test_the_penalty_on_activations(activation, temporal):
    output, mask = torch.randn(4, 6, 5), torch.tensor([0.0, 2.0, 2.0, 0.0, 2.0])
    expected = activation * ((output * mask) ** 2).mean()
    expected += temporal * ((output[:, 1:] - output[:, :-1]) ** 2).mean()
    found = activation_penalty(output, output * mask, activation, temporal)
    torch.testing.assert_close(found, expected)


def test_a_single_step_has_no_change():
    output = torch.ones(4, 1, 5)
    assert activation_penalty(output, output, 0.0, 3.0).item() == 0.0
