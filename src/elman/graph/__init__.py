"""What an expression is: symbols, the operations on them, and the step of a cell that they form.

One alphabet of sizes is used everywhere: T time, B batch, I input, H hidden, G gates, L layers,
D directions, S source length, K vocabulary.
"""

from elman.graph.expression import Expr as Expr
from elman.graph.step import Step as Step
from elman.graph.trace import trace as trace
