"""axe on every kind of page, at the width of a phone and of a desk, light and dark; and no sideways scrolling."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "zoeken": "/zoeken/?q=schulden&domain=schulden",
    "niets": "/zoeken/?q=xqzzwxq",
    "onderwerpen": "/onderwerpen/",
    "domein": "/domeinen/schulden/",
    "begrip": "/begrippen/domein/huisuitzetting/",
    "element": "/elementen/huisuitzetting-voorkomen/",
    "factsheet": "/factsheets/huisuitzetting/",
    "literatuur": "/literatuur/rl-gmcp/",
    "antwoord": "/vragen/wanneer-melden-bij-veilig-thuis/",
    "artikel": "/artikelen/maatwerkbudget-zaanstad/",
    "overzicht": "/elementen/",
    "vragen": "/vragen/?domain=schulden",
    "map": "/map/",
    "volgen": "/volgen/begrip/domein/schulden/",
    "bewijs": "/bewijskracht/",
    "kenniskaart": "/kenniskaart/",
    "vraag": "/vraag-stellen/",
    "over": "/over/",
    "api": "/api/",
    "niet-gevonden": "/nergens/",
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(site: Site, chromium: Any, width: int, scheme: str) -> None:
    context = chromium.new_context(
        base_url=site.url, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    faults = []
    for name, address in PAGES.items():
        page.goto(address)
        results = Axe().run(page, options=RULES)
        faults += [
            f"{name}: {found['id']} {found['nodes'][0]['target']}" for found in results.response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults.append(f"{name}: scrolls sideways at {width}")
    context.close()
    assert not faults


def test_screenshots_for_the_readme(site: Site, chromium: Any, request: Any, tmp_path: Path) -> None:
    """With ``--screenshots=DIR`` the main pages are photographed; without it they only have to open."""
    folder = Path(request.config.getoption("--screenshots") or tmp_path)
    for width in (360, 1280):
        context = chromium.new_context(base_url=site.url, viewport={"width": width, "height": 900})
        page = context.new_page()
        for name in ("home", "zoeken", "element", "antwoord", "vraag"):
            response = page.goto(PAGES[name])
            assert response.status == 200
            page.screenshot(path=folder / f"{name}-{width}.png")
        context.close()
