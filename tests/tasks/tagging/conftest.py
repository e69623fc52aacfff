import pytest

from elman.data.conll import TaggedText
from elman.tasks import Tagger

PEOPLE = ("Ann Lee", "Aesop", "Barack Obama")
PLACES = ("New York", "Rome")
SMALL = {
    "hidden_size": 8,
    "embedding_size": 6,
    "character_size": 4,
    "character_hidden": 3,
}


def tagged(name, kind):
    first, *rest = name.split()
    return [(first, f"B-{kind}"), *((word, f"I-{kind}") for word in rest)]


def names(count=24):
    """Somebody saw some place, as tags of IOB2."""
    rows = [
        [
            *tagged(PEOPLE[n % 3], "person"),
            (("saw", "left")[n % 2], "O"),
            *tagged(PLACES[n // 2 % 2], "place"),
        ]
        for n in range(count)
    ]
    return text(rows)


def text(rows, name="it"):
    lines, last = [], 0
    for row in rows:
        lines.append(list(range(last + 1, last + 1 + len(row))))
        last += len(row) + 1
    tokens = [[word for word, _ in row] for row in rows]
    return TaggedText(name, tokens, [[tag for _, tag in row] for row in rows], lines)


def written(file, text):
    pairs = (zip(*rows, strict=True) for rows in zip(text.tokens, text.tags, strict=True))
    file.write_text("\n".join("".join(f"{word}\t{tag}\n" for word, tag in row) for row in pairs))
    return file


def small(**settings):
    return Tagger(**SMALL | settings)


def trained(data, epochs=2, seed=0, **settings):
    model = small(**settings)
    model.compile(learning_rate=0.02)
    model.fit(data, epochs=epochs, seed=seed, batch_size=8)
    return model


@pytest.fixture(scope="session")
def make():
    """Return what makes tagged text and taggers: names, text, written, small, trained."""
    from types import SimpleNamespace

    return SimpleNamespace(names=names, text=text, written=written, small=small, trained=trained)
