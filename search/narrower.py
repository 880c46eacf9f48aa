"""The narrower concepts that a page is about: those whose labels are among the evidence for the page's own tags.

So a reader can see why, as with the tags themselves; and what only stands on a page in passing does not count.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from content.nlp.vocabulary import Vocabulary


def narrower(
    words: Vocabulary, scheme: str, top: str, evidence: Iterable[Mapping[str, Any]]
) -> tuple[str, ...]:
    """The slugs of concepts below a top that the evidence of its tag shows, with all between them and the top."""
    slugs = _by_label(words)
    found: dict[str, None] = {}
    for item in evidence:
        for slug in slugs.get((scheme, item["label"]), ()):
            path = _path(words, scheme, slug)
            if path[-1] == top:
                found |= dict.fromkeys(path[:-1])
    return tuple(found)


def _path(words: Vocabulary, scheme: str, slug: str) -> list[str]:
    """A concept and what it falls under, up to its top."""
    path = [slug]
    while (above := words.by_key[scheme, path[-1]].broader) and above not in path:
        path.append(above)
    return path


@lru_cache(maxsize=1)
def _by_label(words: Vocabulary) -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for concept in words.concepts:
        for label in concept.labels:
            key = (concept.scheme, label.text)
            found[key] = (*found[key], concept.slug)
    return dict(found)
