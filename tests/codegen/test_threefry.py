"""The generator gives the words that its authors published."""

import pytest
import torch

from elman.codegen.threefry import WORD, threefry

PI = (0x13198A2E, 0x03707344), (0x243F6A88, 0x85A308D3)


@pytest.mark.parametrize(
    ("rounds", "key", "counter", "words"),
    [
        (13, (0, 0), (0, 0), (0x9D1C5EC6, 0x8BD50731)),
        (13, (WORD, WORD), (WORD, WORD), (0xFD36D048, 0x2D17272C)),
        (13, *PI, (0xBA3E4725, 0xF27D669E)),
        (20, (0, 0), (0, 0), (0x6B200159, 0x99BA4EFE)),
        (20, (WORD, WORD), (WORD, WORD), (0x1CB996FC, 0xBB002BE7)),
        (20, *PI, (0xC4923A9C, 0x483DF7A0)),
    ],
)
def test_published_words(rounds, key, counter, words):
    assert threefry(key, counter, rounds) == words


def test_words_of_tensors_are_those_of_numbers():
    counters = torch.tensor([0, 1, WORD - 1, WORD])
    found = threefry((WORD, 7), (counters, counters.flip(0)))
    each = [
        threefry((WORD, 7), pair)
        for pair in zip(*(c.tolist() for c in (counters, counters.flip(0))), strict=True)
    ]
    assert [*zip(*(words.tolist() for words in found), strict=True)] == each
