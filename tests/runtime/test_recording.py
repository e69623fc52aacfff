"""What is recorded most often does what it says, in rooms of its own."""

import pytest
import torch

from codegen.llvm.one_kernel import Result, amid_nan, draw, every_dtype, however_it_runs, kernels
from codegen.llvm.test_matrix import assert_near
from elman.runtime import team
from elman.runtime.recording import Recording
from elman.runtime.schedule import NOWHERE, At, Recorder

# (rows, terms, columns): panels of one vector and of several, whole and not
SIZES = [(1, 1, 1), (5, 7, 16), (3, 17, 33), (7, 400, 65), (2, 30, 130)]

WORKSPACE = 2


class Recorded:
    """A recording on some tensors, and what it takes to run it."""

    def __init__(self, *tensors):
        self.tensors, dtype = tensors, tensors[0].dtype
        recorder = Recorder(dtype.itemsize, WORKSPACE)
        self.recording = Recording(recorder, kernels(dtype), dtype.itemsize)
        self.places = [At(WORKSPACE + number) for number in range(1, 1 + len(tensors))]

    def run(self, result, threads):
        """Return a result after a run in which nothing beside it and the rooms is written."""
        recorder = self.recording.recorder
        rooms = Result(1, recorder.numbers, self.tensors[0].dtype)
        buffers = [rooms, *self.tensors, result]
        work = recorder.finished(), [tensor.data_ptr() for tensor in buffers]
        team.run([work], threads)
        rooms.read()
        return result.read()

    @property
    def result(self):
        """Where the result lies: behind the tensors."""
        return At(WORKSPACE + 1 + len(self.tensors))


@every_dtype
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("transposed", [False, True])
def test_a_product_with_what_was_packed(transposed, size, dtype):
    rows, terms, columns = size
    shapes = enumerate([(rows, terms), (terms, columns), (columns,)])
    left, right, start = (draw(*shape, dtype=dtype, seed=seed) for seed, shape in shapes)
    source = right.T.contiguous() if transposed else right

    def product(threads):
        recorded = Recorded(amid_nan(left), amid_nan(source), amid_nan(start))
        recording, (a, b, c) = recorded.recording, recorded.places
        row = source.size(1)
        panel = recording.pack_right("b", b, columns, terms, row, transposed=transposed)
        recording.wait()
        sizes = (rows, terms, columns, terms, 1, columns)
        recording.product(sizes, (a, panel, recorded.result, c))
        return recorded.run(Result(rows, columns, dtype), threads)

    assert_near(however_it_runs(product), left, right, start)


@every_dtype
def test_room_is_used_again_for_the_next_panel(dtype):
    """A product of products, whose second right side lies where the first did."""
    left, first, second = (draw(*s, dtype=dtype) for s in [(4, 9), (9, 70), (70, 5)])

    def product(threads):
        recorded = Recorded(left, first, second)
        recording, (a, b, c) = recorded.recording, recorded.places
        # what is there is added to
        between = recording.room(4 * 70)
        recording.copy(4, 70, NOWHERE, 0, between, 70)
        panel = recording.pack_right("panel", b, 70, 9, 70)
        recording.wait()
        recording.product((4, 9, 70, 9, 1, 70), (a, panel, between, NOWHERE))
        recording.wait()
        assert recording.pack_right("panel", c, 5, 70, 5) == panel
        recording.wait()
        recording.product((4, 70, 5, 70, 1, 5), (between, panel, recorded.result, NOWHERE))
        result = Result(4, 5, dtype)
        result.matrix.zero_()
        return recorded.run(result, threads)

    found = however_it_runs(product).double()
    assert found.isfinite().all()
    # each of the products rounds as many times as it has terms
    sizes = left.double().abs() @ first.double().abs() @ second.double().abs()
    bound = (9 + 70 + 2) * torch.finfo(dtype).eps / 2 * sizes
    truth = left.double() @ first.double() @ second.double()
    assert ((found - truth).abs() <= bound + torch.finfo(torch.float64).eps * sizes).all()


@every_dtype
def test_rows_are_copied_and_come_from_nowhere(dtype):
    source, rows, columns, row = draw(6, 9, dtype=dtype), 6, 5, 7

    def copied(threads):
        recorded = Recorded(source)
        recording, (given,) = recorded.recording, recorded.places
        below = recorded.result + recording.numbers(3 * row)
        recording.copy(3, columns, given, 9, recorded.result, row)
        recording.copy(rows - 3, columns, NOWHERE, 0, below, row)
        return recorded.run(Result(rows, columns, dtype, row), threads)

    expected = torch.cat([source[:3, :columns], torch.zeros(3, columns, dtype=dtype)])
    assert torch.equal(however_it_runs(copied), expected)


def test_each_key_has_one_room():
    recording = Recorded(torch.zeros(1)).recording
    rooms = [recording.room_for(key, 100) for key in ("a", "b", "a", ("a", 1))]
    assert rooms[0] == rooms[2]
    assert len({room.offset for room in rooms}) == 3
    assert recording.room_for("a", 7) == rooms[0]
    assert recording.recorder.size >= 3 * 100 * 4
