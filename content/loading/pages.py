"""Writing a checked batch of content files as pages: shells first, so that pages can refer to each other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.html import escape
from django.utils.text import Truncator

from content import structure
from content.loading import markdown
from content.loading.batch import ELEMENT_SECTIONS, TYPE_SLUGS, Draft
from content.models import (
    AnswerPage,
    ArticlePage,
    Concept,
    ContentPage,
    Decision,
    ElementPage,
    FactsheetPage,
    Figure,
    PublicationPage,
    RelatedPage,
    SourceReference,
    TagDecision,
)
from content.text import stream_text

MODELS: dict[str, type[ContentPage]] = {
    "publications": PublicationPage,
    "elements": ElementPage,
    "factsheets": FactsheetPage,
    "answers": AnswerPage,
    "articles": ArticlePage,
}
# Front-matter keys whose value goes into a page field as it is: key → field.
PLAIN_FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "elements": (("evidence_reason", "evidence_reason"),),
    "factsheets": (),
    "answers": (
        ("short_answer", "short_answer"),
        ("expert_role", "expert_role"),
        ("checked_on", "checked_on"),
    ),
    "articles": (),
    "publications": (
        *(
            (name, name)
            for name in (
                "csl_type",
                "year",
                "container_title",
                "volume",
                "issue",
                "pages",
                "number",
                "article_number",
                "publisher",
                "doi",
                "isbn",
                "language",
                "study_type",
                "open_access",
            )
        ),
        ("url", "source_url"),
    ),
}
ONE_CONCEPT = {
    "elements": (("intensity", "intensiteit"), ("evidence", "bewijskracht")),
    "articles": (("kind", "artikelsoort"),),
}
MANY_CONCEPTS = {"elements": (("phase", "fase"), ("setting", "setting"), ("bottlenecks", "knelpunt"))}
SUMMARY_LENGTH = 300


@dataclass
class Outcome:
    """What a load did, or in a dry run would do: keys ``type/slug`` of pages."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


Progress = Callable[[int, int], None]
"""Called with how many pages are done and how many there are to do."""


class Loader:
    """Writes drafts as published pages. One loader serves one batch."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = drafts
        self.concepts = {(c.scheme.slug, c.slug): c for c in Concept.objects.select_related("scheme")}
        self.parents = {kind: structure.overview(slug) for kind, slug in TYPE_SLUGS.items()}
        self.pages = self._stored()

    def plan(self) -> Outcome:
        """What loading would do."""
        outcome = Outcome()
        for draft in self.drafts:
            page = self.pages.get(draft.key)
            if page is None:
                outcome.created.append(draft.key)
            elif page.source_digest == draft.digest:
                outcome.unchanged.append(draft.key)
            else:
                outcome.updated.append(draft.key)
        return outcome

    @transaction.atomic
    def load(self, progress: Progress = lambda done, total: None) -> Outcome:
        """Create and update what the plan says, each as a published revision; leave unchanged pages alone."""
        outcome = self.plan()
        todo = [draft for draft in self.drafts if draft.key not in set(outcome.unchanged)]
        for draft in todo:
            if draft.key not in self.pages:
                self.pages[draft.key] = self._shell(draft)
        for done, draft in enumerate(todo, 1):
            page = self.pages[draft.key].specific
            self._fill(page, draft)
            page.save_revision(log_action=True).publish()
            progress(done, len(todo))
        return outcome

    def _stored(self) -> dict[str, ContentPage]:
        found = {}
        for kind, parent in self.parents.items():
            for page in MODELS[kind].objects.child_of(parent):
                found[f"{kind}/{page.slug}"] = page
        return found

    def _shell(self, draft: Draft) -> ContentPage:
        page = MODELS[draft.kind](title=str(draft.source.meta["title"]), slug=draft.slug, live=False)
        self.parents[draft.kind].add_child(instance=page)
        return page

    def _fill(self, page: ContentPage, draft: Draft) -> None:
        meta = draft.source.meta
        page.title = page.draft_title = str(meta["title"]).strip()
        page.summary = str(meta.get("summary") or "").strip()
        page.published_on = meta.get("date")
        page.review_date = meta.get("review_date")
        page.editor = str(meta.get("editor") or "")
        page.searched_as = "\n".join(map(str, meta.get("searched_as") or []))
        page.source_digest = draft.digest
        for key, name in PLAIN_FIELDS[draft.kind]:
            value = meta.get(key)
            column = page._meta.get_field(name)
            setattr(page, name, column.get_default() if value is None else column.to_python(value))
        self._fill_concepts(page, draft)
        self._fill_body(page, draft)
        self._fill_children(page, draft)
        if not page.summary:
            page.summary = self._first_words(page)

    def _fill_concepts(self, page: ContentPage, draft: Draft) -> None:
        meta = draft.source.meta
        page.audience = self._concepts("doelgroep", meta.get("audience"))
        for name, scheme in ONE_CONCEPT.get(draft.kind, ()):
            slug = meta.get(name)
            setattr(page, name, self.concepts[scheme, slug] if slug else None)
        for name, scheme in MANY_CONCEPTS.get(draft.kind, ()):
            setattr(page, name, self._concepts(scheme, meta.get(name)))
        accepted = self._concepts("domein", meta.get("domains")) + self._concepts("thema", meta.get("themes"))
        kept = [d for d in page.tag_decisions.all() if d.concept not in accepted and self._editors_own(d)]
        page.tag_decisions = [TagDecision(concept=c, decision=Decision.ACCEPTED) for c in accepted] + kept

    @staticmethod
    def _editors_own(decision: TagDecision) -> bool:
        """A rejection can only have been made in the admin: a file knows none and undoes none."""
        return decision.decision == Decision.REJECTED

    def _fill_body(self, page: ContentPage, draft: Draft) -> None:
        body = draft.source.body
        if isinstance(page, ElementPage):
            body = self._fill_sections(page, body)
        if isinstance(page, FactsheetPage):
            page.key_messages = [
                ("message", str(text)) for text in draft.source.meta.get("key_messages") or []
            ]
        if isinstance(page, PublicationPage):
            page.authors = list(_author_blocks(draft.source.meta["authors"]))
        page.body = markdown.body_blocks(body, self._cite)

    def _fill_sections(self, page: ElementPage, body: str) -> str:
        """Put the named sections in their fields and return the Markdown of the others."""
        rest = []
        texts = dict.fromkeys(ELEMENT_SECTIONS.values(), "")
        for section in markdown.sections(body):
            name = ELEMENT_SECTIONS.get(section.heading)
            if name:
                texts[name] = section.text
            else:
                rest.append(f"## {section.heading}\n{section.text}" if section.heading else section.text)
        page.steps = [("step", step) for step in markdown.steps(texts.pop("steps"), self._cite)]
        for name, text in texts.items():
            setattr(page, name, markdown.rich_text(text, self._cite))
        return "\n".join(rest)

    def _fill_children(self, page: ContentPage, draft: Draft) -> None:
        meta = draft.source.meta
        page.sources = [
            SourceReference(publication=self._publication(slug), sort_order=number)
            for number, slug in enumerate(meta.get("sources") or [])
        ]
        page.related_pages = [
            RelatedPage(target=self.pages[key].contentpage_ptr, sort_order=number)
            for number, key in enumerate(meta.get("related") or [])
        ]
        if isinstance(page, FactsheetPage):
            page.figures = [
                Figure(
                    value=str(row["value"]),
                    label=row["label"],
                    year=row.get("year"),
                    source=self._publication(row["source"]),
                    sort_order=number,
                )
                for number, row in enumerate(meta.get("figures") or [])
            ]

    def _concepts(self, scheme: str, slugs: list[str] | None) -> list[Concept]:
        return [self.concepts[scheme, slug] for slug in slugs or []]

    def _publication(self, slug: str) -> PublicationPage:
        page = self.pages[f"publications/{slug}"]
        assert isinstance(page, PublicationPage)  # noqa: S101 (narrows the type)
        return page

    def _cite(self, slug: str) -> str:
        """Rich text of a link to a publication, as an editor's page chooser makes it."""
        from content.citations import in_text

        page = self._publication(slug)
        return f'<a linktype="page" id="{page.pk}">({escape(in_text(page))})</a>'

    @staticmethod
    def _first_words(page: ContentPage) -> str:
        """A summary for a file that has none: the start of its text."""
        return Truncator(" ".join(stream_text(page.body).split())).chars(SUMMARY_LENGTH)


def _author_blocks(authors: list[dict[str, str]]) -> Iterator[tuple[str, Any]]:
    for author in authors:
        if "literal" in author:
            yield "organisation", author["literal"]
        else:
            yield "person", {"family": author["family"], "given": author.get("given", "")}
