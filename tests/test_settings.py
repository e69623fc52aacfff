import pytest

from elman import settings
from elman.errors import SettingError


@pytest.fixture(autouse=True)
def environment():
    settings._from_environment.cache_clear()
    yield
    settings._from_environment.cache_clear()


def test_the_environment_chooses(monkeypatch):
    monkeypatch.setenv("ELMAN_BACKEND", "reference")
    assert settings.backend() == "reference"
    with settings.use(backend="aten"):
        assert settings.backend() == "aten"
    assert settings.backend() == "reference"


def test_use_ends_with_an_error_too():
    with pytest.raises(RuntimeError), settings.use(backend="reference"):
        raise RuntimeError
    assert settings.backend() == "auto"


def test_an_unknown_backend_suggests_the_nearest(monkeypatch):
    monkeypatch.setenv("ELMAN_BACKEND", "refrence")
    with pytest.raises(SettingError) as caught:
        settings.backend()
    assert str(caught.value) == (
        'ELMAN_BACKEND is "refrence", which is no backend. Did you mean "reference"? '
        "There are: auto, aten, compiled, reference."
    )
    with pytest.raises(SettingError, match='backend is "cuda"'), settings.use(backend="cuda"):
        pass
