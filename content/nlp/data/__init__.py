"""Data of the Dutch room: what the dictionary lacks or gets wrong for this field."""
