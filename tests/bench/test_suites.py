from elman.bench import run, suites


def test_every_suite_has_rows_and_a_measure():
    assert list(suites.SUITES) == list(run.SUITES)
    assert all(suites.SUITES.values())
