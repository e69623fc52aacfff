import gzip

import pytest

from elman.data.conll import read_conll, scan_conll
from elman.errors import DataError

UNIVERSAL = """# newdoc
# sent_id = 1
# text = Don't run
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
# a comment within
3\t10 000\t10 000\tNUM\tCD\t_\t0\troot\t_\t_
3.1\tgone\tgo\tVERB\tVB\t_\t_\t_\t_\t_

# sent_id = 2
1\t#\t#\tSYM\t$\t_\t0\troot\t_\t_
"""


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "text.conll"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def rows(text):
    """Return the sentences as `token/tag@line`."""
    triples = [
        zip(*one, strict=True) for one in zip(text.tokens, text.tags, text.lines, strict=True)
    ]
    return [" ".join(f"{a}/{b}@{c}" for a, b, c in one) for one in triples]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tO\nb\tB-x\n\nc\tO\n", ["a/O@1 b/B-x@2", "c/O@4"]),
        ("a O\nb  B-x\n\n\n  \nc \t O", ["a/O@1 b/B-x@2", "c/O@6"]),
        ("\n\na\tO\r\n\t\nb\tO\r\n\r\n", ["a/O@3", "b/O@5"]),
        ("EU NNP B-NP B-ORG\nsays VBZ B-VP O\n", ["EU/B-ORG@1 says/O@2"]),
        (
            "-DOCSTART- -X- O O\n\nEU NNP I-NP I-ORG\n\n-DOCSTART- -X- O O\n\na DT O O\n",
            ["EU/I-ORG@3", "a/O@7"],
        ),
    ],
)
def test_reads_columns(file, text, expected):
    assert rows(read_conll(file(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# id 1\na\tO\n\n# id 2\nb\tO\n", ["a/O@2", "b/O@5"]),
        ("#tag\tO\na\tO\n\n#\tO\n", ["#tag/O@1 a/O@2", "#/O@4"]),
        ("a\tO\n#\tO\n", ["a/O@1 #/O@2"]),
        ("#a\tO\n#b\tB-x\n", ["#a/O@1 #b/B-x@2"]),
        ("# id = 1\na O\n\n#tag O\n", ["a/O@2", "#tag/O@4"]),
        ("# id = 1\nEU NNP B-NP B-ORG\n", ["EU/B-ORG@2"]),
        ("# a comment of many words\na O\n", ["a/O@2"]),
    ],
)
def test_comments_are_told_from_hashtags(file, text, expected):
    assert rows(read_conll(file(text))) == expected


def test_a_column_is_parted_by_what_the_file_parts_them_by(file):
    assert read_conll(file("10 000\tNUM\na\u00a0b\tX\n")).tokens == [["10 000", "a\u00a0b"]]
    assert read_conll(file("a\u00a0b X\n")).tokens == [["a\u00a0b"]]
    assert read_conll(file("a\u2028b\tX\nc\tX")).lines == [[1, 2]]
    assert read_conll(file("a \tX \n")).tags == [["X"]]


def test_columns_are_chosen_by_number(file):
    path = file("1 EU NNP B-ORG\n2 says VBZ O\n")
    assert rows(read_conll(path, token_column=2)) == ["EU/B-ORG@1 says/O@2"]
    assert rows(read_conll(path, token_column=2, tag_column=3)) == ["EU/NNP@1 says/VBZ@2"]


def test_reads_universal_dependencies(file):
    text = read_conll(file(UNIVERSAL))
    assert rows(text) == ["Do/AUX@5 n't/PART@6 10 000/NUM@8", "#/SYM@12"]
    assert len(text) == 2
    assert text.size == 4
    assert read_conll(file(UNIVERSAL), tag_column=5).tags == [["VBP", "RB", "CD"], ["$"]]


def test_reads_what_is_compressed(file):
    assert read_conll(file(gzip.compress(b"a\tO\n"))).tokens == [["a"]]


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        ("a\tO\nb\tx\tO\n", {}, r"line 2: 3 columns; expected 2 columns parted by tabs, as at fir"),
        ("a b O\nb O\n", {}, r"line 2: 2 columns; expected 3 columns parted by blanks"),
        ("a\tO\n\nb O\n", {}, r'line 3: "b O" has no tag; expected 2 columns parted by tabs'),
        ("a\tO\n#b\n", {}, r'line 2: "#b" has no tag'),
        ("a O\nb\n", {}, r'line 2: "b" has no tag; expected 2 columns parted by blanks'),
        ("a\tO\nb\t\n", {}, r"line 2, column 2: the tag is empty"),
        ("\tO\n", {}, r"line 1, column 1: the token is empty"),
        ("\na\nb\n", {}, r'line 2: "a" is the only column; expected a token and its tag'),
        ("a\tO\n", {"tag_column": 3}, r"no column 3 for the tags: the lines of .* have 2 columns"),
        ("a\tO\n", {"token_column": 0}, r"no column 0 for the tokens: .* number from 1 to 2\."),
        ("# id = 1\n# text = none\n", {}, r"has no sentence; expected lines with a token"),
        ("-DOCSTART- -X- O O\n", {}, r"has no sentence"),
        ("1-2\ta" + "\t_" * 8, {}, r"has no sentence"),
        ("", {}, r"holds nothing"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(file, text, columns, message):
    path = file(text)
    with pytest.raises(DataError, match=message) as caught:
        read_conll(path, **columns)
    assert f'"{path}"' in str(caught.value)


def test_a_scan_goes_on_after_what_is_wrong(file):
    found = scan_conll(file("a\tO\nb\n\nc\tO\td\n\ne\tO\n"))
    assert rows(found.text) == ["a/O@1", "e/O@6"]
    assert len(found.faults) == 2
    assert "line 2:" in found.faults[0]
    assert "line 4:" in found.faults[1]
    assert scan_conll(file("a\tO\nb\tO\tx\n")).empty == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\tO\n\nb\tO\n\n\n", []),
        ("\n\na\tO\n", []),
        ("a\tO\n\n\nb\tO\n\n\n\nc\tO\n", [3, 6, 7]),
        ("a\tO\n\n# id\n\nb\tO\n", [4]),
        ("-DOCSTART-\tO\n\na\tO\n\n-DOCSTART-\tO\n\nb\tO\n", []),
    ],
)
def test_a_scan_finds_sentences_without_a_token(file, text, lines):
    assert scan_conll(file(text)).empty == lines


@pytest.mark.parametrize(
    ("folder", "name", "sentences", "tokens", "tags"),
    [
        ("ner_wnut17", "wnut17train.conll", 3394, 62730, 13),
        ("ner_wnut17", "emerging.dev.conll", 1009, 15733, 13),
        ("ner_wnut17", "emerging.test.annotated", 1287, 23394, 13),
        ("pos_ud_ewt", "en_ewt-ud-dev.conllu.gz", 2001, 25147, 17),
        ("pos_ud_ewt", "en_ewt-ud-test.conllu.gz", 2077, 25094, 17),
    ],
)
def test_real_files_have_what_their_authors_counted(
    shared_data, folder, name, sentences, tokens, tags
):
    text = read_conll(shared_data(folder) / name)
    assert (len(text), text.size) == (sentences, tokens)
    assert len({tag for sentence in text.tags for tag in sentence}) == tags
