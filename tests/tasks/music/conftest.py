import pytest

from elman.tasks import Music

PIECE = [[60, 64], [62, 65], []] * 4
OTHER = [[48], [50, 55]] * 3


@pytest.fixture(scope="session")
def make():
    """Return what makes pieces and models: pieces, small, trained."""
    from types import SimpleNamespace

    def pieces(count=6):
        return [(PIECE, OTHER)[n % 2] for n in range(count)]

    def small(**settings):
        return Music(
            **{"hidden_size": 12, "dropout": 0.0, "input_dropout": 0.0, "weight_drop": 0.0}
            | settings
        )

    def trained(epochs=2, batch_size=2, **settings):
        model = small(**settings)
        model.compile(learning_rate=0.02, schedule="constant")
        model.fit(pieces(), epochs=epochs, batch_size=batch_size, validation=0)
        return model

    return SimpleNamespace(pieces=pieces, small=small, trained=trained, piece=PIECE, other=OTHER)
