"""Others who train the same network, each by its ordinary best use."""
