"""What keeps a language model from learning its text by heart, beside plain dropout."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from elman.train.checked import CheckedSettings

__all__ = ["Regularisation"]

Share = Annotated[float, Field(ge=0, lt=1)]
Weight = Annotated[float, Field(ge=0)]


class Regularisation(CheckedSettings):
    """The settings of a `LanguageModel` against learning by heart; none of them acts by default.

    Args:
        locked: dropout has one mask a sequence of the batch, the same at every step.
        embedding_dropout: the share of the symbols that are left out of a step wherever they stand.
        recurrent_dropout: the share of the states that the layer itself does not see, the same at
            every step of a sequence.
        zoneout: the share of the states that stay as they were, drawn anew at each step.
        weight_drop: the share of the recurrent weights that are zero for a step of training.
        activation_regularisation: the weight of the mean square of what the head sees, in the
            training loss.
        temporal_regularisation: the weight of the mean square of the change of the last layer's
            output from step to step, in the training loss.

    Raises:
        SettingError: a value is out of its range.

    Example:
        >>> Regularisation(locked=True, embedding_dropout=0.1).chosen
        {'locked': True, 'embedding_dropout': 0.1}

    Source:
        Merity, Keskar & Socher 2017, Regularizing and Optimizing LSTM Language Models; Krueger et
        al. 2017, Zoneout; Gal & Ghahramani 2016, A Theoretically Grounded Application of Dropout in
        Recurrent Neural Networks.
    """

    locked: bool = False
    embedding_dropout: Share = 0.0
    recurrent_dropout: Share = 0.0
    zoneout: Share = 0.0
    weight_drop: Share = 0.0
    activation_regularisation: Weight = 0.0
    temporal_regularisation: Weight = 0.0

    @property
    def chosen(self) -> dict[str, Any]:
        """Those that act."""
        values = {name: getattr(self, name) for name in Regularisation.model_fields}
        return {name: value for name, value in values.items() if value}

    @property
    def of_layers(self) -> dict[str, Any]:
        """Those that `elman.nn.Recurrent` has, by its names."""
        names = ("locked", "recurrent_dropout", "zoneout", "weight_drop")
        return {name: getattr(self, name) for name in names}
