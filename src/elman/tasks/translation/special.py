"""Numbers of symbols that are none of a language, the same on both sides."""

__all__ = ["BEYOND", "EDGE", "PADDING", "SPECIAL", "UNKNOWN"]

PADDING, UNKNOWN, EDGE = range(3)  # EDGE ends every sentence, and begins those of the decoder
SPECIAL = 3  # numbers that are no symbols of a language
BEYOND = -100  # the target beyond the end of a sentence
