"""How a network learns: batches go in, and out comes a run that can be stopped and gone on with."""

from elman.train.whole_loop.compile_step import CompiledStep as CompiledStep
from elman.train.whole_loop.compile_step import Steps as Steps
from elman.train.whole_loop.compile_step import compile_step as compile_step
