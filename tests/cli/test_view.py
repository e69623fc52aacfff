from pathlib import Path


def test_equations_tells_the_numbers_and_writes_a_page_beside_an_earlier_one(elman):
    first, second = elman("view", "equations", "gru"), elman("view", "equations", "gru")
    assert first.status == second.status == 0
    assert "step 2 back" in first.out
    assert first.out.endswith("Wrote gru.png\n")
    assert second.out.endswith("Wrote gru-2.png\n")
    assert Path("gru.png").read_bytes().startswith(b"\x89PNG")


def test_equations_replaces_nothing_unasked(elman):
    Path("mine.png").write_bytes(b"mine")
    said = elman("view", "equations", "gru", "--out", "mine.png")
    assert said.status == 2
    assert '"mine.png" exists already' in said.err
    assert Path("mine.png").read_bytes() == b"mine"
    assert elman("view", "equations", "gru", "--out", "mine.png", "--force").status == 0
    assert Path("mine.png").read_bytes() != b"mine"


def test_what_cannot_be_viewed_gets_a_suggestion(elman):
    said = elman("view", "equatons", "gru")
    assert said.status == 2
    assert 'there is no view "equatons". Did you mean "equations"?' in said.err
    assert 'Did you mean "gru"?' in elman("view", "equations", "gruu").err
