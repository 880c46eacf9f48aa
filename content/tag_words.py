"""The score of a tag in words."""

STRENGTHS = ((0.8, "zeer sterk"), (0.6, "sterk"), (0.45, "redelijk"), (0.3, "zwak"), (0.0, "zeer zwak"))


def strength(score: float) -> str:
    """A score from 0 to 1 in words, to stand before *bewijs*."""
    return next(words for least, words in STRENGTHS if score >= least)
