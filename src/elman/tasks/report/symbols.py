"""Where a text surprises a language model."""

from __future__ import annotations

from pathlib import Path

import torch

from elman.data.units import get_unit
from elman.tasks.evaluation import predictions
from elman.tasks.language_model import LanguageModel
from elman.tasks.network import asking
from elman.tasks.preparation import encoded
from elman.tasks.report.worst import WORST, worst_table
from elman.tasks.texts import symbols_of
from elman.view.gates import shown
from elman.view.page import Html, running

__all__ = ["surprising_symbols"]

BEFORE = 24  # symbols shown before a surprising one


def surprising_symbols(model: LanguageModel, data: Path) -> Html:
    """Show the symbols of a text that a language model held for least likely.

    Args:
        model: trained.
        data: the file of the text.

    Returns:
        A table: how surprising each is, after what it came, and what was expected.

    Raises:
        DataError: the text cannot be used, or has symbols that the model does not know.
    """
    symbols = symbols_of(data, model.settings.unit)
    ids = torch.tensor(encoded(model.vocabulary, symbols, "text"))
    losses, best, sure = [], [], []
    with asking(model.network), torch.no_grad():
        for logits, targets in predictions(model.network, ids, model.settings):
            log_shares = logits.log_softmax(-1)
            losses.append(-log_shares.gather(-1, targets[:, None])[:, 0])
            top = log_shares.max(-1)
            best.append(top.indices)
            sure.append(top.values.exp())
    loss, guess, share = torch.cat(losses), torch.cat(best), torch.cat(sure)
    first, join = len(ids) - len(loss), get_unit(model.settings.unit).join
    rows = []
    for place in loss.topk(min(WORST, len(loss))).indices.tolist():
        at = first + place
        (said,) = model.vocabulary.decode([int(guess[place])])
        rows.append([
            f"{loss[place]:.2f}", running(join(symbols[max(0, at - BEFORE) : at])),
            shown(symbols[at]), f"{shown(said)} ({100 * share[place]:.0f} %)",
        ])  # fmt: skip
    return worst_table(
        str(model.evaluate(data)),
        "The symbols that surprised the model most.",
        ["surprise (nats)", "after", "came", "expected"],
        rows,
    )
