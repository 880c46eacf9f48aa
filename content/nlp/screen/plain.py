"""Texts as they are copied from elsewhere, in plain characters: no hidden ones, and digits, blanks and dashes of one sort.

A number pasted from a PDF, a chat or a web page can hold blanks without width, digits of another script or full width, and
typographic dashes. To a reader they are the same number, so they are to the screen.
"""

import unicodedata

from content.nlp.screen.mapped import Mapped, Rewriting, unchanged

_SAME = str.maketrans(
    {"\u2212": "-", "\u2044": "/", "\u2215": "/", "\u00b7": ".", "\u2219": ".", "\u2027": ".", "\u2024": ".", "\u3002": "."}
)  # fmt: skip
_BY_CATEGORY = {"Zs": " ", "Zl": "\n", "Zp": "\n", "Pd": "-"}
_HIDDEN = ("Cf", "Mn", "Me")  # format characters, and marks that make no letter with the one before them
_OTHER_FORMS = ("<wide>", "<narrow>", "<font>", "<circle>")


def as_plain(text: str) -> Mapped:
    """The text without hidden characters, accents joined to their letters, other forms of a character as the usual one."""
    if text.isascii():
        return unchanged(text)
    result = Rewriting()
    for position, char in enumerate(text):
        if char.isascii():
            result.put(char, position, position + 1)
            continue
        joined = unicodedata.normalize("NFC", result.last + char) if unicodedata.combining(char) else ""
        if len(joined) == 1 and result.last:
            result.join_last(joined, position + 1)
        elif unicodedata.category(char) not in _HIDDEN:
            result.put(_usual(char), position, position + 1)
    return result.done()


def _usual(char: str) -> str:
    """The usual form of a character, always one character long."""
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if unicodedata.decomposition(char).startswith(_OTHER_FORMS):
        char = unicodedata.normalize("NFKC", char)[:1]
    return _BY_CATEGORY.get(unicodedata.category(char), char.translate(_SAME))
