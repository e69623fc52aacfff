"""Everything about a model on one page."""
