"""Reactions of readers to a page: without an account, and without a trace of who they are."""
