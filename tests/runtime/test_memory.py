"""Large buffers: kept for the next ones, given back when the last holder lets go."""

import gc
import os

import pytest
import torch

from elman.runtime import memory


@pytest.fixture
def nothing_kept(monkeypatch):
    monkeypatch.setattr(memory, "_free", {})
    return memory._free


def made(*shape, dtype=torch.float32):
    like = torch.empty(0, dtype=dtype)
    return memory.maker(like, torch.Size(shape).numel() * dtype.itemsize)(*shape)


def test_small_ones_come_from_torch():
    like = torch.empty(0)
    assert memory.maker(like, memory.LARGE - 1) == like.new_empty


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_shape_dtype_and_every_number_can_be_written(dtype, nothing_kept):
    tensor = made(3, 700, 211, dtype=dtype)
    assert tensor.shape == (3, 700, 211)
    assert tensor.dtype == dtype
    assert tensor.is_contiguous()
    numbers = torch.arange(tensor.numel(), dtype=dtype).view_as(tensor)
    assert torch.equal(tensor.copy_(numbers), numbers)


def test_one_is_used_again_once_nobody_holds_any_part_of_it(nothing_kept):
    first = made(1 << 20)
    address, part = first.data_ptr(), first[5:7]
    del first
    gc.collect()
    assert made(1 << 20).data_ptr() != address
    part.fill_(3.0)
    del part
    gc.collect()
    assert address in {made(1 << 20).data_ptr(), *(made(1 << 20).data_ptr() for _ in range(2))}


def test_what_held_more_will_do_unless_it_is_far_too_large(nothing_kept):
    address = made(1 << 20).data_ptr()
    assert made(memory.LARGE // 4).data_ptr() == address
    address = made(1 << 22).data_ptr()
    assert made(1 << 20).data_ptr() != address
    assert made(1 << 22).data_ptr() == address


def test_two_at_a_time_lie_apart(nothing_kept):
    one, two = made(1 << 20).fill_(1.0), made(1 << 20).fill_(2.0)
    assert one.eq(1.0).all()
    assert two.eq(2.0).all()


def test_no_more_is_kept_than_is_allowed(nothing_kept, monkeypatch):
    monkeypatch.setattr(memory, "KEPT", 10 << 20)
    held = [made(1 << 20) for _ in range(5)]
    del held
    gc.collect()
    kept = sum(size * len(regions) for size, regions in nothing_kept.items())
    assert 0 < kept <= 10 << 20


def test_what_is_handed_out_is_filled_where_torch_is_asked_to_fill_it(poisoned):
    assert made(1 << 20).isnan().all()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_child_writes_into_memory_of_its_own(nothing_kept):
    tensor = made(1 << 20).fill_(1.0)
    child = os.fork()
    if not child:
        tensor.fill_(2.0)
        os._exit(0)
    os.waitpid(child, 0)
    assert tensor.eq(1.0).all()
