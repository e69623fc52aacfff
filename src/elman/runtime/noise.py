"""Noise of a step in plain torch: the reference for what kernels draw."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from elman.codegen.llvm.noise import BITS
from elman.codegen.threefry import KEY, pairs, threefry
from elman.graph import Expr
from elman.runtime.random_masks import drawn_keys

__all__ = ["drawn", "keys_of_layers"]


def keys_of_layers(count: int, like: Tensor) -> Tensor:
    """Draw a key for each layer and direction of a call.

    Args:
        count: how many.
        like: a tensor of the dtype and device wanted.

    Returns:
        (count, 8), the bytes of each as numbers, the lowest first.

    Example:
        >>> keys_of_layers(3, torch.zeros(0)).shape
        torch.Size([3, 8])
    """
    shifts = 8 * torch.arange(KEY, device="cpu")
    return (drawn_keys(count)[:, None] >> shifts & 255).to(like)


def drawn(
    noises: Sequence[Expr], key: Tensor, time: int, rows: int, units: int
) -> dict[Expr, Tensor]:
    """Return the noise of a step.

    Args:
        noises: all that are drawn for a step.
        key: one of `keys_of_layers`.
        time: the step, from 0.
        rows: B.
        units: H.

    Returns:
        For each (B, H), uniform from 0 to under 1 in steps of 2^-24, of the key's dtype.

    Example:
        >>> from elman.graph.expression import make
        >>> noise = make("noise", data="h")
        >>> drawn([noise], torch.zeros(8), 0, 1, 2)[noise]
        tensor([[0.3889, 0.1845]])
    """
    shifts = 8 * torch.arange(4, device=key.device)
    first, second = ((half.to(torch.int64) & 255) << shifts for half in key.chunk(2))
    places = [torch.arange(size, device=key.device) for size in (rows, units)]
    counter = (places[1].expand(rows, -1), places[0][:, None].expand(-1, units))
    found: dict[Expr, Tensor] = {}
    words: dict[int, tuple[Tensor, Tensor]] = {}
    for node, (pair, word) in pairs(noises).items():
        if pair not in words:
            when = time if node.op == "noise" else 0
            words[pair] = threefry(threefry((first.sum(), second.sum()), (when, pair)), counter)
        # by way of a format that holds them
        found[node] = ((words[pair][word] >> 32 - BITS).float() * 2.0**-BITS).to(key.dtype)
    return found
