"""README.md of a translator's folder: what it is, how it was trained, how to load it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elman import __version__
from elman.tasks.description import told
from elman.tasks.overview import part_table

if TYPE_CHECKING:
    from elman.tasks.translation.translator import Translator

__all__ = ["translator_card"]


def translator_card(model: Translator) -> str:
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
    return f"""# A translator of sentences

{". ".join(model.introduction())}.

```
{part_table(model.network)}
```

## How to use it

```python
import elman

model = elman.load("DIR")  # this folder
print(model.predict("A sentence.", beam=5))
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
`config.json`, the weights in `model.safetensors`, the symbols in `vocab.json`.
"""
