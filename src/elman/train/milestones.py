"""Epochs at which it is worth a look, ever rarer: training changes much first and little later."""

__all__ = ["is_milestone"]


def is_milestone(epoch: int) -> bool:
    """Say whether an epoch is 1, 2, 3, 4, 6, 8, 12, 16, 24, ...: two in every doubling.

    Args:
        epoch: counted from 1.

    Example:
        >>> [epoch for epoch in range(1, 33) if is_milestone(epoch)]
        [1, 2, 3, 4, 6, 8, 12, 16, 24, 32]
    """
    return epoch % (1 << max(0, epoch.bit_length() - 2)) == 0
