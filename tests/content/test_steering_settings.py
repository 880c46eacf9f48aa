"""Deleting a concept and setting thresholds go by preview, apply and roll back, as every change of the vocabulary."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.test import Client

from content import tagging, vocabulary
from content.models import Concept, Decision, Label, Tag, TagThreshold, VocabularyChange
from content.steering import changes
from content.tagging import tag_page
from tests.content.test_steering import active, article, carry_out, concept, stored_tags, top

pytestmark = pytest.mark.django_db
Kind, State = VocabularyChange.Kind, VocabularyChange.State
FORM = "/beheer/labels/drempels/"


@pytest.fixture
def keeper(client: Client) -> Client:
    user = User.objects.create_user("eind", password="x")
    user.groups.add(Group.objects.get(name="Eindredacteur"))
    client.force_login(user)
    return client


@pytest.mark.usefixtures("vocabulary")
def test_deleting_a_concept_is_shown_first_and_taken_back_with_decisions(keeper: Client) -> None:
    row = top("gruis", "splinterbreuk")
    row.related.add(concept("werk"))
    row.save()
    page = article("Last van splinterbreuk.", "een", werk=Decision.REJECTED)
    chosen = article("Niets.", "twee", gruis=Decision.ACCEPTED)
    tags, words = stored_tags(), vocabulary.read()
    form = keeper.get(f"/beheer/snippets/content/concept/delete/{row.pk}/", follow=True)
    shown = keeper.post(form.request["PATH_INFO"], follow=True)
    assert page.title in shown.content.decode() and "gruis: doet niet meer mee" in shown.content.decode()
    assert Concept.objects.filter(slug="gruis").exists()
    change = carry_out(VocabularyChange.objects.get())
    assert change.state == State.APPLIED and change.concept is None
    assert not Concept.objects.filter(slug="gruis").exists() and not Label.objects.filter(
        text="splinterbreuk"
    )
    assert set(change.pages) == {page.pk, chosen.pk} and not active(chosen)
    carry_out(change, changes.start_undo)
    assert vocabulary.read() == words and stored_tags() == tags
    assert concept("gruis").pk == row.pk and list(concept("gruis").related.all()) == [concept("werk")]
    assert chosen.tag_decisions.get().concept == row


@pytest.mark.usefixtures("vocabulary")
def test_a_concept_that_something_refers_to_is_not_deleted(client: Client) -> None:
    above = concept("schulden")
    with pytest.raises(ValidationError, match="verwijst nog iets naar"):
        changes.propose(Kind.DELETE, above, "Proef", {}, None)
    client.force_login(User.objects.create_superuser("chef", password="x"))
    many = [concept("werk").pk, above.pk]
    address = "/beheer/bulk/content/concept/delete/"
    answer = client.post(f"{address}?id={many[0]}&id={many[1]}", follow=True)
    assert "één voor één" in answer.content.decode()
    assert Concept.objects.filter(pk__in=many).count() == 2


def posted(**points: str) -> dict[str, str]:
    empty = {f"{scheme}-{name}": "" for scheme in ("domein", "thema") for name in ("strong", "shown")}
    return {**empty, **{name.replace("_", "-"): value for name, value in points.items()}}


@pytest.mark.usefixtures("vocabulary")
def test_thresholds_are_shown_first_applied_and_taken_back(keeper: Client) -> None:
    page = article("De huur is niet betaald.", "een")
    chosen = article("De huur is nog niet betaald.", "twee", huisvesting=Decision.ACCEPTED)
    tags = stored_tags()
    scores = {tag.concept.slug: tag.score for tag in page.tags.filter(concept__scheme__slug="domein")}
    assert "huisvesting" in active(page) and scores["huisvesting"] < 0.99
    version = tagging.pipeline().version
    shown = keeper.post(FORM, posted(domein_strong="99"), follow=True)
    html = shown.content.decode()
    assert "Bij domeinen telt een label mee vanaf 99" in html
    assert not TagThreshold.objects.exists() and tagging.pipeline().version == version
    change = carry_out(VocabularyChange.objects.get())
    assert change.preview["pages"]["lost"] >= 1 and {page.pk, chosen.pk} <= set(change.pages)
    assert not active(page) & scores.keys() and "huisvesting" in active(chosen), "what an editor chose stays"
    assert tagging.pipeline().version != version
    assert 'value="99"' in keeper.get(FORM).content.decode()
    carry_out(change, changes.start_undo)
    assert stored_tags() == tags and tagging.pipeline().version == version


@pytest.mark.usefixtures("vocabulary")
def test_what_is_hardly_seen_can_be_hidden_or_made_to_count() -> None:
    page = article("De huur is niet betaald.")
    tag = page.tags.get(concept__slug="huisvesting")
    row = TagThreshold.objects.create(scheme=tag.concept.scheme, strong=99)
    tag_page(page)
    assert page.tags.filter(concept=tag.concept).exists() and "huisvesting" not in active(page)
    TagThreshold.objects.filter(pk=row.pk).update(strong=22)
    tag_page(page)
    assert "huisvesting" in active(page)
    TagThreshold.objects.filter(pk=row.pk).update(strong=99, shown=99)
    tag_page(page)
    assert not Tag.objects.filter(page=page, concept=tag.concept).exists()


@pytest.mark.usefixtures("vocabulary")
def test_a_form_that_cannot_be_is_refused_with_what_to_do(keeper: Client) -> None:
    for wrong, words in (
        ({"domein_strong": "5"}, "22"),
        ({"domein_strong": "veel"}, "geheel getal"),
        ({"thema_strong": "30", "thema_shown": "60"}, "Kies voor meetellen 60 of hoger"),
        ({}, "U heeft niets veranderd"),
    ):
        assert words in keeper.post(FORM, posted(**wrong)).content.decode()
    assert not VocabularyChange.objects.exists()


@pytest.mark.usefixtures("vocabulary")
def test_thresholds_that_somebody_else_set_meanwhile_are_not_overwritten(keeper: Client) -> None:
    for value in ("90", "80"):
        keeper.post(FORM, posted(domein_strong=value))
    later, first = VocabularyChange.objects.all()
    carry_out(first)
    assert carry_out(later).state == State.FAILED and "intussen veranderd" in later.problem
    TagThreshold.objects.update(strong=85)
    carry_out(first, changes.start_undo)
    assert first.state == State.APPLIED and "wanneer labels meetellen" in first.problem


@pytest.mark.usefixtures("vocabulary")
def test_a_writer_sets_no_thresholds(client: Client) -> None:
    user = User.objects.create_user("red", password="x")
    user.groups.add(Group.objects.get(name="Redacteur"))
    client.force_login(user)
    assert client.post(FORM, posted(domein_strong="90")).status_code in (302, 403)
    assert not VocabularyChange.objects.exists()
