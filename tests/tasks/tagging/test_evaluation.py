from elman.tasks.tagging.evaluation import judge_tags


def test_words_are_counted_and_those_not_learnt_apart():
    judged = judge_tags(
        [["DET", "NOUN"], ["VERB"]], [["DET", "VERB"], ["VERB"]], [[True, False], [False]],
        spans=False,
    )  # fmt: skip
    assert (judged.right, judged.count) == (2, 3)
    assert (judged.unknown_right, judged.unknown) == (1, 2)
    assert judged.tags == {"DET": (1, 1, 1), "NOUN": (1, 0, 0), "VERB": (1, 2, 1)}
    assert judged.f1 is None
    shown = str(judged).splitlines()
    assert shown[0] == "accuracy 66.67 % (2 of 3 words), of unknown words 50.0 % (1 of 2)"
    assert shown[-1].split() == ["VERB", "1", "50.0", "100.0", "66.7"]


def test_entities_count_whole():
    truth, told = [["B-x", "I-x", "O"]], [["B-x", "O", "O"]]
    judged = judge_tags(truth, told, [[True] * 3], spans=True)
    assert (judged.right, judged.f1) == (2, 0.0)
    assert str(judged).startswith("accuracy 66.67 % (2 of 3 words)\n")
    assert judged.to_dict()["entity_f1"] == 0.0
