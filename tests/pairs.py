"""Few combinations of choices, such that every two choices meet in one of them."""

from itertools import combinations, product


def every_pair(*choices):
    """Return combinations, one of each of the choices, in which any two of these occur together.

    A mistake comes of one choice, or of two that meet; all combinations take much longer.
    """
    every = {one: set(combinations(enumerate(one), 2)) for one in product(*choices)}
    unmet, chosen = set().union(*every.values()), []
    while unmet:
        chosen.append(max(every, key=lambda one: len(every[one] & unmet)))
        unmet.difference_update(every[chosen[-1]])
    return chosen
