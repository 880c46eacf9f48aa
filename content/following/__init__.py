"""Following without an account: a page, a concept or a search, by mail that one asks for twice and stops with one click."""
