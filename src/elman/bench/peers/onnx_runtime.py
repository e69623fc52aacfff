"""ONNX Runtime: one node a layer, without a way back."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from elman.bench.contender import Contender
from elman.bench.peers.parameters import weights_of
from elman.bench.peers.peer import Peer
from elman.bench.rows import Row
from elman.bench.work import TORCH_CELLS, Ours, Work

__all__ = ["ONNX_RUNTIME"]

NODES = {"lstm": ("LSTM", (0, 3, 1, 2)), "gru": ("GRU", (1, 0, 2)), "elman": ("RNN", (0,))}
"""What ONNX calls the cells, and which of our gates its first, second and so on are."""

OPSET = 17


def _model(module: Ours, row: Row, states: list[str]) -> bytes:
    from onnx import TensorProto, checker, helper, numpy_helper

    number, (node, order) = TensorProto.FLOAT, NODES[row.cell]
    special = {"linear_before_reset": 1} if row.cell == "gru" else {}
    special |= {"direction": "bidirectional"} if row.bidirectional else {}  # type: ignore[dict-item]
    constants, nodes, name = {"flat": np.array([0, 0, -1])}, [], "x"
    finals = [f"final_{state}" for state in states]
    for layer, of_layer in enumerate(weights_of(module, row)):
        ordered = [weights.ordered(*order) for weights in of_layer]
        names = [f"W{layer}", f"R{layer}", f"B{layer}"]
        biases = [np.concatenate([p.input_bias, p.hidden_bias]) for p in ordered]
        arrays = ([p.input for p in ordered], [p.hidden for p in ordered], biases)
        constants |= {n: np.stack(a) for n, a in zip(names, arrays, strict=True)}
        y, turned, output = f"y{layer}", f"turned{layer}", f"output{layer}"
        nodes += [
            helper.make_node(
                node, [name, *names, "", *states], [y, *finals], hidden_size=row.units, **special
            ),
            # a layer gives (T, D, B, H)
            helper.make_node("Transpose", [y], [turned], perm=[0, 2, 1, 3]),
            helper.make_node("Reshape", [turned, "flat"], [output]),
        ]
        name = output
    state_shape = [1, row.batch, row.units]
    graph = helper.make_graph(
        nodes,
        "row",
        [
            helper.make_tensor_value_info("x", number, [row.steps, row.batch, row.inputs]),
            *(helper.make_tensor_value_info(state, number, state_shape) for state in states),
        ],
        [
            helper.make_tensor_value_info(name, number, [row.steps, row.batch, None]),
            *(helper.make_tensor_value_info(final, number, state_shape) for final in finals),
        ],
        [numpy_helper.from_array(array, key) for key, array in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    checker.check_model(model)
    return bytes(model.SerializeToString())


def _covers(row: Row) -> bool:
    plain = not (row.packed or row.projected)
    return row.cell in TORCH_CELLS and plain and row.mode in ("forward", "step")


def _contender(module: Ours, work: Work, threads: int) -> Contender:
    import onnxruntime

    given = work.states or ()
    names = [f"state_{number}" for number in range(len(given))]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    # after a call its threads would go on spinning on the cores that the others need
    options.add_session_config_entry("session.force_spinning_stop", "1")
    session = onnxruntime.InferenceSession(
        _model(module, work.row, names), options, providers=["CPUExecutionProvider"]
    )
    assert isinstance(work.x, Tensor)
    begin = dict(zip(names, (state.numpy() for state in given), strict=True))
    feed: dict[str, Any] = {"x": work.x.numpy(), **begin}

    def run() -> Any:
        output, *finals = session.run(None, feed)
        feed.update(zip(names, finals, strict=True))
        return output

    def values() -> dict[str, Tensor]:
        return {"output": torch.from_numpy(session.run(None, {**feed, **begin})[0])}

    return Contender("onnx runtime", run, values)


ONNX_RUNTIME = Peer("onnx runtime", _covers, _contender, ("onnx", "onnxruntime"))
