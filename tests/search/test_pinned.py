"""Pages that editors put above the results."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.test import Client

from content.models import ContentPage
from search.models import PinnedPage, PinnedQuery
from search.pinned import pinned_for
from search.query import SearchQuery

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.fixture
def pages() -> list[ContentPage]:
    found = list(ContentPage.objects.live().order_by("pk")[:2])
    query = PinnedQuery.objects.create(text="hulp bij huisuitzetting")
    for order, page in enumerate(reversed(found)):
        PinnedPage.objects.create(query=query, page=page, sort_order=order)
    return found


@pytest.mark.parametrize("text", ["hulp bij huisuitzetting", "Hulp bij huisuitzettingen"])
def test_they_come_first_in_the_editors_order_in_any_inflection(
    client: Client, pages: list[ContentPage], text: str
) -> None:
    assert [item.id for item in pinned_for(SearchQuery(text))] == [pages[1].pk, pages[0].pk]
    html = client.get("/zoeken/", {"q": text}).content.decode()
    assert html.index("Door de redactie vastgezet") < html.index('<ol class="hits"')


def test_only_on_the_first_page_without_filters(pages: list[ContentPage]) -> None:
    query = SearchQuery("hulp bij huisuitzetting")
    assert pinned_for(query.at(2)) == ()
    assert pinned_for(query.toggled("type", "element")) == ()
    assert pinned_for(SearchQuery("iets anders")) == ()


def test_a_page_that_is_not_public_is_left_out(pages: list[ContentPage]) -> None:
    pages[1].unpublish()
    assert [item.id for item in pinned_for(SearchQuery("hulp bij huisuitzetting"))] == [pages[0].pk]


def test_the_same_query_is_pinned_once(pages: list[ContentPage]) -> None:
    with pytest.raises(ValidationError, match="al vastgezet"):
        PinnedQuery(text="hulp bij huisuitzettingen").full_clean(exclude=["key"])
    with pytest.raises(ValidationError, match="woorden"):
        PinnedQuery(text="…").full_clean(exclude=["key"])


@pytest.mark.parametrize(("role", "status"), [("Redacteur", 302), ("Eindredacteur", 200)])
def test_the_form_is_for_those_who_keep_search_and_takes_the_words_along(
    client: Client, role: str, status: int
) -> None:
    user = User.objects.create_user("e", password="x")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    response = client.get("/beheer/snippets/search/pinnedquery/add/", {"text": "veilig thuis"})
    assert response.status_code == status
    if status == 200:
        assert 'value="veilig thuis"' in response.content.decode()
    assert client.get("/beheer/snippets/search/pinnedquery/").status_code == status
