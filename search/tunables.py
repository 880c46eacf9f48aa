"""The numbers of ranking, in one place. Change them with the judged queries at hand (tests/search/test_relevance.py)."""

LEMMA_WEIGHT = 1.0
STEM_WEIGHT = 0.55  # of a word, or of the part of a compound that it is
PARTS_WEIGHT = 0.8  # of a compound in the query whose parts all stand in the page
HEAD_WEIGHT = 0.35  # of a compound's last part alone; it re-orders, it does not match
SYNONYM_WEIGHT = 0.5  # of a label from the vocabulary; below a word itself, so that it never beats it
SYNONYM_STEM_WEIGHT = 0.4
MENTION_WEIGHT = 0.5  # of a page that mentions a concept by another of its labels
EVERYDAY_WEIGHT = 0.2  # of a page that mentions a concept that the query has an everyday expression for
SAID_WEIGHT = 1.2  # of a word of pages that an everyday expression stands for, whose own words few pages have
SAID_STEM_WEIGHT = 0.85
MAX_SAID = 3  # words for one thing that a query names; each is asked of the engine in two forms
MAX_SYNONYMS = 120  # per concept
FIELD_LABELS = (
    20  # a concept with more labels is a whole field, whose labels are near each other rather than the same
)
FIELD_WEIGHT = 0.4  # times the weight of a synonym, of such a concept
NEAR_WEIGHT = 0.5  # of an everyday word that stands near a word which few pages have
NEAR_STEM_WEIGHT = 0.25
NEAR_SHARE = 0.035  # of all pages; a word on more of them needs no such help
SUBJECT_WEIGHT = 0.7  # of what a page says about a subject of the query, times how sure that is; it re-orders
JOINED_WEIGHT = 0.33  # of the compound that two neighbouring query words make
KIN_WEIGHT = 0.4  # of a word that starts as a Dutch word does that no page has
MIN_KIN = 6  # letters that both must share
COMMON_SHARE = 0.45  # a word on more than this share of the pages only re-orders, beside words that select
COMMON_BESIDE_CONCEPT = 0.12  # the same beside words that name a concept of the vocabulary
ENOUGH_HITS = 24  # below this the match set is relaxed by a word at a time
ENOUGH_FOR_MANY = 80  # the same of a whole question, whose answer seldom says it in the same words
RELAXED_WEIGHT = 1.1  # of a word that was let go, as a boost: pages that do have it stay on top

DIS_MAX_TIE = 0.1  # a second road to the same word counts a little, so that more forms beat fewer
EXACT_TITLE_BOOST = 12.0  # of the page whose title is the query

# What a page gets for its type alone: guidance before references, but never before a clearly better match.
TYPE_BONUS = {"element": 6.5, "answer": 6.5, "factsheet": 6.0, "article": 2.5}

# What each of several problems that a page names scores: pages that treat more of them come first.
COVERAGE_BONUS = 13.0
TREATED_WEIGHT = 1.8  # times the spread of what is learned, and the other problems; of a page with all
MANY_THINGS = 3  # groups from which a query is a whole question: a page may meet a part of them
MET_BONUS = 4.0  # of each of them that names nothing, as COVERAGE_BONUS
OWN_BONUS = 8.0  # of pages with the asker's words, above pages that are only about the same subject
WIDEN_CHANCE = 0.5  # from which chance on a subject gives pages to a search that finds few
ABOUT_BONUS = 7.0  # of a page whose tags say that it is about the domain or theme that the query names
NARROW_BONUS = 6.0  # of pages that are about the narrower concept that the query names, beside the one before
LEADING = 12  # of the candidates, whose editors wrote a search that is nearest to what is asked
SENTENCE_WORDS = 4  # from which a query is a sentence, in which a label may be named in passing
CANDIDATES = 40  # of the best pages, which are put in the order that was learned
CANDIDATES_FOR_SENTENCE = 80  # the same for a sentence, of which any word finds a page
THING_BONUS = 4.0  # of a candidate for each thing that a sentence names
ANY_WORD_WEIGHT = 0.7  # of each word of it
NAMED_CHANCE = 0.25  # of a subject that a sentence names, where the model sees nothing of it
SUBJECT_CHANCE = 0.3  # from which chance on the learned model's expectation counts as such, times the chance

# Beside a question in the ask form (judged by tests/gold/deflection.yaml).
KNOWN_TYPES = {
    "answer": 1.5,
    "element": 1.0,
    "factsheet": 0.9,
    "article": 0.8,
    "publication": 0.5,
}  # times the score
KNOWN_LENT = 0.35  # of the score of the best page that a page is related to, added to its own
KNOWN_CANDIDATES = 30
FEEDBACK_PAGES = 5
FEEDBACK_TERMS = 12
FEEDBACK_SHARE = 0.2

SHORT_WORD = 8  # letters; a shorter word may differ one edit from what was meant, a longer one two
MIN_TYPO_LENGTH = 4
TYPO_CANDIDATES = 20_000
