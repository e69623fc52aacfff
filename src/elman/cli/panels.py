"""Panels of `--help` that several commands have."""

__all__ = ["DATA", "MODEL", "REGULARISATION", "TRAINING"]

DATA = "The data"
MODEL = "The model"
TRAINING = "The training"
REGULARISATION = "Regularisation"
