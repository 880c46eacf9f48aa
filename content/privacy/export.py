"""The record of processing for a privacy officer: the register as rows for a spreadsheet or another program."""

import csv
import io
import json

from content.privacy.register import REGISTER

COLUMNS = ("gegeven", "van wie", "doel", "grondslag", "bewaartermijn", "zichtbaar voor", "velden")


def rows() -> list[dict[str, str]]:
    """The register, one row an entry, with the terms as this site is set up."""
    return [
        dict(
            zip(
                COLUMNS,
                (
                    kept.what,
                    kept.of,
                    kept.purpose,
                    kept.ground,
                    kept.until,
                    kept.seen_by,
                    ", ".join(kept.fields),
                ),
                strict=True,
            )
        )
        for kept in REGISTER
    ]


def as_csv() -> str:
    """The rows as CSV, for spreadsheets."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(rows())
    return out.getvalue()


def as_json() -> str:
    """The rows as a JSON array."""
    return json.dumps(rows(), ensure_ascii=False, indent=2)
