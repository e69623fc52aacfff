"""Others who compute the same, each by its ordinary best use."""
