import torch

from elman.tasks.demos.forward import forward_steps, run


def test_every_number_of_the_classic_example():
    (before_1, state_1, output_1), (before_2, state_2, output_2) = forward_steps()
    expected = {
        before_1: [0.6, 0.5],
        state_1: [0.53704957, 0.46211716],
        output_1: 1.56128388,
        before_2: [1.2923401, 1.39225678],
        state_2: [0.85973818, 0.88366641],
        output_2: 2.72707101,
    }
    for value, number in expected.items():
        torch.testing.assert_close(
            value, torch.tensor(number, dtype=torch.float64), atol=5e-9, rtol=0
        )


def test_the_text_shows_them_as_published():
    text = run()
    for line in (
        "before_activation  [0.6 0.5]",
        "state              [0.53704957 0.46211716]",
        "output             1.56128388",
        "before_activation  [1.2923401 1.39225678]",
        "state              [0.85973818 0.88366641]",
        "output             2.72707101",
    ):
        assert line in text
    assert max(map(len, text.splitlines())) < 80
