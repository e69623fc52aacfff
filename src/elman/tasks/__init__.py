"""Ready problems: data and settings become a model folder, and a model folder gives answers."""
