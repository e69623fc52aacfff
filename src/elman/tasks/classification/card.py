"""README.md of a classifier's folder: what it is, how it was trained, how to load it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elman import __version__
from elman.tasks.description import told
from elman.tasks.overview import part_table

if TYPE_CHECKING:
    from elman.tasks.classification.classifier import Classifier

__all__ = ["classifier_card"]


def classifier_card(model: Classifier) -> str:
    """Return the text of README.md.

    Args:
        model: trained.

    Returns:
        Markdown.
    """
    outcome = model.outcome() if "confusion" in model.results else str(model.results)
    training = {**model.training.model_dump(), **model.facts}
    facts = "\n".join(f"- {name}: {value}" for name, value in told(training))
    picture = "![confusion](plots/confusion.png)\n\n" if "confusion" in model.results else ""
    curves = "![loss over the training](plots/training.png)\n\n" if model.history.rows else ""
    return f"""# A classifier: {", ".join(model.encoding.labels)}

{". ".join(model.introduction())}.

```
{part_table(model.network)}
```

## How to use it

```python
import elman

model = elman.load("DIR")  # this folder
print(model.predict("..."))  # the label, and the probability of each
```

Or from the command line: `elman predict DIR INPUT`, `elman evaluate DIR DATA`, `elman summary DIR`.

## How it was trained

{curves}{facts}

## What came out

{picture}```
{outcome}
```

Written by Elman {__version__}. The course of the training is in `history.csv`, all settings in
`config.json`, the weights in `model.safetensors`, labels and symbols in `classes.json`.
"""
