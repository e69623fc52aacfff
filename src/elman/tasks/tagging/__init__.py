"""A tag for every token of a sentence: named entities, parts of speech, chunks."""
