"""A step that came from a file can be run, or is refused."""

import copy
import json
import random

import pytest
import torch

from elman import cells
from elman.errors import CellError
from elman.graph.evaluate import constants, evaluate, named_map
from elman.graph.step import Step, X


def damaged(data, chance):
    """Change one thing of the data anywhere."""
    data = copy.deepcopy(data)
    place = data
    while True:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        key = chance.choice(list(keys))
        if isinstance(place[key], (dict, list)) and place[key] and chance.random() < 0.9:
            place = place[key]
            continue
        others = [None, -1, 0, 1, 3, 10**6, 0.5, "", "h", "x", "map", "where", [], {}, [0], True]
        place[key] = chance.choice(others)
        return data


def runs(step):
    """Take a step with numbers for everything that it names."""
    leaves = {X: torch.ones(2, 3), **{leaf: torch.ones(2, 4) for leaf in step.before}}
    leaves |= {node: torch.ones(4) for node in step.vectors.values()}
    parameters = {}
    for name, node in step.maps.items():
        for term in node.args:
            letter, size = ("W", 3) if term.kind == "input" else ("R", 4)
            parameters[f"{letter}_{name}"] = torch.ones(4, size)
    evaluate(step.order, leaves | constants(step.order, leaves[X]), named_map(parameters))


@pytest.mark.parametrize("name", ["peephole_lstm", "layer_norm_gru", "slstm"])
def test_damage_is_refused_or_harmless(name):
    chance = random.Random(0)
    whole = json.loads(json.dumps(cells.get(name).graph.to_dict()))
    refused = []
    for _ in range(1000):
        try:
            step = Step.from_dict(damaged(whole, chance))
        except CellError as error:
            refused.append(str(error))
        else:
            runs(step)
    assert len(refused) > 300
    assert all(message.startswith("the data describe no cell") for message in refused)
