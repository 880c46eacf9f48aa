"""Words and phrases that may be terms of the field: how often they stand in texts, weighed as terms.

Without a model of parts of speech, a term is looked for between function words: a run of one to three content words. A
single word counts where it is a compound, for that is how Dutch makes its terms. Runs with a verb in them are left out: its
lemma is an infinitive. The weight is the C-value of K. Frantzi, S. Ananiadou and H. Mima, "Automatic recognition of
multi-word terms" (2000), with log2(length + 1) so that single words have one too.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.nlp.analysis import AnalysedToken, analyse
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.data.term_words import NO_TERM

MAX_WORDS = 3
LEAST_LETTERS = 4  # of a single word
PARTICIPLE = ("end", "ende")
_GAP = re.compile(r"[ \u00a0]+")
_INFINITIVE = re.compile(r"\w{3,}en$")

Key = tuple[str, ...]  # lemmas


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stands: characters of the text. ``whole``: it is not a part of a longer one."""

    key: Key
    start: int
    end: int
    whole: bool


def places(text: str) -> Iterator[Place]:
    """The runs of a text that may be terms, and the ends of longer ones (*vast duo* in *een klein vast duo*)."""
    for run in _runs(text):
        if len(run) > MAX_WORDS:
            continue
        for first in range(len(run)):
            part = run[first:]
            if _may_be_term(part):
                key = tuple(token.lemma for token in part)
                yield Place(key, part[0].start, part[-1].end, first == 0)


def c_values(counts: Counter[Key], nested: Iterable[tuple[Key, Key]]) -> dict[Key, float]:
    """The C-value of each term.

    Args:
        counts: how often each term was met, as a part of a longer one too.
        nested: (term, longer term that it is a part of), a pair for each time.
    """
    longer: dict[Key, Counter[Key]] = defaultdict(Counter)
    for key, whole in nested:
        longer[key][whole] += 1
    values = {}
    for key, count in counts.items():
        inside = longer.get(key)
        own = count - (inside.total() / len(inside) if inside else 0)
        values[key] = math.log2(len(key) + 1) * own
    return values


def key_of(text: str) -> Key:
    """The lemmas of a term or query, function words left out."""
    return tuple(token.lemma for token in analyse(text) if token.lemma not in FUNCTION_WORDS)


def _runs(text: str) -> Iterator[list[AnalysedToken]]:
    """Content words that stand together, with nothing but spaces between them."""
    run: list[AnalysedToken] = []
    for token in analyse(text):
        telling = token.lemma not in FUNCTION_WORDS and token.text[0].isalpha()
        joined = bool(run) and _GAP.fullmatch(text[run[-1].end : token.start]) is not None
        if run and not (telling and joined):
            yield run
            run = []
        if telling:
            run.append(token)
    if run:
        yield run


def _may_be_term(part: list[AnalysedToken]) -> bool:
    if any(token.lemma in NO_TERM for token in part):
        return False
    if any(_is_verb(token) for token in part):
        return False
    if len(part) == 1:
        return len(part[0].parts) > 1 and len(part[0].text) >= LEAST_LETTERS
    return len({token.lemma for token in part}) == len(part)


def _is_verb(token: AnalysedToken) -> bool:
    """Whether the lemma is an infinitive; a present participle (*motiverende*) describes what follows, and is none."""
    return (
        bool(_INFINITIVE.fullmatch(token.lemma)) and not token.parts and not token.text.endswith(PARTICIPLE)
    )
