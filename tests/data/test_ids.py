import torch

from elman.data.ids import as_ids


def test_numbers_become_one_tensor():
    for given in ([0, 2], range(0, 3, 2), torch.tensor([0, 2], dtype=torch.int32)):
        assert torch.equal(as_ids(given), torch.tensor([0, 2]))
        assert as_ids(given).dtype == torch.int64
