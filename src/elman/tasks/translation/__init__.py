"""A sentence in one language becomes one in another: encoder, decoder, attention."""
