"""Which equations there are: the language in which a cell is written, and the cells themselves."""

from elman.cells.attentive import attentive as attentive
from elman.cells.cell import Cell as Cell
from elman.cells.cell import cell as cell
from elman.cells.registry import get as get
from elman.cells.registry import names as names
from elman.graph.functions import attend as attend
from elman.graph.functions import exp as exp
from elman.graph.functions import log as log
from elman.graph.functions import maximum as maximum
from elman.graph.functions import minimum as minimum
from elman.graph.functions import relu as relu
from elman.graph.functions import sigmoid as sigmoid
from elman.graph.functions import softmax as softmax
from elman.graph.functions import softplus as softplus
from elman.graph.functions import sqrt as sqrt
from elman.graph.functions import stop_gradient as stop_gradient
from elman.graph.functions import tanh as tanh
from elman.graph.functions import total as total
from elman.graph.functions import where as where
from elman.graph.trace import layer_norm as layer_norm

__all__ = [
    "Cell",
    "attend",
    "attentive",
    "cell",
    "exp",
    "get",
    "layer_norm",
    "log",
    "maximum",
    "minimum",
    "names",
    "relu",
    "sigmoid",
    "softmax",
    "softplus",
    "sqrt",
    "stop_gradient",
    "tanh",
    "total",
    "where",
]
