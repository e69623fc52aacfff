"""Polyphonic music: which keys sound next."""
