"""The quality of tags on gold texts, and the commands that train and measure."""

import html
import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.test import Client

from content import learning as learned_from
from content.learning import model_problem, own_model, present_model
from content.nlp import learning
from content.tag_quality import GOLD, Part, evaluate

# Below the present figures on the held-out halves; the README has those.
FLOORS = {
    ("later", "domein"): 0.86,
    ("later", "thema"): 0.78,
    ("short", "domein"): 0.89,
    ("short", "thema"): 0.85,
    ("styles", "domein"): 0.80,
    ("styles", "thema"): 0.84,
}

ONE_IN = 8  # of the training texts; with the steps below enough
ENOUGH_STEPS = 30  # for a model that is better than the vocabulary alone, though not as good as what ships


def by_set(parts: list[Part]) -> dict[tuple[str, str], float]:
    return {(part.name, part.scheme): part.quality.f1 for part in parts if part.held_out}


@pytest.mark.usefixtures("vocabulary")
def test_the_held_out_halves_are_tagged_well_and_the_model_helps() -> None:
    model = present_model()
    assert model is not None
    together, alone = by_set(evaluate(GOLD, model)), by_set(evaluate(GOLD, None))
    assert {key: together[key] >= floor for key, floor in FLOORS.items()} == dict.fromkeys(FLOORS, True)
    assert all(together[key] >= alone[key] for key in alone)


@pytest.mark.usefixtures("vocabulary")
def test_evaluate_tags_prints_the_table_for_people_and_for_machines() -> None:
    out = StringIO()
    call_command("evaluate_tags", json=True, stdout=out)
    result = json.loads(out.getvalue())
    assert {row["set"] for row in result["table"]} == {"later", "short", "styles"}
    assert {"kind", "text", "missed", "too_much"} <= result["errors"][0].keys()
    people = StringIO()
    call_command("evaluate_tags", stdout=people)
    assert "apart gehouden" in people.getvalue()


@pytest.mark.usefixtures("vocabulary")
def test_evaluate_tags_names_what_it_cannot_read(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="geen beoordeelde teksten"):
        call_command("evaluate_tags", tmp_path)
    (tmp_path / "stuk.yaml").write_text("- kind: x\n  text: y\n")
    with pytest.raises(CommandError, match="niet te lezen"):
        call_command("evaluate_tags", tmp_path)


@pytest.mark.usefixtures("vocabulary")
def test_training_keeps_a_model_of_this_site_that_then_goes_before_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr(learning, "STEPS", ENOUGH_STEPS)
    some = list(learned_from._sentences())[::ONE_IN]
    monkeypatch.setattr(learned_from, "_sentences", lambda: some)
    shipped = present_model()
    out = StringIO()
    call_command("train_tags", json=True, stdout=out)
    assert own_model().exists()
    own = present_model()
    assert own is not None and shipped is not None
    assert own.quality == pytest.approx(json.loads(out.getvalue())["quality"])
    assert own.version != shipped.version or own.features == shipped.features


@pytest.mark.django_db
@pytest.mark.parametrize("force", [False, True])
def test_without_texts_to_measure_by_nothing_is_learned_and_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr("content.management.commands.train_tags.GOLD", tmp_path)
    with pytest.raises(CommandError, match="staan geen beoordeelde teksten"):
        call_command("train_tags", force=force, stdout=StringIO())
    assert not own_model().exists()


@pytest.mark.django_db
def test_a_damaged_model_is_passed_over_and_editors_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, client: Client
) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    assert model_problem() == ""
    own_model().write_bytes(b"no model")
    assert present_model() is not None and present_model() is not None
    assert caplog.text.count("cannot be read") == 1, "not once a page"
    assert "beschadigd" in model_problem() and "train_tags" in model_problem()
    user = User.objects.create_user("eind", password="x")
    user.groups.add(Group.objects.get(name="Eindredacteur"))
    client.force_login(user)
    assert html.escape(model_problem()) in client.get("/beheer/").content.decode()
    own_model().unlink()
    monkeypatch.setattr("content.learning.SHIPPED", tmp_path / "weg.npz")
    assert present_model() is None and "woordenlijst alleen" in model_problem()
