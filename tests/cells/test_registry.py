import subprocess
import sys

import pytest

from elman import cells
from elman.errors import CellError


def test_what_ships():
    assert set(cells.names()) >= {
        "coupled_lstm", "elman", "elman_relu", "gru", "gru_before", "indrnn", "jordan",
        "layer_norm_gru", "layer_norm_lstm", "ligru", "lstm", "mgu", "min_gru", "min_lstm",
        "peephole_lstm", "slstm",
    }  # fmt: skip
    assert cells.names() == sorted(cells.names())
    for name in cells.names():
        assert cells.get(name).name == name


def test_an_unknown_cell_suggests_the_nearest():
    with pytest.raises(CellError) as caught:
        cells.get("lstn")
    assert 'there is no cell "lstn". Did you mean "lstm"? There are: coupled_lstm, elman' in str(
        caught.value
    )


def test_equations_need_no_torch():
    code = (
        "import sys, elman.cells as cells; c = cells.get('slstm');"
        "c.equations(); c.latex(); c.derivative().latex(); c.cost(3, 4);"
        "sys.exit('torch' in sys.modules or 'numpy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
