"""What is typed: every command turns words into one call, and holds no logic of its own."""
