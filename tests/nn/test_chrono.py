import pytest
import torch

from elman import cells
from elman.errors import SettingError
from elman.nn import Recurrent, chrono
from elman.nn.chrono import HOLDING

H, STEPS = 50, 40


@pytest.mark.parametrize("name", HOLDING)
def test_a_unit_keeps_half_to_all_but_one_part_in_steps_of_its_state(name):
    torch.manual_seed(0)
    network = Recurrent(name, 3, H, 2, bidirectional=True)
    chrono(network, STEPS)
    for parameter_name, parameter in network.named_parameters():
        if parameter_name.startswith(("weight", "vector")):
            torch.nn.init.zeros_(parameter)  # what is read and what was said say nothing
    one = torch.ones(4, 1, H)
    several = len(cells.get(name).states) > 1
    _, after = network(torch.zeros(1, 1, 3), (one, one) if several else one)
    held = after[1] if several else after
    assert held.min() >= 0.5
    assert held.max() <= 1 - 1 / STEPS + 1e-6
    assert held.max() - held.min() > 0.3  # units differ in how long they hold


def test_what_is_read_counts_as_much_as_its_number_of_features_says():
    network = Recurrent("gru", 1, 400, 2)
    torch.manual_seed(0)
    chrono(network, STEPS)
    assert network.weight_ih_l0.std().item() == pytest.approx(1, rel=0.05)
    assert network.weight_ih_l1.std().item() == pytest.approx(400**-0.5, rel=0.05)


def test_the_beginning_reaches_the_end_of_a_long_sequence():
    def reach(start):
        torch.manual_seed(0)
        network = Recurrent("gru", 1, 32)
        start(network)
        x = torch.rand(200, 4, 1, requires_grad=True)
        network(x)[0][-1].square().sum().backward()
        return x.grad[0].norm()

    assert reach(lambda network: chrono(network, 200)) > 1e6 * reach(lambda network: None)


def test_what_cannot_be_started_so_is_refused():
    with pytest.raises(SettingError, match="cell indrnn has no gate known"):
        chrono(Recurrent("indrnn", 3, 4), STEPS)
    with pytest.raises(SettingError, match="the network has none"):
        chrono(Recurrent("gru", 3, 4, bias=False), STEPS)
    with pytest.raises(SettingError, match="memory"):
        chrono(Recurrent("gru", 3, 4), 2)
