"""The search engines, behind one contract."""
