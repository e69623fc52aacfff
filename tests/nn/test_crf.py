"""The conditional random field against all taggings one by one, and against its other path."""

import itertools

import pytest
import torch

from elman.errors import SettingError
from elman.nn import CRF
from elman.nn.partition import _plain, _run

DTYPES = [torch.float32, torch.float64]
TAGS, STEPS, LENGTHS = 3, 4, [4, 1, 0, 3]


def masks():
    start = torch.tensor([True, True, False])
    follow = torch.tensor([[True, True, False], [True, True, True], [True, False, True]])
    return start, follow, torch.tensor([True, False, True])


@pytest.fixture(params=["free", "constrained"])
def allowed(request):
    return masks() if request.param == "constrained" else None


@pytest.fixture(params=DTYPES)
def dtype(request):
    return request.param


def field(allowed=None, dtype=torch.float64, size=TAGS):
    torch.manual_seed(3)
    crf = CRF(size, allowed=allowed).to(dtype)
    for parameter in crf.parameters():
        torch.nn.init.normal_(parameter)
    return crf


def batch(dtype=torch.float64, size=TAGS, steps=STEPS, lengths=LENGTHS):
    torch.manual_seed(5)
    scores = torch.randn(len(lengths), steps, size, dtype=dtype, requires_grad=True)
    return scores, torch.tensor(lengths)


def legal(crf, path):
    return bool(
        crf.may_start[path[0]]
        and crf.may_end[path[-1]]
        and all(crf.may_follow[a, b] for a, b in itertools.pairwise(path))
    )


def worth(crf, scores, path):
    total = crf.start[path[0]] + crf.end[path[-1]]
    total = total + sum(scores[step, tag] for step, tag in enumerate(path))
    return total + sum(crf.transitions[a, b] for a, b in itertools.pairwise(path))


def all_of(crf, scores, length):
    """Return all taggings of a row that are allowed, and what each is worth."""
    paths = [
        path for path in itertools.product(range(crf.num_tags), repeat=length) if legal(crf, path)
    ]
    return paths, torch.stack([worth(crf, scores, path) for path in paths])


def some_tags(crf, lengths):
    """Return allowed taggings, the last in the order of their numbers; -100 beyond the lengths."""
    tags = torch.full((len(lengths), int(max(lengths))), -100)
    for row, length in enumerate(lengths):
        if length:
            paths = itertools.product(range(crf.num_tags), repeat=int(length))
            tags[row, :length] = torch.tensor([path for path in paths if legal(crf, path)][-1])
    return tags


def losses_by_hand(crf, scores, tags, lengths):
    found = []
    for row, length in enumerate(lengths.tolist()):
        if length:
            total = all_of(crf, scores[row], length)[1].logsumexp(0)
            found.append(total - worth(crf, scores[row], tags[row, :length].tolist()))
        else:
            found.append(scores.new_zeros(()))
    return torch.stack(found)


def gradients(loss, crf, scores):
    return torch.autograd.grad(loss, [scores, crf.start, crf.transitions, crf.end])


def test_loss_and_gradient_are_those_of_all_taggings(allowed, dtype):
    crf, (scores, lengths) = field(allowed, dtype), batch(dtype)
    tags = some_tags(crf, lengths)
    weights = torch.tensor([1.0, -2.0, 3.0, 0.5], dtype=dtype)
    ours, theirs = crf(scores, tags, lengths, "none"), losses_by_hand(crf, scores, tags, lengths)
    torch.testing.assert_close(ours, theirs)
    assert ours[2] == 0
    for mine, other in zip(
        gradients(ours @ weights, crf, scores),
        gradients(theirs @ weights, crf, scores),
        strict=True,
    ):
        torch.testing.assert_close(mine, other)


def test_the_reductions_are_of_the_losses():
    crf, (scores, lengths) = field(), batch()
    tags = some_tags(crf, lengths)
    each = crf(scores, tags, lengths, reduction="none")
    torch.testing.assert_close(crf(scores, tags, lengths), each.mean())
    torch.testing.assert_close(crf(scores, tags, lengths, reduction="sum"), each.sum())


def test_marginals_are_sums_over_taggings(allowed, dtype):
    crf, (scores, lengths) = field(allowed, dtype), batch(dtype)
    expected = torch.zeros_like(scores)
    for row, length in enumerate(lengths.tolist()):
        paths, values = all_of(crf, scores[row], length) if length else ([], scores.new_zeros(0))
        for path, share in zip(paths, values.softmax(0) if length else [], strict=True):
            for step, tag in enumerate(path):
                expected[row, step, tag] = expected[row, step, tag] + share
    torch.testing.assert_close(crf.marginals(scores, lengths), expected.detach())


def test_decoding_finds_the_best_tagging(allowed, dtype):
    crf, (scores, lengths) = field(allowed, dtype), batch(dtype)
    tags, best = crf.decode(scores, lengths)
    for row, length in enumerate(lengths.tolist()):
        assert (tags[row, length:] == -1).all()
        if length:
            paths, values = all_of(crf, scores[row], length)
            assert tuple(tags[row, :length].tolist()) == paths[int(values.argmax())]
            torch.testing.assert_close(best[row], values.max().detach())
        else:
            assert best[row] == 0


def test_gradients_of_any_order(allowed):
    crf, (scores, lengths) = field(allowed), batch()
    tags = some_tags(crf, lengths)

    def loss(scores, start, transitions, end):
        replaced = {"start": start, "transitions": transitions, "end": end}
        return torch.func.functional_call(crf, replaced, (scores, tags, lengths, "none"))

    inputs = (scores, crf.start, crf.transitions, crf.end)
    assert torch.autograd.gradcheck(loss, inputs)
    assert torch.autograd.gradgradcheck(loss, inputs)


@pytest.mark.parametrize("wanted", ["scores", "transitions"])
def test_second_order_asks_for_nothing_that_is_fixed(wanted):
    crf, (scores, lengths) = field().requires_grad_(False), batch()
    scores.requires_grad_(wanted == "scores")
    crf.transitions.requires_grad_(wanted == "transitions")
    one = scores if wanted == "scores" else crf.transitions
    loss = crf(scores, some_tags(crf, lengths), lengths)
    (first,) = torch.autograd.grad(loss, one, create_graph=True)
    (second,) = torch.autograd.grad(first.square().sum(), one)
    assert torch.isfinite(second).all()
    assert second.abs().sum() > 0


@pytest.mark.parametrize("size", [1, 2, 17])
@pytest.mark.parametrize("lengths", [[1], [2, 0, 9], [0, 0], [7, 9, 8, 3]])
def test_both_paths_agree(size, lengths, dtype, poisoned):
    crf, (scores, lengths) = field(None, dtype, size), batch(dtype, size, 9, lengths)
    sentences, moves = crf._sentences(scores, lengths), crf._moves()
    assert _run(sentences, moves)[1] is not None, "the fast path"
    fast, plain = crf.log_partition(scores, lengths), _plain(sentences, moves)
    torch.testing.assert_close(fast, plain)
    for mine, other in zip(
        gradients(fast.sum(), crf, scores), gradients(plain.sum(), crf, scores), strict=True
    ):
        torch.testing.assert_close(mine, other)


def test_what_is_forbidden_is_no_reason_for_the_slow_path(dtype):
    crf, (scores, lengths) = field(masks(), dtype), batch(dtype)
    assert _run(crf._sentences(scores, lengths), crf._moves())[1] is not None


def test_a_row_is_alone_in_its_batch(allowed, dtype):
    crf, (scores, lengths) = field(allowed, dtype), batch(dtype)
    tags = some_tags(crf, lengths)
    together = crf(scores, tags, lengths, "none")
    of_scores = torch.autograd.grad(together.sum(), scores)[0]
    best = crf.decode(scores, lengths)[0]
    for row, length in enumerate(lengths.tolist()):
        one = scores[row : row + 1, :length].detach().requires_grad_()
        loss = crf(one, tags[row : row + 1, :length], [length])
        torch.testing.assert_close(loss, together[row])
        (alone,) = torch.autograd.grad(loss, one)
        torch.testing.assert_close(alone[0], of_scores[row, :length])
        assert torch.equal(crf.decode(one, [length])[0][0], best[row, :length])


def test_nothing_beyond_a_length_matters(allowed):
    crf, (scores, lengths) = field(allowed), batch()
    tags, spoilt = some_tags(crf, lengths), scores.detach().clone()
    beyond = torch.arange(STEPS) >= lengths[:, None]
    spoilt[beyond] = torch.nan
    spoilt.requires_grad_()
    losses = [crf(each, tags, lengths) for each in (scores, spoilt)]
    assert losses[0].equal(losses[1])
    for mine, other in zip(
        gradients(losses[0], crf, scores), gradients(losses[1], crf, spoilt), strict=True
    ):
        assert mine.equal(other)
    assert (gradients(crf(spoilt, tags, lengths), crf, spoilt)[0][beyond] == 0).all()
    assert crf.marginals(spoilt, lengths).equal(crf.marginals(scores, lengths))
    assert crf.decode(spoilt, lengths)[1].equal(crf.decode(scores, lengths)[1])


@pytest.mark.parametrize("of", ["scores", "transitions", "all"])
def test_very_large_scores_are_exact(allowed, dtype, of):
    crf, (scores, lengths) = field(allowed, dtype), batch(dtype)
    with torch.no_grad():
        scores *= 1e4 if of != "transitions" else 1
        for parameter in crf.parameters():
            parameter *= 1e4 if of != "scores" else 1
    tags = some_tags(crf, lengths)
    ours, theirs = crf(scores, tags, lengths), losses_by_hand(crf, scores, tags, lengths).mean()
    torch.testing.assert_close(ours, theirs)
    for mine, other in zip(
        gradients(ours, crf, scores), gradients(theirs, crf, scores), strict=True
    ):
        assert torch.isfinite(mine).all()
        torch.testing.assert_close(mine, other)
    marginals = crf.marginals(scores, lengths)
    torch.testing.assert_close(marginals.sum(-1).sum(-1), lengths.to(dtype))


def test_sums_that_lost_their_terms_are_done_again():
    # the tag that is best by far before must not come before the one that is best by far after
    follow = torch.tensor([[True, False], [True, True]])
    crf = CRF(2, allowed=(torch.ones(2).bool(), follow, torch.ones(2).bool()))
    torch.nn.init.zeros_(crf.start), torch.nn.init.zeros_(crf.transitions)
    torch.nn.init.zeros_(crf.end)
    scores = torch.tensor([[[200.0, 0.0], [0.0, 200.5]]], requires_grad=True)
    assert _run(crf._sentences(scores, [2]), crf._moves())[1] is None, "the slow path"
    expected = torch.tensor([200.0, 200.5]).logsumexp(0)[None]
    torch.testing.assert_close(crf.log_partition(scores, [2]), expected)
    (found,) = torch.autograd.grad(crf.log_partition(scores, [2]).sum(), scores)
    share = torch.tensor(0.5).sigmoid()
    torch.testing.assert_close(found[0, 0], torch.stack([1 - share, share]))
    torch.testing.assert_close(crf.marginals(scores, [2]), found)


def test_the_best_later_on_may_be_out_of_reach():
    # nothing leads to the tag that is best by far afterwards
    reach = torch.tensor([True, False]), torch.tensor([[True, False], [True, True]])
    crf = CRF(2, allowed=(*reach, torch.tensor([True, True])))
    scores = torch.tensor([[[0.0, 0.0], [0.0, 100.0]]], requires_grad=True)
    loss = crf(scores, torch.tensor([[0, 0]]), [2])
    torch.testing.assert_close(loss, torch.zeros(()))
    assert all((one == 0).all() for one in gradients(loss, crf, scores))


def test_a_dead_end_beyond_a_length_does_not_matter(dtype):
    start, follow = torch.tensor([True, False, False]), torch.zeros(TAGS, TAGS).bool()
    follow[1, 1] = True  # which nothing reaches
    crf = field((start, follow, torch.ones(TAGS).bool()), dtype)
    scores, lengths = batch(dtype, lengths=[1, 0, 1])
    assert _run(crf._sentences(scores, lengths), crf._moves())[1] is not None, "the fast path"
    tags = torch.zeros(3, STEPS).long()
    ours, theirs = crf(scores, tags, lengths), losses_by_hand(crf, scores, tags, lengths).mean()
    torch.testing.assert_close(ours, theirs)
    of_scores, _, of_transitions, _ = gradients(ours, crf, scores)
    torch.testing.assert_close(of_scores, torch.autograd.grad(theirs, scores)[0])
    assert (of_transitions == 0).all()


def test_what_is_forbidden_is_never_probable_nor_learnt():
    crf, (scores, lengths) = field(masks()), batch()
    marginals = crf.marginals(scores, lengths)
    assert marginals[0, 0, 2] == 0, "must not begin"
    assert marginals[0, 3, 1] == 0, "must not end"
    loss = crf(scores, some_tags(crf, lengths), lengths)
    _, start, transitions, end = gradients(loss, crf, scores)
    assert (transitions[~crf.may_follow] == 0).all()
    assert start[2] == 0
    assert end[1] == 0


def test_a_diverged_network_has_no_loss_but_no_error_either():
    crf, (scores, lengths) = field(masks()), batch()
    assert crf(scores * torch.nan, some_tags(crf, lengths), lengths).isnan()


@pytest.mark.parametrize("shape", [(0, 4), (3, 0), (0, 0)])
def test_nothing_at_all(shape):
    crf = field(masks())
    scores = torch.zeros(*shape, TAGS, dtype=torch.float64, requires_grad=True)
    lengths = torch.zeros(shape[0], dtype=torch.long)
    losses = crf(scores, torch.zeros(shape).long(), lengths, reduction="none")
    losses.sum().backward()
    assert losses.tolist() == [0.0] * shape[0]
    assert crf.log_partition(scores, lengths).shape == shape[:1]
    assert crf.marginals(scores, lengths).shape == scores.shape
    tags, best = crf.decode(scores, lengths)
    assert tags.shape == shape
    assert best.shape == shape[:1]


def test_gradients_may_be_asked_for_twice():
    crf, (scores, lengths) = field(), batch()
    loss = crf(scores, some_tags(crf, lengths), lengths)
    first = torch.autograd.grad(loss, scores, retain_graph=True)[0]
    assert torch.autograd.grad(loss, scores)[0].equal(first)


def test_scores_of_less_precision_are_taken_in_that_of_the_parameters():
    crf, (scores, lengths) = field(dtype=torch.float32), batch(torch.float32)
    low = scores.detach().bfloat16().requires_grad_()
    loss = crf(low, some_tags(crf, lengths), lengths)
    loss.backward()
    assert loss.dtype == torch.float32
    assert low.grad.dtype == torch.bfloat16


def test_parameters_of_less_precision_are_summed_as_well_as_they_allow():
    crf, (scores, lengths) = field(dtype=torch.bfloat16), batch(torch.bfloat16)
    tags = some_tags(crf, lengths)
    exact = field()
    exact.load_state_dict(crf.state_dict())
    exact = exact(scores.double(), tags, lengths)
    torch.testing.assert_close(crf(scores, tags, lengths), exact.bfloat16(), rtol=0.02, atol=0.02)


def test_state_dict_and_settings():
    assert list(CRF(2).state_dict()) == ["start", "transitions", "end"]
    assert all(value.abs().max() <= 0.1 for value in CRF(9).parameters())
    assert str(CRF(3)) == "CRF(3)"
    assert str(field(masks())) == "CRF(3, constrained)"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"scores": torch.zeros(2, 3)}, r"scores must be \(B, T, 3\), got \(2, 3\)"),
        ({"scores": torch.zeros(2, 3, 4)}, r"scores must be \(B, T, 3\), got \(2, 3, 4\)"),
        ({"lengths": [3]}, "lengths must be 2 whole numbers"),
        ({"lengths": [3.0, 1.0]}, "lengths must be 2 whole numbers"),
        ({"lengths": [3, 4]}, r"lengths must lie in 0..3, .* but row 1 has 4"),
        ({"tags": torch.zeros(2, 2).long()}, r"tags must be whole numbers of \(2, 3\)"),
        ({"tags": torch.zeros(2, 3)}, r"tags must be whole numbers of \(2, 3\)"),
        ({"tags": torch.tensor([[0, 3, 0], [0, 0, 0]])}, r"0..2, but row 0, step 1 has 3"),
        ({"tags": torch.tensor([[2, 0, 0], [0, 0, 0]])}, "row 0 are not allowed at step 0: tag 2"),
        ({"tags": torch.tensor([[0, 0, 0], [0, 2, 0]])}, "row 1 are not allowed at step 1: tag 2"),
        ({"tags": torch.tensor([[0, 0, 1], [0, 0, 0]])}, "row 0 are not allowed at step 2: tag 1"),
    ],
)
def test_what_does_not_fit_is_refused(changes, message):
    given = {"scores": torch.zeros(2, 3, 3), "tags": torch.zeros(2, 3).long(), "lengths": [3, 2]}
    with pytest.raises(ValueError, match=message):
        field(masks(), torch.float32)(**given | changes)


def test_a_sentence_without_any_tagging_is_refused():
    start, follow, end = masks()
    crf = CRF(3, allowed=(start, torch.zeros_like(follow), end))
    scores = torch.zeros(2, 2, 3)
    for call in (crf.log_partition, crf.marginals, crf.decode):
        with pytest.raises(ValueError, match="row 1: no tagging of 2 steps is allowed"):
            call(scores, [1, 2])
    crf = CRF(3, allowed=(torch.zeros_like(start), follow, end))
    with pytest.raises(ValueError, match="row 0: no tagging of 1 steps is allowed"):
        crf.log_partition(scores, [1, 1])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: CRF(0), "num_tags must be a whole number from 1, got 0"),
        (lambda: CRF(2, allowed=masks()), r"three boolean masks .* got torch.bool of \(3,\)"),
        (lambda: CRF(3, allowed=masks()[:2]), "three boolean masks"),
        (
            lambda: CRF(3)(torch.zeros(1, 1, 3), torch.zeros(1, 1).long(), [1], "men"),
            'reduction is .men.; expected .* Did you mean "mean"',
        ),
    ],
)
def test_wrong_settings_are_refused(call, message):
    with pytest.raises(SettingError, match=message):
        call()


def test_agrees_with_pytorch_crf():
    torchcrf = pytest.importorskip("torchcrf", reason="pytorch-crf is not installed")
    crf, (scores, lengths) = field(size=5), batch(size=5, steps=9, lengths=[9, 1, 4])
    tags = torch.randint(5, (3, 9))
    peer = torchcrf.CRF(5, batch_first=True).double()
    peer.load_state_dict(
        {
            "start_transitions": crf.start.detach(),
            "end_transitions": crf.end.detach(),
            "transitions": crf.transitions.detach(),
        }
    )
    real = torch.arange(9) < lengths[:, None]
    mine, theirs = crf(scores, tags, lengths), -peer(scores, tags, real, reduction="mean")
    torch.testing.assert_close(mine, theirs)
    torch.testing.assert_close(
        torch.autograd.grad(mine, scores), torch.autograd.grad(theirs, scores)
    )
    best = [row[row >= 0].tolist() for row in crf.decode(scores, lengths)[0]]
    assert best == peer.decode(scores, real)
