import gzip
import re

import pytest

from elman.data.pairs import Pairs, read_pairs
from elman.errors import DataError

TSV = "Go.\tVa !\tCC-BY 2.0\nTaxi\tTaxi\nI see.\tJe vois.\n"


@pytest.mark.parametrize("pack", [str.encode, lambda text: gzip.compress(text.encode())])
def test_a_file_with_tabs(tmp_path, pack):
    file = tmp_path / "pairs.tsv"
    file.write_bytes(pack(TSV))
    pairs = read_pairs(file)
    assert pairs.sources == ["Go.", "Taxi", "I see."]
    assert pairs.targets == ["Va !", "Taxi", "Je vois."]
    assert [*pairs.lines] == [1, 2, 3]
    assert pairs.untranslated == [2]
    assert pairs.turned().sources == pairs.targets
    assert [*pairs.part([2]).lines] == [3]


def test_two_files_side_by_side(tmp_path):
    (tmp_path / "en").write_text("Go.\nI see.\n")
    (tmp_path / "fr").write_text("Va !\r\nJe vois.")
    pairs = read_pairs(tmp_path / "en", tmp_path / "fr")
    assert (pairs.sources, pairs.targets) == (["Go.", "I see."], ["Va !", "Je vois."])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Go.\tVa !\nI see.\n", 'line 2: "I see." has no tab; expected a sentence, a tab and'),
        ("Go.\tVa !\n\nI see.\tJe vois.", "line 2: it is empty; expected a sentence, a tab"),
        ("Go.\tVa !\nI see.\t \n", "line 2: the translation is empty; expected a text"),
        ("\tVa !\n", "line 1: the sentence is empty"),
        ("a\tb\nGo.\tGo.\nno\tno\n", "the same in 2 of 3 pairs, first in line 2"),
        ("x" * 99 + "\n", f'line 1: "{"x" * 40}..." has no tab'),
        ("\n \n", "holds nothing but white space"),
    ],
    ids=range(7),
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, said):
    file = tmp_path / "pairs.tsv"
    file.write_text(text)
    with pytest.raises(DataError, match=re.escape(said)):
        read_pairs(file)


@pytest.mark.parametrize(("first", "second", "longer"), [(3, 2, "en"), (2, 3, "fr")])
def test_the_first_line_without_a_partner_is_told(tmp_path, first, second, longer):
    for name, count in (("en", first), ("fr", second)):
        (tmp_path / name).write_text("".join(f"{name} {n}\n" for n in range(count)))
    with pytest.raises(DataError) as caught:
        read_pairs(tmp_path / "en", tmp_path / "fr")
    said = str(caught.value)
    assert f'en" has {first} lines and ' in said
    assert f'is line 3 of "{tmp_path / longer}": "{longer} 2".' in said


def test_sides_of_different_number_are_refused():
    with pytest.raises(DataError, match="1 sentences, 2 translations"):
        Pairs("it", ["a"], ["b", "c"], [1])
    with pytest.raises(DataError, match="holds no sentences"):
        Pairs("it", [], [], [])
