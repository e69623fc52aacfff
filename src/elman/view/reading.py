"""A diagram of a network, read from one run of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from torch import nn

from elman.errors import SettingError
from elman.view.call import READ, Call, stack_in
from elman.view.calls import calls
from elman.view.diagram import Diagram, Link, Row, Strip
from elman.view.layers import described
from elman.view.routes import Routes

__all__ = ["unroll"]

MOST = 4  # strips side by side

Rows = list[tuple[Row, list[int]]]
"""Rows from the bottom, each with the calls that lie there."""


def unroll(network: nn.Module, *inputs: Any) -> Diagram:
    """Run a network once and return what it looks like unrolled in time.

    Args:
        network: with at least one recurrent layer, of ours or of torch's.
        *inputs: what it is called with; a few rows and steps are enough.

    Returns:
        The diagram, which `elman.view.plot_unrolled` draws.

    Raises:
        SettingError: nothing recurrent ran, or so many sequences of their own that no picture would
            be readable.

    Example:
        >>> import elman, torch
        >>> network = nn.Sequential(nn.Embedding(9, 3), elman.nn.Recurrent("lstm", 3, 4))
        >>> (strip,) = unroll(network, torch.ones(5, 2, dtype=torch.int64)).strips
        >>> [row.kind for row in strip.rows]
        ['input', 'layers', 'cells', 'output']
        >>> strip.rows[2].states
        ('h', 'c')
    """
    run = calls(network, *inputs)
    if not any(stack_in(call.module) for call in run):
        raise SettingError(
            f"no recurrent layer ran in {type(network).__name__}, so there is nothing to unroll."
        )
    return _Reading(run, {name for name, _ in network.named_parameters()}).diagram()


class _Reading:
    """How the calls of a run lie in strips and rows."""

    def __init__(self, run: Sequence[Call], parameters: Collection[str]) -> None:
        self.run, self.routes, self.parameters = run, Routes(run), parameters
        self.strip_of: dict[int, int] = {}
        for n in self.routes.recurrent:
            self.strip_of[n] = self._strip_below(n)
        self.heights: dict[int, list[tuple[int, int]]] = {}  # strip and height of a call's rows
        self.drawn: set[tuple[int | str, int]] = set()  # what reaches what, where that is seen

    def diagram(self) -> Diagram:
        """Return the diagram."""
        count = len({*self.strip_of.values()})
        if count > MOST:
            raise SettingError(
                f"recurrent layers ran {count} times over sequences of their own, and a diagram "
                f"has room for {MOST}. Call them once over a whole sequence, or over fewer steps."
            )
        strips = [self._strip(number) for number in range(count)]
        links = [link for n in self.strip_of for link in self._links(n)]
        return Diagram(tuple(strips), tuple(dict.fromkeys(links)), tuple(self._beside()))

    def _strip_below(self, n: int) -> int:
        size = (self.run[n].steps, self.run[n].rows)
        for m in self.strip_of:
            same = (self.run[m].steps, self.run[m].rows) == size
            if same and self.routes.in_step(m, n):
                return self.strip_of[m]
        return len({*self.strip_of.values()})

    def _strip(self, number: int) -> Strip:
        own = [n for n, strip in self.strip_of.items() if strip == number]
        rows: Rows = []
        for n in own:
            rows += self._below(n, bottom=n == own[0]) + self._cells(n)
        above = [n for n in self.routes.plain if self._is_above(n, number)]
        rows += self._levels(above)
        if not self.routes.ahead[above[-1] if above else own[-1]]:
            rows.append((Row("output"), []))
        solid = [(row, there) for row, there in rows if row.kind != "given"]
        for height, (_, there) in enumerate(solid):
            for n in there:
                self.heights.setdefault(n, []).append((number, height))
        return Strip(self.run[own[0]].steps, tuple(row for row, _ in rows))

    def _below(self, n: int, *, bottom: bool) -> Rows:
        """Return what a recurrent layer reads, and what all its steps are given."""
        read = [m for m in self.routes.plain if (n, True) in self._readers(m)]
        stepwise = [m for m in read if self._is_in_step(m, self.strip_of[n])]
        rows = self._branches(stepwise, n) or self._levels(stepwise)
        outside = self._outside([*stepwise, n])
        if bottom and outside is not None:
            rows.insert(0, (Row("input", outside), []))
        given = self._given(n, [m for m in read if m not in stepwise])
        return rows + ([(given, [])] if given else [])

    def _branches(self, stepwise: Sequence[int], n: int) -> Rows:
        """Return several ways into a recurrent layer side by side, each as its last layer."""
        ends = [m for m in stepwise if n in {to for to, _ in self.routes.ahead[m]}]
        if len(ends) < 2:
            return []
        names, told = self._told(ends)
        before = [self._before(m, ends) for m in ends]
        told = tuple(", ".join([*self._told(b)[1], t]) for b, t in zip(before, told, strict=True))
        return [(Row("layers", names, told), ends)]

    def _before(self, n: int, ends: Sequence[int]) -> list[int]:
        """Return the plain layers that lead to one, from the first, but for those in a row."""
        found: list[int] = []
        for _, flow in self.routes.flows(n):
            m = flow.origin
            if isinstance(m, int) and m not in ends and m not in self.strip_of:
                found += [*self._before(m, ends), m]
                self.drawn |= {(m, n)}
        return found

    def _readers(self, m: int) -> set[tuple[int, bool]]:
        return {(to, argument in READ) for to, argument in self.routes.reached(m)}

    def _is_in_step(self, m: int, number: int) -> bool:
        sources = self.routes.sources(m)
        return self.run[m].sequence and all(self.strip_of[n] == number for n in sources)

    def _outside(self, readers: Iterable[int]) -> tuple[str, ...] | None:
        """Return what comes from outside, by name where it is known; None if nothing does."""
        names: list[str] = []
        any_does = False
        for n in readers:
            flows = [flow for name, flow in self.routes.flows(n) if name in READ]
            found = [flow.origin for flow in flows if isinstance(flow.origin, str)]
            any_does |= bool(found) or not flows
            names += [f"{x} (learned)" if x in self.parameters else x for x in found]
            self.drawn |= {(origin, n) for origin in found}
        return tuple(dict.fromkeys(names)) if any_does else None

    def _given(self, n: int, vectors: Sequence[int]) -> Row | None:
        """Return what all steps of a recurrent layer are given from elsewhere."""
        flows = [flow for name, flow in self.routes.flows(n) if name in READ]
        found = [flow for flow in flows if flow.origin in vectors]
        foreign = [
            flow for flow in flows
            if flow.origin in self.strip_of
            and self.strip_of[int(flow.origin)] != self.strip_of[n]
        ]  # fmt: skip
        if not found and not foreign:
            return None
        self.drawn |= {(flow.origin, n) for flow in [*found, *foreign]}
        self._outside(vectors)
        sources = {int(flow.origin) for flow in foreign}
        for m in vectors:
            self.drawn |= {(flow.origin, m) for _, flow in self.routes.flows(m)}
            sources |= self.routes.sources(m)
        names, told = self._told([*vectors, *(int(flow.origin) for flow in foreign)])
        every = tuple(range(self.run[n].steps))
        steps = tuple(sorted({step for flow in found for step in flow.steps}))
        return Row(
            "given", names, told, steps=() if foreign or steps == every else steps,
            source=self.strip_of[max(sources)] if sources else None,
        )  # fmt: skip

    def _cells(self, n: int) -> Rows:
        """Return the layers of a recurrent call, each with what it attends to below it."""
        call, stack = self.run[n], stack_in(self.run[n].module)
        assert stack is not None  # the call is recurrent
        rows: Rows = []
        for layer in range(stack.num_layers):
            if stack.cell.graph.sources:
                rows.append((self._attended(n), []))
            name = f"{call.name}, layer {layer + 1}" if stack.num_layers > 1 else call.name
            told = (stack.cell.name, described(call.module)) if layer == 0 else (stack.cell.name,)
            row = Row("cells", (name,), told, stack.cell.states, stack.directions > 1)
            rows.append((row, [n]))
        return rows

    def _attended(self, n: int) -> Row:
        origins = [flow.origin for name, flow in self.routes.flows(n) if name == "memory"]
        self.drawn |= {(origin, n) for origin in origins}
        sources = self.routes.sources(n, "memory")
        names = ", ".join(self.run[m].name if isinstance(m, int) else m for m in origins)
        told = f"over {names}" if names else "over a memory"
        return Row("given", ("attention",), (told,), source=_strip(sources, self.strip_of))

    def _is_above(self, n: int, number: int) -> bool:
        sources, ahead = self.routes.sources(n), self.routes.reached(n)
        leads = {argument for _, argument in ahead}
        top = bool(sources) and self.strip_of[max(sources)] == number
        return top and (not leads or "memory" in leads)

    def _levels(self, plain: Sequence[int]) -> Rows:
        """Return plain layers as rows, those side by side that do not follow from one another."""
        rows: Rows = []
        depths = {n: self.routes.depth(n, plain) for n in plain}
        for depth in sorted({*depths.values()}):
            there = [n for n in plain if depths[n] == depth]
            names, told = self._told(there)
            if all(self.run[n].sequence for n in there):
                rows.append((Row("layers", names, told), there))
            else:
                flows = [flow for n in there for _, flow in self.routes.flows(n)]
                steps = tuple(sorted({step for flow in flows for step in flow.steps}))
                rows.append((Row("once", names, told, steps=steps), there))
        return rows

    def _told(self, numbers: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        told = [described(self.run[n].module) for n in numbers]
        return tuple(self.run[n].name for n in numbers), tuple(told)

    def _links(self, n: int) -> list[Link]:
        """Return where the states of a recurrent layer come from, unless they are zero."""
        target, links = self.strip_of[n], []
        for argument, flow in self.routes.flows(n):
            if argument in READ or argument == "memory":
                continue
            origin = flow.origin
            self.drawn.add((origin, n))
            if isinstance(origin, str):
                links.append(Link(None, target, (origin,), given=True))
                continue
            chain = [origin] if origin not in self.strip_of else []
            while chain and (before := self._plain_before(chain[0])) is not None:
                chain.insert(0, before)
            for m in chain:
                self.drawn |= {(flow.origin, m) for _, flow in self.routes.flows(m)}
            sources = self.routes.sources(origin) if chain else {origin}
            links.append(Link(_strip(sources, self.strip_of), target, *self._told(chain)))
        return links

    def _plain_before(self, n: int) -> int | None:
        origins = [flow.origin for _, flow in self.routes.flows(n)]
        return next((m for m in origins if isinstance(m, int) and m not in self.strip_of), None)

    def _beside(self) -> list[tuple[str, str]]:
        """Return what reaches what without being drawn."""
        found = []
        for n in [*self.routes.recurrent, *self.routes.plain]:
            for _, flow in self.routes.flows(n):
                if (flow.origin, n) not in self.drawn and not self._adjacent(flow.origin, n):
                    origin = flow.origin
                    name = self.run[origin].name if isinstance(origin, int) else origin
                    found.append((name, self.run[n].name))
        return list(dict.fromkeys(found))

    def _adjacent(self, origin: int | str, n: int) -> bool:
        if origin not in self.heights or n not in self.heights:
            return False
        (strip, below), (other, above) = self.heights[int(origin)][-1], self.heights[n][0]
        return strip == other and above == below + 1


def _strip(sources: Iterable[int], strip_of: dict[int, int]) -> int | None:
    return max((strip_of[n] for n in sources), default=None)
