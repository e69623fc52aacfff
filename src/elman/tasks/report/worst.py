"""The worst of something as a table, in a report."""

from __future__ import annotations

from collections.abc import Sequence

from elman.view.page import Html, html_table, paragraph, running, verbatim

__all__ = ["WORST", "shortened", "worst_table"]

WORST = 10  # that are shown
LONG = 400  # characters of a text that are shown


def worst_table(
    judgement: str, what: str, head: Sequence[str], rows: Sequence[Sequence[str]]
) -> Html:
    """Return a table of what is worst, below a sentence and how good all of it is.

    Args:
        judgement: how good all of it is, as lines, perhaps none.
        what: the sentence.
        head: the names of the columns.
        rows: the worst first, of which ten are shown; perhaps none.

    Example:
        >>> worst_table("", "The worst.", ["what"], [])
        '<p>The worst.</p><p>There are none.</p>'
    """
    shown = html_table(rows[:WORST], head=head) if rows else paragraph("There are none.")
    return Html((verbatim(judgement) if judgement else "") + paragraph(what) + shown)


def shortened(text: str) -> Html:
    """Return a text for a cell of such a table, of at most 400 characters.

    Args:
        text: of a user.

    Example:
        >>> shortened("long ago")
        '<span class="text">long ago</span>'
    """
    return running(text if len(text) <= LONG else f"{text[: LONG - 1]}…")
