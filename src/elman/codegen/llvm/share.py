"""What every thread of an OpenMP team runs: a kernel on its share of the rows."""

from __future__ import annotations

from llvmlite import ir

__all__ = ["share"]

I32, I64 = ir.IntType(32), ir.IntType(64)


def share() -> str:
    """Emit a function of one pointer, to: kernel, its arguments, rows, and two functions of OpenMP.

    The functions give the number of this thread and how many there are, which may be fewer than
    were asked for.

    Returns:
        The module, whose one function is called ``share``.
    """
    module = ir.Module("share")
    signature = ir.FunctionType(ir.VoidType(), [I64.as_pointer()])
    function = ir.Function(module, signature, "share")
    builder = ir.IRBuilder(function.append_basic_block("entry"))

    def given(number: int, kind: ir.Type = I64) -> ir.Value:
        place = builder.gep(function.args[0], [ir.Constant(I64, number)])
        value = builder.load(place)
        return value if kind == I64 else builder.inttoptr(value, kind)

    ask = ir.FunctionType(I32, []).as_pointer()
    kernel = ir.FunctionType(ir.VoidType(), [I64, I64, I64.as_pointer()]).as_pointer()
    own, threads = (builder.zext(builder.call(given(n, ask), []), I64) for n in (3, 4))
    rows = given(2)
    first, last = (
        builder.udiv(builder.mul(rows, part), threads)
        for part in (own, builder.add(own, ir.Constant(I64, 1)))
    )
    builder.call(given(0, kernel), [first, last, given(1, I64.as_pointer())])
    builder.ret_void()
    return str(module)
