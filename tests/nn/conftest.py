import pytest

from elman import settings


@pytest.fixture
def aten():
    """Run on torch's operators, whose bits are torch's."""
    with settings.use(backend="aten"):
        yield
