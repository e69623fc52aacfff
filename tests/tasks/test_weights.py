import hashlib

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from elman.errors import ModelFolderError
from elman.tasks.folder import CHECKPOINT, WEIGHTS
from elman.tasks.weights import read_weights, write_weights


def meta():
    return nn.Linear(3, 2, device="meta")


@pytest.fixture
def written(tmp_path):
    network = nn.Linear(3, 2)
    return network, write_weights(tmp_path, network), tmp_path


def test_weights_come_back_bit_for_bit(written):
    network, digest, folder = written
    tensors = read_weights(folder, meta(), digest)
    assert torch.equal(tensors["weight"], network.weight)
    assert torch.equal(tensors["bias"], network.bias)
    assert digest == hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()


def test_tied_weights_are_written_once(tmp_path):
    network = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 3))
    network[1].weight = network[0].weight
    write_weights(tmp_path, network)
    assert sorted(read_weights(tmp_path, network, None)) == ["0.bias", "0.weight", "1.bias"]


@pytest.mark.parametrize("keep", [0, 4, 60, -1])
def test_a_truncated_file_is_refused(written, keep):
    _, digest, folder = written
    content = (folder / WEIGHTS).read_bytes()
    (folder / WEIGHTS).write_bytes(content[:keep])
    with pytest.raises(
        ModelFolderError, match=r"not a whole safetensors file.*cut short or damaged"
    ):
        read_weights(folder, meta(), digest)


def test_a_header_that_claims_a_huge_size_is_refused(written):
    _, digest, folder = written
    content = (folder / WEIGHTS).read_bytes()
    (folder / WEIGHTS).write_bytes((2**62).to_bytes(8, "little") + content[8:])
    with pytest.raises(ModelFolderError, match="not a whole safetensors file"):
        read_weights(folder, meta(), digest)


def test_a_single_changed_bit_is_found(written):
    _, digest, folder = written
    content = bytearray((folder / WEIGHTS).read_bytes())
    content[-1] ^= 1
    (folder / WEIGHTS).write_bytes(content)
    with pytest.raises(ModelFolderError, match=r"was changed after training: its SHA-256 is"):
        read_weights(folder, meta(), digest)


@pytest.mark.parametrize(
    ("tensors", "message"),
    [
        ({"weight": torch.zeros(2, 4), "bias": torch.zeros(2)}, r"weight is F32\(2, 4\), expected F32\(2, 3\)"),
        ({"weight": torch.zeros(2, 3)}, r"bias is missing, expected F32\(2,\)"),
        ({"weight": torch.zeros(2, 3), "bias": torch.zeros(2), "more": torch.zeros(1)}, r"more is F32\(1,\), expected no such tensor"),
        ({"weight": torch.zeros(2, 3), "bias": torch.zeros(2).double()}, r"bias is F64\(2,\), expected F32"),
        ({"weight": torch.full((2, 3), torch.nan), "bias": torch.zeros(2)}, r"weight holds values that are not finite"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(tmp_path, tensors, message):
    save_file(tensors, tmp_path / WEIGHTS)
    with pytest.raises(ModelFolderError, match=message):
        read_weights(tmp_path, meta(), None)


def test_a_folder_without_weights_is_told_apart_from_an_unfinished_training(tmp_path):
    with pytest.raises(ModelFolderError, match=r"there is no model.safetensors in it"):
        read_weights(tmp_path, meta(), None)
    (tmp_path / CHECKPOINT).write_bytes(b"")
    with pytest.raises(ModelFolderError, match=r"is unfinished: .* Continue it with --resume"):
        read_weights(tmp_path, meta(), None)
