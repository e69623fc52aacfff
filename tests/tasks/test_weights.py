import hashlib

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import nn

from elman.errors import ModelFolderError
from elman.tasks.folder import CHECKPOINT, WEIGHTS
from elman.tasks.weights import read_network, write_weights


def make():
    return nn.Linear(3, 2)


@pytest.fixture
def written(tmp_path):
    network = nn.Linear(3, 2)
    return network, write_weights(tmp_path, network), tmp_path


def test_weights_come_back_bit_for_bit(written):
    network, digest, folder = written
    again = read_network(folder, make, digest)
    assert torch.equal(again.weight, network.weight)
    assert torch.equal(again.bias, network.bias)
    assert digest == hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()


def test_tied_weights_are_written_once_and_tied_again(tmp_path):
    def tied():
        network = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 3))
        network[1].weight = network[0].weight
        return network

    network = tied()
    write_weights(tmp_path, network)
    assert sorted(load_file(tmp_path / WEIGHTS)) == ["0.bias", "0.weight", "1.bias"]
    again = read_network(tmp_path, tied, None)
    assert again[1].weight is again[0].weight
    assert torch.equal(again[1].weight, network[0].weight)


@pytest.mark.parametrize("keep", [0, 4, 60, -1])
def test_a_truncated_file_is_refused(written, keep):
    _, digest, folder = written
    content = (folder / WEIGHTS).read_bytes()
    (folder / WEIGHTS).write_bytes(content[:keep])
    with pytest.raises(
        ModelFolderError, match=r"not a whole safetensors file.*cut short or damaged"
    ):
        read_network(folder, make, digest)


def test_a_header_that_claims_a_huge_size_is_refused(written):
    _, digest, folder = written
    content = (folder / WEIGHTS).read_bytes()
    (folder / WEIGHTS).write_bytes((2**62).to_bytes(8, "little") + content[8:])
    with pytest.raises(ModelFolderError, match="not a whole safetensors file"):
        read_network(folder, make, digest)


def test_a_single_changed_bit_is_found(written):
    _, digest, folder = written
    content = bytearray((folder / WEIGHTS).read_bytes())
    content[-1] ^= 1
    (folder / WEIGHTS).write_bytes(content)
    with pytest.raises(ModelFolderError, match=r"was changed after training: its SHA-256 is"):
        read_network(folder, make, digest)


W, B = torch.zeros(2, 3), torch.zeros(2)


@pytest.mark.parametrize(
    ("tensors", "message"),
    [
        ({"weight": torch.zeros(2, 4), "bias": B}, r"weight is F32\(2, 4\), expected F32\(2, 3\)"),
        ({"weight": W}, r"bias is missing, expected F32\(2,\)"),
        ({"weight": W, "bias": B, "more": B + 0}, r"more is F32\(2,\), expected no such tensor"),
        ({"weight": W, "bias": B.double()}, r"bias is F64\(2,\), expected F32"),
        ({"weight": W + torch.nan, "bias": B}, r"weight holds values that are not finite"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path, tensors, message):
    save_file(tensors, tmp_path / WEIGHTS)
    with pytest.raises(ModelFolderError, match=message):
        read_network(tmp_path, make, None)


def test_a_folder_without_weights_is_told_apart_from_an_unfinished_training(tmp_path):
    with pytest.raises(
        ModelFolderError, match=r"there is no model.safetensors in it. Copy it again"
    ):
        read_network(tmp_path, make, None)
    (tmp_path / CHECKPOINT).write_bytes(b"")
    with pytest.raises(ModelFolderError, match=r"is unfinished: .* Continue it with --resume"):
        read_network(tmp_path, make, None)
