"""Two steps of a recurrent network by hand: every number of the forward pass, in order.

The network is the smallest that has a memory: two units, one input, one output,

    h_t = tanh(W x_t + R h_{t-1} + b),    y_t = V h_t + d,

with the weights that are widely used to show it. They multiply a row from the right there, so R
is the transpose of the matrix as it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from elman import cells
from elman.cells.reference import step_values

__all__ = ["forward_steps", "run"]

X = [1.0, 2.0]
STATE_WEIGHTS = [[0.1, 0.2], [0.3, 0.4]]
INPUT_WEIGHTS = [0.5, 0.6]
BIAS = [0.1, -0.1]
OUTPUT_WEIGHTS = [1.0, 2.0]
OUTPUT_BIAS = 0.1


def forward_steps() -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Take the two steps with the library's own Elman cell, in float64.

    Yields:
        For each step: before the activation (2,), the state (2,), the output ().

    Example:
        >>> before, state, output = next(forward_steps())
        >>> before.tolist(), round(output.item(), 8)
        ([0.6, 0.5], 1.56128388)
    """
    cell = cells.get("elman")
    parameters = {
        "W_h": _tensor(INPUT_WEIGHTS)[:, None],
        "R_h": _tensor(STATE_WEIGHTS).T,
        "b_h": _tensor(BIAS),
    }
    state = torch.zeros(2, dtype=torch.float64)
    for x in X:
        values = step_values(cell, _tensor([x]), [state], parameters)
        (state,) = (values[result] for result in cell.graph.results)
        yield values[cell.graph.maps["h"]], state, _tensor(OUTPUT_WEIGHTS) @ state + OUTPUT_BIAS


def run() -> str:
    """Return the two steps as text.

    Returns:
        Lines of text.

    Example:
        >>> print(run().splitlines()[-1])
          output             2.72707101
    """
    lines = [
        f"X               {X}",
        f"state weights   {STATE_WEIGHTS}",
        f"input weights   {INPUT_WEIGHTS}",
        f"bias            {BIAS}",
        f"output weights  {OUTPUT_WEIGHTS}",
        f"output bias     {OUTPUT_BIAS}",
        "",
        f"{cells.get('elman').equations()}",
    ]
    for number, (x, values) in enumerate(zip(X, forward_steps(), strict=True), start=1):
        before, state, output = map(_spelt, values)
        lines += [
            "",
            f"step {number}, x = {x:g}",
            f"  before_activation  {before}",
            f"  state              {state}",
            f"  output             {output}",
        ]
    return "\n".join(lines)


def _tensor(values: object) -> Tensor:
    return torch.tensor(values, dtype=torch.float64)


def _spelt(value: Tensor) -> str:
    numbers = [repr(round(number, 8)) for number in value.reshape(-1).tolist()]
    return f"[{' '.join(numbers)}]" if value.dim() else numbers[0]
