"""Ready problems: data and settings become a model folder, and a model folder gives answers."""

from elman.tasks.classification.classifier import Classifier as Classifier
from elman.tasks.evaluation import Evaluation as Evaluation
from elman.tasks.forecasting.forecaster import Forecaster as Forecaster
from elman.tasks.language_model import LanguageModel as LanguageModel
from elman.tasks.music.music import Music as Music
from elman.tasks.registry import get as get
from elman.tasks.registry import load as load
from elman.tasks.registry import names as names
from elman.tasks.tagging.tagger import Tagger as Tagger
from elman.tasks.translation.translator import Translator as Translator

__all__ = [
    "Classifier",
    "Evaluation",
    "Forecaster",
    "LanguageModel",
    "Music",
    "Tagger",
    "Translator",
    "get",
    "load",
    "names",
]
