"""How files become batches: a file is read, split into symbols, counted, and cut into steps."""
