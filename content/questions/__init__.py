"""Asking: from a professional's form to a private question."""
