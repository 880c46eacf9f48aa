"""Digits that are written out (*nul zes een twee*) or as letters (*O6*) as digits."""

import itertools
import re
from dataclasses import dataclass

from content.nlp.patterns import one_of
from content.nlp.screen.mapped import Mapped, Rewriting, unchanged

_UNITS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = {
    "twintig": 2, "dertig": 3, "veertig": 4, "vijftig": 5, "zestig": 6, "zeventig": 7, "tachtig": 8, "negentig": 9,
}  # fmt: skip
_WORDS = {word: str(n) for n, word in enumerate(_UNITS + _TEENS)} | {"één": "1", "eén": "1", "zero": "0"}
_WORDS |= {word: f"{n}0" for word, n in _TENS.items()}
_WORDS |= {
    unit + joint + ten: str(n * 10 + u)
    for ten, n in _TENS.items()
    for u, unit in enumerate(_UNITS)
    for joint in (("ën", "en") if unit in ("twee", "drie") else ("en",))
    if u
}
_ORDINALS = {
    "een": "eerste", "twee": "tweede", "drie": "derde", "vier": "vierde", "zes": "zesde", "zeven": "zevende",
    "acht": "achtste",
}  # fmt: skip
_DAYS = {word: int(digits) for word, digits in _WORDS.items() if 1 <= int(digits) <= 31}
# The days of a month, in two ways, and the numbers to ninety-nine in words, as patterns.
DAYS = f"(?:{one_of(_DAYS)})"
ORDINALS = f"(?:{one_of(_ORDINALS.get(w, w + ('ste' if day >= 20 else 'de')) for w, day in _DAYS.items())})"
NUMBERS = f"(?:{one_of(_WORDS)})"
MIN_WORDS = 4  # fewer number words in a row are a count, not a number that was spelled out
MIN_WORDS_BEFORE_DIGITS = 2  # as in *nul zes 12345678*
MIN_DIGITS = 8  # from here on a spelled-out number is no count, but somebody's
_TOKEN = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_SPOKEN_GAPS = ("streepje", "spatie", "punt", "dan")
_GAP = re.compile(rf"[\s,.\-]{{0,3}}(?:(?:{'|'.join(_SPOKEN_GAPS)})[\s,.\-]{{1,3}})?")
# Digits among which some are letters that look like one; bounded, so that it stays linear.
_LETTERED = re.compile(r"(?<![^\W_])[\dOoIl](?:[ .\-/]?[\dOoIl]){7,12}(?![^\W_])")
_LOOKALIKES = str.maketrans("OoIl", "0011")
MOST_LOOKALIKES = 3


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text in digits, and the runs of number words in it that are somebody's number, as places in the typed text."""

    mapped: Mapped
    numbers: tuple[tuple[int, int], ...]


def as_digits(text: str) -> Spelled:
    """The text with spelled-out and look-alike digits as digits; all other characters stay as they are."""
    runs = _runs(text)
    lettered = [match for match in _LETTERED.finditer(text) if _has_few_letters(match.group())]
    if not runs and not lettered:
        return Spelled(unchanged(text), ())
    pieces = [(run[0].start(), run[-1].end(), run) for run in runs]
    pieces += [(match.start(), match.end(), [match]) for match in lettered]
    result = Rewriting()
    done = 0
    for start, end, tokens in sorted(pieces, key=lambda piece: piece[:2]):
        if start < done:
            continue
        result.copy(text, done, start)
        for token in tokens:
            written = _WORDS.get(token.group().lower())
            if written is None:
                for offset, char in enumerate(token.group().translate(_LOOKALIKES), token.start()):
                    result.put(char, offset, offset + 1)
            else:
                result.put(written, token.start(), token.end())
        done = end
    result.copy(text, done, len(text))
    numbers = tuple((run[0].start(), run[-1].end()) for run in runs if _is_number(run))
    return Spelled(result.done(), numbers)


def _has_few_letters(written: str) -> bool:
    return 0 < sum(char.isalpha() for char in written) <= MOST_LOOKALIKES


def _is_number(run: list[re.Match[str]]) -> bool:
    """Whether a run is somebody's number: long, and not counting in steps."""
    values = [_WORDS.get(token.group().lower(), token.group()) for token in run]
    if sum(map(len, values)) < MIN_DIGITS:
        return False
    if any(len(value) > MIN_DIGITS for value in values):
        return True
    steps = {int(after) - int(before) for before, after in itertools.pairwise(values)}
    return len(steps) > 1


def _runs(text: str) -> list[list[re.Match[str]]]:
    """Runs of number words, with digits between them."""
    runs: list[list[re.Match[str]]] = []
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        number = token.group().isdigit() or token.group().lower() in _WORDS
        joined = not run or _GAP.fullmatch(text, run[-1].end(), token.start())
        if run and not (number and joined):
            if token.group().lower() in _SPOKEN_GAPS:
                continue
            runs.append(run)
            run = []
        if number:
            run.append(token)
    runs.append(run)
    return [run for run in runs if _counts(run)]


def _counts(run: list[re.Match[str]]) -> bool:
    words = sum(not token.group().isdigit() for token in run)
    digits = sum(len(token.group()) for token in run if token.group().isdigit())
    dictated = _WORDS.get(run[0].group().lower()) == "0" and words + digits > MIN_DIGITS if run else False
    return (
        dictated or words >= MIN_WORDS or (words >= MIN_WORDS_BEFORE_DIGITS and words + digits >= MIN_DIGITS)
    )
