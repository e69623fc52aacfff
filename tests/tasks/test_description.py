import pytest

from elman.tasks.card import card
from elman.tasks.description import introduction, overview, told
from elman.tasks.layers import layers_of
from elman.tasks.model_settings import ModelSettings
from elman.tasks.network import NextSymbol


def test_the_introduction_says_what_is_learnt_and_by_what():
    settings = ModelSettings(num_layers=2, dropout=0.25, tied=True, unit="character")
    assert introduction(settings, "mgu", 12345, 65) == [
        "12,345 characters, 65 distinct, read on and on, gradient through 100",
        "2 x 128 mgu, input embedding, dropout 0.25, tied weights",
    ]


def test_the_introduction_says_what_keeps_from_learning_by_heart():
    settings = ModelSettings(
        dropout=0.5, locked=True, embedding_dropout=0.1, activation_regularisation=2.0
    )
    assert introduction(settings, "lstm", 12345, 65)[1] == (
        "1 x 128 lstm, input embedding, locked dropout 0.5, embedding dropout 0.1, "
        "activation regularisation 2"
    )


@pytest.mark.parametrize(
    ("input", "tied"), [("embedding", False), ("embedding", True), ("number", False)]
)
def test_the_rows_of_the_table_add_up_to_the_parameters(input, tied):
    network = NextSymbol(10, "lstm", 8, 2, input=input, tied=tied)
    counts = [row.parameters for row in layers_of(network)]
    assert sum(counts) == sum(p.numel() for p in network.parameters())


def test_only_what_a_reader_wants_is_told():
    values = {"loss": 0.123456789, "momentum": None, "weights_sha256": "ab", "stopped_early": True}
    assert told(values) == [("loss", "0.123457"), ("stopped early", "True")]


def test_a_model_without_results_has_no_heading_for_them():
    text = overview(NextSymbol(4, "gru", 2), ["a model"], {"epochs": 3}, {})
    assert "How it was trained:" in text
    assert "What came out:" not in text


@pytest.mark.parametrize("pictured", [False, True])
def test_the_card_shows_a_picture_only_where_there_is_one(pictured):
    text = card(
        title="A model", what="It predicts.", layers="head", training={"epochs": 3},
        results={"loss": 0.5}, prompt='say "yes"\n', answer="no", pictured=pictured,
    )  # fmt: skip
    assert ("(plots/training.png)" in text) == pictured
    assert 'model.predict("say \\"yes\\"\\n")' in text
