"""What every thread of a team runs: its share of one kernel after the other."""

from __future__ import annotations

from llvmlite import ir

__all__ = ["team"]

I32, I64 = ir.IntType(32), ir.IntType(64)
_POINTER = I64.as_pointer()
KERNEL = ir.FunctionType(ir.VoidType(), [I64, I64, _POINTER])
SPINS = 4096
"""Looks at the barrier before the processor is offered to others."""


def team() -> str:
    """Emit ``run``, ``run_in_openmp`` and ``wait``.

    ``run(thread, threads, work)`` runs kernels one after the other. Work is, 64 bits each: how many
    jobs, and where each job lies; threads are dealt out to the jobs in turn. A job is: how many
    kernels, its barrier, and for each kernel its address, its arguments, and whether all threads
    of the job wait for each other after it. ``run_in_openmp(work)`` does that as a thread of a team
    of OpenMP; the work lies behind the addresses of two functions that tell its number and the size
    of the team. ``wait(threads, barrier)`` returns when that many threads have called it; a
    barrier is two numbers, first zero, and the address of a function that lets others run.

    Returns:
        The module.
    """
    module = ir.Module("team")
    wait = _wait(module)
    run = _run(module, wait)
    _in_openmp(module, run)
    return str(module)


def _function(module: ir.Module, name: str, args: list[ir.Type]) -> tuple[ir.Function, ir.IRBuilder]:
    function = ir.Function(module, ir.FunctionType(ir.VoidType(), args), name)
    return function, ir.IRBuilder(function.append_basic_block("entry"))


def _number(builder: ir.IRBuilder, base: ir.Value, index: ir.Value | int) -> ir.Value:
    offset = ir.Constant(I64, index) if isinstance(index, int) else index
    return builder.load(builder.gep(base, [offset]))


def _wait(module: ir.Module) -> ir.Function:
    function, builder = _function(module, "wait", [I64, _POINTER])
    threads, barrier = function.args
    one = ir.Constant(I64, 1)
    round_at = builder.gep(barrier, [one])
    blocks = [function.append_basic_block(name) for name in ("last", "spin", "tired", "look", "end")]
    last, spin, tired, look, end = blocks
    own = builder.load_atomic(round_at, "acquire", 8)
    before = builder.atomic_rmw("add", barrier, one, "acq_rel")
    arrived = builder.add(before, one)
    builder.cbranch(builder.icmp_signed("==", arrived, threads), last, spin)

    builder.position_at_end(last)
    builder.store_atomic(ir.Constant(I64, 0), barrier, "release", 8)
    builder.store_atomic(builder.add(own, one), round_at, "release", 8)
    builder.branch(end)

    builder.position_at_end(spin)
    count = builder.phi(I64)
    count.add_incoming(one, function.entry_basic_block)
    rest = builder.and_(count, ir.Constant(I64, SPINS - 1))
    builder.cbranch(builder.icmp_signed("==", rest, ir.Constant(I64, 0)), tired, look)

    builder.position_at_end(tired)
    give_way = ir.FunctionType(I32, []).as_pointer()
    builder.call(builder.inttoptr(_number(builder, barrier, 2), give_way), [])
    builder.branch(look)

    builder.position_at_end(look)
    now = builder.load_atomic(round_at, "acquire", 8)
    count.add_incoming(builder.add(count, one), look)
    builder.cbranch(builder.icmp_signed("==", now, own), spin, end)

    builder.position_at_end(end)
    builder.ret_void()
    return function


def _run(module: ir.Module, wait: ir.Function) -> ir.Function:
    function, builder = _function(module, "run", [I64, I64, _POINTER])
    thread, threads, work = function.args
    zero, one = ir.Constant(I64, 0), ir.Constant(I64, 1)
    jobs = builder.load(work)
    few = builder.icmp_signed("<", threads, jobs)
    # fewer threads than jobs: each takes every so many; else each job has a team of its own
    step = builder.select(few, threads, jobs)
    first = builder.urem(thread, step)
    entry = builder.block
    each = function.append_basic_block("job")
    builder.branch(each)
    builder.position_at_end(each)
    job = builder.phi(I64)
    job.add_incoming(first, entry)
    more = builder.icmp_signed("<", job, jobs)
    body, end = function.append_basic_block("kernels"), function.append_basic_block("end")
    builder.cbranch(more, body, end)

    builder.position_at_end(body)
    own = builder.inttoptr(_number(builder, work, builder.add(job, one)), _POINTER)
    place = builder.select(few, zero, builder.udiv(thread, jobs))
    alone = builder.udiv(builder.sub(builder.add(threads, builder.sub(jobs, one)), job), jobs)
    size = builder.select(few, one, alone)
    count = builder.load(own)
    barrier = builder.inttoptr(_number(builder, own, 1), _POINTER)
    loop, call, pause, after, done = (
        function.append_basic_block(name) for name in ("next", "call", "pause", "after", "done")
    )
    builder.branch(loop)
    builder.position_at_end(loop)
    index = builder.phi(I64)
    index.add_incoming(zero, body)
    builder.cbranch(builder.icmp_signed("<", index, count), call, done)
    builder.position_at_end(call)
    at = builder.add(builder.mul(index, ir.Constant(I64, 3)), ir.Constant(I64, 2))
    kernel = builder.inttoptr(_number(builder, own, at), KERNEL.as_pointer())
    rest = builder.inttoptr(_number(builder, own, builder.add(at, one)), _POINTER)
    builder.call(kernel, [place, size, rest])
    waits = _number(builder, own, builder.add(at, ir.Constant(I64, 2)))
    many = builder.icmp_signed(">", size, one)
    wanted = builder.and_(many, builder.icmp_signed("!=", waits, zero))
    builder.cbranch(wanted, pause, after)
    builder.position_at_end(pause)
    builder.call(wait, [size, barrier])
    builder.branch(after)
    builder.position_at_end(after)
    index.add_incoming(builder.add(index, one), after)
    builder.branch(loop)
    builder.position_at_end(done)
    following = builder.add(job, step)
    # with a team of its own a job is the only one of its threads
    job.add_incoming(builder.select(few, following, jobs), done)
    builder.branch(each)
    builder.position_at_end(end)
    builder.ret_void()
    return function


def _in_openmp(module: ir.Module, run: ir.Function) -> None:
    function, builder = _function(module, "run_in_openmp", [_POINTER])
    given = function.args[0]
    ask = ir.FunctionType(I32, []).as_pointer()
    thread, threads = (
        builder.zext(builder.call(builder.inttoptr(_number(builder, given, n), ask), []), I64)
        for n in range(2)
    )
    builder.call(run, [thread, threads, builder.gep(given, [ir.Constant(I64, 2)])])
    builder.ret_void()
