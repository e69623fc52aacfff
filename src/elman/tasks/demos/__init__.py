"""The classic examples, each complete in itself."""

from collections.abc import Callable

from elman.tasks.demos import fable, forward, letters

__all__ = ["DEMOS"]

DEMOS: dict[str, Callable[..., object]] = {
    "fable": fable.run,
    "letters": letters.run,
    "forward": forward.run,
}
