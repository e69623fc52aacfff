import re

import pytest

from elman.errors import DataError
from elman.tasks.tagging.check import check_tagged


@pytest.fixture
def file(tmp_path):
    def write(text, name="train.conll"):
        (tmp_path / name).write_text(text)
        return tmp_path / name

    return write


def sentence(*pairs):
    return "".join(f"{word}\t{tag}\n" for word, tag in pairs) + "\n"


GOOD = "".join(
    sentence((f"He{n}", "O"), ("saw", "O"), (f"Ann{n}", "B-person"), (f"Lee{n}", "I-person"))
    for n in range(200)
)


def test_everything_is_counted(file):
    text = sentence(("Ann", "B-a"), ("Lee", "I-a"), ("saw", "O")) + sentence(("Lee", "B-b"))
    assert dict(check_tagged(file(text)).counts) == {
        "sentences": "2",
        "tokens": "4, of which 3 distinct",
        "tags": "B-a 1 I-a 1 O 1 B-b 1",
        "scheme": "IOB2",
        "entities": "2: a 1 b 1",
        "longest sentence": "3 tokens (line 1)",
    }


def test_parts_of_speech_have_no_scheme(file):
    counts = dict(check_tagged(file(sentence(("saw", "VERB"), ("a", "DET")) * 9)).counts)
    assert counts["tags"] == "VERB 9 DET 9"
    assert "scheme" not in counts
    assert "entities" not in counts


def test_a_good_file_has_no_troubles(file):
    found = check_tagged(file(GOOD))
    assert found.troubles == []
    assert found.advice == []


def test_many_tags_are_not_all_listed(file):
    text = sentence(*((f"w{n}", f"T{n:02}") for n in range(25))) * 2
    assert dict(check_tagged(file(text)).counts)["tags"].endswith("T19 2 and 5 more")


LONG = sentence(*(("saw", "O") for _ in range(201)))
BROKEN = sentence(("a", "O"), ("b", "I-x"))


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (GOOD + BROKEN, r"break the rules of IOB2: I-x after O \(line 1,002\)\."),
        (GOOD + BROKEN * 7, r"I-x after O \(line 1,014\) and 2 more\."),
        (GOOD + "a\tb\n", r"break the rules of IOB2: b at the beginning \(line 1,001\)"),
        (GOOD + "a\tb\tO\n", r"line 1,001: 3 columns; expected 2 columns parted by tabs"),
        (GOOD + "a\tb\tO\n" * 7, r'train.conll": 2 more lines like these'),
        (GOOD + "a\n", r'line 1,001: "a" has no tag'),
        (GOOD + "\n" + GOOD, r"sentences without a token .*: line 1,001\."),
        (GOOD + LONG, r"more than 200 tokens .*: 201 tokens at line 1,001\."),
        (GOOD + sentence(("a", "B-x")), r"tags with a single example: B-x \(line 1,001\)\."),
        (sentence(("a", "O"), ("b", "O")), r"the only tag is O: there is nothing to learn"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(file, text, trouble):
    found = check_tagged(file(text)).troubles
    assert any(re.search(trouble, line) for line in found), found


def test_two_files_are_held_against_one_another(file):
    train = file(GOOD)
    test = file(GOOD[: GOOD.index("He1\t")] + sentence(("He", "O"), ("is", "B-new")), "test.conll")
    report = check_tagged(train, test)
    assert report.troubles == [
        "tags only in the test, which nobody can learn: B-new (test line 7).",
        "1 of 2 sentences of the test are in the training as well, so that it is partly learnt by "
        "heart: test line 1 = training line 1.",
    ]
    counts = dict(report.counts)
    assert counts["sentences"] == "200"
    assert counts["sentences (test)"] == "2"
    assert counts["not in training"] == "33.3 % of the tokens of the test"
    assert len(report.advice) == 1
    assert "33 % of the tokens of the test are unknown" in report.advice[0]


def test_what_is_wrong_in_the_test_is_named_as_such(file):
    found = check_tagged(file(GOOD), file(BROKEN, "test.conll")).troubles
    assert found[0] == "tags that break the rules of IOB2: I-x after O (test line 2)."


def test_a_small_file_is_said_to_be_small(file):
    advice, *_ = check_tagged(file(sentence(("a", "A"), ("b", "B")) * 3)).advice
    assert "With 3 sentences a network can only learn them by heart" in advice


def test_columns_are_chosen_by_number(file):
    text = "1 EU NNP B-ORG\n2 says VBZ O\n\n" * 2
    counts = dict(check_tagged(file(text), token_column=2, tag_column=3).counts)
    assert counts["tags"] == "NNP 2 VBZ 2"


def test_what_cannot_be_read_is_an_error(file, tmp_path):
    with pytest.raises(DataError, match=r'there is no file "nowhere\.conll"'):
        check_tagged(tmp_path / "nowhere.conll")
    with pytest.raises(DataError, match="has no sentence"):
        check_tagged(file("# id = 1\n"))


def test_a_file_of_which_nothing_can_be_read_is_still_reported(file):
    report = check_tagged(file("\tO\n"))
    assert report.counts[0] == ("sentences", "0")
    assert "the token is empty" in report.troubles[0]
    assert str(report)


def test_repeated_sentences_are_told_where_a_part_of_the_file_would_judge(tmp_path, make):
    file = make.written(tmp_path / "names.conll", make.names(24))
    told = "12 of 24 sentences repeat others"
    assert any(advice.startswith(told) for advice in check_tagged(file).advice)
    assert not any(advice.startswith(told) for advice in check_tagged(file, file).advice)
