"""Polyphonic music as frames of keys: from files and back."""
