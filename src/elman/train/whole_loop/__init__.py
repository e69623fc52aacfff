"""Training compiled as a whole: many steps in one native call."""
