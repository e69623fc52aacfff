"""How a cell runs over a sequence: backends behind one signature, and the choice among them."""

from elman.runtime.call import Call as Call
from elman.runtime.choose import Choice as Choice
from elman.runtime.choose import choose as choose
from elman.runtime.choose import choose_tracer as choose_tracer
from elman.runtime.compiled import saved_values as saved_values
from elman.runtime.operators import run_in_graph as run_in_graph
from elman.runtime.stack import Layer as Layer
from elman.runtime.stack import Stack as Stack
from elman.runtime.stack import stack as stack
