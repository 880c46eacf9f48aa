"""Rich text as plain text: what readers see, without the citations that they see as numbers."""

import pytest

from content.text import plain

CITED = '<a id="7" linktype="page">(Tonnon e.a., 2019)</a>'


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            f"<p>Eén vaste hulpverlener helpt {CITED}. Dat is veel.</p>",
            "Eén vaste hulpverlener helpt. Dat is veel.",
        ),
        (f"<p>Volgens onderzoek {CITED} helpt dat.</p>", "Volgens onderzoek helpt dat."),
        (f"<p>Het helpt {CITED} {CITED}, maar kort.</p>", "Het helpt, maar kort."),
        (f"<p>Zo begint het.</p><p>{CITED} zegt meer.</p>", "Zo begint het.\nzegt meer."),
        ('<p>Lees <a id="7" linktype="page">het hele stuk</a>.</p>', "Lees het hele stuk."),
        ("<p>Een   gat</p><ul><li>en een lijst</li></ul>", "Een gat\nen een lijst"),
        ("zonder &amp; met", "zonder & met"),
    ],
)
def test_plain(source: str, text: str) -> None:
    assert plain(source) == text
