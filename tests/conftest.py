import os

import hypothesis
import pytest
import torch

from elman.runtime import coming, going, layer_run
from elman.train import pace

# what a person runs looks for new cases; what decides over a change is the same each time
hypothesis.settings.register_profile("same", derandomize=True)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("same")


# the networks of tests are so small that threads would only wait for one another
torch.set_num_threads(1)


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the files of tests/golden anew"
    )


def pytest_collection_modifyitems(items):
    """Begin with what takes long, so that no process is alone with it in the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture
def poisoned():
    """Fill all memory that torch hands out unwritten with NaN."""
    torch.use_deterministic_algorithms(True)  # which torch ties its filling of memory to
    yield
    torch.use_deterministic_algorithms(False)


@pytest.fixture
def step_by_step(monkeypatch):
    """Let training look up after each of its steps, however short they are."""
    monkeypatch.setattr(pace, "SECONDS", 0.0)


@pytest.fixture
def planned_anew():
    """Forget how layers are run when called, and after a test that changes what decides over it."""

    def forget():
        for plan in (layer_run._forward_plan, layer_run._back_plan, going.going, coming.coming):
            plan.cache_clear()

    forget()
    yield forget
    forget()
