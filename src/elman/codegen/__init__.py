"""What the machine's text is."""
