"""The public API: searching and reading what is published, after the Dutch API Design Rules (NLGov ADR 2)."""
