"""The case pack: pages that a reader collects for a meeting, without an account, and takes along as one PDF."""
