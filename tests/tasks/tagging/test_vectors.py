import pytest

from elman.errors import DataError
from elman.tasks.tagging.vectors import read_vectors


@pytest.fixture
def file(tmp_path):
    def write(text):
        (tmp_path / "v.vec").write_text(text)
        return tmp_path / "v.vec"

    return write


def test_only_what_is_wanted_is_kept_in_lower_case(file):
    found = read_vectors(file("2 2\nCat 1 2\ndog 3 4\ncat 5 6\n"), {"cat"}, 2)
    assert {word: vector.tolist() for word, vector in found.items()} == {"cat": [1, 2]}


def test_a_file_without_a_head_and_with_words_of_several_parts(file):
    found = read_vectors(file("cat 1 2\n. . . 3 4\n\n"), None, 2)
    assert found[". . ."].tolist() == [3, 4]
    assert found["cat"].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cat 1 2 3\n", 'line 1: "cat" has 3 numbers; expected 2.* an embedding size of 3'),
        ("1 2\ncat 1\n", 'line 2: "cat" has 1 numbers'),
        ("cat 1 x\n", "line 1: could not convert"),
    ],
)
def test_lines_that_do_not_fit_are_named(file, text, message):
    with pytest.raises(DataError, match=message):
        read_vectors(file(text), None, 2)
