"""Steering the tags: what a change of the vocabulary would do, making it, and taking it back."""
