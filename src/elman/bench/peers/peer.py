"""What is known of a peer before it takes part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from elman.bench.contender import Contender
from elman.bench.rows import Row
from elman.bench.work import Ours, Work

__all__ = ["Peer", "not_installed"]


@dataclass(frozen=True)
class Peer:
    """Somebody else who computes the same.

    Args:
        name: who it is.
        covers: whether it computes what a row asks for.
        contender: made from our module, whose parameters it takes over, the work and the number of
            threads.
        packages: that have to be installed, by the names that they are imported under.
    """

    name: str
    covers: Callable[[Row], bool]
    contender: Callable[[Ours, Work, int], Contender]
    packages: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The packages that are not installed."""
        return not_installed(self.packages)


def not_installed(packages: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of some packages that cannot be imported.

    Args:
        packages: by the names that they are imported under.

    Example:
        >>> not_installed(("torch", "no_such_package"))
        ('no_such_package',)
    """
    return tuple(package for package in packages if find_spec(package) is None)
