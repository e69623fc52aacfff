"""How fast it is, beside others: measured in one run, and only where the result is right."""
