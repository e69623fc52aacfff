"""The classic examples, each complete in itself."""

from collections.abc import Callable

from elman.tasks.demos import fable, forward, gym, letters

__all__ = ["DEMOS"]

DEMOS: dict[str, Callable[..., object]] = {
    "fable": fable.run,
    "letters": letters.run,
    "gym": gym.run,
    "forward": forward.run,
}
