"""What of a run leads where: questions about its calls, answered by following what flows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from elman.view.call import READ, Call, Flow, stack_in

__all__ = ["Routes"]


class Routes:
    """The ways between the calls of a run, by their numbers.

    Args:
        run: the calls, in their order.

    Attributes:
        recurrent: calls of recurrent layers, but for those within a step.
        plain: the other calls.

    Example:
        >>> import torch
        >>> from elman.view.calls import calls
        >>> network = torch.nn.Sequential(torch.nn.Embedding(9, 3), torch.nn.Linear(3, 4))
        >>> Routes(calls(network, torch.ones(5, dtype=torch.int64))).plain
        [0, 1]
    """

    def __init__(self, run: Sequence[Call]) -> None:
        self.run = run
        self.ahead: list[list[tuple[int, str]]] = [[] for _ in run]
        for n in range(len(run)):
            for argument, flow in self.flows(n):
                if isinstance(flow.origin, int):
                    self.ahead[flow.origin].append((n, argument))

    def flows(self, n: int) -> list[tuple[str, Flow]]:
        """Return what reaches a call, with the argument that it reaches."""
        return [(name, flow) for name, flows in self.run[n].flows.items() for flow in flows]

    @cached_property
    def recurrent(self) -> list[int]:
        """The calls of recurrent layers, but for those within a step."""
        every = [n for n, call in enumerate(self.run) if stack_in(call.module)]
        return [n for n in every if not self._within(n)]

    @cached_property
    def plain(self) -> list[int]:
        """The other calls."""
        return [n for n in range(len(self.run)) if n not in self.recurrent]

    def _within(self, n: int) -> bool:
        """Return whether a recurrent call goes over sequences of its own at every step."""
        if not stack_in(self.run[n].module):
            return False
        rows = {self.run[m].rows for m, argument in self.ahead[n] if argument in READ}
        return bool(rows - {0, self.run[n].rows})

    def reached(self, n: int) -> set[tuple[int, str]]:
        """Return the recurrent calls that a call leads to over plain ones, and the arguments."""
        found: set[tuple[int, str]] = set()
        for m, argument in self.ahead[n]:
            found |= {(m, argument)} if m in self.recurrent else self.reached(m)
        return found

    def sources(self, n: int, argument: str | None = None) -> set[int]:
        """Return the recurrent calls that a call, or one argument, goes back to over plain ones."""
        found: set[int] = set()
        for name, flow in self.flows(n):
            if isinstance(flow.origin, int) and argument in (None, name):
                inner = flow.origin not in self.recurrent
                found |= self.sources(flow.origin) if inner else {flow.origin}
        return found

    def in_step(self, n: int, top: int) -> bool:
        """Return whether a recurrent call is read step by step, over plain ones, by another."""
        for name, flow in self.flows(top):
            origin = flow.origin
            read = name in READ or top not in self.recurrent
            if not isinstance(origin, int) or not read or flow.steps or flow.state:
                continue
            whole = self.run[origin].sequence and origin not in self.recurrent
            if origin == n or (whole and self.in_step(n, origin)):
                return True
        return False

    def depth(self, n: int, among: Sequence[int]) -> int:
        """Return how many calls of some lie in a row before a call."""
        before = [flow.origin for _, flow in self.flows(n) if flow.origin in among]
        return 1 + max((self.depth(int(m), among) for m in before), default=-1)
