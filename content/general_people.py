"""People in general words: who a name stands for, as far as the words around it say, and never which person.

*Kevin (9)* is *een kind van 8 tot 12*, *mevrouw De Vries* is *de moeder* where a text is about children, *onze dochter
Sanne* is *onze dochter*, and whoever the text says nothing of is *deze persoon*. Who is named again is the same person.
"""

import re
from dataclasses import dataclass, field

from content.ages import CHILD, GROWN_UP, band
from content.nlp.data.person_words import KIN, PROFESSIONS
from content.nlp.patterns import one_of
from content.safe_words import FAMILIES, MEN, WOMEN

REACH = 40  # characters before and behind a name that say who it is
SOMEBODY, SOMEBODY_ELSE = "deze persoon", "iemand anders"
WOMAN, MOTHER, MAN, FATHER, FAMILY = "deze vrouw", "de moeder", "deze man", "de vader", "het gezin"
THEIRS = "zijn of haar"
# Said of the second person whom the same words would stand for.
OTHER = {
    SOMEBODY: SOMEBODY_ELSE,
    WOMAN: "een andere vrouw",
    MOTHER: "een andere vrouw",
    MAN: "een andere man",
    FATHER: "een andere man",
    FAMILY: "een ander gezin",
}
# Words that say enough by themselves: a name behind them is taken out.
_ROLES = (
    KIN
    | PROFESSIONS
    | frozenset(
        ["oma", "opa", "tante", "oom", "ome", "juf", "juffrouw", "meester", "dokter", "zuster", "broeder"]
    )
    | frozenset(["verdachte", "betrokkene", "slachtoffer"])
)
# Of these, every name in the row behind them.
_SEVERAL = {"tweeling", "drieling", "kinderen", "dochters", "zonen", "zoons", "broers", "zussen", "ouders"}
_LEARNED = "dr|drs|mr|ir|ing|prof"
_CHILDREN = re.compile(
    r"\b(?:kind(?:eren|je|jes)?|baby|dochters?|zoons?|zonen|moeders?|vaders?|ouders?|kids|peuter|kleuter)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"(?:\b(?:de|het|een|onze|ons)\s)?\b(?P<title>{one_of(WOMEN | MEN | FAMILIES)}|"
    rf"{_LEARNED})\b\.?\s{{0,2}}$",
    re.IGNORECASE,
)
_OWN_TITLE = re.compile(
    rf"(?:{one_of(WOMEN | MEN | FAMILIES | _ROLES)}|{_LEARNED})\.?\s{{1,2}}",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"\b(?P<role>{one_of(_ROLES | _SEVERAL)})(?P<joint>\s{{1,2}}|,\s|:\s|\s?\()$",
    re.IGNORECASE,
)
_ROW = re.compile(r",?\s(?:(?:en|&)\s)?")
_OF = re.compile(r"van\s{1,2}(?=[A-ZÀ-Þ])")
_VERB = re.compile(r",\s[a-zà-ÿ]{1,14}(?:t|de|te|is|was|kan|mag|wil|zal)\b")
_CALLED = re.compile(r"\b(?:heet|heette|heten)\s{1,2}$", re.IGNORECASE)
_NAMED_SELF = re.compile(r"\bnoem(?:t|de)?\s(?:zich|mij|me)\s{1,2}$", re.IGNORECASE)
_NAMED = re.compile(r"\bnoem(?:t|en|de|den)?(?:\s(?:haar|hem|hen|ons))?\s{1,2}$", re.IGNORECASE)
_FIELD = re.compile(r"\b(?:naam|voornaam|achternaam|roepnaam)(?:\sis)?[:\s]{1,3}$", re.IGNORECASE)
_SO_CALLED = re.compile(r",?\s{1,2}genaamd\s{1,2}$", re.IGNORECASE)
_YEARS = r"\s?(?:jaar(?:\soud)?|jr\.?|j\.?)"
_AGE = re.compile(
    rf"\s?\((?P<a>\d{{1,2}})(?:{_YEARS})?\)|,\s(?P<b>\d{{1,2}})(?:{_YEARS})?,|,?\s(?P<c>\d{{1,2}}){_YEARS}(?!\w)|"
    r"\svan\s(?P<d>\d{1,2})(?=[\s,.?!]|$)(?!\s(?:procent|euro|uur|de\b))",
    re.IGNORECASE,
)
_AGE_SAID = re.compile(r"\s(?:is|was|wordt)\s(?:\w{1,10}\s)?(\d{1,2})(?:\sjaar|\sen\b|[,.]|$)", re.IGNORECASE)
_OWNED = re.compile(rf"\s(?:{one_of(KIN)}|ouders|kinderen|gezin|school)\b", re.IGNORECASE)
_PART = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands in the place of characters ``start`` to ``end``."""

    start: int
    end: int
    words: str


@dataclass
class People:
    """Who was named in a text so far, each with the words that stand for them from then on."""

    text: str
    known: dict[str, str] = field(default_factory=dict)
    row_from: int = -1  # where the last name of a row ended that goes whole

    def edit(self, start: int, end: int, floor: int, ceiling: int) -> Edit:
        """What to write for the name at ``start`` to ``end``; nothing before ``floor`` or behind ``ceiling`` is touched."""
        if self.row_from == floor and _ROW.fullmatch(self.text, floor, start):
            self.row_from = end
            return Edit(floor, end, "")
        if own := _OWN_TITLE.match(self.text, start, end) or _OF.match(self.text, start, end):
            start = own.end()
        before = self.text[max(floor, start - REACH) : start]
        if role := _ROLE.search(_TITLE.sub("", before)):
            return self._behind_role(role, start - len(before), end, ceiling)
        if edit := self._called(before, start, end):
            return edit
        if title := _TITLE.search(before):
            start -= len(before) - title.start()
        name = self.text[start:end] if not title else self.text[start + len(title.group()) : end]
        if self._is_whose(name, end):
            return Edit(start, end, THEIRS)
        words, end = self._who(title["title"].lower() if title else "", end, ceiling, name)
        return Edit(start, end, words)

    def _behind_role(self, role: re.Match[str], offset: int, end: int, ceiling: int) -> Edit:
        """A role says who it is: the name goes, with the title and the signs that set it apart."""
        start, joint = offset + role.start("joint"), role["joint"].strip()
        self.row_from = end if role["role"].lower() in _SEVERAL else -1
        behind = self.text[end : min(ceiling, end + 2)]
        if joint == "(" and behind[:1] == ")":
            return Edit(start, end + 1, "")
        if joint == "(":
            return Edit(offset + role.end("joint"), end + len(behind) if behind == ", " else end, "")
        set_apart = joint == "," and _VERB.match(self.text, end) is not None
        return Edit(start, end + 1 if set_apart else end, "")

    def _called(self, before: str, start: int, end: int) -> Edit | None:
        """Where the text says how somebody is called."""
        if so := _SO_CALLED.search(before):
            return Edit(start - len(before) + so.start(), end, "")
        if _CALLED.search(before):
            return Edit(start, end, "hier anders")
        if _NAMED_SELF.search(before):
            return Edit(start, end, "anders")
        if _NAMED.search(before):
            return Edit(start, end, "hier niet bij naam")
        return Edit(start, end, "weggelaten") if _FIELD.search(before) else None

    def _is_whose(self, name: str, end: int) -> bool:
        marked = re.search(r"['’`]s?$", name) is not None or self.text[end : end + 1] in ("'", "’")
        return (marked or name.endswith("s")) and _OWNED.match(self.text, end) is not None

    def _who(self, title: str, end: int, ceiling: int, name: str) -> tuple[str, int]:
        """The words for a person, and where what they stand for ends."""
        parts = [part.group().casefold() for part in _PART.finditer(name) if part.group()[0].isupper()] or [
            name.casefold()
        ]
        known = next((self.known[part] for part in parts if part in self.known), "")
        age = _AGE.match(self.text, end, ceiling)
        years = next((int(found) for found in age.groups() if found), None) if age else None
        words, later = (known, known) if known else self._words(title, years, end)
        for part in parts:
            self.known.setdefault(part, later)
        return words, age.end() if age and not title else end

    def _words(self, title: str, years: int | None, end: int) -> tuple[str, str]:
        """For who is named for the first time: the words now, and when named again."""
        if title in WOMEN:
            return self._unused(MOTHER if _CHILDREN.search(self.text) else WOMAN)
        if title in MEN:
            return self._unused(FATHER if _CHILDREN.search(self.text) else MAN)
        if title in FAMILIES:
            return self._unused(FAMILY)
        if years is not None:
            return self._aged(years)
        if said := _AGE_SAID.match(self.text, end):
            words = (
                "dit kind"
                if int(said[1]) < CHILD
                else "deze jongere"
                if int(said[1]) < GROWN_UP
                else SOMEBODY
            )
            return words, words
        return self._unused(SOMEBODY)

    def _aged(self, years: int) -> tuple[str, str]:
        if years >= GROWN_UP:
            return "een volwassene", SOMEBODY
        noun, this, other = (
            ("kind", "dit kind", "een ander kind")
            if years < CHILD
            else ("jongere", "deze jongere", "een andere jongere")
        )
        taken = this in self.known.values()
        return f"{other if taken else f'een {noun}'} van {band(years)}", other if taken else this

    def _unused(self, words: str) -> tuple[str, str]:
        chosen = OTHER[words] if words in self.known.values() else words
        return chosen, chosen
