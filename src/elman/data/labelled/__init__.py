"""How files become sequences with labels: texts, numbers, sound and images, told apart, checked."""
