import pytest

from elman.tasks.tagging.words import joined, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" \t ", []),
        ("Aesop wrote.", ["Aesop", "wrote", "."]),
        ("well-known O'Neil’s", ["well-known", "O'Neil’s"]),
        ("at 10:30, 3.5 of 1,000", ["at", "10:30", ",", "3.5", "of", "1,000"]),
        ("see https://a.org/b?c=1.", ["see", "https://a.org/b?c=1", "."]),
        ("@ann #rome", ["@ann", "#rome"]),
        ("Wait...", ["Wait", ".", ".", "."]),
        ("日本 Ärger", ["日本", "Ärger"]),
    ],
)
def test_words_and_their_places(text, words):
    found = words_of(text)
    assert [word for word, _, _ in found] == words
    assert [text[start:end] for _, start, end in found] == words


def test_words_given_keep_their_bounds():
    text, places = joined(["New York", "", "sleeps"])
    assert [text[start:end] for _, start, end in places] == ["New York", "", "sleeps"]
