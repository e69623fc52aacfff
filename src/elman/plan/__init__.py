"""How one step becomes a sequence."""
