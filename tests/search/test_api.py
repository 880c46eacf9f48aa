"""The public API: what it gives, that it stays polite, and that nothing private ever comes out."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from content.models import ArticlePage, Concept, ElementPage, PublicationPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
ROOT = "/api/v1"
PROBLEM = "application/problem+json"


def get(client: Client, path: str, status: int = 200, **headers: Any) -> Any:
    """The JSON at a path of the API, which must have a status."""
    response = client.get(f"{ROOT}{path}", **headers)
    assert response.status_code == status, response.content[:300]
    return response.json()


def path_of(address: str, settings: Any) -> str:
    assert address.startswith(settings.BASE_URL)
    return address.removeprefix(settings.BASE_URL)


class TestSearch:
    def test_it_finds_what_the_page_finds(self, client: Client) -> None:
        found = get(client, "/search?q=huisuitzetting")
        page = client.get("/zoeken/?q=huisuitzetting").content.decode()
        assert found["total"] > 0
        assert f"{found['total']} resultaten" in page
        first = found["results"][0]
        assert "huisuitzetting" in first["title"].lower()
        assert any(part["found"] for part in first["passage"])
        assert get(client, f"/pages/{first['id']}")["title"] == first["title"]

    def test_facets_have_the_names_of_the_page_and_may_be_repeated(self, client: Client) -> None:
        one = get(client, "/search?q=schulden&type=element")
        two = get(client, "/search?q=schulden&type=element&type=answer&domain=schulden")
        assert {hit["type"] for hit in one["results"]} == {"element"}
        assert {hit["type"] for hit in two["results"]} <= {"element", "answer"}
        facets = {facet["key"]: facet["values"] for facet in two["facets"]}
        assert {v["value"] for v in facets["type"] if v["selected"]} == {"element", "answer"}

    def test_links_page_through_everything_once(self, client: Client, settings: Any) -> None:
        address, seen, total = f"{ROOT}/search?q=schulden&perPage=7&sort=date", [], 0
        while address:
            answer = client.get(address).json()
            total = answer["total"]
            seen += [hit["id"] for hit in answer["results"]]
            address = answer["links"]["next"] and path_of(answer["links"]["next"], settings)
        assert len(seen) == len(set(seen)) == total > 14
        assert answer["links"]["prev"] and answer["page"] == answer["pageCount"]

    def test_an_engine_that_is_away_is_a_problem(self, client: Client, settings: Any, tmp_path: Any) -> None:
        settings.DATA_DIR = tmp_path
        response = client.get(f"{ROOT}/search?q=schulden")
        assert response.status_code == 503
        assert response["Content-Type"] == PROBLEM
        assert int(response["Retry-After"]) > 0
        assert get(client, "/pages")["total"] > 0
        assert get(client, "/suggest?q=schul")["groups"]

    def test_a_search_is_kept_by_nobody_else(self, client: Client) -> None:
        for path in ("/search?q=schulden", "/suggest?q=schulden"):
            assert "private" in client.get(f"{ROOT}{path}")["Cache-Control"]

    @pytest.mark.parametrize(
        ("query", "name"),
        [
            ("page=0", "page"),
            ("page=abc", "page"),
            ("page=501", "page"),
            ("page=" + "9" * 5000, "page"),
            ("perPage=51", "perPage"),
            ("sort=willekeurig", "sort"),
            ("q=" + "x" * 301, "q"),
            ("type=a" * 1 + "&type=a" * 50, "type"),
        ],
    )
    def test_what_cannot_be_meant_is_named(self, client: Client, query: str, name: str) -> None:
        problem = get(client, f"/search?{query}", status=400)
        assert [error["name"] for error in problem["errors"]] == [name]
        assert problem["status"] == 400 and problem["errors"][0]["in"] == "query"

    @pytest.mark.parametrize(
        "query",
        [
            "q=%00",
            "q=%FF%FE",
            'q="',
            "q=-",
            "q=*:*",
            "domain=%00&domain=bestaatniet",
            "type=a,b",
            "kleur=rood",
        ],
    )
    def test_odd_input_gives_an_answer(self, client: Client, query: str) -> None:
        get(client, f"/search?{query}")
        get(client, f"/suggest?{query}")


class TestContent:
    def test_pages_come_by_type_and_in_pages(self, client: Client, settings: Any) -> None:
        first = get(client, "/pages?type=element&perPage=5")
        assert first["total"] == ElementPage.objects.live().count()
        assert {item["type"] for item in first["results"]} == {"element"}
        second = client.get(path_of(first["links"]["next"], settings)).json()
        assert not {p["id"] for p in first["results"]} & {p["id"] for p in second["results"]}
        assert get(client, "/pages?page=100000")["results"] == []

    def test_few_queries_for_many_pages(self, client: Client, django_assert_max_num_queries: Any) -> None:
        client.get(f"{ROOT}/pages?perPage=50")
        with django_assert_max_num_queries(20):
            client.get(f"{ROOT}/pages?perPage=50")

    def test_a_page_has_its_text_sources_tags_and_evidence(self, client: Client) -> None:
        page = ElementPage.objects.get(slug="huisuitzetting-voorkomen")
        found = get(client, f"/pages/{page.pk}")
        assert "<" not in found["text"] and len(found["text"]) > 500
        assert found["url"].endswith("/elementen/huisuitzetting-voorkomen/")
        assert found["evidence"]["step"] == page.evidence.order and found["evidence"]["reason"]
        assert found["sources"][0]["reference"] and found["tags"][0]["scheme"] in ("domein", "thema")
        source = get(client, f"/pages/{found['sources'][0]['id']}")
        assert source["reference"] == found["sources"][0]["reference"]

    def test_concepts_and_their_surroundings(self, client: Client, settings: Any) -> None:
        listed = get(client, "/concepts?scheme=domein&perPage=50")
        assert {item["scheme"] for item in listed["results"]} == {"domein"}
        found = get(client, "/concepts/domein/huisuitzetting")
        assert found["broader"]["slug"] and found["alternatives"]
        assert client.get(path_of(found["url"], settings)).status_code in (200, 302)
        assert client.get(path_of(found["searchUrl"], settings)).json()["total"] > 0
        assert client.get(path_of(found["feedUrl"], settings)).status_code == 200

    def test_a_concept_that_is_no_longer_used_says_so(self, client: Client, settings: Any) -> None:
        above = Concept.objects.filter(scheme__slug="domein", narrower__isnull=False).distinct().first()
        old, new = above.narrower.first(), Concept.objects.in_scheme("domein").tops().last()
        old.deprecated, old.replaced_by = True, new
        old.save()
        other = above.narrower.exclude(pk=old.pk).first()
        other.related.add(old)
        other.save()
        found = get(client, f"/concepts/domein/{old.slug}")
        assert found["deprecated"] and found["replacedBy"] == f"{settings.BASE_URL}{new.get_absolute_url()}"
        lists = (
            [
                item
                for page in range(1, get(client, "/concepts?scheme=domein&perPage=50")["pageCount"] + 1)
                for item in get(client, f"/concepts?scheme=domein&perPage=50&page={page}")["results"]
            ],
            get(client, f"/concepts/domein/{above.slug}")["narrower"],
            get(client, f"/concepts/domein/{other.slug}")["related"],
        )
        for listed in lists:
            states = {item["slug"]: (item["deprecated"], item["replacedBy"]) for item in listed}
            assert states[old.slug] == (True, found["replacedBy"])
            assert all(states[slug] == (False, None) for slug in states if slug != old.slug)

    def test_concepts_take_a_fixed_number_of_queries(
        self, client: Client, django_assert_max_num_queries: Any
    ) -> None:
        first, *rest = Concept.objects.in_scheme("domein")
        Concept.objects.filter(pk__in=[each.pk for each in rest]).update(deprecated=True, replaced_by=first)
        with django_assert_max_num_queries(4):
            get(client, "/concepts?scheme=domein&perPage=50")

    def test_hidden_labels_stay_hidden(self, client: Client) -> None:
        from content.models import Label

        label = Label.objects.filter(kind="hidden").select_related("concept__scheme").first()
        assert label
        found = client.get(f"{ROOT}/concepts/{label.concept.scheme.slug}/{label.concept.slug}").json()
        assert label.text not in found["alternatives"]

    @pytest.mark.parametrize(
        "path",
        [
            "/pages/0",
            "/pages/abc",
            "/pages/" + "9" * 40,
            "/concepts/domein/nergens",
            "/nergens",
            "/pages/",
            "",
        ],
    )
    def test_what_is_not_there_is_a_problem(self, client: Client, path: str) -> None:
        response = client.get(f"{ROOT}{path}")
        assert response.status_code == 404
        assert response["Content-Type"] == PROBLEM
        assert response.json()["status"] == 404


class TestPrivacy:
    """Drafts and pages behind a view restriction never appear, indexed or not."""

    def nowhere(self, client: Client, page: Any) -> None:
        assert client.get(f"{ROOT}/pages/{page.pk}").status_code == 404
        everything = [get(client, f"/pages?perPage=50&page={n}")["results"] for n in range(1, 12)]
        assert page.pk not in {item["id"] for part in everything for item in part}
        found = get(client, f"/search?q={page.title}&perPage=50")["results"]
        assert page.pk not in {hit["id"] for hit in found}
        suggested = get(client, f"/suggest?q={page.title}")["groups"]
        assert page.title not in {s["label"] for group in suggested for s in group["suggestions"]}

    def test_a_draft(self, client: Client) -> None:
        parent = ArticlePage.objects.first().get_parent()
        draft = parent.add_child(instance=ArticlePage(title="Nog niet af", slug="nog-niet", live=False))
        self.nowhere(client, draft)

    def test_a_page_that_was_unpublished_a_moment_ago(self, client: Client) -> None:
        page = ArticlePage.objects.live().first()
        get(client, f"/search?q={page.title}")
        get(client, f"/suggest?q={page.title}")
        page.unpublish()
        self.nowhere(client, page)

    def test_a_restriction_above(self, client: Client) -> None:
        page = ElementPage.objects.live().first()
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
        self.nowhere(client, page)

    def test_a_private_source_is_not_named(self, client: Client) -> None:
        page = ElementPage.objects.get(slug="huisuitzetting-voorkomen")
        source = page.source_list()[0].publication
        PageViewRestriction.objects.create(page=source, restriction_type="login")
        found = get(client, f"/pages/{page.pk}")
        assert source.pk not in {item["id"] for item in found["sources"]}
        assert PublicationPage.objects.get(pk=source.pk).live

    def test_who_is_logged_in_gets_the_same(self, client: Client, admin_client: Client) -> None:
        draft = ArticlePage.objects.live().first()
        draft.unpublish()
        self.nowhere(admin_client, draft)
        response = admin_client.get(f"{ROOT}/pages")
        assert response.content == client.get(f"{ROOT}/pages").content
        assert not response.cookies


class TestManners:
    @pytest.mark.parametrize("path", ["/search?q=schulden", "/pages", "/openapi.json", "/nergens"])
    def test_anybody_may_read_from_anywhere(self, client: Client, path: str) -> None:
        response = client.get(f"{ROOT}{path}", headers={"origin": "https://elders.example"})
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response
        assert response["API-Version"] == "1.0.0"

    def test_a_browser_may_ask_first(self, client: Client) -> None:
        response = client.options(f"{ROOT}/pages", headers={"origin": "https://elders.example"})
        assert response.status_code == 204
        assert "If-None-Match" in response["Access-Control-Allow-Headers"]

    @pytest.mark.parametrize(
        "path", ["/search?q=schulden", "/pages?type=answer", "/concepts", "/openapi.json"]
    )
    def test_what_did_not_change_is_not_sent_again(self, client: Client, path: str) -> None:
        first = client.get(f"{ROOT}{path}")
        again = client.get(f"{ROOT}{path}", headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304 and not again.content
        assert again["Access-Control-Allow-Origin"] == "*"

    def test_a_change_gives_another_etag(self, client: Client) -> None:
        page = ArticlePage.objects.live().first()
        path = f"{ROOT}/pages/{page.pk}"
        before = client.get(path)
        assert "public" in before["Cache-Control"]
        page.title = "Een andere titel"
        page.save_revision().publish()
        assert client.get(path, headers={"if-none-match": before["ETag"]}).status_code == 200

    def test_head_is_get_without_content(self, client: Client) -> None:
        head, whole = client.head(f"{ROOT}/pages"), client.get(f"{ROOT}/pages")
        assert head.status_code == 200 and not head.content
        assert head["ETag"] == whole["ETag"]

    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
    def test_writing_is_refused(self, client: Client, method: str) -> None:
        response = getattr(client, method)(f"{ROOT}/pages")
        assert response.status_code == 405
        assert response["Content-Type"] == PROBLEM and "GET" in response["Allow"]

    def test_our_own_error_is_a_problem_without_details(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*args: Any) -> None:
            raise RuntimeError("geheim")

        monkeypatch.setattr("search.api.endpoints.suggest", broken)
        client.raise_request_exception = False
        response = client.get(f"{ROOT}/suggest?q=schulden")
        assert response.status_code == 500 and response["Content-Type"] == PROBLEM
        assert "geheim" not in response.content.decode()

    def test_the_explanation_has_examples_that_work(self, client: Client) -> None:
        from bs4 import BeautifulSoup

        soup = BeautifulSoup(client.get("/api/").content, "html.parser")
        examples = [a["href"] for a in soup.find_all("a") if str(a.get("href")).startswith(f"{ROOT}/")]
        assert len(examples) > 5
        for example in examples:
            assert client.get(str(example)).status_code == 200, example
        anchors = {tag["id"] for tag in soup.find_all(id=True)}
        assert client.get(f"{ROOT}/nergens").json()["type"].partition("#")[2] in anchors

    def test_openapi_says_what_the_dutch_rules_ask(self, client: Client, settings: Any) -> None:
        document = get(client, "/openapi.json")
        assert document["servers"][0]["url"] == f"{settings.BASE_URL}{ROOT}"
        assert {"name", "url", "email"} <= set(document["info"]["contact"])
        for path, methods in document["paths"].items():
            assert not path.endswith("/") and set(methods) == {"get"}
            operation = methods["get"]
            assert all(p.get("description") for p in operation["parameters"] if p["in"] == "query")
            assert all("_" not in p["name"] for p in operation["parameters"])
            for status, response in operation["responses"].items():
                assert "API-Version" in response["headers"]
                assert list(response.get("content", {PROBLEM: {}})) == [
                    "application/json" if status == "200" else PROBLEM
                ]
        for name, schema in document["components"]["schemas"].items():
            for key, field in schema["properties"].items():
                assert "_" not in key and field.get("description"), (name, key)
