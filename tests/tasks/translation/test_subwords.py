import sys

import pytest

from elman.errors import DataError, SettingError
from elman.tasks.translation.cutting import cutting, learnt_of
from elman.tasks.translation.settings import TranslatorSettings
from elman.tasks.translation.subwords import learn_subwords, subword_unit

TEXTS = ["the lowest of the low", "les plus bas des bas", "Slow and low, 10 €!"] * 4


@pytest.mark.parametrize(
    "text", ["the lowest", " Slow  and\tlow,\n10 €!", "plus bas !", "語 ▁ of ￭ words", "", "  "]
)
def test_pieces_join_to_the_text_with_single_blanks(text):
    unit = subword_unit(learn_subwords(TEXTS, 60))
    assert unit.join(unit.split(text)) == " ".join(text.replace("▁", " ").split())


def test_more_pieces_are_longer_ones():
    few, many = (subword_unit(learn_subwords(TEXTS, size)) for size in (26, 60))
    assert len(few.split(TEXTS[0])) > len(many.split(TEXTS[0])) == 5


def test_the_same_texts_give_the_same_pieces_and_nothing_is_printed(capfd):
    assert learn_subwords(TEXTS, 60) == learn_subwords(TEXTS, 60)
    assert capfd.readouterr() == ("", "")


def test_a_number_that_the_texts_do_not_give_is_no_error():
    assert learn_subwords(TEXTS, 5000)
    unit = subword_unit(learn_subwords(["low lower"] * 500))
    assert max(map(len, unit.split("low lower"))) > 1  # 1000 words give 20 pieces


def test_too_few_are_refused_with_the_least_that_will_do():
    with pytest.raises(SettingError, match=r"at least 9\.") as raised:
        learn_subwords(["a bcde fg"], 8)
    assert "7 different characters" in str(raised.value)
    assert learn_subwords(["a bcde fg"], 9)


def test_capitals_count_unless_they_are_told_not_to():
    settings = TranslatorSettings(unit="subword", subwords=60, lower=True)
    unit = cutting(settings, learnt_of(TEXTS, settings))
    assert unit.name == "subword"
    assert unit.join(unit.split("SLOW and low")) == "slow and low"


def test_a_model_that_is_damaged_is_said_to_be():
    with pytest.raises(DataError, match=r"vocab\.json was changed or damaged"):
        subword_unit(learn_subwords(TEXTS, 60)[:40])


def test_without_the_package_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentencepiece", None)
    with pytest.raises(SettingError, match=r"pip install 'elman\[subword\]'"):
        learn_subwords(TEXTS, 60)


def test_a_number_of_subwords_needs_subwords():
    with pytest.raises(SettingError, match="--unit subword"):
        TranslatorSettings(subwords=100)
