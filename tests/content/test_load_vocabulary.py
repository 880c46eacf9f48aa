"""The vocabulary as files: size, relations, idempotence and refusals."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from content import vocabulary as vocabulary_module
from content.models import Concept, ConceptScheme, Label

pytestmark = pytest.mark.django_db

SCHEME = """scheme: proef
title: Proef
concepts:
  - slug: een
    prefLabel: Een
    altLabel: [uno, ene]
    hiddenLabel: [eeen]
    definition: Het eerste.
  - slug: twee
    prefLabel: Twee
    broader: een
    related: [een]
    ambiguous:
      Twee: [getal, aantal]
"""


def load(folder: Path) -> dict[str, int]:
    out = StringIO()
    call_command("load_vocabulary", folder, json=True, stdout=out)
    return json.loads(out.getvalue())


def test_the_shipped_vocabulary_is_rich_enough(vocabulary: None) -> None:
    concepts = Concept.objects.filter(scheme__slug__in=["domein", "thema"])
    labels = concepts.count() + Label.objects.filter(concept__in=concepts).count()
    assert concepts.count() >= 150
    assert labels >= 700
    assert not concepts.filter(definition="").exists()


def test_every_top_of_the_ladder_explains_itself(vocabulary: None) -> None:
    ladder = list(Concept.objects.in_scheme("bewijskracht"))
    assert ladder[0].slug == "praktijkkennis"
    assert ladder[-1].slug == "sterke-aanwijzingen"
    assert all(c.definition for c in ladder)


def test_files_become_concepts_labels_and_relations(tmp_path: Path) -> None:
    (tmp_path / "proef.yaml").write_text(SCHEME)
    outcome = load(tmp_path)
    assert (outcome["concepts"], outcome["labels"], outcome["created"]) == (2, 5, 2)
    two = Concept.objects.get(slug="twee")
    assert two.broader.slug == "een"
    assert [c.slug for c in two.related.all()] == ["een"]
    assert two.pref_context == "getal, aantal"


def test_loading_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "proef.yaml").write_text(SCHEME)
    load(tmp_path)
    labels = set(Label.objects.values_list("pk", flat=True))
    outcome = load(tmp_path)
    assert (outcome["created"], outcome["updated"], outcome["unchanged"]) == (0, 0, 2)
    assert set(Label.objects.values_list("pk", flat=True)) == labels


def test_a_change_is_seen_by_the_tagger_at_once(vocabulary: None) -> None:
    before = vocabulary_module.current().version
    concept = Concept.objects.in_scheme("domein").get(slug="schulden")
    Label.objects.create(concept=concept, text="splinternieuw woord", kind=Label.Kind.ALT)
    vocabulary_module.vocabulary_changed()
    assert vocabulary_module.current().version != before


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (("slug: twee", "slug: een"), 4, "twee keer"),
        (("broader: een", "broader: drie"), 9, "'drie' bestaat niet"),
        (("related: [een]", "related: [vier]"), 9, "'vier' bestaat niet"),
        (("prefLabel: Twee", "prefLabel: uno"), 9, "hoort ook bij 'een'"),
        (("prefLabel: Twee", "prefLabl: Twee"), 9, "onbekend veld 'prefLabl'"),
        (("    definition: Het eerste.", "    broader: twee"), 4, "kring"),
        (("scheme: proef", "schema: proef"), 1, "onbekend veld 'schema'"),
        (("altLabel: [uno, ene]", "altLabel: uno"), 4, "lijst"),
    ],
)
def test_a_bad_file_is_refused_whole(tmp_path: Path, change: tuple[str, str], line: int, reason: str) -> None:
    path = tmp_path / "proef.yaml"
    path.write_text(SCHEME.replace(*change))
    with pytest.raises(CommandError) as error:
        load(tmp_path)
    assert f"{path}:{line}: " in str(error.value)
    assert reason in str(error.value)
    assert not ConceptScheme.objects.filter(slug__in=["proef", "schema"]).exists()
