"""Spans as `conlleval` and `seqeval` find them, and what is written is read again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.data.spans import Span, convert_tags, read_spans, write_tags
from elman.data.tag_schemes import SCHEMES, illegal_moves
from elman.errors import DataError, SettingError

TYPES = ["person", "group", "creative-work"]


@pytest.fixture(scope="module")
def seqeval():
    pytest.importorskip("seqeval.metrics", reason="seqeval is not installed")
    pytest.importorskip("seqeval.scheme", reason="seqeval is not installed")
    return pytest.importorskip("seqeval")


def tags_of(letters):
    tag = st.sampled_from(["O", *(f"{letter}-{type}" for letter in letters for type in TYPES)])
    return st.lists(tag, max_size=9)


@st.composite
def spans_in_sentence(draw):
    steps = draw(st.integers(0, 9))
    cuts = sorted(draw(st.sets(st.integers(0, steps), max_size=8)))
    pairs = pairwise(cuts)
    kept = [pair for pair in pairs if draw(st.booleans())]
    return [Span(*pair, draw(st.sampled_from(TYPES))) for pair in kept], steps


@pytest.mark.parametrize("scheme", SCHEMES)
@given(given=spans_in_sentence())
def test_what_is_written_is_legal_and_read_again(scheme, given):
    spans, steps = given
    tags = write_tags(spans, steps, scheme)
    assert len(tags) == steps
    assert illegal_moves(tags, scheme) == []
    assert read_spans(tags) == spans


@pytest.mark.parametrize("scheme", ["IOB2", "IOBES"])
@given(given=spans_in_sentence())
def test_a_strict_reader_finds_all_that_is_well_written(scheme, given):
    spans, steps = given
    assert read_spans(write_tags(spans, steps, scheme), strict=scheme) == spans


@pytest.mark.parametrize("source", SCHEMES)
@pytest.mark.parametrize("target", SCHEMES)
@given(given=spans_in_sentence())
def test_schemes_convert_into_one_another_and_back(source, target, given):
    tags = write_tags(*given, source)
    assert convert_tags(convert_tags(tags, target), source) == tags


def spans_step_by_step(tags):
    """Read spans in the words of the rule: what begins, and what belongs to what is open."""
    spans, open_span = [], None
    for step, tag in enumerate(tags):
        letter, _, type = tag.partition("-")
        goes_on = letter in "IE" and letter != "O" and open_span and open_span[1] == type
        if not goes_on:
            if open_span:
                spans.append((open_span[0], step, open_span[1]))
            open_span = None if letter == "O" else (step, type)
        if letter in "ES":
            spans.append((open_span[0], step + 1, open_span[1]))
            open_span = None
    return spans + ([(open_span[0], len(tags), open_span[1])] if open_span else [])


@given(tags=tags_of("BIES"))
def test_any_tags_are_read(tags):
    assert read_spans(tags) == spans_step_by_step(tags)


@given(tags=tags_of("BIES"))
def test_reads_as_seqeval(seqeval, tags):
    found = seqeval.metrics.sequence_labeling.get_entities(list(tags))
    theirs = [(start, end + 1, type) for type, start, end in found]
    assert read_spans(tags) == theirs


@pytest.mark.parametrize("scheme", SCHEMES)
@given(data=st.data())
def test_reads_strictly_as_seqeval(seqeval, scheme, data):
    tags = data.draw(tags_of("BIES" if scheme == "IOBES" else "BI"))
    theirs = seqeval.scheme.Tokens(tags, getattr(seqeval.scheme, scheme)).entities
    expected = [(one.start, one.end, one.tag) for one in theirs]
    assert read_spans(tags, strict=scheme) == expected


@pytest.mark.parametrize(
    ("tags", "scheme", "expected"),
    [
        ("I-a I-a B-a O I-b", "IOB2", "B-a I-a B-a O B-b"),
        ("B-a I-a B-a O B-b", "IOB1", "I-a I-a B-a O I-b"),
        ("B-a B-b B-b I-b", "IOB1", "I-a I-b B-b I-b"),
        ("B-a I-a I-a B-b O", "IOBES", "B-a I-a E-a S-b O"),
        ("B-a E-a S-b O", "BIO", "B-a I-a B-b O"),
        ("O I-a I-b", "IOB2", "O B-a B-b"),
        ("B I E S O", "IOB2", "B I I B O"),
        ("", "IOB2", ""),
    ],
)
def test_converts(tags, scheme, expected):
    assert convert_tags(tags.split(), scheme) == expected.split()


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda: read_spans(["O", "NOUN"]),
            DataError,
            '"NOUN" is no tag of a span; expected O, or',
        ),
        (lambda: read_spans(["O", "OB-a"]), DataError, '"OB-a" is no tag'),
        (lambda: read_spans(["S-a"], strict="IOB2"), DataError, '"S-a" is no tag of IOB2'),
        (lambda: read_spans([], strict="IOBS"), SettingError, 'Did you mean "IOBES"'),
        (lambda: write_tags([], 3, "bio"), SettingError, "scheme is 'bio'; expected one of: IOB1"),
        (lambda: write_tags([Span(0, 2, "a"), Span(1, 3, "a")], 3, "BIO"), DataError, "overlap"),
        (lambda: write_tags([Span(1, 1, "a")], 3, "BIO"), DataError, "at least one step"),
        (lambda: write_tags([Span(2, 4, "a")], 3, "BIO"), DataError, "the 3 steps"),
    ],
)
def test_what_cannot_be_is_refused(call, error, message):
    with pytest.raises(error, match=message):
        call()
