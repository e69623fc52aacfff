from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.data.tag_schemes import SCHEMES
from elman.errors import DataError, SettingError
from elman.tasks.tagging.entities import EntityScores, score_entities


@pytest.fixture(scope="module")
def seqeval():
    pytest.importorskip("seqeval.scheme", reason="seqeval is not installed")
    pytest.importorskip("seqeval.metrics", reason="seqeval is not installed")
    return pytest.importorskip("seqeval")


@st.composite
def taggings(draw, letters="BIES"):
    """Return the true tags of some sentences, and others of the same lengths."""
    tag = st.sampled_from(["O", *(f"{letter}-{type}" for letter in letters for type in "abc")])
    lengths = draw(st.lists(st.integers(0, 6), min_size=1, max_size=4))
    return tuple(
        [draw(st.lists(tag, min_size=size, max_size=size)) for size in lengths] for _ in range(2)
    )


def plain_spans(tags):
    """Return (sentence, start, end, type) of every entity, by the letters around each cut."""
    found = set()
    for number, sentence in enumerate(tags):
        cuts = [0, *range(1, len(sentence)), len(sentence)]
        cuts = [
            cut
            for cut in cuts
            if cut in (0, len(sentence))
            or not (
                sentence[cut - 1][0] in "BI"
                and sentence[cut][0] in "IE"
                and sentence[cut - 1][2:] == sentence[cut][2:]
            )
        ]
        for start, end in pairwise(cuts):
            if start < end and sentence[start] != "O":
                found.add((number, start, end, sentence[start][2:]))
    return found


def share(part, whole):
    return part / whole if whole else 0.0


@given(pair=taggings())
def test_scores_are_those_of_a_plain_count(pair):
    truth, found = map(plain_spans, pair)
    scores = score_entities(*pair)
    assert set(scores.by_type) == {one[-1] for one in truth | found}
    means = []
    for type, score in [*scores.by_type.items(), (None, scores.micro)]:
        mine = [{one for one in each if type in (None, one[-1])} for each in (truth, found)]
        precision = share(len(mine[0] & mine[1]), len(mine[1]))
        recall = share(len(mine[0] & mine[1]), len(mine[0]))
        f1 = share(2 * precision * recall, precision + recall)
        assert (score.precision, score.recall) == (precision, recall)
        assert score.f1 == pytest.approx(f1)
        assert score.count == len(mine[0])
        means.append((precision, recall, f1))
    each = list(zip(*means[:-1], strict=True)) or [(0.0,)] * 3
    assert scores.macro == pytest.approx([sum(one) / len(one) for one in each])


@given(pair=taggings())
def test_scores_are_those_of_seqeval(seqeval, pair):
    scores = score_entities(*pair)
    agrees(scores, seqeval.metrics.sequence_labeling.precision_recall_fscore_support, pair)


@pytest.mark.parametrize("scheme", SCHEMES)
@given(data=st.data())
def test_strict_scores_are_those_of_seqeval(seqeval, scheme, data):
    pair = data.draw(taggings("BIES" if scheme == "IOBES" else "BI"))
    scores, peer = score_entities(*pair, strict=scheme), seqeval.metrics.v1
    kind = getattr(seqeval.scheme, scheme)
    agrees(scores, peer.precision_recall_fscore_support, pair, scheme=kind)


def agrees(scores, peer, pair, **options):
    each = peer(*pair, average=None, zero_division=0, **options)
    for mine, *theirs in zip(scores.by_type.values(), *each, strict=True):
        assert [mine.precision, mine.recall, mine.f1, mine.count] == pytest.approx(theirs)
    micro = peer(*pair, average="micro", zero_division=0, **options)
    mine = scores.micro
    assert [mine.precision, mine.recall, mine.f1, mine.count] == pytest.approx(list(micro))
    if scores.by_type:  # the mean of nothing is no number there
        macro = peer(*pair, average="macro", zero_division=0, **options)
        assert scores.macro == pytest.approx(macro[:3])


def test_the_schemes_of_both_sides_may_differ():
    scores = score_entities([["B-a", "I-a", "O"]], [["B-a", "E-a", "O"]])
    assert scores.micro.f1 == 1.0


def test_nothing_to_find_is_no_error():
    assert score_entities([["O"]], [["O"]]) == EntityScores({})
    assert "micro" in str(EntityScores({}))
    assert EntityScores({}).macro == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: score_entities([["O"]], []), DataError, "1 sentences have tags and 0 were tagged"),
        (
            lambda: score_entities([["O"], ["O"]], [["O"], []]),
            DataError,
            "sentence 2 has 1 tags, and 0 were found",
        ),
        (lambda: score_entities([["NOUN"]], [["O"]]), DataError, '"NOUN" is no tag of a span'),
        (lambda: score_entities([[]], [[]], "x"), SettingError, "scheme is 'x'"),
    ],
)
def test_what_does_not_fit_is_refused(call, error, message):
    with pytest.raises(error, match=message):
        call()
