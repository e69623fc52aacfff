"""A schedule is what was recorded: each chunk's kernels with their own arguments, in order."""

import ctypes

import pytest

from elman.runtime import team
from elman.runtime.schedule import At, Recorder

KERNEL = ctypes.CFUNCTYPE(
    None, ctypes.c_int64, ctypes.c_int64, ctypes.POINTER(ctypes.c_int64)
)  # fmt: skip


def called(recorder, count, bases=()):
    """Return the arguments of every call of a schedule's kernels, in order."""
    calls = []

    @KERNEL
    def kernel(thread, threads, arguments):
        calls.append(tuple(arguments[:count]))

    recorder(ctypes.cast(kernel, ctypes.c_void_p).value)
    team.run([(recorder.schedule(), list(bases))], 1)
    return calls


class OfChunks:
    """What records one kernel for each chunk of some steps."""

    def __init__(self, total, size):
        self.total, self.size, self.recorder = total, size, Recorder(4, 2)

    def __call__(self, kernel):
        def record(first, steps):
            self.recorder.add(kernel, (first, steps, At(2, 8 * first), -first), wait=True)

        self.recorder.over_chunks(self.total, self.size, record)

    def schedule(self):
        return self.recorder.finished()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 12, 100])
@pytest.mark.parametrize("total", [1, 2, 3, 4, 6, 7, 13, 24])
def test_every_chunk_has_its_own_arguments(total, size):
    expected = [
        (first, min(size, total - first), 1000 + 8 * first, -first)
        for first in range(0, total, size)
    ]
    assert called(OfChunks(total, size), 4, (1000,)) == expected


def test_a_schedule_does_not_grow_with_the_steps():
    lengths = set()
    for total in (50, 5000, 500_000):
        chunks = OfChunks(total, 10)
        chunks(0)
        lengths.add(len(chunks.schedule()))
    assert len(lengths) == 1


def test_rooms_lie_apart_on_lines_of_the_cache():
    recorder = Recorder(4, 2)
    rooms = [recorder.room(count) for count in (1, 16, 17, 0, 5)]
    assert [room.offset for room in rooms] == [0, 64, 128, 256, 256]
    assert {room.base for room in rooms} == {2}
    assert recorder.size == 320
    # wherever the buffer begins, the first line of the cache in it leaves room for all
    assert 4 * recorder.numbers >= recorder.size + 60


def test_the_last_kernel_recorded_is_waited_for():
    recorder = Recorder(8, 2)
    for number in range(3):
        recorder.add(number, (number,))
    recorder.wait()
    recorder.add(3, (3,), wait=True)
    recorder.wait()
    most, stages, times, kernels, *rest = recorder.finished()
    assert (most, stages, times, kernels) == (1, 1, 1, 4)
    assert [bool(waited) for waited in rest[1::6]] == [False, False, True, True]


def test_nothing_is_waited_for_before_anything_is_recorded():
    recorder = Recorder(8, 2)
    recorder.wait()
    assert list(recorder.finished()) == [0, 0]
