from elman.train.whole_loop.step_recording import substituted, symbol


def test_one_expression_in_the_place_of_another():
    a, b, c = map(symbol, "abc")
    values = substituted({"x": a * b + a, "y": b * b}, a, c)
    assert values == {"x": c * b + c, "y": b * b}
