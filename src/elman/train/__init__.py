"""How a network learns: batches go in, and out comes a run that can be stopped and gone on with."""
