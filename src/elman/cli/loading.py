"""Torch is loaded when a command needs it, and never swallows a Ctrl-C."""

import os
import signal

__all__ = ["load_torch"]


def load_torch() -> None:
    """Import torch; Ctrl-C meanwhile ends the program at once, for nothing can be lost yet.

    Torch's own start-up discards the KeyboardInterrupt that Python would raise.

    Example:
        >>> load_torch()
    """
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if usual:  # else somebody, such as nohup, has asked for something else
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    try:
        import torch  # noqa: F401 - for those who import it next
    finally:
        if usual:
            signal.signal(signal.SIGINT, signal.default_int_handler)
