"""The words of the site's own pages (home, about, privacy, accessibility) from ``DIR/*.md``, such as ``fixtures/site``."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from content.loading import markdown
from content.loading.source import FileError, LoadError, SourceFile, read_markdown
from content.models import HomePage, PlainPage

HOME = "home"  # the file of the front page; the others have the slug of their page


@dataclass(frozen=True)
class SiteOutcome:
    """Which pages were filled, and which stayed as somebody wrote them; by the names of their files."""

    filled: tuple[str, ...]
    kept: tuple[str, ...]


@transaction.atomic
def load_site_texts(folder: Path) -> SiteOutcome:
    """Fill and publish the pages that nobody has saved yet; a page that was ever saved, if only as a draft, stays as it is.

    Raises:
        LoadError: a file that cannot be read, or a folder without a file for any of the pages; nothing was changed.
        PersonalDataFound: there seem to be personal data in a text; nothing was changed.
    """
    home = HomePage.objects.get()
    pages: dict[str, HomePage | PlainPage] = {
        HOME: home,
        **{page.slug: page for page in PlainPage.objects.child_of(home)},
    }
    sources = {name: _read(folder / f"{name}.md") for name in pages if (folder / f"{name}.md").exists()}
    if not sources:
        names = ", ".join(f"{name}.md" for name in pages)
        raise LoadError([FileError(folder, 1, f"hier staat geen tekst voor de site ({names})")])
    fresh = {name for name in sources if pages[name].latest_revision_id is None}
    for name in fresh:
        page = pages[name]
        page.title = page.draft_title = str(sources[name].meta["title"])
        if isinstance(page, HomePage):
            _fill_home(page, sources[name])
        else:
            _fill_plain(page, sources[name])
        page.save_revision().publish()
    return SiteOutcome(tuple(sorted(fresh)), tuple(sorted(sources.keys() - fresh)))


def _read(path: Path) -> SourceFile:
    source = read_markdown(path)
    if not source.meta.get("title"):
        raise LoadError([FileError(path, 1, "'title' ontbreekt")])
    return source


def _fill_home(home: HomePage, source: SourceFile) -> None:
    home.intro = str(source.meta.get("summary") or source.meta.get("intro") or "")[:200]
    home.popular_searches = "\n".join(map(str, source.meta.get("popular") or []))


def _fill_plain(page: PlainPage, source: SourceFile) -> None:
    page.summary = str(source.meta.get("summary") or "")
    page.body = markdown.body_blocks(source.body, str)
