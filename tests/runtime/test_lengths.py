"""What the lengths of rows may be."""

import pytest
import torch

from elman.runtime.lengths import check_lengths


@pytest.mark.parametrize("lengths", [[], [0], [5], [0, 5, 3]])
def test_from_nothing_to_all_steps(lengths):
    check_lengths(torch.tensor(lengths, dtype=torch.int64), 5)


@pytest.mark.parametrize(("lengths", "row"), [([6], 0), ([5, -1], 1), ([0, 5, 9, -3], 2)])
def test_the_first_wrong_row_is_named(lengths, row):
    words = rf"lengths must lie in 0\.\.5, .* but row {row} has {lengths[row]}\."
    with pytest.raises(ValueError, match=words):
        check_lengths(torch.tensor(lengths), 5)
