"""Changes of the vocabulary: the preview is what happens, nothing happens before it is asked, and all can be taken back."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page

from content import tagging, vocabulary, vocabulary_changes
from content.models import (
    ArticlePage,
    Concept,
    ContentPage,
    Decision,
    Label,
    OverviewPage,
    PageText,
    Tag,
    TagDecision,
    VocabularyChange,
)
from content.nlp.pipeline import build_pipeline
from content.steering import changes, operations
from content.steering.journal import difference, snapshot
from content.steering.preview import GAINED, LOST, preview
from content.steering.reach import pages_within, reach
from content.steering.rehearsal import rehearse
from content.tagging import tag_page

pytestmark = pytest.mark.django_db
Kind, State = VocabularyChange.Kind, VocabularyChange.State


def concept(slug: str, scheme: str = "domein") -> Concept:
    return Concept.objects.in_scheme(scheme).get(slug=slug)


def article(text: str, slug: str = "proef", **decisions: str) -> ArticlePage:
    page = OverviewPage.objects.get(lists="article").add_child(
        instance=ArticlePage(title=f"Over {slug}", slug=slug, body=[("text", f"<p>{text}</p>")])
    )
    page.tag_decisions = [
        TagDecision(concept=concept(key), decision=value) for key, value in decisions.items()
    ]
    page.save()
    tag_page(page)
    return page


def active(page: Any) -> set[str]:
    return {tag.concept.slug for tag in Tag.objects.active().filter(page=page)}


def stored_tags() -> list[tuple[Any, ...]]:
    fields = ("page_id", "concept__slug", "score", "strong", "origin", "source", "decision", "evidence")
    return sorted(Tag.objects.values_list(*fields), key=repr)


def carry_out(change: VocabularyChange, step: Callable[..., bool] = changes.start) -> VocabularyChange:
    """Ask for it, and do what the worker does."""
    assert step(change, None)
    changes.settle(change.pk)
    change.refresh_from_db()
    for page in ContentPage.objects.filter(pk__in=change.pages).live().specific():
        tag_page(page)
    return change


def propose_label(slug: str, text: str) -> VocabularyChange:
    row = concept(slug)
    return changes.propose(Kind.EDIT, row, f"{row} wijzigen", operations.label_payload(row, text), None)


@pytest.mark.usefixtures("vocabulary")
def test_a_preview_shows_gains_with_their_sentence_and_changes_nothing() -> None:
    page = article("Hij zat thuis. Hij heeft last van splinterbreuken in zijn arm. Splinterbreuk is lastig.")
    article("Hier gaat het nergens over.", "niets")
    before, revision = difference(snapshot([]), snapshot([])), vocabulary.current().version
    change = propose_label("lichamelijke-gezondheid", "splinterbreuk")
    assert change.preview["pages"] == {"gained": 1, "lost": 0, "other": 0}
    assert change.preview["reached"] == 1 and not change.preview["estimated"]
    (shift,) = change.preview["shifts"]
    assert (shift["page"], shift["kind"], shift["after"]) == (page.pk, GAINED, "strong")
    assert shift["passage"]["words"].lower().startswith("splinterbreuk")
    assert change.preview["words"] == [f"{change.concept}: woord erbij ‘splinterbreuk’"]
    assert not Label.objects.filter(text="splinterbreuk").exists()
    assert before == [] and vocabulary.current().version == revision
    assert "lichamelijke-gezondheid" not in active(page)


@pytest.mark.usefixtures("vocabulary")
def test_a_change_is_applied_and_rolled_back_and_decisions_stay() -> None:
    page = article("Last van splinterbreuk.", "een")
    refused = article("Last van splinterbreuk.", "twee")
    tags, words = stored_tags(), vocabulary.read()
    change = carry_out(propose_label("lichamelijke-gezondheid", "splinterbreuk"))
    assert change.state == State.APPLIED and set(change.pages) == {page.pk, refused.pk}
    assert "lichamelijke-gezondheid" in active(page)
    assert changes.progress(change) == changes.Progress(2, 2, False)
    refused.tag_decisions = [TagDecision(concept=concept("schulden"), decision=Decision.ACCEPTED)]
    refused.save()
    carry_out(change, changes.start_undo)
    assert change.state == State.UNDONE and vocabulary.read() == words
    assert "lichamelijke-gezondheid" not in active(page) and active(refused) == {"schulden"}
    refused.tag_decisions = []
    refused.save()
    tag_page(refused)
    assert stored_tags() == tags


@pytest.mark.usefixtures("vocabulary")
def test_a_merge_is_rolled_back_with_decisions_unless_an_editor_decided_since() -> None:
    old, new = top("gruis", "splinterbreuk"), top("stof", "ijzervreter")
    debt, chosen = (
        article("Last van splinterbreuk.", "een"),
        article("Niets.", "twee", gruis=Decision.ACCEPTED),
    )
    both = article("Niets anders.", "drie", gruis=Decision.ACCEPTED, stof=Decision.REJECTED)
    tags, words = stored_tags(), vocabulary.read()
    change = changes.propose(Kind.MERGE, old, "Proef", {"target": new.pk}, None)
    kinds = {(shift["page"], shift["concept"], shift["kind"]) for shift in change.preview["shifts"]}
    assert kinds == {
        *((page.pk, "stof", GAINED) for page in (debt, chosen)),
        *((page.pk, "gruis", LOST) for page in (debt, chosen, both)),
    }
    carry_out(change)
    assert active(debt) == {"stof"} and active(chosen) == {"stof"} and not active(both)
    TagDecision.objects.filter(page=chosen).update(decision=Decision.REJECTED)
    carry_out(change, changes.start_undo)
    assert vocabulary.read() == words
    assert active(debt) == {"gruis"}
    assert chosen.tag_decisions.get().decision == Decision.REJECTED, "what an editor decided since stays"
    assert set(both.tag_decisions.values_list("concept__slug", "decision")) == {
        ("gruis", Decision.ACCEPTED),
        ("stof", Decision.REJECTED),
    }
    assert [row for row in stored_tags() if row[0] != chosen.pk] == [r for r in tags if r[0] != chosen.pk]


def top(name: str, word: str) -> Concept:
    row = Concept.objects.create(scheme=concept("werk").scheme, slug=name, pref_label=name)
    Label.objects.create(concept=row, text=word)
    return row


@pytest.mark.usefixtures("vocabulary")
def test_a_split_that_is_rolled_back_keeps_the_new_address(client: Client) -> None:
    words = vocabulary.read()
    payload = {"pref_label": "Deurwaarder", "labels": ["deurwaarder"], "below": False}
    change = carry_out(changes.propose(Kind.SPLIT, concept("incasso"), "Proef", payload, None))
    new = concept("deurwaarder")
    decided = article("Niets.", deurwaarder=Decision.ACCEPTED)
    carry_out(change, changes.start_undo)
    assert vocabulary.read() == words
    assert client.get(new.get_absolute_url())["Location"] == concept("incasso").get_absolute_url()
    assert decided.tag_decisions.get().concept.replaced_by == concept("incasso")


@pytest.mark.usefixtures("vocabulary")
def test_a_later_change_at_the_same_place_is_not_overwritten() -> None:
    change = carry_out(propose_label("werk", "splinterbreuk"))
    Label.objects.filter(text="splinterbreuk").update(context="arm")
    carry_out(change, changes.start_undo)
    assert change.state == State.APPLIED and str(concept("werk")) in change.problem
    assert Label.objects.get(text="splinterbreuk").context == "arm"


@pytest.mark.usefixtures("vocabulary")
def test_a_proposal_that_was_overtaken_is_refused_and_asking_twice_does_it_once() -> None:
    first, second = propose_label("werk", "splinterbreuk"), propose_label("werk", "ijzervreter")
    carry_out(first)
    assert not changes.start(first, None)
    changes.settle(first.pk)
    assert Label.objects.filter(text="splinterbreuk").count() == 1
    carry_out(second)
    assert second.state == State.FAILED and "intussen veranderd" in second.problem
    assert not Label.objects.filter(text="ijzervreter").exists()
    with pytest.raises(ValidationError, match="zelf"):
        changes.foresee(Kind.MERGE, concept("werk"), {"target": concept("werk").pk}, None)


@pytest.mark.usefixtures("vocabulary")
def test_numbers_of_a_sample_say_that_they_are_estimates(monkeypatch: Any) -> None:
    for number in range(12):
        article("Last van splinterbreuk.", f"p{number}")
    monkeypatch.setattr("content.steering.preview.LEAST", 4)
    row = concept("lichamelijke-gezondheid")
    shown = preview(lambda: Label.objects.create(concept=row, text="splinterbreuk"), seconds=0)
    assert (shown.reached, shown.looked_at, shown.estimated) == (12, 4, True)
    assert shown.pages[GAINED] == 12


@pytest.mark.usefixtures("demo")
def test_no_page_outside_the_reach_of_a_change_gets_other_tags() -> None:
    """Random changes of every kind; every page is tagged anew, and only those within reach differ."""
    chance = random.Random(7)
    texts = {row.page_id: [tagging.TextField(*p) for p in row.pieces] for row in PageText.objects.all()}
    assert len(texts) == ContentPage.objects.live().count() > 200
    learned = tagging.learning.present_model()
    present = build_pipeline(vocabulary.read(), None, learned)
    sample = chance.sample(sorted(texts), 60)
    before = {pk: present.tag(texts[pk]) for pk in sample}
    labels = list(Label.objects.filter(concept__scheme__slug="domein"))
    tops = list(Concept.objects.tops().in_scheme("domein"))
    one, other = chance.sample(tops, 2)
    made: list[Callable[[], object]] = [
        lambda: Label.objects.filter(pk__in=[label.pk for label in chance.sample(labels, 40)]).delete(),
        lambda: Label.objects.create(concept=one, text="hulp bieden"),
        lambda: vocabulary_changes.merge(one, other),
        lambda: vocabulary_changes.deprecate(other, None),
    ]
    for change in made:
        rehearsed = rehearse(change)
        area = pages_within(reach(rehearsed, learned))
        after = build_pipeline(rehearsed.after, None, learned)
        differ = {pk for pk in sample if after.tag(texts[pk]) != before[pk]}
        assert differ <= area
        assert rehearsed.before == vocabulary.read()


@pytest.mark.usefixtures("vocabulary")
def test_an_unpublished_page_leaves_no_text() -> None:
    page = article("Last van splinterbreuk.")
    assert PageText.objects.filter(page=page).exists()
    Page.objects.get(pk=page.pk).specific.unpublish()
    assert not PageText.objects.filter(page=page).exists()


def editing(client: Client, row: Concept, **extra: str) -> dict[str, str]:
    """What the form of a concept posts."""
    labels = list(row.label_set.all())
    data = {
        "pref_label": row.pref_label,
        "scheme": str(row.scheme_id),
        "slug": row.slug,
        "definition": row.definition,
        "scope_note": row.scope_note,
        "broader": str(row.broader_id or ""),
        "pref_context": row.pref_context,
        "order": str(row.order),
        "exact_match": "",
        "close_match": "",
        "related": [str(other.pk) for other in row.related.all()],
        "label_set-TOTAL_FORMS": str(len(labels) + 1),
        "label_set-INITIAL_FORMS": str(len(labels)),
        "label_set-MIN_NUM_FORMS": "0",
        "label_set-MAX_NUM_FORMS": "1000",
        f"label_set-{len(labels)}-text": "",
        f"label_set-{len(labels)}-kind": "alt",
        f"label_set-{len(labels)}-DELETE": "1",
    }
    for number, label in enumerate(labels):
        for name in ("id", "text", "kind", "context"):
            data[f"label_set-{number}-{name}"] = str(getattr(label, name))
    return {**data, **extra}


@pytest.mark.usefixtures("vocabulary")
def test_the_form_of_a_concept_goes_by_the_preview_only_where_tags_may_change(client: Client) -> None:
    user = User.objects.create_user("eind", password="x")
    user.groups.add(Group.objects.get(name="Eindredacteur"))
    client.force_login(user)
    page = article("Last van splinterbreuk.")
    row = concept("werk")
    address = f"/beheer/snippets/content/concept/edit/{row.pk}/"
    client.post(address, editing(client, row, definition="Werk en dagbesteding."))
    row.refresh_from_db()
    assert row.definition == "Werk en dagbesteding." and not VocabularyChange.objects.exists()
    last = row.label_set.count()
    word = {f"label_set-{last}-text": "splinterbreuk", f"label_set-{last}-DELETE": ""}
    shown = client.post(address, editing(client, row, **word), follow=True)
    html = shown.content.decode()
    assert (
        page.title in html and "woord erbij ‘splinterbreuk’" in html and "<mark>splinterbreuk</mark>" in html
    )
    assert not Label.objects.filter(text="splinterbreuk").exists()
    where = shown.request["PATH_INFO"]
    client.post(where, {"do": "apply"})
    assert client.get(f"{where}voortgang/").json() == {"done": 0, "total": 0, "running": True}
    changes.settle(VocabularyChange.objects.get().pk)
    assert client.get(f"{where}voortgang/").json() == {"done": 0, "total": 1, "running": True}
    assert "0 van 1 pagina's bijgewerkt" in client.get(where).content.decode()
    tag_page(page)
    assert "Draai terug" in client.get(where).content.decode()
    assert "werk" in active(page)
    assert f"{row} wijzigen" in client.get("/beheer/woordenlijst/wijzigingen/").content.decode()


@pytest.mark.usefixtures("vocabulary")
def test_a_writer_sees_and_does_none_of_it(client: Client) -> None:
    change = propose_label("werk", "splinterbreuk")
    user = User.objects.create_user("red", password="x")
    user.groups.add(Group.objects.get(name="Redacteur"))
    client.force_login(user)
    address = f"/beheer/woordenlijst/wijzigingen/{change.pk}/"
    for path in (address, f"{address}voortgang/", "/beheer/woordenlijst/wijzigingen/"):
        assert client.get(path).status_code in (302, 403)
    client.post(address, {"do": "apply"})
    change.refresh_from_db()
    assert change.state == State.PROPOSED
