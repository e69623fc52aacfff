import pytest
import torch

from elman.runtime.threads import using_threads


def test_the_number_of_threads_is_as_before_even_after_an_error():
    before = torch.get_num_threads()
    with using_threads(before + 1):
        assert torch.get_num_threads() == before + 1
    with using_threads(None):
        assert torch.get_num_threads() == before
    with pytest.raises(ZeroDivisionError), using_threads(before + 1):
        raise ZeroDivisionError
    assert torch.get_num_threads() == before
