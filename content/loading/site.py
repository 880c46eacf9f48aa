"""The words of the site's own pages (home, about, privacy, accessibility) from ``fixtures/site/*.md``."""

from pathlib import Path

from content.loading import markdown
from content.loading.source import SourceFile, read_markdown
from content.models import HomePage, PlainPage


def load_site_texts(folder: Path) -> None:
    """Fill the pages that an editor has not written yet; a page that has text keeps it.

    Raises:
        LoadError: a file that cannot be read.
    """
    home = HomePage.objects.get()
    if not home.intro and (folder / "home.md").exists():
        _fill_home(home, read_markdown(folder / "home.md"))
    for page in PlainPage.objects.child_of(home):
        path = folder / f"{page.slug}.md"
        if not page.body and path.exists():
            _fill_plain(page, read_markdown(path))


def _fill_home(home: HomePage, source: SourceFile) -> None:
    home.title = home.draft_title = str(source.meta["title"])
    home.intro = str(source.meta.get("summary") or source.meta.get("intro") or "")[:200]
    home.popular_searches = "\n".join(map(str, source.meta.get("popular") or []))
    home.save_revision().publish()


def _fill_plain(page: PlainPage, source: SourceFile) -> None:
    page.title = page.draft_title = str(source.meta["title"])
    page.summary = str(source.meta.get("summary") or "")
    page.body = markdown.body_blocks(source.body, str)
    page.save_revision().publish()
