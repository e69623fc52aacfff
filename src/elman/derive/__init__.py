"""What the derivative of a step is: reverse mode on the graph, giving a graph again."""

from elman.derive.reverse import Derivative as Derivative
from elman.derive.reverse import derive as derive
