from itertools import pairwise

import matplotlib.image
import pytest

from elman.errors import SettingError
from elman.view.diagram import Diagram, Link, Row, Strip
from elman.view.places import BOX, Places, height_of
from elman.view.unrolled import plot_unrolled


def cells(name, **options):
    return Row("cells", (name,), ("gru", "gru, 3 to 4"), ("h",), **options)


def tagger(steps=7):
    words = Row("layers", ("words", "shapes"), ("embedding, 90 symbols to 10", "one-hot"))
    return Strip(steps, (Row("input"), words, cells("recurrent", both=True), Row("output")))


DIAGRAMS = {
    "one step": Diagram((tagger(1),)),
    "aligned": Diagram((tagger(),), beside=(("words", "head"),)),
    "one label": Diagram(
        (Strip(9, (Row("input"), cells("a"), Row("once", ("head",), ("linear",), steps=(0, 8)),
                   Row("output"))),)
    ),
    "one to many": Diagram(
        (Strip(4, (Row("given", ("label",), ("embedding",)), cells("a"), Row("output"))),),
        (Link(None, 0, ("start",), ("linear",)),),
    ),
    "translator": Diagram(
        (
            Strip(9, (Row("input"), cells("encoder", both=True))),
            Strip(8, (Row("input"), Row("given", ("attention",), ("over encoder",), source=0),
                      cells("a"), Row("given", ("whole",), ("linear",), source=0), cells("b"),
                      Row("output"))),
        ),
        (Link(0, 1, ("start",), ("linear, 8 to 4",)),),
    ),
    "three": Diagram(
        (tagger(), tagger(3), tagger(3)),
        (Link(0, 1), Link(1, 2), Link(None, 0, ("state",), given=True)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DIAGRAMS)
def test_every_diagram_is_1000_pixels_wide_and_the_same_file_each_time(name, tmp_path):
    one = plot_unrolled(DIAGRAMS[name], tmp_path / "a.png", name)
    two = plot_unrolled(DIAGRAMS[name], tmp_path / "b.png", name)
    assert matplotlib.image.imread(one).shape[1] == 1000
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("name", DIAGRAMS)
def test_nothing_overlaps(name):
    places = Places(DIAGRAMS[name])
    columns = [x for own in places.columns for x, step in own if step is not None]
    assert all(b - a > BOX for a, b in pairwise(columns))
    assert columns[0] - BOX / 2 > 0
    assert columns[-1] + BOX / 2 < places.width
    for own in places.rows:
        edges = [y + side * height_of(row) / 2 for row, y in own for side in (-1, 1)]
        assert edges == sorted(edges)
        assert edges[0] >= 0
        assert edges[-1] <= places.height


def test_long_sequences_are_cut_and_short_ones_are_whole():
    for steps, shown in ((5, [0, 1, 2, 3, 4]), (6, [0, 1, 2, 5])):
        assert [step for _, step in Places(Diagram((tagger(steps),))).steps(0)] == shown


def test_svg_is_the_same_file_each_time(tmp_path):
    diagram = DIAGRAMS["translator"]
    one, two = (plot_unrolled(diagram, tmp_path / f"{n}.svg", "$a$").read_bytes() for n in "ab")
    assert one == two
    assert one.startswith(b"<?xml")


def test_another_kind_of_file_is_refused(tmp_path):
    with pytest.raises(SettingError, match=r"must end in \.svg or \.png"):
        plot_unrolled(DIAGRAMS["aligned"], tmp_path / "a.gif", "a")
    assert not any(tmp_path.iterdir())
