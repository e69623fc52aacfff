"""README.md of a forecaster's folder: what it is, how it was trained, how to load it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elman import __version__
from elman.tasks.description import told
from elman.tasks.overview import part_table

if TYPE_CHECKING:
    from elman.tasks.forecasting.forecaster import Forecaster

__all__ = ["forecast_card"]


def forecast_card(model: Forecaster) -> str:
    """Return the text of README.md.

    Args:
        model: trained.

    Returns:
        Markdown.
    """
    names = ", ".join(model.settings.target)
    outcome = model.outcome()
    training = {**model.training.model_dump(), **model.facts}
    facts = "\n".join(f"- {name}: {value}" for name, value in told(training))
    picture = "![the last window](plots/forecast.png)\n\n" if "forecasts" in model.results else ""
    curves = "![loss over the training](plots/training.png)\n\n" if model.history.rows else ""
    return f"""# A forecast of {names}

{". ".join(model.introduction())}.

```
{part_table(model.network)}
```

## How to use it

```python
import elman

model = elman.load("DIR")  # this folder
forecast = model.predict("sales.csv")  # a file, a pandas frame or an array; a frame comes back
```

Or from the command line: `elman predict DIR FILE`, `elman evaluate DIR FILE`, `elman summary DIR`.

## How it was trained

{curves}{facts}

## What came out

{picture}```
{outcome}
```

Written by Elman {__version__}. The course of the training is in `history.csv`, all settings in
`config.json`, the weights in `model.safetensors`, scalings and intervals in `series.json`.
"""
