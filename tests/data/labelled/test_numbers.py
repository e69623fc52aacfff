import numpy as np
import pytest

from elman.data.labelled.reading import read_examples

WALKS = """id,time,x,y,label
b,2,3,30,up
a,1,5,50,down
b,1,2,20,up
a,0,4,40,down
b,10,9,90,up
"""


def lists(examples):
    return [sequence.tolist() for sequence in examples.numbers]


def test_rows_of_a_sequence_are_steps_sorted_by_time(write):
    write({"walks.csv": WALKS})
    examples = read_examples("walks.csv")
    assert lists(examples) == [[[2, 20], [3, 30], [9, 90]], [[4, 40], [5, 50]]]
    assert examples.labels == ["up", "down"]
    assert examples.places == ['sequence "b" (line 2)', 'sequence "a" (line 3)']
    assert examples.kind == (
        'a table with a step a row, of the sequences in "id", sorted by "time": "x", "y"'
    )


def test_without_a_time_the_order_is_that_of_the_file(write):
    write({"walks.csv": WALKS.replace("time", "when")})
    examples = read_examples("walks.csv", columns=["y"])
    assert lists(examples) == [[[30], [20], [90]], [[50], [40]]]


def test_dates_sort(write):
    write(
        {
            "walks.csv": "id,when,x,label\nb,2026-01-02,3,up\na,2026-01-01,5,down\n"
            "b,2026-01-01,2,up\na,2025-12-31,4,down\nb,2026-01-10,9,up\n"
        }
    )
    examples = read_examples("walks.csv", sequence="id", time="when")
    assert lists(examples) == [[[2], [3], [9]], [[4], [5]]]


def test_options_read_other_data_into_the_same_features(write):
    write({"walks.csv": WALKS, "new.csv": "y,id,other,x\n1,c,5,2\n3,c,5,4\n"})
    options = read_examples("walks.csv").options
    new = read_examples("new.csv", labelled=False, **options)
    assert lists(new) == [[[2, 1], [4, 3]]]
    assert new.labels is None


def test_columns_of_any_name(write):
    write({"walks.csv": WALKS.replace("id", "walk").replace("label", "way").replace("time", "t")})
    examples = read_examples("walks.csv", sequence="walk", label="way", time="t")
    assert lists(examples)[1] == [[4, 40], [5, 50]]


def test_numbers_may_be_labels(write):
    write({"walks.csv": WALKS.replace("up", "1").replace("down", "0")})
    assert read_examples("walks.csv").labels == ["1", "0"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("20,up", "20,down", 'line 4: the sequence "b" of "id" has the label "down" here and "up"'),
        ("20,up", ",up", 'line 4, column "y": there is no number'),
        ("20,up", "x,up", 'line 4, column "y": "x" is not a number'),
        ("20,up", "1e999,up", 'line 4, column "y": inf is too large'),
        ("20,up", "20,", 'line 4: the column "label" is empty'),
        ("b,1,", "b,,", 'line 4: the column "time" is empty'),
        ("b,1,", ",1,", 'line 4: the column "id" is empty'),
    ],
)
def test_faults_are_named_with_their_line(write, refused, before, after, expected):
    write({"walks.csv": WALKS.replace(before, after)})
    given = refused(read_examples, "walks.csv")
    assert given.startswith('"walks.csv", ')
    assert expected in given


def test_roles_that_cannot_be_told(write, refused):
    write({"walks.csv": WALKS.replace("id", "walk")})
    given = refused(read_examples, "walks.csv", time="time")
    assert "Name it with --sequence (sequence=)" in given
    write({"walks.csv": WALKS.replace("label", "way")})
    assert "Name it with --label (label=)" in refused(read_examples, "walks.csv", sequence="id")
    write({"walks.csv": "id,label\na,1\n"})
    given = refused(read_examples, "walks.csv", sequence="id")
    assert "no column of numbers" in given


def test_arrays(write):
    x = np.arange(12.0).reshape(2, 3, 2)
    np.savez("walks.npz", x=x, y=["up", "down"])
    examples = read_examples("walks.npz")
    assert np.array_equal(np.stack(examples.numbers), x)
    assert examples.numbers[0].dtype.itemsize == 4
    assert examples.labels == ["up", "down"]
    assert examples.places == ["row 1", "row 2"]
    np.savez("walks.npz", train=x[:, :, 0], way=np.array([[1.0], [0.0]]), lengths=[3, 0])
    examples = read_examples("walks.npz", sequence="train", label="way")
    assert [len(sequence) for sequence in examples.numbers] == [3, 0]
    assert lists(examples)[0] == [[0], [2], [4]]
    assert examples.labels == ["1", "0"]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("x_train.npy", "y_train.npy"),
        ("X.npy", "y.npy"),
        ("x.npy", "y.npy"),
        ("walks.npy", "walks_labels.npy"),
    ],
)
def test_an_array_finds_its_labels(name, labels):
    np.save(name, np.ones((2, 3), np.int16))
    np.save(labels, [True, False])
    assert read_examples(name).labels == ["True", "False"]


def test_an_array_with_a_text_of_labels(write):
    np.save("walks.npy", np.ones((2, 3)))
    write({"ways.txt": "up\ndown\n"})
    assert read_examples("walks.npy", label="ways.txt").labels == ["up", "down"]
    assert read_examples("walks.npy", labelled=False).labels is None


def test_what_only_pickle_reads_is_refused(refused):
    np.savez("walks.npz", x=np.array([[1], [2, 3]], dtype=object), y=[0, 1])
    given = refused(read_examples, "walks.npz")
    assert given.startswith('"walks.npz", array "x" holds Python objects')
    assert "Save sequences of different lengths as one array" in given


@pytest.mark.parametrize(
    ("arrays", "expected"),
    [
        ({"x": np.ones(3), "y": [0]}, 'array "x" has the shape (3,); expected (N, T) or (N, T, I)'),
        ({"x": np.ones((2, 3)), "y": [0]}, 'array "y" has the shape (1,); expected (2,)'),
        ({"x": np.ones((1, 3)), "y": [0.5]}, "values of the type float64; expected labels"),
        ({"x": [["a", "b"]], "y": [0]}, "type <U1; expected numbers"),
        ({"x": [[1, np.nan]], "y": [0]}, "row 1, step 2, feature 1: nan is no finite"),
        ({"x": [[1e300, 1]], "y": [0]}, "row 1, step 1, feature 1: 1e+300 is no finite"),
        ({"x": [[1, 2]], "y": [0], "lengths": [3]}, "row 1: its length is 3; expected 0 to 2"),
        ({"x": [[1, 2]], "y": [0], "lengths": [0.5]}, "expected (1,) whole numbers"),
        ({"a": [[1, 2]], "y": [0]}, 'no array "x"; it has "a", "y". Name the right one with --seq'),
        ({"x": [[1, 2]], "b": [0]}, 'no array "y"; it has "x", "b". Name the right one with --lab'),
    ],
)
def test_faults_of_arrays(refused, arrays, expected):
    np.savez("walks.npz", **arrays)
    given = refused(read_examples, "walks.npz")
    assert given.startswith('"walks.npz"')
    assert expected in given


def test_damaged_arrays(write, refused):
    write({"a.npz": "no", "b.npy": "no"})
    assert '"a.npz" is damaged or no .npz file' in refused(read_examples, "a.npz")
    assert '"b.npy" is damaged or no NumPy array' in refused(read_examples, "b.npy")


def test_an_array_without_labels_says_where_they_were_looked_for(refused):
    np.save("x.npy", np.ones((2, 3)))
    assert '"x_labels.npy"' in refused(read_examples, "x.npy")
