import csv
from pathlib import Path

import pytest
import torch

from elman.data.pairs import Pairs
from elman.errors import DataError, SettingError
from elman.tasks import Translator
from elman.tasks.network import asking
from elman.tasks.translation.looking import END, Looks, look, write_attention
from elman.tasks.translation.special import EDGE

FRENCH = {"one": "un", "two": "deux"}
NAMES = [f"name{n}" for n in range(160)]
ROWS = [(name, *pair) for name, pair in zip(NAMES, [*FRENCH.items()] * 80, strict=True)]


def trained(attention, epochs):
    # names that occur once, so that it learns what to do about those it does not know
    sources = [f"{name}, {english}!" for name, english, _ in ROWS]
    targets = [f"{french} {name}!" for name, _, french in ROWS]
    data = Pairs("it", sources, targets, range(1, len(ROWS) + 1))
    model = Translator(
        hidden_size=16, embedding_size=12, dropout=0.0, label_smoothing=0.0, attention=attention
    )
    model.compile(learning_rate=0.02)
    model.fit(data, epochs=epochs, batch_size=16, validation=0)
    return model


@pytest.fixture(scope="module")
def able():
    return trained("additive", 12)


@pytest.mark.parametrize("beam", [1, 3])
def test_what_is_seen_is_what_is_said(able, beam):
    looks = look(able, "Aesop, two!", beam=beam)
    assert looks.text == able.predict("Aesop, two!", beam=beam)
    assert looks.source == ["Aesop", ",", "two", "!", END]
    assert looks.target[0] == "deux"
    assert looks.target[-1] == END
    assert looks.unknown == ["Aesop"]


def test_the_weights_are_those_of_the_network(able):
    looks = look(able, "two, one!")
    assert looks.weights.shape == (len(looks.target), len(looks.source))
    assert torch.allclose(looks.weights.sum(1), torch.ones(len(looks.target)))
    source = able.encoding.source(able.cut.split("two, one!"))
    with asking(able.network), torch.no_grad():
        first = able.network.attention(torch.tensor([[EDGE]]), able.network.encode(source[None]))
    assert torch.allclose(looks.weights[0], first[0, 0])


def test_a_word_never_seen_is_copied_from_the_place_looked_at_most(able):
    looks = look(able, "Aesop, two!")
    assert looks.copies
    for row, column in looks.copies.items():
        assert looks.weights[row, :-1].argmax() == column
        assert looks.target[row] == looks.source[column]
    assert "not known to the model: Aesop" in str(looks)
    assert "copied from the sentence: " in str(looks)


def test_where_all_is_known_the_translation_alone_is_told():
    assert str(Looks("un", ["one", END], ["un", END], torch.eye(2), {}, [])) == "un"


def test_the_table_holds_every_share(able, tmp_path):
    files = [tmp_path / "a.png", tmp_path / "a.csv"]
    said = write_attention(able, "Aesop, two!", files)
    assert said.splitlines()[0] == able.predict("Aesop, two!")
    rows = list(csv.DictReader(files[1].read_text().splitlines()))
    looks = look(able, "Aesop, two!")
    assert [float(row["share"]) for row in rows] == looks.weights.flatten().tolist()
    assert {(int(row["written_place"]) - 1, int(row["read_place"]) - 1)
            for row in rows if row["copied"] == "1"} == {*looks.copies.items()}  # fmt: skip
    assert Path(files[0]).read_bytes().startswith(b"\x89PNG")


def test_what_cannot_be_shown_is_refused(able, tmp_path):
    with pytest.raises(DataError, match="nothing to translate"):
        look(able, " ")
    with pytest.raises(SettingError, match="beam is 0"):
        look(able, "one", beam=0)
    with pytest.raises(SettingError, match="call fit first"):
        look(Translator(), "one")
    with pytest.raises(SettingError, match="the whole sentence as one vector"):
        write_attention(trained("none", 1), "one", [tmp_path / "a.png", tmp_path / "a.csv"])
    assert not any(tmp_path.iterdir())
