"""Labels met in a text, and the domains and themes it is about."""

from pathlib import Path

import pytest
import yaml

from content.nlp.learned import load
from content.nlp.matching import COMPOUND_PART, EXACT, INFLECTED, PARTS_TOGETHER, ConceptMatcher
from content.nlp.pipeline import Pipeline, build_pipeline
from content.nlp.tagging import TextField
from content.nlp.vocabulary import Concept, Label, Vocabulary
from tests.conftest import FIXTURES

ROOT = Path(__file__).resolve().parents[3]
LEARNED = ROOT / "content" / "nlp" / "data" / "learned.npz"

SMALL = Vocabulary(
    (
        Concept("domein", "schulden", "Schulden", (Label("Schulden", "pref"), Label("schuld", "alt")), None),
        Concept("domein", "wonen", "Wonen", (Label("Wonen", "pref"),), None),
        Concept(
            "domein",
            "uitzetting",
            "Huisuitzetting",
            (Label("huisuitzetting", "pref"), Label("op straat gezet", "alt")),
            "wonen",
        ),
        Concept(
            "domein",
            "justitie",
            "Justitie",
            (Label("Justitie", "pref"), Label("OM", "alt", ("officier", "straf"))),
            None,
        ),
        Concept(
            "thema", "nazorg", "Nazorg", (Label("Nazorg", "pref"), Label("vinger aan de pols", "alt")), None
        ),
    )
)


@pytest.fixture(scope="module")
def shipped() -> Vocabulary:
    concepts = []
    for name in ("domein", "thema"):
        data = yaml.safe_load((FIXTURES / "vocabulary" / f"{name}.yaml").read_text(encoding="utf-8"))
        for row in data["concepts"]:
            context = {str(k): tuple(map(str, v)) for k, v in (row.get("ambiguous") or {}).items()}
            labels = [Label(row["prefLabel"], "pref", context.get(row["prefLabel"], ()))]
            labels += [Label(str(t), "alt", context.get(str(t), ())) for t in row.get("altLabel") or []]
            concepts.append(Concept(name, row["slug"], row["prefLabel"], tuple(labels), row.get("broader")))
    return Vocabulary(tuple(concepts))


@pytest.fixture(scope="module")
def pipeline(shipped: Vocabulary) -> Pipeline:
    return build_pipeline(shipped, model=None)


def strong(pipeline: Pipeline, text: str) -> set[str]:
    return {tag.concept for tag in pipeline.tag((TextField("body", text),)) if tag.strong}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De schuld groeit.", [("schulden", EXACT)]),
        ("Veel schuldenproblematiek hier.", [("schulden", COMPOUND_PART)]),
        ("De huisuitzettingen nemen toe.", [("uitzetting", INFLECTED)]),
        ("Een uitzetting uit huis dreigt.", [("uitzetting", PARTS_TOGETHER)]),
        ("Zij is op straat gezet.", [("uitzetting", EXACT)]),
        ("Het gaat om iets.", []),
        ("Het OM eist een straf.", [("justitie", EXACT)]),
        ("Het OM weet ervan.", []),
        ("Een kluis.", []),
    ],
)
def test_matching(text: str, found: list[tuple[str, str]]) -> None:
    assert [(match.concept, match.kind) for match in ConceptMatcher(SMALL).matches(text)] == found


def test_narrower_labels_count_for_their_top() -> None:
    tags = build_pipeline(SMALL, model=None).tag((TextField("body", "Huisuitzetting dreigt."),))
    assert [(tag.concept, tag.label) for tag in tags] == [("wonen", "Wonen")]
    assert tags[0].evidence[0].label == "huisuitzetting"


@pytest.mark.parametrize(
    "text",
    [
        "Er zijn geen schulden.",
        "Een gezin zonder schulden.",
        "Dat staat in een rapport (Schuld en boete, 2019).",
        "Zie https://voorbeeld.nl/schulden voor meer.",
    ],
)
def test_what_is_denied_or_only_mentioned_tags_nothing(text: str) -> None:
    assert build_pipeline(SMALL, model=None).tag((TextField("body", text),)) == []


def test_evidence_stands_where_it_says() -> None:
    text = "Na de hulp houdt zij een vinger aan de pols. Nazorg werkt."
    tags = build_pipeline(SMALL, model=None).tag((TextField("summary", text),))
    assert {item.text for item in tags[0].evidence} == {"vinger aan de pols", "Nazorg"}
    assert all(text[item.start : item.end] == item.text for item in tags[0].evidence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een moeder met schulden dreigt uit huis gezet te worden.", {"schulden", "huisvesting"}),
        ("De jongen spijbelt al weken.", {"onderwijs"}),
        ("Vader drinkt te veel en slaat moeder.", {"middelengebruik", "veiligheid"}),
        ("De regisseur zorgt voor één plan.", {"regie", "een-gezin-een-plan"}),
        ("Na afsluiting belt zij nog eens: een waakvlam.", {"nazorg"}),
        ("Mogen wij gegevens delen zonder toestemming?", {"privacy"}),
        ("Zij is depressief en slikt medicijnen.", {"psychische-gezondheid"}),
        ("Het weer is mooi vandaag.", set()),
    ],
)
def test_short_texts_in_everyday_words(pipeline: Pipeline, text: str, expected: set[str]) -> None:
    assert expected <= strong(pipeline, text)
    assert len(strong(pipeline, text) - expected) <= 1


def test_an_absent_or_damaged_model_gives_the_same_tags_and_says_so(
    shipped: Vocabulary, tmp_path: Path
) -> None:
    damaged = tmp_path / "kapot"
    damaged.mkdir()
    (damaged / "config.cfg").write_text("[nlp]\nlang = nl\n")
    fields = (TextField("body", "Schulden en huiselijk geweld."),)
    blank = build_pipeline(shipped, model=None)
    absent = build_pipeline(shipped, model="er_is_geen_model")
    broken = build_pipeline(shipped, model=str(damaged))
    assert blank.tag(fields) == absent.tag(fields) == broken.tag(fields)
    assert blank.message == ""
    assert "niet geïnstalleerd" in absent.message
    assert "beschadigd" in broken.message


def test_a_trained_model_gives_the_same_tags_and_runs_its_own_parts(
    shipped: Vocabulary, stand_in: str
) -> None:
    learned = load(LEARNED)
    trained = build_pipeline(shipped, model=stand_in, learned=learned)
    blank = build_pipeline(shipped, model=None, learned=learned)
    assert trained.message == ""
    for text in (
        "Jan Jansen uit Utrecht heeft schulden.",
        "Er is geen sprake van geweld; de regisseur belt met school.",
        "",
    ):
        fields = (TextField("body", text),)
        assert trained.tag(fields) == blank.tag(fields)
        assert list(trained.nlp(text)._.kmpg_tags) == list(blank.nlp(text)._.kmpg_tags) == blank.tag(fields)
    assert {"tagger", "ner"} <= set(trained.nlp.pipe_names)
    assert isinstance(trained.entities("Jan Jansen woont in Utrecht."), list)
