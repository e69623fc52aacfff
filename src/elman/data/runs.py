"""Where the steps of an epoch stop being alike."""

__all__ = ["runs"]


def runs(first: int, count: int, epoch: int, shorter: bool) -> list[range]:
    """Cut steps in a row where an epoch begins and before a last step that is shorter.

    Args:
        first: the first step, counted from 0 over all epochs.
        count: how many steps.
        epoch: steps an epoch.
        shorter: whether an epoch's last step is.

    Returns:
        The steps from one cut to the next.

    Example:
        >>> runs(first=1, count=5, epoch=4, shorter=True)
        [range(1, 3), range(3, 4), range(4, 6)]
    """
    end, whole = first + count, epoch - shorter
    result = []
    while first < end:
        step = first % epoch
        stop = min(end, first - step + (whole if step < whole else epoch))
        result.append(range(first, stop))
        first = stop
    return result
