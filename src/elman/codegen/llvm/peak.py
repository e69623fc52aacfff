"""As many fused multiply-adds as a core can do: what every speed is a share of."""

from __future__ import annotations

from llvmlite import ir

from elman.codegen.llvm.lanes import Lanes

__all__ = ["operations", "peak"]

I64 = ir.IntType(64)


def peak(format: str, width: int, registers: int) -> str:
    r"""Emit a function of a count and a pointer, that many rounds of $s_n \leftarrow s_n a + b$.

    No sum waits for another and none is in memory: there are more of them than a core has
    multiply-adds under way, and fewer than it has registers.

    Args:
        format: of the numbers.
        width: numbers in a vector.
        registers: of vectors.

    Returns:
        The module, whose one function is called ``peak``. Its pointer leads to a, b and a place
        for the total of all sums, without which nothing would be computed.

    Example:
        >>> peak("float32", 8, 16).count("call <8 x float> @")
        12
    """
    module = ir.Module("peak")
    number = Lanes(ir.IRBuilder(), format, width).format.type
    signature = ir.FunctionType(ir.VoidType(), [I64, number.as_pointer()])
    function = ir.Function(module, signature, "peak")
    rounds, place = function.args
    entry, body, end = (function.append_basic_block(name) for name in ("entry", "body", "end"))
    builder = ir.IRBuilder(entry)
    lanes = Lanes(builder, format, width)

    def at(index: int) -> ir.Value:
        return builder.gep(place, [ir.Constant(I64, index)])

    a, b = (lanes.spread(builder.load(at(index))) for index in (0, 1))
    builder.branch(body)
    builder.position_at_end(body)
    counter = builder.phi(I64)
    sums = [builder.phi(lanes.type) for _ in range(_sums(registers))]
    grown = [lanes.fma(sum_, a, b) for sum_ in sums]
    following = builder.add(counter, ir.Constant(I64, 1))
    counter.add_incoming(ir.Constant(I64, 0), entry)
    counter.add_incoming(following, body)
    for start, (old, new) in enumerate(zip(sums, grown, strict=True)):
        # different from the start, or one sum would do for all
        old.add_incoming(lanes.number(start), entry)
        old.add_incoming(new, body)
    builder.cbranch(builder.icmp_signed("<", following, rounds), body, end)
    builder.position_at_end(end)
    total = grown[0]
    for sum_ in grown[1:]:
        total = builder.fadd(total, sum_)
    reduced: ir.Value = builder.extract_element(total, ir.Constant(I64, 0))
    for lane in range(1, width):
        reduced = builder.fadd(reduced, builder.extract_element(total, ir.Constant(I64, lane)))
    builder.store(reduced, at(2))
    builder.ret_void()
    return str(module)


def operations(width: int, registers: int) -> int:
    """Return the floating-point operations of a round: a multiply-add counts two.

    Args:
        width: numbers in a vector.
        registers: of vectors.

    Returns:
        How many.

    Example:
        >>> operations(8, 16)
        192
    """
    return 2 * width * _sums(registers)


def _sums(registers: int) -> int:
    return 3 * registers // 4
