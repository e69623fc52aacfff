"""The letters exercise as one loop: 50 epochs of 1000 steps, one run of letters a step.

    python benchmarks/letters.py

A thousand random runs of one to five letters of the alphabet, padded with zeros on the left and
scaled to [0, 1]; an LSTM of 32 units tells the letter that follows.
"""

import random
import time

import torch
from torch import nn

import elman

LETTERS, LONGEST, RUNS, EPOCHS, UNITS = 26, 5, 1000, 50, 32


class NextLetter(nn.Module):
    """An LSTM over numbers, and a score for each letter after the last step."""

    def __init__(self) -> None:
        super().__init__()
        self.recurrent = elman.nn.LSTM(1, UNITS, batch_first=True)
        self.head = nn.Linear(UNITS, LETTERS)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return scores (B, K) for runs (B, T, 1)."""
        output, _ = self.recurrent(x)
        return self.head(output[:, -1])


def runs(seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the runs, (N, T, 1), and what follows each, (N,)."""
    draw = random.Random(seed)
    inputs, targets = torch.zeros(RUNS, LONGEST, 1), torch.zeros(RUNS, dtype=torch.int64)
    for number in range(RUNS):
        first = draw.randint(0, LETTERS - 2)
        last = draw.randint(first, min(first + LONGEST - 1, LETTERS - 2))
        letters = torch.arange(first, last + 1) / LETTERS
        inputs[number, LONGEST - len(letters) :, 0] = letters
        targets[number] = last + 1
    return inputs, targets


def main() -> None:
    """Train, and say how long it took and how many runs are known."""
    torch.manual_seed(0)
    inputs, targets = runs(seed=0)
    network = NextLetter()
    optimizer = torch.optim.Adam(network.parameters())
    step = elman.train.compile_step(network, nn.CrossEntropyLoss(), optimizer)
    step.steps(inputs[:1, None], targets[:1, None])  # compiled before the time is taken
    started = time.perf_counter()
    for epoch in range(1, EPOCHS + 1):
        order = torch.randperm(RUNS)
        found = step.steps(inputs[order, None], targets[order, None])
        if epoch % 10 == 0:
            accuracy = found.hits.sum().item() / RUNS
            print(f"epoch {epoch}  loss {found.losses.mean():.4f}  accuracy {accuracy:.1%}")
    seconds = time.perf_counter() - started
    with torch.no_grad():
        known = (network(inputs).argmax(-1) == targets).float().mean().item()
    each = seconds / EPOCHS / RUNS * 1e6
    print(f"{EPOCHS * RUNS:,} steps in {seconds:.2f} s, {each:.1f} us each; {known:.1%} known")


if __name__ == "__main__":
    main()
