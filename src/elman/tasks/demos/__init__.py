"""The classic examples, each complete in itself."""

from collections.abc import Callable

from elman.tasks.demos import fable, forward, gradients, gym, letters, sine

__all__ = ["DEMOS"]

DEMOS: dict[str, Callable[..., object]] = {
    "fable": fable.run,
    "sine": sine.run,
    "letters": letters.run,
    "gym": gym.run,
    "gradients": gradients.run,
    "forward": forward.run,
}
