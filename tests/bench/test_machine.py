import json

import pytest

from elman.bench.machine import description, peak, versions


@pytest.mark.parametrize("threads", [1, 2])
def test_the_peak_is_positive(threads):
    assert peak(threads, rounds=2, seconds=0.001) > 0


def test_what_is_said_of_the_machine_fits_a_file():
    said = description()
    assert said["cores"] >= 1
    assert json.loads(json.dumps(said)) == said


def test_what_is_not_installed_has_no_version():
    assert "no-such-package" not in versions(("no-such-package", "numpy"))
    assert "numpy" in versions(("no-such-package", "numpy"))
