import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elman.view.line_chart import line_chart, ticks

NUMBER = st.floats(-1e9, 1e9)


def drawn(svg):
    """The points of each curve, in the order in which they are drawn."""
    root = ElementTree.fromstring(svg)
    return [
        [tuple(map(float, pair.split(","))) for pair in line.get("points").split()]
        for line in root.iter("polyline")
    ]


@given(low=NUMBER, width=st.floats(1e-6, 1e9))
def test_ticks_are_few_round_and_within(low, width):
    high = low + width
    if high - low < 1e-9 * abs(low):
        return
    found = ticks(low, high)
    assert len(found) <= 6
    slack = 1e-6 * (high - low)
    assert all(low - slack <= tick <= high + slack for tick in found)
    assert found == sorted(set(found))


def test_points_keep_their_order_and_lie_within():
    ((first, middle, last),) = drawn(line_chart({"a": [(1, 0.0), (5, 2.0), (9, 1.0)]}, "x", "y"))
    assert first[0] < middle[0] < last[0]
    assert middle[1] < last[1] < first[1]  # y goes down in an SVG
    assert middle[0] - first[0] == pytest.approx(last[0] - middle[0], abs=0.2)
    assert last[1] == pytest.approx((first[1] + middle[1]) / 2, abs=0.2)


def test_one_curve_is_broken_and_each_is_named():
    svg = line_chart({"training": [(1, 1.0), (2, 2.0)], "validation": [(1, 3.0)]}, "x", "y")
    assert re.findall(r'stroke-dasharray="([^"]*)"', svg) == ["7 4", ""]
    assert svg.count(">training<") == svg.count(">validation<") == 1


@pytest.mark.parametrize("points", [[(3, 0.5)], [(1, 0.0), (2, 0.0)], [(1, -2.0), (2, -2.0)]])
def test_a_point_or_a_level_line_can_be_drawn(points):
    ((*found,),) = drawn(line_chart({"a": points}, "x", "y"))
    assert len(found) == len(points)


def test_what_is_no_number_is_left_out():
    points = [(1, float("nan")), (2, 1.0), (3, float("inf")), (4, 2.0)]
    ((*found,),) = drawn(line_chart({"a": points, "none": [(1, float("nan"))]}, "x", "y"))
    assert len(found) == 2
    assert line_chart({"a": []}, "x", "y") == ""


def test_names_are_escaped():
    svg = line_chart({"<a>": [(1, 1.0)], "&": [(1, 2.0)]}, "<x>", '"y"')
    ElementTree.fromstring(svg)
