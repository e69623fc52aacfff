from elman.data.order import epoch_order


def orders(count):
    return {tuple(epoch_order(count, seed, epoch).tolist()) for seed in (0, 1) for epoch in (0, 1)}


def test_each_seed_and_epoch_has_a_permutation_of_its_own():
    assert len(orders(50)) == 4
    assert all(sorted(order) == list(range(50)) for order in orders(50))
    assert orders(50) == orders(50)
