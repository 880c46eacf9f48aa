"""The editors' side of this room, in Wagtail's admin."""
