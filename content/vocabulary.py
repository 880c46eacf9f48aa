"""The vocabulary as the Dutch room reads it: frozen, and read from the database once per change."""

