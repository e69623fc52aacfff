from elman.data.order import epoch_order


def orders(count):
    return {tuple(epoch_order(count, seed, epoch).tolist()) for seed in (0, 1) for epoch in (0, 1)}


def test_each_seed_and_epoch_has_a_permutation_of_its_own():
    assert len(orders(50)) == 4
    assert all(sorted(order) == list(range(50)) for order in orders(50))


def test_the_same_again_without_the_cache():
    before = orders(50)
    epoch_order.cache_clear()
    assert orders(50) == before
