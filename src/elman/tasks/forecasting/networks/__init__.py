"""The networks that forecast, by name: a new one is registered here, and tested with the others."""

from elman.tasks.forecasting.networks.decoder import Decoder
from elman.tasks.forecasting.networks.direct import Direct
from elman.tasks.forecasting.networks.parts import Forecasting as Forecasting
from elman.tasks.forecasting.networks.recursive import Recursive
from elman.tasks.forecasting.networks.segments import Segments

__all__ = ["NETWORKS", "Forecasting", "Network"]

Network = Direct | Decoder | Recursive | Segments

NETWORKS: dict[str, type[Network]] = {
    "direct": Direct,
    "recursive": Recursive,
    "decoder": Decoder,
    "segment": Segments,
}
