"""How a training went: its curves, and what the network made of a question at several times."""

from __future__ import annotations

from elman.train.history import History
from elman.train.settings import TrainingSettings
from elman.view.line_chart import line_chart
from elman.view.page import Html, grid, html_table, paragraph, running

__all__ = ["curves", "gradients", "samples"]

ACROSS = "training step"


def curves(history: History, loss: str) -> Html:
    """Draw loss, accuracy and learning rate over the steps.

    Args:
        history: of a training.
        loss: what stands at its curve, with the unit.

    Returns:
        Drawings; of a history without rows a sentence.

    Example:
        >>> curves(History(), "loss")
        '<p>No history of the training was kept.</p>'
    """
    if not history.rows:
        return paragraph("No history of the training was kept.")
    charts = {
        loss: {"training": "loss", "validation": "validation_loss"},
        "accuracy (%)": {"training": "accuracy", "validation": "validation_accuracy"},
        "learning rate": {"learning rate": "learning_rate"},
    }
    drawn = [
        _chart(history, lines, up, 100 if up == "accuracy (%)" else 1)
        for up, lines in charts.items()
    ]
    return grid(chart for chart in drawn if chart)


def gradients(history: History, settings: TrainingSettings) -> Html | None:
    """Draw the norm of the gradient over the steps.

    Args:
        history: of a training.
        settings: of it.

    Returns:
        A drawing, or a sentence on why there is none; None of a history without rows.
    """
    if not history.rows:
        return None
    chart = _chart(history, {"gradient norm": "gradient_norm"}, "norm of the gradient", 1)
    if not chart:
        return paragraph(
            "Not recorded: where whole steps are compiled, it is known only if it is bounded, with "
            "--clip-norm (in Python clip_norm)."
        )
    bound = settings.clip_norm
    what = "Of the last step of each row of the history, over all parameters"
    clipped = f", before it was brought down to {bound:g} where it was above" if bound else ""
    return Html(paragraph(f"{what}{clipped}.") + grid([chart]))


def samples(history: History) -> Html | None:
    """Return what the network made of the same question after more and more epochs.

    Args:
        history: of a training.

    Returns:
        A table; None if nothing was asked.
    """
    asked = [row for row in history.rows if row.sample is not None]
    if not asked:
        return None
    return html_table(
        [[str(row.epoch), f"{row.step:,}", running(row.sample or "")] for row in asked],
        head=["epoch", "step", "sample"],
    )


def _chart(history: History, lines: dict[str, str], up: str, times: float) -> Html:
    points = {
        name: [
            (row.step, times * value)
            for row in history.rows
            if (value := getattr(row, column)) is not None
        ]
        for name, column in lines.items()
    }
    return line_chart(points, ACROSS, up)
