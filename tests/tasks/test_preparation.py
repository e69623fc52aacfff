import pytest

from elman.data.streams import Streams
from elman.data.windows import Windows
from elman.errors import DataError, SettingError
from elman.tasks.model_settings import ModelSettings
from elman.tasks.preparation import cut, prepare

TEXT = "the mice and the cat and the bell"


def prepared(text=TEXT, validation=None, **settings):
    chosen = ModelSettings(**{"window": 2, **settings})
    return prepare(text, validation, chosen, cut(chosen, batch_size=2, seed=0))


def test_what_is_held_out_is_not_learnt_but_its_symbols_are_known():
    data = prepared(validation=0.25)
    assert data.vocabulary.decode(data.ids) == TEXT.split()[:6]
    assert data.vocabulary.decode(data.held) == ["the", "bell"]
    assert data.facts["symbols"] == 6
    assert data.facts["validation_symbols"] == 2
    assert data.facts["beginning"] == "the mice and"


def test_the_fingerprint_tells_texts_apart():
    first, same, other = (prepared(text) for text in (TEXT, TEXT + " ", TEXT + " rang"))
    assert first.facts["text_sha256"] == same.facts["text_sha256"] != other.facts["text_sha256"]


def test_a_window_gives_windows_and_else_the_text_is_read_on():
    assert isinstance(prepared(window=2).batches, Windows)
    assert isinstance(prepared(window=None, tbptt=2).batches, Streams)


@pytest.mark.parametrize("text", ["bell", "bell bell bell bell"])
def test_a_vocabulary_of_one_symbol_is_refused(text):
    with pytest.raises(DataError, match=r"the only symbol of the text is 'bell': there is nothing"):
        prepared(text)


def test_if_all_symbols_are_too_rare_the_mend_is_a_smaller_min_count():
    with pytest.raises(DataError, match=r"only symbol of the text is '<unk>'.* smaller min_count"):
        prepared(min_count=9)


def test_a_batch_of_nothing_is_refused_by_its_name():
    with pytest.raises(SettingError, match="batch_size is 0; expected a whole number"):
        cut(ModelSettings(), batch_size=0, seed=0)


def test_a_text_shorter_than_the_window_is_refused_with_both_numbers():
    with pytest.raises(DataError, match=r"has 8 symbols, too few for a window of 8"):
        prepared(window=8)


def test_and_if_validation_has_made_it_short_that_is_said():
    with pytest.raises(DataError, match=r"has 6 symbols.*2 symbols are held out for validation"):
        prepared(window=6, validation=0.25)


def test_a_validation_text_too_short_to_judge_is_refused_before_training():
    with pytest.raises(DataError, match=r"to judge by is too short \(symbols given: 1; ex"):
        prepared(validation="mice")


def test_unknown_symbols_of_a_validation_text_are_named_with_the_mend():
    with pytest.raises(
        DataError, match=r"(?s)validation text has.*'mise' \(close: 'mice'\).*min_c"
    ):
        prepared(validation="the mise and")


def test_with_an_unknown_symbol_in_the_vocabulary_any_validation_text_will_do():
    data = prepared(validation="the mise and", min_count=2)
    assert data.vocabulary.decode(data.held) == ["the", "<unk>", "and"]
