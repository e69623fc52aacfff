from collections import Counter

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from elman.data.labelled.examples import Examples
from elman.data.labelled.reading import read_examples
from elman.data.labelled.split import split_examples
from elman.errors import DataError, SettingError


def made(pairs):
    return Examples(
        '"a"',
        [text for text, _ in pairs],
        None,
        [label for _, label in pairs],
        [f"line {k}" for k in range(len(pairs))],
    )


PAIRS = [
    (f"{label}{k}", label) for label, n in {"a": 60, "b": 30, "c": 10}.items() for k in range(n)
]


def test_each_class_gives_its_share():
    train, held = split_examples(made(PAIRS), 0.2, seed=0)
    assert Counter(held.labels) == {"a": 12, "b": 6, "c": 2}
    assert sorted(train.places + held.places) == sorted(made(PAIRS).places)


def test_small_classes_together_give_their_share():
    pairs = [(f"{label}{k}", label) for label in "abcdef" for k in range(4)]
    _, held = split_examples(made(pairs), 0.125, seed=0)
    assert len(held) == 3


def test_it_depends_on_the_seed_alone():
    first, again, other = (split_examples(made(PAIRS), 0.2, seed)[1] for seed in (0, 0, 1))
    assert first == again
    assert first.texts != other.texts


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("uvwxyz"), st.sampled_from("ab")), min_size=1, max_size=60),
    st.sampled_from(["random", "sequence"]),
)
def test_twins_stay_together(pairs, by):
    try:
        train, held = split_examples(made(pairs), 0.3, seed=1, by=by)
    except DataError:
        return
    assert len(train) + len(held) == len(pairs)
    assert len(held) <= round(0.3 * len(pairs)) + 1

    def keys(part):
        return (
            set(part.texts) if by == "sequence" else set(zip(part.texts, part.labels, strict=True))
        )

    assert not keys(train) & keys(held)
    if by == "random":
        assert set(train.labels) == {label for _, label in pairs}


def test_twins_of_numbers_stay_together():
    sequences = [torch.full((3, 1), float(k % 5)) for k in range(20)]
    examples = Examples("", None, sequences, ["a"] * 20, [f"row {k}" for k in range(20)])
    train, held = split_examples(examples, 0.4, seed=0)
    assert len(held) == 8
    assert not {x[0].item() for x in train.numbers} & {x[0].item() for x in held.numbers}


def test_a_single_example_is_learnt_from_and_said():
    train, held = split_examples(made([*PAIRS, ("z", "rare")]), 0.2, seed=0)
    assert "rare" in train.labels
    assert "rare" not in held.labels
    assert train.notes == ('held out no example of "rare": there is a single one, to learn from.',)


def test_without_labels():
    pairs = made(PAIRS)
    bare = Examples(pairs.name, pairs.texts, None, None, pairs.places)
    _, held = split_examples(bare, 0.1, seed=0)
    assert len(held) == 10
    assert held.labels is None


def test_nothing_held_out():
    train, held = split_examples(made(PAIRS), 0, seed=0)
    assert (len(train), len(held)) == (100, 0)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"share": 1}, "share to hold out is 1"),
        ({"share": -0.1}, "expected 0 to below 1"),
        ({"seed": -1}, "seed is -1"),
        ({"by": "speaker"}, "expected one of: random, sequence"),
    ],
)
def test_settings_that_make_no_sense(refused, options, expected):
    options = {"share": 0.2, "seed": 0, **options}
    assert expected in refused(split_examples, made(PAIRS), error=SettingError, **options)


def test_too_few(refused):
    given = refused(split_examples, made([("x", "a"), ("y", "b")]), 0.5, seed=0)
    assert given.startswith('"a": 2 examples are too few to hold 0.5 of them out')


def test_surnames_by_distinct_name(shared_data):
    examples = read_examples(shared_data("names_by_nationality"))
    train, held = split_examples(examples, 0.2, seed=0, by="sequence")
    assert not set(train.texts) & set(held.texts)
    assert abs(len(held) - 0.2 * len(examples)) <= 20
