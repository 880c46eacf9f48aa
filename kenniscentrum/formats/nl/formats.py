"""Dates as a Dutch reader writes them."""

DATE_FORMAT = "j F Y"
YEAR_MONTH_FORMAT = "F Y"
