"""How a Dutch word sounds, roughly: words that are written by ear are told by it.

Own rules on the spelling: signs for one sound become one sign. It is no transcription: words that are the same here may
still be said a little apart.
"""

from functools import lru_cache

# In this order; the first ones are longer signs that later ones would break.
_SIGNS = """
isch:is sch:sg tsj:tj tsie:sie uij:ui zj:g sj:g ij:ei y:i ou:au auw:au ouw:au eau:o ph:f th:t rh:r
gh:g ch:g ce:se ci:si cc:k ck:k c:k qu:kw q:k x:ks tie:sie tio:sio dt:t z:s v:f ie:i eu:u oe:w
ngk:nk ae:a
"""
_SAME_SOUND = tuple(pair.split(":") for pair in _SIGNS.split())
_VOICED = {"d": "t", "b": "p", "g": "g"}
_VOICELESS = "fkpstg"
MAX_LENGTH = 40  # letters; no word that is written by ear is longer


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The sound of a folded word in lower case: ``psygiater`` and ``psychiater`` → ``psigiater``."""
    said = word[:MAX_LENGTH]
    for written, same in _SAME_SOUND:
        said = said.replace(written, same)
    out: list[str] = []
    for place, letter in enumerate(said):
        after = said[place + 1 : place + 2]
        spoken = _VOICED.get(letter, letter) if not after or after in _VOICELESS else letter
        if not out or out[-1] != spoken:
            out.append(spoken)
    return "".join(out)
