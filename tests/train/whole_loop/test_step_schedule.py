"""Steps as schedules: what they are given, which way they take, and that they stay in bounds."""

import subprocess
import sys

import pytest
import torch
from torch import nn

from elman.runtime import team
from elman.train import compile_step
from elman.train.whole_loop.architecture import read
from elman.train.whole_loop.losses import read_loss
from elman.train.whole_loop.step_recording import (
    LOW_RANK,
    Clipping,
    StepShape,
    Trained,
)
from elman.train.whole_loop.step_schedule import record
from elman.train.whole_loop.update_rules import update_rule
from pairs import every_pair
from train.whole_loop.by_hand import Ragged, adam, data_for, make

CLASSES = nn.CrossEntropyLoss()


def recorded(model, *, T=4, B=2, ragged=False, carried=False, threads=1, loss=CLASSES, **clipping):
    optimizer = adam(model)
    rule = update_rule(optimizer, optimizer.param_groups[0])
    trained = [Trained(weight, rule, 0) for weight in model.parameters()]
    clipping = Clipping(clipping.get("value"), clipping.get("norm"))
    shape = StepShape(T, B, ragged, carried, threads)
    return record(read(model), read_loss(loss).kind, trained, clipping, shape)


def test_the_names_of_what_it_is_given():
    model = make("gru", kind=Ragged)
    schedule = recorded(model, ragged=True, value=1.0, norm=1.0)
    assert schedule.buffers[0] == "workspace"
    assert len(set(schedule.buffers)) == len(schedule.buffers)
    expected = {"workspace", "order", "lengths", "input", "targets", "scale", "found", "state 0 0"}
    expected |= {"limit", "norm"}
    expected |= {f"{name} 0" for name in ("step_size", "eps", "beta1_rest", "beta2", "beta2_rest")}
    for weight, _ in enumerate(model.parameters()):
        expected |= {f"w {weight}", f"w {weight} exp_avg", f"w {weight} exp_avg_sq"}
    assert set(schedule.buffers) == expected


@pytest.mark.parametrize(
    ("loss", "options", "more"),
    [
        (nn.MSELoss(), {"kind": Ragged}, {"mask"}),
        (nn.CrossEntropyLoss(weight=torch.ones(4).double()), {}, {"class weights"}),
        (CLASSES, {"pooling": "mean"}, {"1/T"}),
    ],
)
def test_what_only_some_are_given(loss, options, more):
    ragged = options.get("kind") is Ragged
    optional = {"mask", "class weights", "1/T", "limit", "norm", "lengths"}
    buffers = recorded(make("gru", **options), loss=loss, ragged=ragged).buffers
    assert optional & set(buffers) == more | ({"lengths"} if ragged else set())


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_small_steps_are_not_shared(threads):
    assert recorded(make("gru"), threads=threads).threads == 1
    large = recorded(make("gru", H=64), T=30, B=16, threads=threads)
    assert large.threads == threads


def test_threads_are_taken_as_the_work_is_worth_them(monkeypatch):
    monkeypatch.setattr(team, "WORTH_A_THREAD", 1)
    assert recorded(make("gru"), threads=3).threads == 3


@pytest.mark.parametrize(("rows", "formed"), [(4, False), (5, True)])
def test_gradients_of_low_rank_take_no_room(rows, formed):
    """The head's gradient is larger than all else, and formed only if it is not of low rank."""
    model = make("indrnn", H=300, K=300, pooling="last")
    head = model.head.weight.nbytes
    plain = recorded(model, T=LOW_RANK // 4, B=rows).room
    without_head = recorded(make("indrnn", H=300, K=1, pooling="last"), T=4, B=rows).room
    # the head itself is packed both ways
    assert (plain - without_head > 2.5 * head) is formed


def test_a_schedule_is_recorded_once_for_a_shape():
    model = make("gru")
    step = compile_step(model, CLASSES, adam(model))
    for T, B in [(4, 2), (5, 2), (4, 2), (4, 3), (5, 2)]:
        step.steps(*data_for(model, CLASSES, T=T, B=B))
    assert len(step._recorded) == 3


FENCED = """
import ctypes
import mmap
import sys

import torch
from torch import nn

from elman import settings
from elman.runtime import layer_run, team
from elman.train import compile_step
from elman.train.whole_loop.compile_step import CompiledStep
from train.whole_loop.by_hand import INPUTS, POOLINGS, Net, Ragged, adam, data_for, make

PAGE, LINE, libc = mmap.PAGESIZE, 64, ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
edge, bits, shared = sys.argv[1:]
of_all, made = [], 0


def fenced(tensor):
    global made
    pages = -(-tensor.nbytes // PAGE)
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    whole = libc.mmap(None, (pages + 2) * PAGE, mmap.PROT_READ | mmap.PROT_WRITE, flags, -1, 0)
    for fence in (whole, whole + (pages + 1) * PAGE):
        assert libc.mprotect(fence, PAGE, 0) == 0
    begin = whole + PAGE + (pages * PAGE - tensor.nbytes if edge == "end" else 0)
    memory = (ctypes.c_char * tensor.nbytes).from_address(begin)
    made += 1
    of_all.append((whole, pages))
    return torch.frombuffer(memory, dtype=tensor.dtype).view(tensor.shape).copy_(tensor)


plainly = CompiledStep._run


def run(self, schedule, room, n, moving, staying):
    # the copy begins with a line, so that the workspace ends within a line of the fence
    first, size = -room.data_ptr() % LINE, -(-schedule.room // LINE) * LINE
    own = room[first:][:size]
    given = [{name: tensor.detach() for name, tensor in of.items()} for of in (moving, staying)]
    copies = [{name: fenced(tensor) for name, tensor in of.items()} for of in given]
    copy = fenced(nn.functional.pad(own, (0, size - len(own))))
    plainly(self, schedule, copy, n, *copies)
    own.copy_(copy[: len(own)])
    for of, fence in zip(given, copies):
        for name, tensor in of.items():
            tensor.copy_(fence[name])
    while of_all:
        whole, pages = of_all.pop()
        libc.munmap(whole, (pages + 2) * PAGE)


CompiledStep._run = run
if shared != "alone":
    team.WORTH_A_THREAD = 1
    torch.set_num_threads(3)

sizes = [(1, 1, 1, 1), (3, 2, 17, 5), (2, 7, 33, 17), (5, 20, 16, 2)]
losses = [nn.CrossEntropyLoss(), nn.MSELoss()]
cases = [
    {"cell": cell, "dtype": dtype, "size": size, "pooling": pooling, "kind": kind}
    for cell in ("lstm", "gru", "layer_norm_lstm")
    for dtype in (torch.float32, torch.float64)
    for size in sizes
    for pooling in POOLINGS
    for kind in (Net, Ragged)
    if (kind, pooling) != (Ragged, "mean")
]
inputs = list(INPUTS)
with settings.use(vector_bits=bits):
    for number, case in enumerate(cases):
        T, B, H, K = case.pop("size")
        kind, input = case["kind"], inputs[number % len(inputs)]
        both = number % 3 == 0 and not (kind is Ragged and case["pooling"] == "last")
        model = make(
            case.pop("cell"), H=H, K=K, input=input, bidirectional=both, num_layers=2, **case
        )
        loss = losses[number % 2]
        ragged = kind is Ragged
        data = data_for(model, loss, n=2, T=T, B=B, ragged=ragged)
        if ragged:
            data.lengths[:, 0] = T
        clipping = {"clip_norm": 0.1, "clip_value": 0.1} if number % 4 else {}
        done = compile_step(model, loss, adam(model), **clipping).steps(*data)
        assert done.losses.isfinite().all(), (number, case)
print("within", made)
"""


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is fenced as on Linux")
@pytest.mark.parametrize(
    ("edge", "bits", "shared"),
    every_pair(["begin", "end"], ["128", "auto"], ["alone", "shared"]),
)
def test_kernels_stay_within_their_buffers(edge, bits, shared, pytestconfig):
    """A mistake ends the process, so that all of it happens in another one."""
    code = f"import sys; sys.path.insert(0, {str(pytestconfig.rootpath / 'tests')!r})\n{FENCED}"
    command = [sys.executable, "-X", "faulthandler", "-c", code, edge, bits, shared]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    word, made = done.stdout.split()
    assert word == "within"
    assert int(made) > 1000
