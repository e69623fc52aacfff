"""Who there is to train beside us."""

from elman.bench.training.peers.jax_scan import JAX_SCAN
from elman.bench.training.peers.keras_fit import KERAS_FIT
from elman.bench.training.peers.torch_loop import TORCH
from elman.bench.training.peers.trainer import Trainer

__all__ = ["TRAINERS"]

TRAINERS: tuple[Trainer, ...] = (TORCH, KERAS_FIT, JAX_SCAN)
