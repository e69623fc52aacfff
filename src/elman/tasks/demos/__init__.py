"""The classic examples, each complete in itself."""

from collections.abc import Callable

from elman.tasks.demos import fable, forward

__all__ = ["DEMOS"]

DEMOS: dict[str, Callable[..., object]] = {"fable": fable.run, "forward": forward.run}
