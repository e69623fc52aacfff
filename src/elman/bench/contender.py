"""Who takes part in a row: something that can be run, and whose results can be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from elman.bench.work import Work, named, runner

__all__ = ["Contender", "Scope", "of_module"]

Scope = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True)
class Contender:
    """Somebody who does the work of a row.

    Args:
        name: who it is.
        run: does the work once, and is done when it returns.
        values: does it once from the beginning, and returns what came out by name.
        scope: what every run stands in; entered once for many.
    """

    name: str
    run: Callable[[], object]
    values: Callable[[], Mapping[str, Tensor]]
    scope: Scope = nullcontext


def of_module(name: str, module: nn.Module, work: Work, scope: Scope = nullcontext) -> Contender:
    """Return a module as a contender.

    Args:
        name: who it is.
        module: takes input and state and returns output and state, as torch's do.
        work: what it is given.
        scope: what every run stands in.

    Returns:
        The contender; without a way back it runs in torch's inference mode.
    """

    @contextmanager
    def whole() -> Iterator[None]:
        with scope(), torch.inference_mode(not work.training):
            yield

    parameters = [name for name, _ in module.named_parameters()]
    return Contender(
        name,
        runner(module, work),
        lambda: named(runner(module, work)(), work, parameters),
        whole,
    )
