"""Whole-loop training: many steps, from the input to the update, in one native call."""
