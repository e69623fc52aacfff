"""Whole training loops: how long a step takes from a batch to the updated parameters."""
