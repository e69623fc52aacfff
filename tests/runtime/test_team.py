"""Work is shared out completely, whoever gives the threads and however many come."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
import torch

from elman import settings
from elman.codegen.llvm.pointwise import BLOCK, Equations
from elman.graph.expression import make
from elman.nn import Recurrent
from elman.runtime import team
from elman.runtime.jit import target
from elman.runtime.kernels import FORMATS, computed
from elman.runtime.schedule import At, Recorder

KERNEL = ctypes.CFUNCTYPE(None, ctypes.c_int64, ctypes.c_int64, ctypes.POINTER(ctypes.c_int64))


@pytest.fixture(params=["torch's", "our own"])
def whose(request, monkeypatch):
    """Whose threads there are."""
    if request.param == "our own":
        monkeypatch.setattr(team, "_openmp", lambda: None)
    elif team._openmp() is None:
        pytest.skip("torch has no OpenMP that can be found here")
    return request.param


def job(*kernels, waits=True):
    """Return a job of functions of the number of a thread and of how many there are."""
    recorder, functions = Recorder(8, 0), []
    for kernel in kernels:
        functions.append(KERNEL(lambda thread, threads, _, kernel=kernel: kernel(thread, threads)))
        recorder.add(ctypes.cast(functions[-1], ctypes.c_void_p).value, (), wait=waits)
    return (recorder.finished(), []), functions


@pytest.mark.parametrize("threads", [1, 2, 3, 5])
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_job_is_done_by_all_of_its_threads(whose, jobs, threads):
    done = [[] for _ in range(jobs)]
    made = [job(lambda *share, own=own: own.append(share)) for own in done]
    team.run([one for one, _ in made], threads)
    for shares in done:
        ((size,), numbers) = {of for _, of in shares}, sorted(n for n, _ in shares)
        assert numbers == list(range(size))
    assert sum(map(len, done)) == max(jobs, threads)


def test_nobody_goes_on_before_all_are_there(whose):
    order = []

    def first(thread, threads):
        time.sleep(0.02 * thread)
        order.append("first")

    one, functions = job(first, lambda *_: order.append("second"))
    for _ in range(3):
        order.clear()
        team.run([one], 3)
        assert order == ["first"] * 3 + ["second"] * 3
    assert functions


def test_all_is_done_when_it_is_said_to_be(whose):
    done = []

    def late(thread, threads):
        time.sleep(0.05 * thread)
        done.append(thread)

    one, functions = job(late, waits=False)
    team.run([one], 3)
    assert sorted(done) == [0, 1, 2]
    assert functions


class Calls:
    """A job that notes with which arguments each thread is called, in chunks of some steps.

    Args:
        steps: of a run, two to a chunk.
        count: buffers.
    """

    def __init__(self, steps, count):
        self.recorder, self.made, self.args = Recorder(8, 0), {}, 2 + count
        self.kernel = KERNEL(self._note)
        self.address = ctypes.cast(self.kernel, ctypes.c_void_p).value
        self.buffers = [At(2 + number) for number in range(count)]
        self._record(-1, 0)
        self.recorder.over_chunks(steps, 2, self._record)
        self._record(-2, 0)
        self.schedule = self.recorder.finished()

    def _record(self, first, steps):
        moved = [buffer + 8 * first for buffer in self.buffers]
        self.recorder.add(self.address, (first, steps, *moved), wait=True)

    def _note(self, thread, threads, arguments):
        self.made.setdefault(thread, []).append((threads, *arguments[: self.args]))

    def taken(self):
        """Return the calls of each thread until now, and forget them."""
        made, self.made = self.made, {}
        return made


every_crew = pytest.mark.parametrize("threads", [1, 2, 3])


@every_crew
@pytest.mark.parametrize("steps", [1, 2, 5, 9])
@pytest.mark.parametrize("strides", [(80, -8, 0), (0, 0, 0), None])
@pytest.mark.parametrize("times", [0, 1, 2, 5])
def test_a_job_done_again_is_called_as_one_by_one(whose, times, strides, steps, threads):
    calls, buffers = Calls(steps, 3), [1000, 2000, 3000]
    team.run([(calls.schedule, buffers)], threads, times=times, strides=strides)
    again = calls.taken()
    for time_ in range(times):
        moved = [b + s * time_ for b, s in zip(buffers, strides or (0, 0, 0), strict=True)]
        team.run([(calls.schedule, moved)], threads)
    assert again == calls.taken()


@every_crew
def test_jobs_beside_each_other_are_done_again(whose, threads):
    several, strides = [Calls(5, 2), Calls(3, 2)], (16, 8)
    work = [(calls.schedule, [1000 * n, 5000]) for n, calls in enumerate(several, 1)]
    team.run(work, threads, times=3, strides=strides)
    again = [calls.taken() for calls in several]
    for time_ in range(3):
        moved = [
            (schedule, [b + s * time_ for b, s in zip(buffers, strides, strict=True)])
            for schedule, buffers in work
        ]
        team.run(moved, threads)
    assert again == [calls.taken() for calls in several]


def test_nobody_begins_again_before_all_are_done(whose):
    """As where jobs are done one by one; what follows may read what was written before."""
    order = []

    def late(thread, threads, arguments):
        time.sleep(0.02 * thread)
        order.append(arguments[0])

    kernel, recorder = KERNEL(late), Recorder(8, 0)
    recorder.add(ctypes.cast(kernel, ctypes.c_void_p).value, (At(2),))
    team.run([(recorder.finished(), [0])], 3, times=4, strides=[1])
    assert order == [time_ for time_ in range(4) for _ in range(3)]


RATE, H, X = (make("vector", data=name) for name in ("rate", "h", "x"))
AVERAGE = RATE * X + (1 - RATE) * H
SMOOTHED = Equations(("h", "x", "y"), ("rate",), (("h", AVERAGE), ("y", AVERAGE * AVERAGE)))


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
@every_crew
def test_a_state_is_carried_from_one_time_to_the_next(whose, threads, dtype):
    """An average that moves, of rows in chunks, on numbers of which each thread has some."""
    times, steps, size = 4, 7, 3 * BLOCK + 5
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(times, steps, size, generator=generator, dtype=dtype)
    rates = torch.rand(times, generator=generator, dtype=dtype)
    row = size * x.itemsize
    recorder, kernel = Recorder(x.itemsize, 0), computed(target(), FORMATS[dtype], SMOOTHED)

    def record(first, count):
        for step in range(first, first + count):
            at = [At(base, step * row) for base in (4, 5)]
            recorder.add(kernel, (size, At(2), At(3), *at), wait=True)

    recorder.over_chunks(steps, 2, record)
    schedule, strides = recorder.finished(), (x.itemsize, 0, steps * row, steps * row)

    def smoothed(run):
        h, y = torch.zeros(size, dtype=dtype), torch.full_like(x, torch.nan)
        run(schedule, [tensor.data_ptr() for tensor in (rates, h, x, y)])
        return torch.cat([h, y.flatten()])

    def one_by_one(schedule, buffers):
        for time_ in range(times):
            moved = [b + s * time_ for b, s in zip(buffers, strides, strict=True)]
            team.run([(schedule, moved)], 1)

    def at_once(schedule, buffers):
        team.run([(schedule, buffers)], threads, times=times, strides=strides)

    expected = smoothed(one_by_one)
    assert expected.isfinite().all()
    assert torch.equal(smoothed(at_once), expected)


@pytest.mark.skipif(not hasattr(signal, "raise_signal"), reason="there are no signals here")
def test_an_interrupt_waits_for_the_threads_at_work(whose):
    """Who is interrupted gives its memory away, and nobody may be writing there then."""
    done = []

    def work(thread, threads):
        if thread:
            time.sleep(0.1)
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.2)
        done.append(thread)

    one, functions = job(work, waits=False)

    def interrupted():
        team.run([one], 2)
        time.sleep(1)  # an interrupt is raised at the next line at the latest

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert sorted(done) == [0, 1]
    done.clear()
    one, functions = job(lambda thread, _: done.append(thread))
    team.run([one], 2)
    assert sorted(done) == [0, 1]
    assert functions


def test_another_thread_is_asked_for_only_where_it_pays():
    worth = team.WORTH_A_THREAD
    counts = (0, worth - 1, worth, 2 * worth, 99 * worth)
    assert [team.threads_worth(count, 5) for count in counts] == [1, 1, 2, 3, 5]
    assert [team.threads_worth(count, 1) for count in counts] == [1] * 5


class Layers:
    """A run of a layer by rows and one by units, forward and back."""

    def __init__(self):
        torch.manual_seed(0)
        self.module = Recurrent("peephole_lstm", 5, 70, bidirectional=True)
        self.x = torch.randn(20, 64, 5)

    def bits(self, rows, threads):
        x = self.x[:, :rows].clone().requires_grad_()
        torch.set_num_threads(threads)
        try:
            with settings.use(backend="compiled"):
                output, _ = self.module(x)
                found = torch.autograd.grad(output.sum(), [x, *self.module.parameters()])
        finally:
            torch.set_num_threads(1)
        return [output, *found]


@pytest.fixture
def layers(planned_anew, monkeypatch):
    monkeypatch.setattr(team, "WORTH_A_THREAD", 1000)
    return Layers()


@pytest.mark.parametrize("rows", [2, 3, 9, 64])
def test_any_number_of_threads_gives_the_same_bits(whose, layers, rows):
    expected = layers.bits(rows, 1)
    for threads in range(2, 6):
        assert all(map(torch.equal, layers.bits(rows, threads), expected)), threads


@pytest.mark.parametrize("rows", [2, 64])
def test_two_python_threads_at_once(whose, layers, rows):
    expected, wrong, ready = layers.bits(rows, 1), [], threading.Barrier(3)
    torch.set_num_threads(2)

    def work():
        x = layers.x[:, :rows]
        ready.wait()
        for _ in range(10):
            one = x.clone().requires_grad_()
            output, _ = layers.module(one)
            found = torch.autograd.grad(output.sum(), [one, *layers.module.parameters()])
            if not all(map(torch.equal, [output, *found], expected)):
                wrong.append(True)

    threads = [threading.Thread(target=work) for _ in range(3)]
    with settings.use(backend="compiled"):
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    torch.set_num_threads(1)
    assert wrong == []


ALONE = """
import torch
from elman import settings
from elman.nn import Recurrent
from elman.runtime import team
team.WORTH_A_THREAD = 1000
torch.manual_seed(0)
module = Recurrent("layer_norm_lstm", 5, 70)
with settings.use(backend="compiled"), torch.no_grad():
    for rows in (2, 64):
        x = torch.randn(20, rows, 5)
        torch.set_num_threads(1)
        expected = module(x)[0]
        torch.set_num_threads(5)
        print(torch.equal(module(x)[0], expected))
"""


@pytest.mark.parametrize("limit", ["1", "2", "16"])
def test_fewer_threads_than_were_asked_for_do_all_of_it(limit):
    environment = {**os.environ, "OMP_THREAD_LIMIT": limit}
    command = [sys.executable, "-c", ALONE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert (done.stdout.split(), done.stderr) == (["True"] * 2, "")


FORK = """
import os
import torch
from elman import settings
from elman.nn import Recurrent
from elman.runtime import team
team.WORTH_A_THREAD = 1000
module = Recurrent("gru_before", 5, 70, bidirectional=True)
torch.set_num_threads(3)


def bits(rows):
    # so few numbers that torch, too, does without the threads that a child does not have
    x = torch.ones(3, rows, 5, requires_grad=True)
    output, _ = module(x)
    return [output, *torch.autograd.grad(output.sum(), [x, *module.parameters()])]


with settings.use(backend="compiled"):
    expected = [bits(rows) for rows in (2, 64)]
    child = os.fork()
    if child == 0:
        same = [all(map(torch.equal, bits(r), e)) for r, e in zip((2, 64), expected)]
        os._exit(0 if all(same) and team._openmp() is None else 1)
    print(os.waitpid(child, 0)[1], all(map(torch.equal, bits(64), expected[1])))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_child_has_threads_of_its_own():
    one = subprocess.Popen(
        [sys.executable, "-c", FORK], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        out, _ = one.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(one.pid, signal.SIGKILL)
        out, _ = one.communicate()
        out = "it hangs"
    assert out.split() == ["0", "True"]
