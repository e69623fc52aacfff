from pathlib import Path

import pytest

from elman.data.tables.reading import read_table
from elman.errors import DataError

SHARED = Path(__file__).parents[4] / "shared" / "data" / "forecasting"


@pytest.fixture
def forecasting():
    """Return the folder of the real series, or skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the data set forecasting is not at ../shared/data")
    return SHARED


@pytest.fixture
def table(tmp_path, monkeypatch):
    """Read a table that is written as the file sales.csv."""
    monkeypatch.chdir(tmp_path)

    def read(content, **options):
        Path("sales.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_table("sales.csv", **options)

    return read


@pytest.fixture
def refused():
    """Return what a call's error says."""

    def message(call, *arguments, error=DataError, **options):
        with pytest.raises(error) as caught:
            call(*arguments, **options)
        return str(caught.value)

    return message
