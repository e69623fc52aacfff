"""Elman: finding structure in time."""

__version__ = "0.1.0"
