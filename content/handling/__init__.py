"""Handling: from a private question to a public answer, in steps that are allowed, noted and undone."""
