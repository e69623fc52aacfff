from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def shared_data():
    """Return the folder of a real data set, or skip where it is absent."""

    def folder(name: str) -> Path:
        if not (found := SHARED / name).is_dir():
            pytest.skip(f"the data set {name} is not at ../shared/data")
        return found

    return folder
