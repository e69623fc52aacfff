import os
import signal

import pytest
import torch

import elman
from elman.data.conll import TaggedText
from elman.data.spans import convert_tags
from elman.errors import DataError, Interrupted, ModelFolderError, SettingError
from elman.tasks import Tagger
from elman.tasks.folder import CHECKPOINT
from elman.train.reporter import SilentReporter

SENTENCE = "Barack Obama left New York."
KINDS = {
    "plain": {"unknown": 0.3},
    "cnn": {"characters": "cnn", "crf": False},
    "regularised": {"recurrent_dropout": 0.1, "zoneout": 0.2, "weight_drop": 0.3},
    "words alone": {"characters": "none", "shapes": False, "cell": "gru", "num_layers": 2},
}


def same_weights(one, other):
    first, second = (dict(model.network.named_parameters()) for model in (one, other))
    return first.keys() == second.keys() and all(torch.equal(first[n], second[n]) for n in first)


class StopAt(SilentReporter):
    """Presses Ctrl-C at a step."""

    def __init__(self, step):
        self._at = step

    def step(self, done, loss, accuracy):
        if done == self._at:
            os.kill(os.getpid(), signal.SIGINT)


@pytest.fixture(scope="module")
def able(make):
    return make.trained(make.names(), epochs=25, dropout=0.1)


def test_it_learns_who_and_where(able, make):
    assert able.evaluate(make.names()).f1 == 1.0
    assert able.results["entity_f1"] == 1.0
    answer = able.predict(SENTENCE)
    assert answer["tags"] == ["B-person", "I-person", "O", "B-place", "I-place", "O"]
    assert answer["entities"] == [
        {"text": "Barack Obama", "type": "person", "start": 0, "end": 12},
        {"text": "New York", "type": "place", "start": 18, "end": 26},
    ]
    for entity in answer["entities"]:
        assert SENTENCE[entity["start"] : entity["end"]] == entity["text"]
    words = [SENTENCE[start:end] for start, end in answer["places"]]
    assert words == answer["words"] == ["Barack", "Obama", "left", "New", "York", "."]
    assert able.predict(answer["words"][:-1])["tags"] == answer["tags"][:-1]


def test_what_acts_within_the_layers_reaches_them_and_is_told(make):
    model = make.trained(make.names(), epochs=1, **KINDS["regularised"])
    layers = model.network.recurrent
    found = {name: getattr(layers, name) for name in KINDS["regularised"]}
    assert found == KINDS["regularised"]
    assert model.introduction()[-1].endswith("recurrent dropout 0.1, zoneout 0.2, weight drop 0.3")


def test_many_sentences_are_tagged_as_one_by_one(able):
    texts = [SENTENCE, "", "Ann Lee saw Rome", "Rome"]
    many = able.predict_many(texts)
    assert many[1]["words"] == []
    assert [many[n] for n in (0, 2, 3)] == [able.predict(texts[n]) for n in (0, 2, 3)]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_in_a_folder_tags_the_same(make, tmp_path, kind):
    model = make.small(**KINDS[kind])
    model.fit(make.names(), epochs=1, out=tmp_path / "model")
    opened = elman.load(tmp_path / "model")
    assert isinstance(opened, Tagger)
    assert same_weights(model, opened)
    assert opened.predict(SENTENCE) == model.predict(SENTENCE)
    assert opened.evaluate(make.names()) == model.evaluate(make.names())
    assert opened.summary() == model.summary()
    opened.save(tmp_path / "again")
    assert same_weights(elman.load(tmp_path / "again"), model)


def test_the_seed_decides(make):
    one, same, other = (make.trained(make.names(), seed=seed, unknown=0.2) for seed in (3, 3, 4))
    assert same_weights(one, same)
    assert not same_weights(one, other)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX does")
@pytest.mark.parametrize("kind", KINDS)
def test_interrupted_and_resumed_it_ends_in_the_same_bits(make, tmp_path, step_by_step, kind):
    settings, data = KINDS[kind], make.names()
    options = {"epochs": 4, "batch_size": 8}
    whole = make.small(**settings)
    whole.fit(data, **options)
    torch.rand(7)  # what others draw does not matter
    options["out"] = tmp_path
    with pytest.raises(Interrupted, match=r"(?s)stopped after step 5 .*resume=True"):
        make.small(**settings).fit(data, **options, reporter=StopAt(5))
    assert (tmp_path / CHECKPOINT).exists()
    with pytest.raises(ModelFolderError, match="is unfinished"):
        elman.load(tmp_path)
    with pytest.raises(SettingError, match="hidden_size was 8 and is now 9"):
        make.small(**{**settings, "hidden_size": 9}).fit(data, **options, resume=True)
    tags = [*data.tags[:9], *(["O"] * len(row) for row in data.tags[9:])]
    other = TaggedText("it", data.tokens, tags, data.lines)
    with pytest.raises(SettingError, match=r"data_sha256 was .* and is now"):
        make.small(**settings).fit(other, **options, resume=True)
    torch.rand(7)
    resumed = make.small(**settings)
    resumed.fit(data, **options, resume=True)
    assert same_weights(whole, resumed)
    assert not (tmp_path / CHECKPOINT).exists()


@pytest.mark.parametrize("scheme", ["IOB1", "IOB2", "IOBES"])
def test_tags_come_out_in_the_scheme_they_came_in(make, scheme):
    data = make.names()
    rows = [convert_tags(row, scheme) for row in data.tags]
    model = make.trained(TaggedText("it", data.tokens, rows, data.lines), 25, dropout=0.1)
    assert model.settings.scheme == scheme
    assert model.tag(data.tokens) == rows
    assert model.evaluate(data).f1 == 1.0  # whatever scheme these are in


def test_one_letter_more_in_the_data_of_evaluation_is_no_other_entity(make):
    learnt = make.text([[("Ann", "B-person"), ("Lee", "I-person"), ("left", "O")]] * 8)
    lone = make.text([[("Ann", "B-person"), ("left", "O")]] * 2)
    model = make.small()
    model.fit(learnt, validation=lone, epochs=1)
    assert model.facts["validation_sentences"] == 2
    assert "never_learnt" not in model.facts


def test_tags_only_in_the_validation_are_told(make):
    other = make.text([[("Ann", "B-king")], [("Ann", "B-person")]], "other")
    model = make.small()
    model.fit(make.names(), validation=other, epochs=1)
    assert model.facts["validation_sentences"] == 1
    assert "do not count: S-king (line 1)" in "\n".join(model.introduction())
    assert model.evaluate(other).entities.by_type["king"].recall == 0.0
    with pytest.raises(DataError, match=r"other: every sentence .* never learnt, first S-king"):
        make.small().fit(
            make.names(), validation=make.text([[("Ann", "B-king")]], "other"), epochs=1
        )


def test_parts_of_speech(make):
    rows = [[("the", "DET"), (("cat", "dog")[n % 2], "NOUN"), ("ran", "VERB")] for n in range(20)]
    model = make.trained(make.text(rows), 25, dropout=0.1)
    assert not model.finds_spans
    answer = model.predict("the dog ran")
    assert (answer["tags"], answer["entities"]) == (["DET", "NOUN", "VERB"], [])
    judged = model.evaluate(make.text(rows))
    assert (judged.accuracy, judged.f1) == (1.0, None)
    with pytest.raises(DataError, match="it has none of the tags that the model has learnt: DET"):
        model.evaluate(make.names())


def test_words_begin_with_the_vectors_of_a_file(make, tmp_path):
    file = tmp_path / "v.vec"
    file.write_text("Rome 1 2 3 4 5 6\nzurich 9 9 9 9 9 9\nparis 1 1 1 1 1 1\n")
    model = make.small()
    paris = make.text([[("Paris", "B-place")]])
    model.fit(make.names(), test=paris, vectors=file, epochs=1)
    known = model.encoding.words
    assert {"rome", "paris"} <= {*known}  # also of a word that is in the test only
    assert "zurich" not in known
    weight = model.network.words.weight
    assert weight[2 + known.index("paris")].tolist() == [1.0] * 6  # there was nothing to learn it
    rome = weight[2 + known.index("rome")]
    assert rome.tolist() == pytest.approx([1, 2, 3, 4, 5, 6], abs=0.1)
    assert model.evaluate(paris).unknown == 1
    file.write_text("zurich 9 9 9 9 9 9\n")
    with pytest.raises(DataError, match="a vector for none of the 10 words"):
        make.small().fit(make.names(), vectors=file, epochs=1)


def test_a_file_and_text_give_the_same(make, tmp_path):
    file = make.written(tmp_path / "names.conll", make.names())
    assert same_weights(make.trained(file), make.trained(make.names()))


def test_columns_are_those_that_are_named(make, tmp_path):
    file = tmp_path / "names.conll"
    file.write_text("1 Ann NOUN B-x\n2 left VERB O\n\n" * 9)
    model = make.small(token_column=2, tag_column=3)
    model.fit(file, epochs=1, out=tmp_path / "model")
    assert model.encoding.words == ("ann", "left")
    assert model.encoding.tags == ("NOUN", "VERB")
    assert elman.load(tmp_path / "model").read(file) == model.read(file)


BAD_DATA = [
    ([], "it has no sentence"),
    ([[("a", "x")], []], "it, sentence 2: 0 words"),
    ([[("a", "O"), ("b", "O")]], "it: the only tag is O"),
    ([[("a", "O"), ("b", "B-x")], [("c", "O"), ("d", "NOUN")]], 'it, line 5: "NOUN" is no tag of'),
]


@pytest.mark.parametrize(("rows", "message"), BAD_DATA)
def test_data_that_cannot_be_learnt(make, rows, message):
    with pytest.raises(DataError, match=message):
        make.small().fit(make.text(rows), validation=0)


BAD_SETTINGS = [
    ({"validation": 1.0}, "validation is 1.0"),
    ({"validation": -0.1}, "validation is -0.1"),
    ({"validation": 0, "patience": 2}, "patience needs something to judge by"),
    ({"resume": True}, "resume needs the folder"),
    ({"epochs": 0}, "epochs is 0"),
    ({"batch_size": 0}, "batch_size is 0"),
]


@pytest.mark.parametrize(("choices", "message"), BAD_SETTINGS)
def test_settings_that_make_no_sense(make, choices, message):
    with pytest.raises(SettingError, match=message):
        make.small().fit(make.names(), **choices)


def test_balance_tells_entities_where_the_likeliest_tags_leave_them_out(make):
    """O is drawn to be far the likeliest, as where few of the texts learnt had entities."""
    data, rare = make.names(), make.text([[("saw", "O")] * 9] * 300 + [*pairs(make.names(4))])
    models = [make.small(balance=balance) for balance in (False, True)]
    for model in models:
        model.compile(learning_rate=0.003)
        model.fit(rare, validation=data, test=data, epochs=1, batch_size=8)
    plain, balanced = (model.results["entity_f1"] for model in models)
    assert balanced > plain
    assert models[1].facts["score_of_o_lowered_by"] > 0
    bias = [model.network.head.bias for model in models]
    outside = models[0].encoding.tags.index("O")
    assert [n for n, (a, b) in enumerate(zip(*bias, strict=True)) if a != b] == [outside]


def pairs(text):
    return [[*zip(*rows, strict=True)] for rows in zip(text.tokens, text.tags, strict=True)]


@pytest.mark.parametrize("choices", [{"validation": 0}, {"scheme": "none"}])
def test_balance_needs_entities_that_are_not_learnt(make, choices):
    model = make.small(balance=True, **{k: v for k, v in choices.items() if k == "scheme"})
    with pytest.raises(SettingError, match="balance lowers the score of O"):
        model.fit(make.names(), validation=choices.get("validation", 0.2))


def test_nothing_is_left_to_learn(make):
    with pytest.raises(DataError, match="takes all of them"):
        make.small().fit(make.names(3), validation=0.9)


def test_before_training_nothing_can_be_asked(make):
    for ask in (make.small().predict, make.small().evaluate, make.small().save):
        with pytest.raises(SettingError, match="before it is trained: call fit first"):
            ask("Ann") if ask.__name__ != "evaluate" else ask(make.names())
    with pytest.raises(SettingError, match="call fit first"):
        make.small().outcome()


@pytest.mark.parametrize("text", ["", "  ", []])
def test_a_sentence_without_a_word_is_refused(able, text):
    with pytest.raises(DataError, match="there is no word to tag"):
        able.predict(text)


def test_few_sentences_are_seen_more_often(make):
    model = make.small(characters="none")
    model.fit(make.names(4), validation=0, batch_size=1)
    assert model.training.epochs == 75
