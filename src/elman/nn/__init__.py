"""What a PyTorch user holds: recurrent modules of any cell, and drop-ins for torch's own."""

from elman.nn.chrono import chrono as chrono
from elman.nn.crf import CRF as CRF
from elman.nn.drop_in import GRU as GRU
from elman.nn.drop_in import LSTM as LSTM
from elman.nn.drop_in import RNN as RNN
from elman.nn.dropout import Dropout as Dropout
from elman.nn.dropout import LockedDropout as LockedDropout
from elman.nn.embedding import Embedding as Embedding
from elman.nn.linear import Linear as Linear
from elman.nn.recurrent import Recurrent as Recurrent
from elman.nn.symbols import Number as Number
from elman.nn.symbols import OneHot as OneHot
