"""Merging, splitting, deprecating and restoring concepts: nothing is lost, pages follow, and only editors may."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.log_actions import registry

from content import usage, vocabulary, vocabulary_changes
from content.models import (
    ArticlePage,
    Concept,
    Decision,
    ElementPage,
    Label,
    OverviewPage,
    Tag,
    TagDecision,
    VocabularyChange,
)
from content.signals import content_changed
from content.steering.changes import settle
from content.tagging import tag_page
from content.vocabulary_checks import checks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]


def concept(slug: str, scheme: str = "domein") -> Concept:
    return Concept.objects.in_scheme(scheme).get(slug=slug)


def article(text: str, slug: str = "proef", **decisions: str) -> ArticlePage:
    parent = OverviewPage.objects.get(lists="article")
    page = parent.add_child(instance=ArticlePage(title="Proef", slug=slug, body=[("text", f"<p>{text}</p>")]))
    page.tag_decisions = [
        TagDecision(concept=concept(key.replace("_", "-")), decision=value)
        for key, value in decisions.items()
    ]
    page.save()
    tag_page(page)
    return page


def active(page: Any) -> set[str]:
    return {tag.concept.slug for tag in Tag.objects.active().filter(page=page)}


def texts(row: Concept) -> set[str]:
    return {row.pref_label, *Label.objects.filter(concept=row).values_list("text", flat=True)}


@pytest.fixture
def announced() -> Any:
    seen: set[int] = set()

    def listen(sender: Any, page_ids: set[int], **kwargs: Any) -> None:
        seen.update(page_ids)

    content_changed.connect(listen)
    yield seen
    content_changed.disconnect(listen)


def history(row: Concept) -> list[str]:
    entries = registry.get_logs_for_instance(row).order_by("pk")
    return [entry.formatter.format_message(entry) for entry in entries]


def test_a_merge_moves_labels_and_pages_to_the_target(announced: set[int]) -> None:
    debts, work = concept("schulden"), concept("werk")
    page = article("De schulden lopen op en de huur is niet betaald.")
    before = texts(debts) | texts(work)
    narrower = set(debts.narrower.values_list("slug", flat=True)) | set(
        work.narrower.values_list("slug", flat=True)
    )
    pages = vocabulary_changes.merge(debts, work, User.objects.create_user("els"))
    assert page.pk in pages and page.pk in announced
    assert {text.casefold() for text in texts(work)} == {text.casefold() for text in before}
    assert not Label.objects.filter(concept=debts).exists()
    assert set(work.narrower.values_list("slug", flat=True)) == narrower
    assert "werk" in active(page), "the page is found at once"
    tag_page(page)
    assert "werk" in active(page) and "schulden" not in active(page)
    debts.refresh_from_db()
    assert (debts.deprecated, debts.merged, debts.replaced_by) == (True, True, work)
    assert history(debts) == [f"Samengevoegd met {work}"] and history(work) == [f"Nam {debts} op"]
    assert registry.get_logs_for_instance(debts).get().user.username == "els"
    assert all(c.slug != "schulden" for c in vocabulary.current().concepts)


def test_decisions_survive_a_merge_and_every_later_run() -> None:
    accepted = article("Niets.", "een", schulden=Decision.ACCEPTED)
    rejected = article("De schulden lopen op.", "twee", schulden=Decision.REJECTED)
    both = article("Niets.", "drie", schulden=Decision.ACCEPTED, werk=Decision.REJECTED)
    vocabulary_changes.merge(concept("schulden"), concept("werk"))
    for page in (accepted, rejected, both):
        tag_page(page)
    assert active(accepted) == {"werk"}
    assert "werk" not in active(rejected) and "werk" not in active(both)
    assert not TagDecision.objects.filter(concept__slug="schulden").exists()


def test_a_decision_in_a_draft_from_before_the_merge_counts_for_the_target() -> None:
    page = article("Niets.")
    page.tag_decisions = [TagDecision(concept=concept("schulden"), decision=Decision.ACCEPTED)]
    draft = page.save_revision()
    vocabulary_changes.merge(concept("schulden"), concept("werk"))
    draft.publish()
    page = ArticlePage.objects.get(pk=page.pk)
    tag_page(page)
    assert active(page) == {"werk"}


def test_fields_of_pages_follow_a_merge() -> None:
    one, two = Concept.objects.in_scheme("doelgroep")[:2]
    low, high = Concept.objects.in_scheme("bewijskracht")[:2]
    parent = OverviewPage.objects.get(lists="element")
    page = ElementPage(title="Proef", slug="veld", evidence=low, audience=[one, two])
    parent.add_child(instance=page)
    assert page.pk in usage.touched_pages(low) & usage.touched_pages(one)
    vocabulary_changes.merge(one, two)
    vocabulary_changes.merge(low, high)
    page = ElementPage.objects.get(pk=page.pk)
    assert list(page.audience.all()) == [two] and page.evidence == high


def test_a_merge_with_a_narrower_concept_makes_no_circle() -> None:
    debts = concept("schulden")
    deep = Concept.objects.create(
        scheme=debts.scheme, slug="diep", pref_label="Diep", broader=concept("incasso")
    )
    vocabulary_changes.merge(debts, deep)
    assert concept("diep").broader is None
    assert concept("incasso").broader == deep
    concept("incasso").full_clean()
    assert not next(check for check in checks() if check.name == "circles").findings


def test_addresses_of_two_merges_in_a_row_lead_to_the_last(client: Client) -> None:
    first, second, third = concept("incasso"), concept("energieschuld"), concept("rondkomen")
    vocabulary_changes.merge(first, second)
    vocabulary_changes.merge(second, third)
    for row in (first, second):
        response = client.get(row.get_absolute_url())
        assert response.status_code == 301 and response["Location"] == third.get_absolute_url()
        assert "no-cache" in response["Cache-Control"], "it can be taken back"


def test_a_merge_never_relates_a_concept_to_what_is_above_it() -> None:
    debts, narrow, other = concept("schulden"), concept("incasso"), concept("huisvesting")
    other.related.add(narrow)
    other.save()
    vocabulary_changes.merge(other, debts)
    through = Concept.related.through.objects
    assert not through.filter(from_concept=debts, to_concept=narrow).exists()
    assert not through.filter(from_concept=debts, to_concept=debts).exists()


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        (("schulden", "domein"), ("schulden", "domein"), "zelf"),
        (("schulden", "domein"), ("regie", "thema"), "dezelfde begrippenlijst"),
    ],
)
def test_a_merge_that_cannot_be(source: tuple[str, str], target: tuple[str, str], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        vocabulary_changes.merge(concept(*source), concept(*target))
    assert not Concept.objects.filter(deprecated=True).exists()


def test_a_split_sets_words_apart(announced: set[int]) -> None:
    debts = concept("schulden")
    incasso = concept("incasso")
    page = article("De deurwaarder legt beslag.", schulden=Decision.ACCEPTED)
    new = vocabulary_changes.split(incasso, "Deurwaarder", ["deurwaarder", "gerechtsdeurwaarder"])
    assert texts(new) == {"Deurwaarder", "deurwaarder", "gerechtsdeurwaarder"}
    assert "deurwaarder" not in texts(incasso)
    assert (new.scheme, new.broader, new.slug) == (debts.scheme, debts, "deurwaarder")
    assert page.pk in announced
    assert page.tag_decisions.get().concept == debts
    assert {c.slug for c in incasso.related.all()} >= {"deurwaarder"}
    assert history(new) == [f"Ontstaan door {incasso} te splitsen"]
    below = vocabulary_changes.split(incasso, "Boete", ["boetes"], below=True)
    assert below.broader == incasso


@pytest.mark.parametrize(
    ("name", "words", "reason"),
    [
        ("Nieuw", [], "Kies welke woorden"),
        ("Nieuw", ["van een ander"], "Kies welke woorden"),
        ("Schulden en rondkomen", ["deurwaarder"], "is al een begrip"),
        ("deurwaarder", ["beslag"], "ook meegaan"),
        (" ", ["beslag"], "naam"),
    ],
)
def test_a_split_that_cannot_be(name: str, words: list[str], reason: str) -> None:
    if name.startswith("Schulden"):
        name = concept("schulden").pref_label
    before = Concept.objects.count()
    with pytest.raises(ValidationError, match=reason):
        vocabulary_changes.split(concept("incasso"), name, words)
    assert Concept.objects.count() == before


def test_a_deprecated_concept_tags_no_page_and_decisions_stay() -> None:
    page = article("De schulden lopen op.", "een")
    decided = article("Niets.", "twee", schulden=Decision.ACCEPTED)
    assert "schulden" in active(page)
    narrower = list(concept("schulden").narrower.all())
    vocabulary_changes.deprecate(concept("schulden"), concept("werk"))
    for row in (page, decided):
        tag_page(row)
    assert "schulden" not in active(page) and "schulden" in active(decided)
    assert {c.broader.slug for c in Concept.objects.filter(pk__in=[c.pk for c in narrower])} == {"werk"}
    assert Label.objects.filter(concept__slug="schulden").exists(), "its labels do not help the successor"
    vocabulary_changes.restore(concept("schulden"))
    tag_page(page)
    assert "schulden" in active(page)


def test_what_is_under_a_deprecated_concept_moves_up() -> None:
    deep = Concept.objects.create(
        scheme=concept("schulden").scheme, slug="diep", pref_label="Splinterbreuk", broader=concept("incasso")
    )
    vocabulary_changes.deprecate(concept("incasso"), None)
    deep.refresh_from_db()
    assert deep.broader == concept("schulden")
    assert "schulden" in {tag.concept for tag in _tags("Een splinterbreuk. De splinterbreuk is erg.")}
    with pytest.raises(ValidationError, match="al vervallen"):
        vocabulary_changes.deprecate(concept("incasso"), None)
    with pytest.raises(ValidationError, match="vervallen"):
        vocabulary_changes.merge(deep, concept("incasso"))


def _tags(text: str) -> list[Any]:
    from content.nlp.tagging import TextField
    from content.tagging import pipeline

    return pipeline().tag((TextField("title", text),))


def test_the_checks_find_what_is_wrong() -> None:
    debts, incasso = concept("schulden"), concept("incasso")
    Concept.objects.filter(pk=debts.pk).update(broader=incasso)
    Concept.objects.filter(slug="rondkomen").update(definition="")
    Label.objects.create(concept=concept("werk"), text="Deurwaarder")
    vocabulary_changes.deprecate(concept("regie", "thema"), None)
    Concept.objects.filter(slug="nazorg").update(deprecated=True, replaced_by=debts)
    after = concept("nazorg", "thema")
    child = Concept.objects.create(
        scheme=after.scheme, slug="wees", pref_label="Splinterbreuk", broader=after
    )
    found = {check.name: {(f.concept.slug, f.reason) for f in check.findings} for check in checks()}
    assert {slug for slug, _ in found["circles"]} == {"schulden", "incasso"}
    assert {slug for slug, reason in found["labels"] if "eurwaarder" in reason} == {"werk", "incasso"}
    assert {slug for slug, _ in found["undefined"]} >= {"rondkomen", child.slug}
    assert (child.slug, f"staat onder een vervallen begrip: {child.broader}") in found["orphans"]
    assert {slug for slug, _ in found["successor"]} == {"regie"}
    assert child.slug in {slug for slug, _ in found["unused"]}


def test_the_shipped_vocabulary_has_no_faults() -> None:
    found = {check.name: check.findings for check in checks()}
    assert not any(found[name] for name in ("circles", "labels", "orphans", "successor"))


ADDRESSES = {
    "samenvoegen": "schulden",
    "splitsen": "schulden",
    "vervallen": "schulden",
    "herstellen": "werk",
}


def login(client: Client, role: str) -> User | None:
    if role == "bezoeker":
        return None
    user = User.objects.create_user(f"proef-{role}", password="x", is_superuser=role == "beheerder")
    if role != "beheerder":
        user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return user


@pytest.mark.parametrize("role", ["bezoeker", "Redacteur", "Eindredacteur", "beheerder"])
@pytest.mark.parametrize("name", ADDRESSES)
def test_who_may_change_concepts(client: Client, role: str, name: str) -> None:
    login(client, role)
    row = concept(ADDRESSES[name])
    address = f"/beheer/begrippen/{row.pk}/{name}/"
    allowed = role in ("Eindredacteur", "beheerder")
    assert (client.get(address).status_code == 200) is allowed
    if not allowed:
        sent = {"target": concept("werk").pk, "successor": "", "confirm": "1"}
        assert client.post(address, sent).status_code in (302, 403)
        assert not Concept.objects.filter(deprecated=True).exists()
        assert client.get("/beheer/rapporten/begrippen/").status_code in (302, 403)


def test_a_merge_in_the_admin_shows_what_it_does_first(client: Client) -> None:
    user = login(client, "Eindredacteur")
    article("De schulden lopen op.")
    debts, work = concept("schulden"), concept("werk")
    address = f"/beheer/begrippen/{debts.pk}/samenvoegen/"
    shown = client.post(address, {"target": work.pk}, follow=True)
    html = unescape(shown.content.decode())
    assert f"{debts} samenvoegen met {work}" in html and "<mark>" in html
    debts.refresh_from_db()
    assert not debts.deprecated
    carry_out(client, shown.request["PATH_INFO"])
    debts.refresh_from_db()
    assert debts.merged and registry.get_logs_for_instance(debts).get().user == user
    assert (
        "Samengevoegd met"
        in client.get(f"/beheer/snippets/content/concept/history/{debts.pk}/").content.decode()
    )
    again = client.post(address, {"target": work.pk})
    assert again.status_code == 200 and "vervallen" in again.content.decode()


def carry_out(client: Client, address: str) -> None:
    """Apply a proposal, and do what the worker does."""
    assert client.post(address, {"do": "apply"}).status_code == 302
    settle(VocabularyChange.objects.latest("pk").pk)


def test_a_split_deprecation_and_restoring_in_the_admin(client: Client) -> None:
    login(client, "Eindredacteur")
    row = concept("incasso")
    address = f"/beheer/begrippen/{row.pk}"

    def do(name: str, sent: dict[str, Any]) -> None:
        carry_out(client, client.post(f"{address}/{name}/", sent)["Location"])

    sent = {"pref_label": "Deurwaarder", "labels": ["deurwaarder", "gerechtsdeurwaarder"], "below": ""}
    do("splitsen", sent)
    assert concept("deurwaarder").broader == row.broader
    wrong = client.post(f"{address}/splitsen/", sent)
    assert "Deze waarde" in wrong.content.decode() or "Selecteer" in wrong.content.decode()
    do("vervallen", {"successor": concept("deurwaarder").pk})
    row.refresh_from_db()
    assert row.deprecated and row.replaced_by.slug == "deurwaarder" and not row.merged
    do("herstellen", {})
    row.refresh_from_db()
    assert not row.deprecated and row.replaced_by is None


def test_the_list_counts_pages_and_offers_the_changes(client: Client) -> None:
    login(client, "Eindredacteur")
    rows = [concept("schulden"), concept("incasso"), concept("werk")]
    before = usage.pages_by_concept(rows)
    page = article("De deurwaarder legt beslag. De schulden lopen op.")
    page.save_revision().publish()
    after = usage.pages_by_concept(rows)
    assert [after[row.pk] - before[row.pk] for row in rows] == [{page.pk}, {page.pk}, set()]
    row = concept("schulden")
    html = client.get(f"/beheer/snippets/content/concept/?scheme={row.scheme_id}").content.decode()
    assert f"/beheer/begrippen/{row.pk}/samenvoegen/" in html
    edit = client.get(f"/beheer/snippets/content/concept/edit/{row.pk}/").content.decode()
    assert f"/beheer/begrippen/{row.pk}/splitsen/" in edit
    report = client.get("/beheer/rapporten/begrippen/").content.decode()
    assert "Niet gebruikt" in report


def test_the_address_of_a_concept_cannot_be_changed(client: Client) -> None:
    row = concept("incasso")
    row.slug = "anders"
    with pytest.raises(ValidationError, match="vast adres"):
        row.full_clean()


def test_links_are_edited_as_lines(client: Client) -> None:
    form_class = Concept._meta.get_field("exact_match").formfield
    field = form_class()
    assert field.clean("https://a.example/1\n\n https://b.example/2 \nhttps://a.example/1") == [
        "https://a.example/1",
        "https://b.example/2",
    ]
    assert field.prepare_value(["https://a.example/1", "https://b.example/2"]).count("\n") == 1
    with pytest.raises(ValidationError, match="geen webadres"):
        field.clean("javascript:alert(1)")
