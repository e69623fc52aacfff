"""One label for a sequence: from labelled texts, numbers, sounds or pictures to a model."""
