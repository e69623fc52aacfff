import torch

from elman.data.labelled.checks import faults
from elman.data.labelled.examples import Examples
from elman.data.labelled.reading import read_examples


def clean(count=12):
    return [(f"{label} {k}", label) for label in ("cat", "dog") for k in range(count)]


def test_nothing_is_wrong(texts):
    test = texts(("new cat", "cat"), ("new dog", "dog"), name='"test.csv"')
    assert faults(texts(*clean())) == []
    assert faults(texts(*clean()), test) == []


def test_empty_sequences(texts):
    assert faults(texts(*clean(), ("", "cat"), (" ", "cat"))) == [
        '"a.csv": 2 sequences are empty: line 26, line 27. Take them out.'
    ]
    numbers = [torch.zeros(0, 2), torch.ones(3, 2), torch.zeros(3, 2), torch.ones(4, 2)]
    examples = Examples('"w"', None, numbers, list("aabb"), [f"row {k}" for k in range(4)])
    assert faults(examples) == ['"w": 1 sequence is empty: row 0. Take it out.']


def test_over_long_sequences(texts):
    (fault,) = faults(texts(*clean(), ("m" * 300, "cat"), ("m" * 400, "cat")))
    assert "the longest sequence has 400 characters (line 27), half have at most 5" in fault
    assert "and 1 more are over-long" in fault
    assert faults(texts(*clean(), ("m" * 199, "cat"))) == []


def test_single_classes(texts):
    assert faults(texts(*clean(5), ("neigh", "horse"))) == [
        '"a.csv": 1 class has a single example: "horse" (line 12). Add examples or take it out.'
    ]
    (fault,) = faults(texts(("mew", "cat"), ("purr", "cat")))
    assert 'every label is "cat"' in fault


def test_unbalanced_classes(texts):
    many = [(f"cat {k}", "cat") for k in range(21)]
    (fault,) = faults(texts(*many, ("woof", "dog"), ("grr", "dog")))
    assert '"cat" has 21 examples, "dog" 2' in fault
    assert faults(texts(*many[:20], ("woof", "dog"), ("grr", "dog"))) == []


def test_twins_with_the_same_and_with_other_labels(texts):
    found = faults(texts(*clean(), ("cat 0", "cat"), ("cat 1", "dog")))
    assert found[0].startswith(
        '"a.csv": 1 sequence is there with different labels: line 3 "cat", line 27 "dog". Mend'
    )
    assert found[1].startswith(
        '"a.csv": 1 sequence is there more than once with the same label: line 2 = line 26. Take'
    )
    assert len(found) == 2


def test_only_some_places_are_named(texts):
    (fault,) = faults(texts(*clean(), *clean()[:7]))
    assert fault.count("=") == 5
    assert "and 2 more." in fault


def test_labels_that_are_only_in_the_test(texts):
    test = texts(("neigh", "horse"), ("moo", "cow"), ("mew", "cat"), name='"test.csv"')
    (fault,) = faults(texts(*clean()), test)
    assert fault.startswith(
        '"test.csv": labels that "a.csv" never has: "horse" (line 2), "cow" (line 3). They'
    )


def test_twins_across(texts):
    test = texts(("cat 3", "dog"), ("mew", "cat"), name='"test.csv"')
    (fault,) = faults(texts(*clean()), test)
    assert fault.startswith(
        '"test.csv": 1 sequence is in "a.csv" as well: line 2 = line 5 of "a.csv". Take'
    )


def test_splice_sites(shared_data):
    found = faults(read_examples(shared_data("genome_splice") / "splice.csv"))
    assert any("there more than once with the same label" in fault for fault in found)
