"""Candidate terms: what is written or searched for often, and is no word of the vocabulary yet."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from content import vocabulary
from content.demand import unanswered_searches
from content.models import CandidateTerm, ContentPage, PageText, VocabularyState
from content.nlp.analysis import analyse
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.matching import ConceptMatcher
from content.nlp.terms import Key, c_values, key_of, places
from content.passages import passage

LEAST_PAGES = 3
KEPT = 200
CONTEXTS = 3
QUERY_WEIGHT = 5.0  # a search without a hit weighs as much as this many times in a text
BATCH = 500
NIGHT = range(1, 6)  # hours of local time
NIGHTLY, MISSED = datetime.timedelta(hours=20), datetime.timedelta(hours=44)  # since the last time


class Found:
    """What is met of each term while texts are read."""

    def __init__(self) -> None:
        self.counts: Counter[Key] = Counter()
        self.nested: list[tuple[Key, Key]] = []
        self.pages: dict[Key, set[int]] = defaultdict(set)
        self.forms: dict[Key, Counter[str]] = defaultdict(Counter)
        self.contexts: dict[Key, list[dict[str, Any]]] = defaultdict(list)
        self.queries: Counter[Key] = Counter()

    def read(self, page: int, title: str, text: str) -> None:
        """Note the terms of a text of a page."""
        whole: Key = ()
        for place in places(text):
            self.counts[place.key] += 1
            self.forms[place.key][text[place.start : place.end]] += 1
            if place.whole:
                whole = place.key
            elif place.key == whole[-len(place.key) :]:
                self.nested.append((place.key, whole))
            if page not in self.pages[place.key] and len(self.contexts[place.key]) < CONTEXTS:
                shown = asdict(passage(text, place.start, place.end))
                self.contexts[place.key].append({"page": page, "title": title, **shown})
            self.pages[place.key].add(page)

    def ask(self, text: str, times: int) -> None:
        """Note a search that found nothing."""
        if key := key_of(text):
            self.queries[key] += times
            self.forms[key][text] += times


def refresh() -> int:
    """Look for candidate terms in all public pages and in the searches that found nothing.

    What an editor set aside stays aside.

    Returns:
        How many candidates there are now.
    """
    found = Found()
    pages = dict(ContentPage.objects.live().public().values_list("pk", "title"))
    rows = PageText.objects.filter(page__in=ContentPage.objects.live().public())
    for pk, pieces in rows.values_list("page_id", "pieces").iterator(chunk_size=BATCH):
        for _, text in pieces:
            found.read(pk, pages.get(pk, ""), text)
    for search in unanswered_searches():
        found.ask(search.text, search.times)
    return _keep(found)


@transaction.atomic
def refresh_nightly(now: datetime.datetime) -> bool:
    """Have candidates looked for in the background once a night; by day only the first time or where a night was missed.

    Returns:
        Whether it was asked for now.
    """
    from content.tasks import find_candidates

    before = now - (NIGHTLY if timezone.localtime(now).hour in NIGHT else MISSED)
    VocabularyState.objects.get_or_create(pk=1)
    due = VocabularyState.objects.filter(Q(candidates_at=None) | Q(candidates_at__lt=before), pk=1)
    asked = bool(due.update(candidates_at=now))
    if asked:
        find_candidates.enqueue()
    return asked


def uncovered(terms: Iterable[CandidateTerm]) -> list[CandidateTerm]:
    """Those that the vocabulary, as it is now, does not hold yet."""
    matcher = ConceptMatcher(vocabulary.current())
    return [term for term in terms if not covered(term.text, matcher)]


def covered(text: str, matcher: ConceptMatcher) -> bool:
    """Whether each telling word of a text is part of a label that is met there."""
    met = [(match.start, match.end) for match in matcher.matches(text, needs_context=False)]
    telling = [token for token in analyse(text) if token.lemma not in FUNCTION_WORDS]
    return all(any(start <= token.start < end for start, end in met) for token in telling)


@transaction.atomic
def _keep(found: Found) -> int:
    values = c_values(found.counts, found.nested)
    wanted = {key for key, pages in found.pages.items() if len(pages) >= LEAST_PAGES} | found.queries.keys()
    scores = {key: values.get(key, 0.0) + QUERY_WEIGHT * found.queries[key] for key in wanted}
    matcher = ConceptMatcher(vocabulary.current())
    kept: list[int] = []
    for key in sorted(scores, key=lambda key: (-scores[key], key)):
        if len(kept) == KEPT:
            break
        text = found.forms[key].most_common(1)[0][0]
        if scores[key] <= 0 or covered(text, matcher):
            continue
        row, _ = CandidateTerm.objects.update_or_create(
            key=" ".join(key)[:200],
            defaults={
                "text": text[:120],
                "score": scores[key],
                "pages": len(found.pages.get(key, ())),
                "queries": found.queries[key],
                "contexts": found.contexts.get(key, []),
            },
        )
        kept.append(row.pk)
    CandidateTerm.objects.filter(dismissed_at=None).exclude(pk__in=kept).delete()
    return len(kept)
