"""What keeps a model from learning its data by heart, beside plain dropout."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from elman.train.checked import CheckedSettings

__all__ = ["Regularisation", "WithinLayers", "in_words"]

Share = Annotated[float, Field(ge=0, lt=1)]
Weight = Annotated[float, Field(ge=0)]


class WithinLayers(CheckedSettings):
    """What acts within the recurrent layers of any task while they are trained; nothing by default.

    Args:
        recurrent_dropout: the share of the states that the layer itself does not see, the same at
            every step of a sequence.
        zoneout: the share of the states that stay as they were, drawn anew at each step.
        weight_drop: the share of the recurrent weights that are zero for a step of training.

    Raises:
        SettingError: a value is out of its range.

    Example:
        >>> WithinLayers(zoneout=0.1).of_layers
        {'recurrent_dropout': 0.0, 'zoneout': 0.1, 'weight_drop': 0.0}

    Source:
        Gal & Ghahramani 2016, A Theoretically Grounded Application of Dropout in Recurrent Neural
        Networks; Krueger et al. 2017, Zoneout; Merity, Keskar & Socher 2017, Regularizing and
        Optimizing LSTM Language Models.
    """

    recurrent_dropout: Share = 0.0
    zoneout: Share = 0.0
    weight_drop: Share = 0.0

    @property
    def of_layers(self) -> dict[str, Any]:
        """These settings, as `elman.nn.Recurrent` takes them."""
        return {name: getattr(self, name) for name in WithinLayers.model_fields}


class Regularisation(WithinLayers):
    """What acts in a `LanguageModel` besides.

    Args:
        locked: dropout has one mask a sequence of the batch, the same at every step.
        embedding_dropout: the share of the symbols that are left out of a step wherever they stand.
        activation_regularisation: the weight of the mean square of what the head sees, in the
            training loss.
        temporal_regularisation: the weight of the mean square of the change of the last layer's
            output from step to step, in the training loss.

    Raises:
        SettingError: a value is out of its range.

    Example:
        >>> Regularisation(locked=True, embedding_dropout=0.1).embedding_dropout
        0.1

    Source:
        Merity, Keskar & Socher 2017, Regularizing and Optimizing LSTM Language Models.
    """

    locked: bool = False
    embedding_dropout: Share = 0.0
    activation_regularisation: Weight = 0.0
    temporal_regularisation: Weight = 0.0


def in_words(settings: WithinLayers) -> list[str]:
    """Return what acts, each with its value.

    Args:
        settings: of a model.

    Returns:
        Phrases; none of `locked`, which says how plain dropout falls.

    Example:
        >>> in_words(Regularisation(locked=True, weight_drop=0.5, temporal_regularisation=1))
        ['weight drop 0.5', 'temporal regularisation 1']
    """
    names = [name for name in Regularisation.model_fields if name != "locked"]
    values = [(name.replace("_", " "), getattr(settings, name, 0)) for name in names]
    return [f"{name} {value:g}" for name, value in values if value]
