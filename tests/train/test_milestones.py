from elman.train.milestones import is_milestone


def test_the_first_epochs_and_ever_fewer_of_the_later_ones():
    found = [epoch for epoch in range(1, 2001) if is_milestone(epoch)]
    assert found[:6] == [1, 2, 3, 4, 6, 8]
    assert len(found) == 21
