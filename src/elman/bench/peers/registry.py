"""Who there is to be compared with, the one that a row's figure is about first."""

from elman.bench.peers.jax_scan import JAX_SCAN
from elman.bench.peers.keras_jax import KERAS_JAX
from elman.bench.peers.onnx_runtime import ONNX_RUNTIME
from elman.bench.peers.peer import Peer
from elman.bench.peers.torch_equations import TORCH_EQUATIONS
from elman.bench.peers.torch_loop import TORCH_LOOP
from elman.bench.peers.torch_nn import TORCH_NN

__all__ = ["PEERS"]

PEERS: tuple[Peer, ...] = (
    TORCH_NN,
    TORCH_LOOP,
    TORCH_EQUATIONS,
    JAX_SCAN,
    KERAS_JAX,
    ONNX_RUNTIME,
)
