"""What every thread of a team runs: its share of one recorded kernel after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from llvmlite import ir

from elman.codegen.llvm.emitter import I32, I64, KERNEL, whole

__all__ = ["team"]

SPINS = 4096
"""Looks at a barrier before the processor is offered to others."""

_POINTER = I64.as_pointer()
_ASK = ir.FunctionType(I32, []).as_pointer()


def team() -> str:
    """Emit ``run``, ``run_in_openmp`` and ``wait``.

    ``run(thread, threads, work)`` does jobs. Work is, 64 bits each: how many jobs, and for each its
    schedule, its bases, its barrier, how often it is done, and how far each of the bases lies
    behind itself from one time to the next, which begins when all of the one before is done.
    Threads are dealt out to the jobs in turn; with fewer threads than jobs each does several, one
    after the other.

    A schedule is: how many arguments a kernel takes at most, how many stages there are, and for
    each how often it is done, how many kernels it has, and for each kernel its address, whether all
    threads wait for one another after it, how many arguments it takes, and for each argument a
    number, which of the bases is added to it, and what is added each time that the stage is done
    again.

    ``run_in_openmp(work)`` does that as a thread of a team of OpenMP; the work lies behind the
    addresses of two functions that tell the number of the thread and the size of the team.
    ``wait(threads, barrier)`` returns when that many threads have called it; a barrier is two
    numbers, first zero, and the address of a function that lets others run.

    Returns:
        The module.
    """
    module = ir.Module("team")
    wait = _wait(module)
    job = _job(module, wait)
    run = _run(module, job)
    _in_openmp(module, run)
    return str(module)


class _Code:
    """A function of whole numbers under construction."""

    def __init__(self, module: ir.Module, name: str, kinds: list[ir.Type]):
        self.function = ir.Function(module, ir.FunctionType(ir.VoidType(), kinds), name)
        self.builder = ir.IRBuilder(self.function.append_basic_block("entry"))
        self.args = self.function.args

    def number(self, base: ir.Value, index: ir.Value | int) -> ir.Value:
        """Return a number of an array."""
        return self.builder.load(self.place(base, index))

    def place(self, base: ir.Value, index: ir.Value | int) -> ir.Value:
        """Return where a number of an array lies."""
        return self.builder.gep(base, [whole(index) if isinstance(index, int) else index])

    def pointer(self, base: ir.Value, index: ir.Value | int) -> ir.Value:
        """Return an address that lies in an array."""
        return self.builder.inttoptr(self.number(base, index), _POINTER)

    @contextmanager
    def loop(self, start: ir.Value, stop: ir.Value, step: ir.Value) -> Iterator[ir.Value]:
        """Emit what is inside for every number from start to before stop."""
        builder, before = self.builder, self.builder.block
        head, body, end = (self.function.append_basic_block(n) for n in ("head", "body", "end"))
        builder.branch(head)
        builder.position_at_end(head)
        counter = builder.phi(I64)
        counter.add_incoming(start, before)
        builder.cbranch(builder.icmp_signed("<", counter, stop), body, end)
        builder.position_at_end(body)
        yield counter
        counter.add_incoming(builder.add(counter, step), builder.block)
        builder.branch(head)
        builder.position_at_end(end)


def _wait(module: ir.Module) -> ir.Function:
    code = _Code(module, "wait", [I64, _POINTER])
    builder, (threads, barrier), one = code.builder, code.args, whole(1)
    entry = builder.block
    names = ("last", "spin", "tired", "look", "end")
    last, spin, tired, look, end = (code.function.append_basic_block(name) for name in names)
    rounds = code.place(barrier, 1)
    own = builder.load_atomic(rounds, "acquire", 8)
    arrived = builder.add(builder.atomic_rmw("add", barrier, one, "acq_rel"), one)
    builder.cbranch(builder.icmp_signed("==", arrived, threads), last, spin)

    builder.position_at_end(last)
    builder.store_atomic(whole(0), barrier, "release", 8)
    builder.store_atomic(builder.add(own, one), rounds, "release", 8)
    builder.branch(end)

    builder.position_at_end(spin)
    count = builder.phi(I64)
    count.add_incoming(one, entry)
    rest = builder.and_(count, whole(SPINS - 1))
    builder.cbranch(builder.icmp_signed("==", rest, whole(0)), tired, look)

    builder.position_at_end(tired)
    builder.call(builder.inttoptr(code.number(barrier, 2), _ASK), [])
    builder.branch(look)

    builder.position_at_end(look)
    now = builder.load_atomic(rounds, "acquire", 8)
    count.add_incoming(builder.add(count, one), look)
    builder.cbranch(builder.icmp_signed("==", now, own), spin, end)

    builder.position_at_end(end)
    builder.ret_void()
    return code.function


def _job(module: ir.Module, wait: ir.Function) -> ir.Function:
    """Emit ``job(thread, threads, schedule, bases, barrier, times, strides)``."""
    code = _Code(module, "job", [I64, I64, _POINTER, _POINTER, _POINTER, I64, _POINTER])
    builder, one = code.builder, whole(1)
    thread, threads, schedule, bases, barrier, times, strides = code.args
    rest = builder.alloca(I64, code.number(schedule, 0))
    at, after, waited = (builder.alloca(I64) for _ in range(3))
    builder.store(one, waited)
    many = builder.icmp_signed(">", threads, one)

    def argument(place: ir.Value, again: ir.Value, time: ir.Value) -> ir.Value:
        base = code.number(schedule, builder.add(place, one))
        step = code.number(schedule, builder.add(place, whole(2)))
        moved = builder.mul(code.number(strides, base), time)
        grown = builder.add(code.number(schedule, place), builder.mul(step, again))
        return builder.add(grown, builder.add(code.number(bases, base), moved))

    with code.loop(whole(0), times, one) as time:
        builder.store(whole(2), at)
        with code.loop(whole(0), code.number(schedule, 1), one):
            start = builder.load(at)
            kernels = code.number(schedule, builder.add(start, one))
            builder.store(builder.add(start, whole(2)), after)
            with code.loop(whole(0), code.number(schedule, start), one) as again:
                builder.store(builder.add(start, whole(2)), after)
                with code.loop(whole(0), kernels, one):
                    here = builder.load(after)
                    kernel = builder.inttoptr(code.number(schedule, here), KERNEL)
                    waits = code.number(schedule, builder.add(here, one))
                    builder.store(waits, waited)
                    count = code.number(schedule, builder.add(here, whole(2)))
                    first = builder.add(here, whole(3))
                    with code.loop(whole(0), count, one) as index:
                        place = builder.add(first, builder.mul(index, whole(3)))
                        builder.store(argument(place, again, time), code.place(rest, index))
                    builder.call(kernel, [thread, threads, rest])
                    builder.store(builder.add(first, builder.mul(count, whole(3))), after)
                    wanted = builder.and_(many, builder.icmp_signed("!=", waits, whole(0)))
                    with builder.if_then(wanted):
                        builder.call(wait, [threads, barrier])
            builder.store(builder.load(after), at)
        # after the last time whoever gave the threads waits for them
        more = builder.icmp_signed("<", builder.add(time, one), times)
        ahead = builder.icmp_signed("==", builder.load(waited), whole(0))
        with builder.if_then(builder.and_(many, builder.and_(more, ahead))):
            builder.call(wait, [threads, barrier])
    builder.ret_void()
    return code.function


def _run(module: ir.Module, job: ir.Function) -> ir.Function:
    code = _Code(module, "run", [I64, I64, _POINTER])
    builder, one = code.builder, whole(1)
    thread, threads, work = code.args
    jobs = builder.load(work)
    few = builder.icmp_signed("<", threads, jobs)
    # with enough threads each job has some of its own, and each thread one job
    step = builder.select(few, threads, jobs)
    first = builder.urem(thread, step)
    last = builder.select(few, jobs, builder.add(first, one))
    with code.loop(first, last, step) as number:
        own = builder.add(builder.mul(number, whole(5)), one)
        place = builder.select(few, whole(0), builder.udiv(thread, jobs))
        sharing = builder.sub(builder.add(threads, builder.sub(jobs, one)), number)
        size = builder.select(few, one, builder.udiv(sharing, jobs))
        schedule, bases, barrier, strides = (
            code.pointer(work, builder.add(own, whole(n))) for n in (0, 1, 2, 4)
        )
        times = code.number(work, builder.add(own, whole(3)))
        builder.call(job, [place, size, schedule, bases, barrier, times, strides])
    builder.ret_void()
    return code.function


def _in_openmp(module: ir.Module, run: ir.Function) -> None:
    code = _Code(module, "run_in_openmp", [_POINTER])
    builder, given = code.builder, code.args[0]
    thread, threads = (
        builder.zext(builder.call(builder.inttoptr(code.number(given, n), _ASK), []), I64)
        for n in range(2)
    )
    builder.call(run, [thread, threads, code.place(given, 2)])
    builder.ret_void()
