"""Every cell with noise: compiled against the reference, and the same bits however it runs."""

from functools import partial

import pytest
import torch

from conformance.test_backends import (
    MANY,
    NAMES,
    Numbers,
    assert_all_close,
    assert_same,
    module_of,
    ragged,
    run,
)
from conformance.test_cells import tolerance
from elman import cells, settings
from elman.runtime import coming, going, layer_run, team

NOISES = {
    "zoneout": {"zoneout": 0.3},
    "recurrent dropout": {"recurrent_dropout": 0.4},
    "both": {"zoneout": 0.2, "recurrent_dropout": 0.3},
}
FEW = ["elman", "gru", "lstm", "layer_norm_lstm"]


@pytest.fixture(autouse=True)
def one_thread():
    yield
    torch.set_num_threads(1)


def noisy(module, numbers, backend="compiled"):
    torch.manual_seed(7)
    return run(module, numbers, backend)


@pytest.mark.parametrize(
    ("name", "kind", "dtype", "whole"),
    [
        *((name, "both", torch.float64, False) for name in NAMES),
        *((name, "zoneout", torch.float32, False) for name in FEW),
        *((name, "recurrent dropout", torch.float32, True) for name in FEW),
    ],
    ids=str,
)
def test_compiled_is_the_reference(name, kind, dtype, whole, poisoned):
    T, B, I, H = 13, 7, 3, 17
    numbers = Numbers(cells.get(name), (T, B, I, H), lengths=None if whole else ragged(T, B))
    kwargs = {"bidirectional": True, **NOISES[kind]}
    expected = noisy(module_of(name, I, H, torch.float64, **kwargs), numbers, "reference")
    module = module_of(name, I, H, dtype, **kwargs)
    # dropout scales what is left up
    bound = partial(tolerance, dtype, 2 * (I + H), T)
    assert_all_close(noisy(module, numbers), expected, module.cell.states, bound)


@pytest.mark.parametrize("name", NAMES)
def test_without_training(name):
    T, B, I, H = 9, 5, 3, 17
    numbers = Numbers(cells.get(name), (T, B, I, H))
    module = module_of(name, I, H, torch.float64, bidirectional=True, zoneout=0.3).eval()
    expected = run(module, numbers, "reference")
    bound = partial(tolerance, torch.float64, I + H, T)
    assert_all_close(run(module, numbers), expected, module.cell.states, bound)


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "ragged"])
@pytest.mark.parametrize("name", ["lstm", "layer_norm_gru"])
class TestTheSameBits:
    def made(self, name, whole):
        T, B, I, H = MANY
        numbers = Numbers(cells.get(name), MANY, lengths=None if whole else ragged(T, B))
        module = module_of(name, I, H, torch.float32, bidirectional=True, **NOISES["both"])
        return numbers, module, noisy(module, numbers)

    @pytest.mark.parametrize("shared", ["rows", "units"])
    def test_on_any_number_of_threads(
        self, name, whole, shared, planned_anew, monkeypatch, poisoned
    ):
        numbers, module, expected = self.made(name, whole)
        monkeypatch.setattr(team, "WORTH_A_THREAD", 1)
        monkeypatch.setattr(layer_run, "FEW_ROWS", 1000 if shared == "units" else 0)
        for threads in (2, 3):
            torch.set_num_threads(threads)
            assert_same(noisy(module, numbers), expected)

    def test_in_chunks_of_any_size(self, name, whole, planned_anew, monkeypatch, poisoned):
        numbers, module, expected = self.made(name, whole)
        for where, constant in ((going, "CHUNK"), (coming, "CHUNK"), (coming, "TERMS")):
            monkeypatch.setattr(where, constant, 1 << 14)
        assert_same(noisy(module, numbers), expected)

    @pytest.mark.parametrize("bits", ["128", "256", "512"])
    def test_at_any_width_of_vectors(self, name, whole, bits):
        numbers, module, expected = self.made(name, whole)
        with settings.use(vector_bits=bits):
            assert_same(noisy(module, numbers), expected)
