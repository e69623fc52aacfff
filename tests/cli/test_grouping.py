import inspect
from dataclasses import dataclass

import pytest

from elman.cli.grouping import grouped


@dataclass(frozen=True)
class Place:
    out: str
    force: bool = False


@dataclass(frozen=True)
class Pace:
    steps: int = 3
    rests: bool = True


def walk(where, *, place: Place, pace: Pace, far: bool = False):
    return where, place, pace, far


def test_options_stand_where_their_group_stood():
    options = inspect.signature(grouped(steps=5)(walk)).parameters
    assert list(options) == ["where", "out", "force", "steps", "rests", "far"]
    assert options["out"].default is inspect.Parameter.empty
    assert (options["steps"].default, options["rests"].default) == (5, True)
    assert (options["steps"].annotation, options["force"].annotation) == (int, bool)


def test_the_command_is_given_its_groups():
    given = []

    def remember(*, place: Place, pace: Pace):
        given.extend((place, pace))

    command = grouped(without=["rests"], steps=5)(remember)
    command(out="model", force=True)
    assert given == [Place("model", True), Pace(5, True)]
    with pytest.raises(TypeError, match="missing a required argument: 'out'"):
        command(steps=2)
    with pytest.raises(TypeError, match="unexpected keyword argument 'rests'"):
        command(out="model", rests=False)


@pytest.mark.parametrize("words", [{"stpes": 5}, {"without": ["stpes"]}])
def test_a_name_that_no_group_has_is_refused(words):
    with pytest.raises(TypeError, match="walk has no options stpes"):
        grouped(**words)(walk)
