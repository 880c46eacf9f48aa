"""Whole numbers in text that comes from outside."""


def whole_number(text: str, digits: int) -> int | None:
    """The number that at most so many ``digits`` write; none for anything else.

    Only ASCII counts: ``str.isdigit`` also takes ``²``, which ``int`` refuses. The limit keeps a number of a thousand
    digits from costing time.
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None
