"""Digits that are written out (*nul zes een twee*) as digits, with the way back to the text as it was typed."""

import re
from dataclasses import dataclass

_UNITS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = {
    "twintig": 2, "dertig": 3, "veertig": 4, "vijftig": 5, "zestig": 6, "zeventig": 7, "tachtig": 8, "negentig": 9,
}  # fmt: skip
_WORDS = {word: str(n) for n, word in enumerate(_UNITS + _TEENS)} | {"één": "1", "eén": "1"}
_WORDS |= {word: f"{n}0" for word, n in _TENS.items()}
_WORDS |= {
    unit + joint + ten: str(n * 10 + u)
    for ten, n in _TENS.items()
    for u, unit in enumerate(_UNITS)
    for joint in (("ën",) if unit in ("twee", "drie") else ("en",))
    if u
}
# The days of a month in words, as a pattern.
DAYS = (
    "(?:" + "|".join(sorted((w for w, n in _WORDS.items() if 1 <= int(n) <= 31), key=len, reverse=True)) + ")"
)
MIN_WORDS = 4  # fewer number words in a row are a count, not a number that was spelled out
_TOKEN = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_GAP = re.compile(r"[\s,.\-]{0,3}")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text with its spelled-out digits replaced. ``starts[i]`` and ``ends[i]``: where character ``i`` came from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as it was typed."""
        return self.starts[start], self.ends[end - 1]


def as_digits(text: str) -> Spelled:
    """The text with each run of at least four number words as digits; all other characters stay as they are."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def copy(start: int, end: int) -> None:
        chars.extend(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    done = 0
    for run in _runs(text):
        copy(done, run[0].start())
        for token in run:
            digits = _WORDS.get(token.group().lower(), token.group())
            chars.extend(digits)
            starts.extend([token.start()] * len(digits))
            ends.extend([token.end()] * len(digits))
        done = run[-1].end()
    copy(done, len(text))
    return Spelled("".join(chars), tuple(starts), tuple(ends))


def _runs(text: str) -> list[list[re.Match[str]]]:
    """Runs of number words, with digits between them, of which at least ``MIN_WORDS`` are words."""
    runs: list[list[re.Match[str]]] = []
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        number = token.group().isdigit() or token.group().lower() in _WORDS
        joined = not run or _GAP.fullmatch(text, run[-1].end(), token.start())
        if run and not (number and joined):
            runs.append(run)
            run = []
        if number:
            run.append(token)
    runs.append(run)
    return [run for run in runs if sum(not token.group().isdigit() for token in run) >= MIN_WORDS]
