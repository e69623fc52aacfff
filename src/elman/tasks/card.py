"""README.md of a model folder: what it is, how it was trained, how to load it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from elman import __version__
from elman.tasks.description import told
from elman.tasks.overview import part_table

if TYPE_CHECKING:
    from elman.tasks.language_model import LanguageModel

__all__ = ["card", "model_card"]


def card(
    *,
    title: str,
    what: str,
    layers: str,
    training: Mapping[str, Any],
    results: Mapping[str, Any],
    prompt: str,
    answer: str,
    pictured: bool = True,
) -> str:
    """Return the text of README.md.

    Args:
        title: its first line.
        what: one paragraph.
        layers: the table of the network.
        training: settings by name.
        results: numbers by name.
        prompt: an example of what is asked.
        answer: what the model says to it.
        pictured: there is a picture of the training.

    Returns:
        Markdown.

    Example:
        >>> text = card(title="A model", what="It predicts.", layers="head", training={"epochs": 3},
        ...             results={"loss": 0.5}, prompt="long ago", answer="long ago , the mice")
        >>> text.splitlines()[0]
        '# A model'
    """
    return f"""# {title}

{what}

```
{layers}
```

## How to use it

```python
import elman

model = elman.load("DIR")  # this folder
print(model.predict({json.dumps(prompt, ensure_ascii=False)}))
```

```
{answer}
```

Or from the command line: `elman predict DIR`, `elman evaluate DIR FILE`, `elman summary DIR`.

## How it was trained

{_picture(pictured)}{_facts(training)}

## What came out

{_facts(results)}

Written by Elman {__version__}. The course of the training is in `history.csv`, all settings in
`config.json`, the weights in `model.safetensors`, the symbols in `vocab.json`.
"""


def model_card(model: LanguageModel) -> str:
    """Return the text of README.md for a language model.

    Args:
        model: trained.

    Returns:
        Markdown.
    """
    beginning = model.facts.get("beginning") or model.vocabulary.symbols[0]
    return card(
        title=f"A {model.settings.unit} language model",
        what="It predicts the next symbol of a text: " + ". ".join(model.introduction()) + ".",
        layers=part_table(model.network),
        training={**model.training.model_dump(), **model.facts},
        results=model.results,
        prompt=beginning,
        answer=model.predict(beginning),
        pictured=bool(model.history.rows),
    )


def _facts(values: Mapping[str, Any]) -> str:
    return "\n".join(f"- {name}: {value}" for name, value in told(values))


def _picture(pictured: bool) -> str:
    return "![loss and accuracy over the training](plots/training.png)\n\n" if pictured else ""
