"""Noise of a step: numbers from a key, the step, the row and the unit alone."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.emitter import I32, Emitter
from elman.codegen.llvm.words import Words, constants, spread
from elman.codegen.threefry import KEY, pairs, threefry
from elman.graph import Expr

__all__ = ["BITS", "Noise"]

BITS = 24
"""Of a number, so that every format holds the same."""


class Noise:
    r"""What is drawn in a kernel.

    Noise of the step t, the row b and the unit j is one of the two words of
    $\mathrm{threefry}(\mathrm{threefry}(k, (t, p)), (j, b))$, its upper bits as a number from 0 to
    under 1; p is the pair of the noise, and t is zero for noise that is the same at every step.

    Args:
        emit: the kernel.
        place: where the key lies, a number for each of its bytes.
        noises: all that are drawn.
    """

    def __init__(self, emit: Emitter, place: ir.Value, noises: tuple[Expr, ...]):
        self._emit, self.pairs = emit, pairs(noises)
        self._key = self._words(place)
        self._keys: dict[int, tuple[Words, Words]] = {}

    def _words(self, place: ir.Value) -> tuple[Words, Words]:
        builder, words = self._emit.builder, []
        for first in range(0, KEY, 4):
            word = Words(builder, ir.Constant(I32, 0))
            for byte in range(4):
                number = builder.load(builder.gep(place, [ir.Constant(I32, first + byte)]))
                word = word | Words(builder, builder.fptosi(number, I32)) << 8 * byte
            words.append(word)
        return words[0], words[1]

    def at_step(self, time: ir.Value) -> None:
        """Emit the keys of a step.

        Args:
            time: the step, from 0.
        """
        builder = self._emit.builder
        now = Words(builder, builder.trunc(time, I32))
        for node, (pair, _) in self.pairs.items():
            when = now if node.op == "noise" else Words(builder, ir.Constant(I32, 0))
            counter = (when, Words(builder, ir.Constant(I32, pair)))
            self._keys[pair] = threefry(self._key, counter)

    def drawn(self, pair: int, row: ir.Value, unit: ir.Value) -> list[ir.Value]:
        """Emit both numbers of a pair for a vector of units.

        Args:
            pair: the pair.
            row: of the batch.
            unit: the first one.

        Returns:
            Two vectors.
        """
        builder, lanes = self._emit.builder, self._emit.lanes

        def spreaded(word: ir.Value) -> Words:
            return Words(builder, spread(builder, word, lanes.width))

        units = spreaded(builder.trunc(unit, I32))
        units = units + Words(builder, constants(I32, range(lanes.width)))
        key = tuple(spreaded(word.value) for word in self._keys[pair])
        found = threefry((key[0], key[1]), (units, spreaded(builder.trunc(row, I32))))
        upper = [builder.sitofp((word >> 32 - BITS).value, lanes.type) for word in found]
        return [builder.fmul(number, lanes.number(2.0**-BITS)) for number in upper]
