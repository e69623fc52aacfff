import signal

import pytest
import torch
from torch import nn

from elman.data.streams import Streams


class SmallNetwork(nn.Module):
    """Two LSTM layers with dropout between an embedding and a head; the state is a tuple."""

    def __init__(self, symbols=11, hidden=7):
        super().__init__()
        self.embedding = nn.Embedding(symbols, 5)
        self.recurrent = nn.LSTM(5, hidden, 2, dropout=0.3, batch_first=True)
        self.dropout = nn.Dropout(0.3)
        self.head = nn.Linear(hidden, symbols)

    def forward(self, inputs, state):
        output, state = self.recurrent(self.embedding(inputs), state)
        return self.head(self.dropout(output)), state


class Recorder:
    """Keeps what a reporter is told."""

    def __init__(self):
        self.calls = []

    def start(self, lines, done, total):
        self.calls.append(("start", list(lines), done, total))

    def step(self, done, loss, accuracy):
        self.calls.append(("step", done, loss, accuracy))

    def example(self, line):
        self.calls.append(("example", line))

    def note(self, line):
        self.calls.append(("note", line))

    def row(self, row):
        self.calls.append(("row", row))

    def finish(self):
        self.calls.append(("finish",))

    def of(self, kind):
        return [call[1:] for call in self.calls if call[0] == kind]


def make_network(seed=0, **sizes):
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return SmallNetwork(**sizes)


def make_text(length=101, symbols=11):
    return torch.randint(symbols, (length,), generator=torch.Generator().manual_seed(5))


@pytest.fixture(name="make_network")
def _make_network():
    return make_network


@pytest.fixture
def network():
    return make_network()


@pytest.fixture
def text():
    return make_text()


@pytest.fixture
def streams(text):
    """Five steps an epoch, with the state carried over four of them."""
    return Streams(text, steps=5, lanes=4)


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def ctrl_c_raises():
    """Let Ctrl-C do what it does at a terminal, whatever it does where the tests run."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(autouse=True)
def one_thread():
    """Keep threads from waiting for one another over networks as small as these."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
