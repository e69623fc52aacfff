import json
from dataclasses import fields

import pytest
import safetensors
import safetensors.torch
import torch

from elman.errors import DataError, ModelFolderError
from elman.train.checkpoint import Checkpoint
from elman.train.nest import flatten

WEIGHT = torch.arange(6.0).view(2, 3)
CHECKPOINT = Checkpoint(
    settings={"epochs": 3, "clip_norm": None},
    data={"steps_per_epoch": 5},
    progress={"step": 7, "loss_sum": 1 / 3, "best_loss": float("inf")},
    rows=[[7, 1, 0.1, 0.5, None, None, 0.001, 1.5]],
    weights={"tied": WEIGHT, "again": WEIGHT, "turned": WEIGHT.t()},
    best_weights=None,
    optimizer={"state": {0: {"step": torch.tensor(7.0)}}, "param_groups": [{"betas": (0.9, 0.99)}]},
    schedule={"last_epoch": 7},
    state=(torch.zeros(1, 2, 3), torch.tensor([1, -2], dtype=torch.bfloat16)),
    random=[torch.get_rng_state()],
)


@pytest.fixture
def path(tmp_path):
    CHECKPOINT.write(tmp_path / "checkpoint.safetensors")
    return tmp_path / "checkpoint.safetensors"


def message(path):
    with pytest.raises(ModelFolderError) as caught:
        Checkpoint.read(path)
    return str(caught.value)


@pytest.mark.parametrize("part", [part.name for part in fields(Checkpoint)])
def test_everything_comes_back(path, part):
    again, before = getattr(Checkpoint.read(path), part), getattr(CHECKPOINT, part)
    assert type(again) is type(before)
    (form, tensors), (form_before, tensors_before) = flatten(again), flatten(before)
    assert form == form_before
    assert tensors.keys() == tensors_before.keys()
    for name, tensor in tensors.items():
        assert tensor.dtype == tensors_before[name].dtype
        assert torch.equal(tensor, tensors_before[name])


def test_it_is_one_plain_safetensors_file(path):
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    tensors = safetensors.torch.load_file(path)
    assert any(torch.equal(tensor, WEIGHT.t()) for tensor in tensors.values())
    with safetensors.safe_open(path, framework="pt") as file:
        assert json.loads(file.metadata()["content"])


def test_what_was_read_does_not_hang_on_the_file(path):
    again = Checkpoint.read(path)
    path.write_bytes(b"\xff" * path.stat().st_size)
    assert torch.equal(again.weights["tied"], WEIGHT)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.999])
def test_truncated(path, share):
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert f'"{path}" is no whole checkpoint' in message(path)
    assert "start the run anew" in message(path)


@pytest.mark.parametrize("place", [-1, -200])
def test_a_changed_tensor(path, place):
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert f'"{path}" was changed after it was written' in message(path)


def test_a_changed_number(path):
    data = path.read_bytes()
    assert data.count(b"clip_norm") == 1
    path.write_bytes(data.replace(b"clip_norm", b"clip_form"))
    assert "was changed after it was written" in message(path)


def test_missing(tmp_path):
    given = message(tmp_path / "checkpoint.safetensors")
    assert "there is no checkpoint" in given
    assert "nothing to go on with" in given


def test_a_folder(tmp_path):
    assert "no whole checkpoint" in message(tmp_path)


def test_some_other_file(tmp_path):
    safetensors.torch.save_file({"a": WEIGHT}, tmp_path / "file")
    assert "checkpoint of format None; expected '1'" in message(tmp_path / "file")
    (tmp_path / "file").write_text("long ago , the mice had a general council")
    assert "no whole checkpoint" in message(tmp_path / "file")


def test_a_later_format(path):
    tensors = safetensors.torch.load_file(path)
    safetensors.torch.save_file(tensors, path, metadata={"format": "2"})
    assert "checkpoint of format '2'; expected '1'" in message(path)
    assert "the version of Elman that wrote it" in message(path)


def test_unwritable_place(tmp_path):
    with pytest.raises(DataError, match="cannot write"):
        CHECKPOINT.write(tmp_path / "missing" / "checkpoint.safetensors")
