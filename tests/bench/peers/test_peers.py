"""Every peer computes what we do; those that are not installed are left out."""

import pytest
import torch

from elman.bench.check import check, truth
from elman.bench.peers.registry import PEERS
from elman.bench.peers.torch_loop import STEPS
from elman.bench.rows import ROWS, START_MODES, Row
from elman.bench.timing import in_turns
from elman.bench.work import TORCH_CELLS, work_of

TINY = [
    *(
        Row(cell, 3, 4, 2, 5, layers, mode=mode, bidirectional=both)
        for cell in TORCH_CELLS
        for mode in ("train", "forward")
        for layers, both in ((1, False), (2, True))
    ),
    *(Row(cell, 3, 1, 2, 5, mode="step") for cell in TORCH_CELLS),
    *(Row("lstm", 3, 4, 2, 5, mode=mode, packed=True) for mode in ("train", "forward")),
    Row("lstm", 3, 4, 2, 5, projected=2),
    *(Row(cell, 3, 4, 2, 5, mode=mode) for cell in STEPS for mode in ("train", "forward")),
]
PAIRS = [
    pytest.param(peer, row, id=f"{peer.name}-{row.name}")
    for peer in PEERS
    for row in TINY
    if peer.covers(row)
]


@pytest.mark.parametrize(("peer", "row"), PAIRS)
@pytest.mark.filterwarnings("ignore:.*not supported with oneDNN", "ignore::DeprecationWarning")
def test_it_computes_the_same_equations(peer, row):
    if peer.missing:
        pytest.skip(f"{', '.join(peer.missing)} is not installed")
    module, work = work_of(row, 0)
    if row.cell == "layer_norm_lstm":
        with torch.no_grad():  # a gain of one and a shift of zero would hide a mistake
            for parameter in module.parameters():
                parameter.uniform_(-1, 1)
    contender = peer.contender(module, work, 1)
    assert check(contender, truth(module, work), row) == ""
    [timing] = in_turns([contender], rounds=1)
    assert timing.median > 0


def test_every_row_has_its_first_peer_in_torch():
    for row in ROWS:
        names = [peer.name for peer in PEERS if peer.covers(row)]
        assert names[:1] == (["torch.nn"] if row.cell in TORCH_CELLS else ["torch loop"]) or (
            row.mode in START_MODES
        )
