"""One training step of a cell on a toy size, equation by equation and number by number."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import torch
from torch import Tensor

from elman.cells import Cell
from elman.data.arguments import at_least
from elman.derive.equations import backward_equations
from elman.errors import CellError
from elman.graph.equations import Equation, forward_equations
from elman.graph.evaluate import Product, constants, evaluate, named_map
from elman.graph.expression import Expr, make, topological
from elman.graph.spell import ATOM, LATEX, TEXT, Form, Style
from elman.graph.step import X
from elman.view.toy import Toy, make_toy

__all__ = ["LEGEND", "ONE_LINE", "Line", "Section", "numbers_of", "worked_step", "worked_text"]

LEGEND = """\
One input, a few units, states that begin at zero; [1 2; 3 4] is a matrix of two rows.
The loss is half the squared distance of the outputs from the targets, over all steps.
Δ: gradient of the loss; δ: the same, before a map is applied. +=: added to what was there.
Below each equation its numbers, and what the name stands for afterwards."""
LEARNING_RATE = 0.1
TARGET = "target"
DIGITS = 4  # significant ones that are shown

ONE_LINE = replace(
    LATEX,
    forms={
        **LATEX.forms,
        "where": Form(ATOM, r"\{{{1}\ \mathrm{{if}}\ {0},\ \mathrm{{else}}\ {2}\}}", (0, 0, 0)),
        "abs": Form(ATOM, r"| {} |", (0,)),
    },
    equals=" = ",
    adds=r"\ {+}{=}\ ",
)
"""LaTeX without what needs an environment or a package, so that matplotlib sets it too."""

Numbers = dict[tuple[str, str], Tensor]
"""What each name stands for, at its time."""


class Line(NamedTuple):
    """One equation and what it is worth.

    Args:
        text: the equation as text.
        latex: the equation as LaTeX on one line.
        numbers: the right-hand side with numbers in the place of the names; may be empty.
        value: what the name stands for afterwards.
    """

    text: str
    latex: str
    numbers: str
    value: Tensor


class Section(NamedTuple):
    """What is computed together: a title, and the lines in their order."""

    title: str
    lines: list[Line]


def worked_step(cell: Cell, *, steps: int = 2, seed: int = 0) -> list[Section]:
    """Work one training step through: forward, loss, backpropagation through time, update.

    Args:
        cell: any that attends to no memory and draws no noise.
        steps: T, the steps of the sequence.
        seed: of the numbers.

    Returns:
        What is given, each step forward, each step back from the last, the update, and the loss
        before and after it.

    Raises:
        CellError: the cell attends to a memory or draws noise.
        SettingError: there are no steps.

    Example:
        >>> import elman
        >>> sections = worked_step(elman.cells.get("elman"), steps=1)
        >>> [section.title for section in sections]
        ['given', 'step 1 forward', 'step 1 back', 'update', 'loss']
    """
    if cell.graph.sources or cell.graph.noises:
        what = "attends to a memory" if cell.graph.sources else "draws noise"
        raise CellError(
            f"the cell {cell.name} {what}, and such a step is not worked through. Its equations "
            "are there all the same: Cell.equations() and Cell.derivative().equations()."
        )
    at_least("steps", steps, 1)
    toy = make_toy(cell, steps, seed)
    known: Numbers = {(name, ""): value for name, value in toy.parameters.items()}
    product = named_map(toy.parameters)
    values = toy.forward(toy.parameters)
    sections = [Section("given", list(_given(toy)))]
    for time, step in enumerate(values, 1):
        known |= _at(toy, step)
        lines = [_line(eq, known, step, product) for eq in forward_equations(cell.graph)]
        sections.append(Section(f"step {time} forward", lines))
    known |= {(f"Δ{name}", ""): torch.zeros_like(p) for name, p in toy.parameters.items()}
    known |= {(f"Δ{name}", "t-1"): torch.zeros_like(toy.targets[0]) for name in cell.states}
    for time, step in reversed([*enumerate(values, 1)]):
        known |= {(f"Δ{name}", "t"): known[f"Δ{name}", "t-1"] for name in cell.states}
        known |= _at(toy, step) | {(TARGET, "t"): toy.targets[time - 1]}
        lines = [_from_loss(cell, known)]
        step |= {make("gradient", data=name): known[f"Δ{name}", "t"] for name in cell.states}
        lines += [_line(eq, known, step, product) for eq in backward_equations(cell.derivative())]
        sections.append(Section(f"step {time} back", lines))
    update = Section("update", [_updated(name, known) for name in toy.parameters])
    return [*sections, update, Section("loss", list(_losses(toy, known)))]


def _given(toy: Toy) -> Iterator[Line]:
    for letter, values in (("x", toy.inputs), (TARGET, toy.targets)):
        for time, value in enumerate(values, 1):
            yield Line(
                TEXT.symbol(letter, f"{time}"), ONE_LINE.symbol(letter, f"{time}"), "", value
            )
    for name, value in toy.parameters.items():
        yield Line(TEXT.symbol(name, ""), ONE_LINE.symbol(name, ""), "", value)


def _at(toy: Toy, values: dict[Expr, Tensor]) -> Numbers:
    """Return what the names of a step stand for."""
    graph = toy.cell.graph
    inputs = {(str(node.data), "t"): values[node] for node in graph.order if node.op == "input"}
    before = zip(graph.states, graph.before, strict=True)
    states = {(name, "t-1"): values[node] for name, node in before}
    return inputs | states | {(name, "t"): values[node] for name, node in graph.values.items()}


def _line(equation: Equation, known: Numbers, values: dict[Expr, Tensor], product: Product) -> Line:
    """Write an equation and its numbers, and note what its name now stands for."""
    numbers, key = equation.right(_in_numbers(known)), (equation.name, equation.time)
    value = _value(equation, values, product)
    known[key] = known[key] + value if equation.adds else value
    return Line(equation.line(TEXT), equation.line(ONE_LINE), numbers, known[key])


def _value(equation: Equation, values: dict[Expr, Tensor], product: Product) -> Tensor:
    if equation.value is None:
        return torch.zeros_like(next(v for node, v in values.items() if node.op == "state"))
    order = topological([equation.value])
    for node, number in constants(order, values[X]).items():
        values.setdefault(node, number)
    evaluate(order, values, product)
    column = values[equation.value]
    return column if equation.row is None else torch.outer(column, values[equation.row])


def _from_loss(cell: Cell, known: Numbers) -> Line:
    """Add to the gradient of the output, which came from the step after, that of the loss."""
    output = cell.states[0]
    key, h, y = (f"Δ{output}", "t"), (output, "t"), (TARGET, "t")
    known[key] = known[key] + known[h] - known[y]
    numbers = f"{numbers_of(known[h])} - {numbers_of(known[y])}"
    text, latex = (
        f"{style.symbol(*key)}{style.adds}{style.symbol(*h)} - {style.symbol(*y)}"
        for style in (TEXT, ONE_LINE)
    )
    return Line(text, latex, numbers, known[key])


def _updated(name: str, known: Numbers) -> Line:
    old, gradient = known[name, ""], known[f"Δ{name}", ""]
    known[name, ""] = old - LEARNING_RATE * gradient
    numbers = f"{numbers_of(old)} - {LEARNING_RATE} {numbers_of(gradient)}"
    text, latex = (
        f"{style.symbol(name, '')}{style.equals}{style.symbol(name, '')} - {LEARNING_RATE} "
        f"{style.symbol(f'Δ{name}', '')}"
        for style in (TEXT, ONE_LINE)
    )
    return Line(text, latex, numbers, known[name, ""])


def _losses(toy: Toy, known: Numbers) -> Iterator[Line]:
    output = toy.cell.states[0]
    text = f"L = 1/2 sum_t |{TEXT.symbol(output, 't')} - {TEXT.symbol(TARGET, 't')}|^2"
    apart = f"{ONE_LINE.symbol(output, 't')} - {ONE_LINE.symbol(TARGET, 't')}"
    latex = rf"L = \frac{{1}}{{2}} \sum_t | {apart} |^2"
    after = {name: known[name, ""] for name in toy.parameters}
    for when, parameters in (("before", toy.parameters), ("after", after)):
        yield Line(text, latex, f"{when} the update", toy.loss(parameters))


def _in_numbers(known: Numbers) -> Style:
    return replace(TEXT, symbol=lambda name, time: numbers_of(known[name, time]))


def numbers_of(value: Tensor) -> str:
    """Write a vector as ``[1 2]`` and a matrix as its rows, ``[1 2; 3 4]``.

    Args:
        value: of at most two dimensions.

    Returns:
        The numbers, with four significant digits.

    Example:
        >>> numbers_of(torch.tensor([[0.5, -0.25], [1 / 3, 0.0]]))
        '[0.5 -0.25; 0.3333 0]'
    """
    if value.dim() == 0:
        return f"{value.item() + 0.0:.{DIGITS}g}"  # + 0.0: there is no minus zero to be seen
    between = "; " if value.dim() == 2 else " "
    return f"[{between.join(numbers_of(part).strip('[]') for part in value)}]"


def worked_text(sections: list[Section], width: int = 79) -> str:
    """Write a training step that was worked through.

    Args:
        sections: from `worked_step`.
        width: of the text, in characters.

    Returns:
        Lines of text: each equation, below it the same in numbers, and what its name stands for
        afterwards.

    Example:
        >>> import elman
        >>> sections = worked_step(elman.cells.get("elman"), steps=1)
        >>> print(worked_text(sections[1:2]))
        step 1 forward
          h[t] = tanh(W_h x[t] + R_h h[t-1] + b_h)
              tanh([-0.9; -0.1] [0.1] + [-0.8 0.7; -0.8 -0.2] [0 0] + [-0.7 0.4])
              -> [-0.6584 0.3714]
    """
    lines: list[str] = []
    for section in sections:
        lines += ["", section.title]
        for line in section.lines:
            value = numbers_of(line.value)
            parts = [(6, line.numbers), (6, f"-> {value}")] if line.numbers else []
            for start, part in [(2, line.text if parts else f"{line.text} = {value}"), *parts]:
                lines += textwrap.wrap(
                    part, width, initial_indent=" " * start, subsequent_indent=" " * (start + 2)
                )
    return "\n".join(lines[1:])
