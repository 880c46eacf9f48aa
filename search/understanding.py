"""What a query means, before any engine is asked: the things it names, each with the ways a page may say them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from content.nlp.analysis import AnalysedToken, analyse, word
from content.nlp.matching import PARTS_TOGETHER, Match
from content.nlp.stems import stem
from content.nlp.tokens import tokenize
from content.nlp.vocabulary import HIDDEN, TRIED, Concept, Vocabulary
from search.asking import askers, whole_verbs
from search.backends.base import AllOf, Alternative, Group, Mention, Phrase, Term
from search.everyday import EVERYDAY, EVERYDAY_WORD, Said, expressions_in, near_expressions
from search.mentions import mention_token
from search.naming import MOST_PIECES, is_function_word, named_concepts
from search.near import with_stems
from search.pieces import pieces
from search.weights import tunables

Span = tuple[int, int]  # characters
LOOSE = {PARTS_TOGETHER, EVERYDAY_WORD}  # kinds of a match that say the subject only where no other does
LINKS = ("", "s", "en")  # letters between the parts of a compound
LABELS_REMEMBERED = 20_000


@dataclass(frozen=True)
class Problem:
    """Words of a query that name something in the vocabulary: one of the problems, where it names more.

    ``tops``: (scheme, slug) of the domains and themes that its concepts fall under; ``sure``: whether they are what is
    asked about, and not only a label whose parts the asker's words happen to be; ``everyday``: whether no label but only an
    everyday expression names it.
    """

    group: Group
    concepts: tuple[Concept, ...]
    tops: frozenset[tuple[str, str]]
    sure: bool
    everyday: bool


@dataclass(frozen=True)
class Understood:
    """A query taken apart. ``plain``: its words outside phrases and exclusions; ``said``: those, with labels that are
    written apart or with an error as the vocabulary writes them, and the phrases without their quotes.

    ``groups``: what it names, ``problems``: those of them that the vocabulary knows; ``synonyms``: labels that were
    added, as people write them.
    """

    text: str
    plain: str
    said: str
    groups: tuple[Group, ...]
    problems: tuple[Problem, ...]
    excluded: tuple[Alternative, ...]
    boosts: tuple[Term, ...]
    synonyms: tuple[str, ...]
    exact_title: str

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """Every concept that the query names, in its order."""
        return tuple(dict.fromkeys(concept for problem in self.problems for concept in problem.concepts))

    @property
    def tops(self) -> frozenset[tuple[str, str]]:
        """(scheme, slug) of every domain and theme that the query is surely about."""
        return frozenset().union(*(problem.tops for problem in self.problems if problem.sure))


def understand(text: str, vocabulary: Vocabulary) -> Understood:
    """Take a clean query apart with the labels of the vocabulary."""
    typed = pieces(text)
    whole = " ".join((typed.plain, *typed.phrases))
    tokens = analyse(typed.plain)
    who = askers(typed.plain)
    asked = tuple(token for token in tokens if token.text.lower() not in who) if who else tokens
    expressions = expressions_in(typed.plain)
    named = named_concepts(typed.plain, expressions, vocabulary)
    matches = [match for match in named if match.text.lower() not in who]
    places = _places(matches, near_expressions(expressions))
    problems, synonyms = _problems(tokens, places, vocabulary)
    groups = [problem.group for problem in problems]
    groups += _loose_words(asked, list(places), alone=not groups)
    groups += [_phrase_group(phrase) for phrase in typed.phrases]
    return Understood(
        text=text,
        plain=typed.plain,
        said=_as_written(whole, places, vocabulary),
        groups=tuple(group for group in groups if group.alternatives),
        problems=tuple(problems),
        excluded=tuple(_excluded(item) for item in typed.excluded),
        boosts=tuple(_boosts(tokens)),
        synonyms=tuple(dict.fromkeys(synonyms)),
        exact_title=" ".join(token.lemma for token in (*tokens, *analyse(" ".join(typed.phrases)))),
    )


def word_group(text: str) -> Group:
    """One word with the forms it may take in a page."""
    return Group(text, tuple(_word_alternatives(text, 1.0)))


def is_exact(group: Group) -> bool:
    """Whether a group is a phrase that the asker put in quotes: just those words are meant."""
    return len(group.alternatives) == 1 and isinstance(group.alternatives[0], Phrase)


def map_words(text: str, change: Callable[[str], str]) -> str:
    """The text with each of its words replaced by what ``change`` makes of it."""
    out, end = [], 0
    for token in tokenize(text):
        out += [text[end : token.start], change(token.text)]
        end = token.end
    return "".join([*out, text[end:]])


def _places(matches: list[Match], said: list[Said]) -> dict[Span, tuple[list[Match], list[str]]]:
    """Start and end of each thing that a query names → the labels met there, and words of pages for it."""
    places: dict[Span, tuple[list[Match], list[str]]] = {}
    for match in matches:
        places.setdefault((match.start, match.end), ([], []))[0].append(match)
    for item in said:
        shared = [place for place in places if place[0] < item.end and item.start < place[1]]
        place = shared[0] if shared else (item.start, item.end)
        places.setdefault(place, ([], []))[1].extend(item.near)
    return places


def _problems(
    tokens: tuple[AnalysedToken, ...],
    places: dict[Span, tuple[list[Match], list[str]]],
    vocabulary: Vocabulary,
) -> tuple[list[Problem], list[str]]:
    """What the query names, and the labels that are added to its words."""
    problems: list[Problem] = []
    synonyms: list[str] = []
    kinds = {match.kind for here, _ in places.values() for match in here}
    unsure = LOOSE if kinds - LOOSE else {PARTS_TOGETHER}
    for (start, end), (here, near) in sorted(places.items()):
        inside = [token for token in tokens if start <= token.start and token.end <= end]
        concepts = _concepts(here, vocabulary)
        said = all(match.kind in (EVERYDAY, EVERYDAY_WORD) for match in here)
        extra = [alternative for concept in concepts for alternative in _synonyms(concept, inside, synonyms)]
        on_pages = _said_on_pages(near)
        meant = [item for concept in concepts for item in _mentioned(concept, inside, everyday=said)]
        group = Group(
            " ".join(token.text for token in inside),
            (*_own_words(inside), *extra, *on_pages),
            mentions=(*meant, *on_pages),
        )
        tops = frozenset((c.scheme, vocabulary.top_of(c.scheme, c.slug)) for c in concepts)
        sure = any(match.kind not in unsure for match in here)
        problems.append(Problem(group, concepts, tops, sure, said))
    return problems, synonyms


def _concepts(matches: list[Match], vocabulary: Vocabulary) -> tuple[Concept, ...]:
    return tuple(vocabulary.by_key[match.scheme, match.concept] for match in matches)


def _as_written(text: str, places: dict[Span, tuple[list[Match], list[str]]], vocabulary: Vocabulary) -> str:
    """The text with each label of the vocabulary as it is written, and not apart or with an error."""
    for (start, end), (matches, _) in sorted(places.items(), reverse=True):
        right = _spelled(" ".join(text[start:end].split()), _concepts(matches, vocabulary))
        text = text[:start] + right + text[end:]
    return text.strip()


def _spelled(typed: str, concepts: tuple[Concept, ...]) -> str:
    """The label that a typed one is another spelling of: a compound written apart, or a hidden label for an error."""
    labels = [(label.text.lower(), label.kind) for concept in concepts for label in concept.labels]
    right = [text for text, kind in labels if kind != HIDDEN]
    joined = typed.lower().replace(" ", "")
    if typed.lower() in right:
        return typed
    if joined in right:
        return joined
    close = get_close_matches(typed.lower(), right, 1) if (typed.lower(), HIDDEN) in labels else []
    return close[0] if close else typed


def _said_on_pages(words: list[str]) -> tuple[Alternative, ...]:
    few = list(dict.fromkeys(words))[: tunables.MAX_SAID]
    return with_stems(few, tunables.SAID_WEIGHT, tunables.SAID_STEM_WEIGHT)


def _loose_words(tokens: tuple[AnalysedToken, ...], named: list[Span], *, alone: bool) -> list[Group]:
    """The other words; small words only where there is nothing else."""
    rest = [
        token
        for token in tokens
        if not any(start <= token.start and token.end <= end for start, end in named)
    ]
    whole = whole_verbs(tokens)
    content = [token for token in rest if not is_function_word(token) and whole.get(token.start) != ""]
    return [
        replace(word_group(whole.get(token.start) or token.form), text=token.text)
        for token in (content or rest if alone else content)
    ]


def _own_words(tokens: list[AnalysedToken]) -> list[Alternative]:
    """The words of a label as the asker wrote them: the phrase, or all its words that carry meaning."""
    if len(tokens) == 1:
        return _word_alternatives(tokens[0].form, 1.0)
    content = [token for token in tokens if not is_function_word(token)] or tokens
    own: list[Alternative] = [Phrase(tuple(token.lemma for token in tokens), tunables.LEMMA_WEIGHT)]
    if len(content) == len(tokens) <= MOST_PIECES:
        own += _word_alternatives("".join(token.form for token in tokens), 1.0)
    own.append(AllOf(tuple(Term(token.lemma) for token in content), tunables.LEMMA_WEIGHT))
    stems = tuple(Term(stem(token.lemma), stemmed=True) for token in content)
    return [*own, AllOf(stems, tunables.STEM_WEIGHT)]


def _word_alternatives(text: str, weight: float) -> list[Alternative]:
    known = word(text)
    found: list[Alternative] = [
        Term(known.lemma, weight * tunables.LEMMA_WEIGHT),
        Term(stem(known.lemma), weight * tunables.STEM_WEIGHT, stemmed=True),
    ]
    if len(known.parts) > 1:
        parts = tuple(Term(stem(part), stemmed=True) for part in dict.fromkeys(known.parts))
        found.append(AllOf(parts, weight * tunables.PARTS_WEIGHT))
    return found


def _synonyms(concept: Concept, own: list[AnalysedToken], shown: list[str]) -> list[Alternative]:
    """The other labels of a concept, each as a conjunction of its words."""
    said = tuple(token.lemma for token in own)
    found: list[Alternative] = []
    weight = _field_weight(concept)
    for label in concept.labels[: tunables.MAX_SYNONYMS]:
        tokens = _label_tokens(label.text)
        if not tokens or tuple(token.lemma for token in tokens) == said or label.context:
            continue
        if label.kind != HIDDEN:
            shown.append(label.text)
        content = [token for token in tokens if not is_function_word(token)]
        if len(tokens) > 1:
            lemmas = tuple(token.lemma for token in tokens)
            found.append(Phrase(lemmas, weight * tunables.SYNONYM_WEIGHT, label.text))
        if len(content) == len(tokens) == 1:
            found.append(Term(content[0].lemma, weight * tunables.SYNONYM_WEIGHT, label=label.text))
            stemmed = stem(content[0].lemma)
            found.append(Term(stemmed, weight * tunables.SYNONYM_STEM_WEIGHT, stemmed=True, label=label.text))
        elif len(content) > 1:
            stems = tuple(Term(stem(token.lemma), stemmed=True) for token in content)
            found.append(AllOf(stems, weight * tunables.SYNONYM_STEM_WEIGHT, label.text))
    return found


@lru_cache(maxsize=LABELS_REMEMBERED)
def _label_tokens(text: str) -> tuple[AnalysedToken, ...]:
    """The words of a label of the vocabulary, remembered: a query has a hundred labels beside it, and always the same."""
    return analyse(text)


def _mentioned(concept: Concept, own: list[AnalysedToken], *, everyday: bool) -> list[Alternative]:
    """The concept as an index has it, and the labels of it that no index has because they are only tried out."""
    weight = tunables.EVERYDAY_WEIGHT if everyday else tunables.MENTION_WEIGHT * _field_weight(concept)
    tried = tuple(label for label in concept.labels if label.kind == TRIED)
    more = _synonyms(replace(concept, labels=tried), own, []) if tried else []
    return [Mention(mention_token(concept), weight, concept.pref_label), *more]


def _field_weight(concept: Concept) -> float:
    return tunables.FIELD_WEIGHT if len(concept.labels) > tunables.FIELD_LABELS else 1.0


def _boosts(tokens: tuple[AnalysedToken, ...]) -> list[Term]:
    """What only re-orders: heads of compounds, and the compounds that neighbouring words would make."""
    content = [token for token in tokens if not is_function_word(token)]
    found = [
        Term(stem(token.parts[-1]), tunables.HEAD_WEIGHT, stemmed=True) for token in content if token.parts
    ]
    order = {token.start: place for place, token in enumerate(tokens)}
    for left, right in pairwise(content):
        # "schuld hulpverlening" may be one word, and "plan voor de veiligheid" one word the other way round.
        apart = order[right.start] - order[left.start] > 1
        first, last = (right, left) if apart else (left, right)
        for link in LINKS:
            found.append(Term(f"{first.lemma}{link}{last.lemma}", tunables.JOINED_WEIGHT))
    return found


def _phrase_group(text: str) -> Group:
    lemmas = tuple(token.lemma for token in analyse(text))
    return Group(text, (Phrase(lemmas),))


def _excluded(text: str) -> Alternative:
    lemmas = tuple(token.lemma for token in analyse(text))
    return Phrase(lemmas) if len(lemmas) > 1 else Term(lemmas[0])
