import gzip
import io
import zipfile
from types import SimpleNamespace

import pytest

from elman.data.labelled.reading import read_examples
from elman.errors import SettingError


def pairs(examples):
    return list(zip(examples.texts, examples.labels, strict=True))


PETS = [("mew, mew", "cat"), ("woof", "dog")]


@pytest.mark.parametrize(
    ("name", "content", "options"),
    [
        ("a.csv", 'text,label\n"mew, mew",cat\nwoof,dog\n', {}),
        ("a.csv", 'label;text\ncat;"mew, mew"\ndog;woof\n', {}),
        ("a.csv", '"mew, mew",cat\nwoof,dog\npurr,cat\n', {}),
        (
            "a.csv",
            'noise,who,id\n"mew, mew",cat,1\nwoof,dog,2\n',
            {"text": "noise", "label": "who"},
        ),
        ("a.csv", 'Text,who,note\n"mew, mew",cat,x\nwoof,dog,x\n', {"label": "who"}),
        ("a.tsv", "text\tlabel\nmew, mew\tcat\nwoof\tdog\n", {}),
        ("a", "text\tlabel\nmew, mew\tcat\nwoof\tdog\n", {}),
        ("a.txt", "text|label\nmew, mew|cat\nwoof|dog\n", {"delimiter": "|"}),
        ("a.csv.gz", gzip.compress(b'text,label\n"mew, mew",cat\nwoof,dog\n', mtime=0), {}),
        ("a.jsonl", '{"text":"mew, mew","label":"cat"}\n\n{"label":"dog","text":"woof"}\n', {}),
        ("a.jsonl", '{"a":"mew, mew","b":"cat"}\n{"a":"woof","b":"dog"}\n', {"label": "b"}),
        (
            "a.jsonl.gz",
            gzip.compress(b'{"t":"mew, mew","c":"cat"}\n{"t":"woof","c":"dog"}', mtime=0),
            {"text": "t", "label": "c"},
        ),
    ],
)
def test_tables_and_json(write, name, content, options):
    write({name: content})
    assert pairs(read_examples(name, **options))[:2] == PETS


def test_of_two_columns_without_names_the_one_that_repeats_is_the_label(write):
    write({"a.csv": "cat,mew mew\ndog,woof\ncat,purr purr\n"})
    examples = read_examples("a.csv")
    assert pairs(examples) == [("mew mew", "cat"), ("woof", "dog"), ("purr purr", "cat")]
    assert examples.kind.endswith("without a header")
    assert examples.places == ["line 1", "line 2", "line 3"]


def test_numbers_are_labels_as_they_are_written(write):
    write({"a.csv": "text,label\ngood film,01\nbad film,0\n"})
    assert read_examples("a.csv").labels == ["01", "0"]
    write({"a.jsonl": '{"text": "mew", "label": 3}\n{"text": "woof", "label": true}\n'})
    assert read_examples("a.jsonl").labels == ["3", "True"]


def test_places_are_lines_of_the_file(write):
    write({"a.csv": 'text,label\n"mew\nmew",cat\n\nwoof,dog\n'})
    assert read_examples("a.csv").places == ["line 2", "line 5"]


FOLDERS = {
    "pets/cat/1.txt": "mew\nmew\n",
    "pets/cat/2.txt": "",
    "pets/dog/a.txt.gz": gzip.compress(b"woof", mtime=0),
    "pets/.hidden/x.txt": "no",
    "pets/README.md": "about",
}
LINES = {"pets/cat.txt": "mew\n\n purr \n", "pets/dog.txt": "woof", "pets/SOURCE.txt": "about"}


def test_a_folder_a_class(write):
    write(FOLDERS)
    examples = read_examples("pets")
    assert pairs(examples) == [("mew\nmew", "cat"), ("", "cat"), ("woof", "dog")]
    assert examples.places == ["cat/1.txt", "cat/2.txt", "dog/a.txt.gz"]
    assert examples.kind == "a folder with a subfolder for each of 2 classes, a text a file"
    assert examples.notes == ('left out: "README.md".',)


def test_a_file_a_class(write):
    write(LINES)
    examples = read_examples("pets")
    assert pairs(examples) == [("mew", "cat"), ("purr", "cat"), ("woof", "dog")]
    assert examples.places == ["cat.txt, line 1", "cat.txt, line 3", "dog.txt, line 1"]
    assert examples.kind == "a folder with a file for each of 2 classes, a text a line"


@pytest.mark.parametrize(("files", "top"), [(FOLDERS, ""), (FOLDERS, "all/"), (LINES, "all/")])
def test_a_zip_is_read_as_its_folder(write, files, top):
    write(files)
    with zipfile.ZipFile("pets.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(top + name.removeprefix("pets/"), content)
        archive.writestr("__MACOSX/junk.txt", "no")
    whole, packed = read_examples("pets"), read_examples("pets.zip")
    assert pairs(packed) == pairs(whole)
    assert packed.places == whole.places


def test_without_labels(write, monkeypatch):
    write({**FOLDERS, "new.txt": "mew\n\nwoof\n", "a.csv": "text\nmew\nwoof\n"})
    assert read_examples("new.txt", labelled=False).texts == ["mew", "woof"]
    assert read_examples("new.txt", labelled=False).labels is None
    assert read_examples("a.csv", labelled=False).texts == ["mew", "woof"]
    folder = read_examples("pets", labelled=False)
    assert folder.labels is None
    assert folder.texts == ["mew\nmew", "", "woof"]
    write({"b.csv": "text,label\nmew,\n", "c.csv": "noise\nmew\nwoof\n"})
    assert read_examples("b.csv", labelled=False).labels is None
    assert read_examples("c.csv", labelled=False, text="noise").texts == ["mew", "woof"]
    assert read_examples("c.csv", labelled=False).texts == ["noise", "mew", "woof"]


def test_standard_input(monkeypatch):
    def given(data, **options):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        return read_examples("-", **options)

    assert given(b"mew\n\nwoof\n", labelled=False).texts == ["mew", "woof"]
    examples = given(b"cat,mew\ndog,woof\ncat,purr\n")
    assert examples.labels == ["cat", "dog", "cat"]
    assert examples.name == "standard input"


def test_columns_without_names_are_numbered(write):
    write({"a.csv": "cat,mew\ndog,woof\n"})
    examples = read_examples("a.csv", text="c2", label="c1")
    assert pairs(examples) == [("mew", "cat"), ("woof", "dog")]


@pytest.mark.parametrize(
    ("content", "options", "expected"),
    [
        ("text,label\nmew,cat\nwoof,\n", {}, 'line 3: the label in the column "label" is empty'),
        ("text,label\nmew,cat\n", {"label": "lable"}, 'no column "lable"; it has "text", "label"'),
        ("text,label\nmew,cat\n", {"label": "lable"}, 'Did you mean "label"?'),
        ("text,a,b\nmew,cat,x\n", {}, 'there are "a", "b". Name it with --label'),
        ("text\nmew\n", {}, 'one called label beside "text"; there is no other'),
        ("a,b,c\nmew,cat,x\nmew,cat,x\n", {}, 'Several do: "a", "b", "c". Name it with --text'),
        ("a,label\n1,2\n", {}, 'None holds any: "a", "label"'),
        ("text,label\nmew,cat,x\n", {}, "line 2"),
    ],
)
def test_faults_of_tables(write, refused, content, options, expected):
    write({"a.csv": content})
    given = refused(read_examples, "a.csv", **options)
    assert given.startswith('"a.csv"')
    assert expected in given


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"text": "mew", "label": "cat"}\n{"text": }\n', "line 2, column 10: "),
        ('{"text": "mew", "label": "cat"}\n[1]\n', "line 2 is no JSON object"),
        ('{"text": "mew", "label": "cat"}\n{"text": "mew"}\n', 'line 2: "label" is missing'),
        ('{"text": "mew", "label": null}\n', 'line 1: "label" is null; expected a text or a whole'),
        ('{"text": "mew", "label": ""}\n', 'line 1: "label" is ""; expected a text or a whole'),
        ('{"text": "a", "label": "c"}\n{"text": 5, "label": "c"}', 'line 2: "text" is 5; expected'),
    ],
)
def test_faults_of_json(write, refused, content, expected):
    write({"a.jsonl": content})
    given = refused(read_examples, "a.jsonl")
    assert given.startswith('"a.jsonl", ')
    assert expected in given


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"pets/train/cat/1.txt": "mew"}, 'Give the folder "train" if its folders are the classes'),
        ({"pets/cat/1.txt": b"\xff\x00"}, '"pets", "cat/1.txt" is binary'),
        ({"pets/cat/1.txt": b"\xff"}, '"pets", "cat/1.txt", line 1, column 1 (byte 0)'),
        ({"pets/a.csv": "text,label"}, 'a folder with "a.csv". Expected'),
        ({"pets/.a": ""}, "holds no files"),
    ],
)
def test_faults_of_folders(write, refused, files, expected):
    write(files)
    assert expected in refused(read_examples, "pets")


def test_a_missing_file_suggests_its_neighbour(write, refused):
    write({"pets.csv": "x"})
    for given in ("pest.csv", "pets.zip", "pets.jsonl", "pets"):
        assert 'Did you mean "pets.csv"?' in refused(read_examples, given)


def test_a_damaged_zip(write, refused):
    write({"pets.zip": "not one"})
    assert 'cannot read "pets.zip"' in refused(read_examples, "pets.zip")


def test_options_of_other_kinds_are_refused(write, refused):
    write({**LINES, "a.jsonl": '{"text": "mew", "label": "cat"}'})
    given = refused(read_examples, "pets", text="text", error=SettingError)
    assert given == (
        '"pets" is read as text files, which text does not fit: it is for a table, JSON lines. '
        "Leave --text (text=) out, or give other data."
    )
    assert "order" in refused(read_examples, "a.jsonl", order="pixels", error=SettingError)
    assert "standardize" in refused(read_examples, "pets", standardize=False, error=SettingError)
    write({"a.csv": "text,label\nmew,cat\n"})
    both = refused(read_examples, "a.csv", text="text", sequence="label", error=SettingError)
    assert "text and sequence are both given" in both


def test_surnames(shared_data):
    examples = read_examples(shared_data("names_by_nationality"))
    assert examples.kind == "a folder with a file for each of 18 classes, a text a line"
    assert len(examples) == 20050
    assert examples.labels.count("Russian") == 9384
    assert len(set(examples.texts)) == 17450  # 17455 with the blanks at their ends


def test_splice_sites(shared_data):
    examples = read_examples(shared_data("genome_splice") / "splice.csv")
    assert {label: examples.labels.count(label) for label in ("EI", "IE", "N")} == {
        "EI": 767,
        "IE": 768,
        "N": 1655,
    }
    assert set(examples.lengths) == {60}
