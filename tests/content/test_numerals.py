"""Whole numbers from outside: only what is one, and never an error."""

import pytest

from content.numerals import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), ("99999", 99999)])
def test_digits_are_a_number(text: str, number: int) -> None:
    assert whole_number(text, 5) == number


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", "1.0", " 1", "1\n", "²", "٣", "een", "1_0", "100000", "9" * 5000]
)
def test_anything_else_is_none(text: str) -> None:
    assert whole_number(text, 5) is None
