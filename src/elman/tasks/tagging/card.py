"""README.md of a tagger's folder: what it is, how it was trained, how to load it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elman import __version__
from elman.tasks.description import told
from elman.tasks.overview import part_table

if TYPE_CHECKING:
    from elman.tasks.tagging.tagger import Tagger

__all__ = ["tagger_card"]


def tagger_card(model: Tagger) -> str:
    """Return the text of README.md.

    Args:
        model: trained.

    Returns:
        Markdown.
    """
    outcome = model.outcome() if "told" in model.results else str(model.results)
    training = {**model.training.model_dump(), **model.facts}
    facts = "\n".join(f"- {name}: {value}" for name, value in told(training))
    curves = "![loss over the training](plots/training.png)\n\n" if model.history.rows else ""
    return f"""# A tagger of words

{". ".join(model.introduction())}.

```
{part_table(model.network)}
```

## How to use it

```python
import elman

model = elman.load("DIR")  # this folder
print(model.predict("A sentence."))  # words, tags, and entities with their places
```

Or from the command line: `elman predict DIR "A sentence."`, `elman evaluate DIR FILE`, `elman
summary DIR`.

## How it was trained

{curves}{facts}

## What came out

```
{outcome}
```

Written by Elman {__version__}. The course of the training is in `history.csv`, all settings in
`config.json`, the weights in `model.safetensors`, words and tags in `classes.json`.
"""
