"""What a SKOS file says, as plain data: between the graph and the database."""

from dataclasses import dataclass, field

Key = tuple[str, str]
"""(scheme, slug) of a concept in our own database."""


@dataclass(frozen=True)
class SchemeData:
    """A scheme of a file. ``slug`` is empty for a scheme of somebody else."""

    uri: str
    slug: str
    title: str
    description: str = ""
    origin: str = ""


@dataclass(frozen=True)
class ConceptData:
    """A concept of a file; relations are URIs. ``key`` is None for a concept of somebody else.

    ``labels``: (text, kind, context). ``order`` is None where the file does not say.
    """

    uri: str
    key: Key | None
    scheme: str
    pref_label: str
    pref_context: str = ""
    labels: frozenset[tuple[str, str, str]] = frozenset()
    definition: str = ""
    scope_note: str = ""
    order: int | None = None
    broader: str = ""
    related: frozenset[str] = frozenset()
    exact_match: tuple[str, ...] = ()
    close_match: tuple[str, ...] = ()
    deprecated: bool = False
    merged: bool = False
    replaced_by: str = ""
    origin: str = ""


@dataclass(frozen=True)
class Refusal:
    """Why something of the file cannot be taken; ``about`` is a label, a URI or the file."""

    about: str
    reason: str

    def __str__(self) -> str:
        return f"{self.about}: {self.reason}"


@dataclass
class Thesaurus:
    """A whole file. ``notes`` say what was left out without being wrong."""

    schemes: dict[str, SchemeData] = field(default_factory=dict)
    concepts: dict[str, ConceptData] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
