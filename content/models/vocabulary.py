"""The vocabulary: SKOS concepts in concept schemes, with their labels."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.search import index

from content.models.links import LinkListField

FIXED_ADDRESS = "Dit kan niet meer veranderen: het is een deel van een vast adres."


class ConceptScheme(models.Model):
    """A skos:ConceptScheme: *domein*, *thema*, or a code list such as *bewijskracht*."""

    slug = models.SlugField("naam in het adres", unique=True)
    title = models.CharField("titel", max_length=100)
    description = models.TextField("uitleg", blank=True)
    origin = models.CharField(
        "overgenomen van", max_length=500, blank=True, editable=False, help_text="Het adres bij de maker."
    )

    class Meta:
        verbose_name = "begrippenlijst"
        verbose_name_plural = "begrippenlijsten"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse another address than the scheme was made with.

        Raises:
            ValidationError: on the field ``slug``.
        """
        stored = ConceptScheme.objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if stored not in (None, self.slug):
            raise ValidationError({"slug": FIXED_ADDRESS})

    def get_absolute_url(self) -> str:
        """The permanent URI of the scheme, as a path."""
        return reverse("scheme", args=[self.slug])


class ConceptQuerySet(models.QuerySet["Concept"]):
    def in_scheme(self, scheme: str) -> "ConceptQuerySet":
        """The concepts of the scheme with this slug, in reading order."""
        return self.filter(scheme__slug=scheme)

    def tops(self) -> "ConceptQuerySet":
        """The concepts without a broader one: the values of a facet."""
        return self.filter(broader=None, deprecated=False)

    def in_use(self) -> "ConceptQuerySet":
        """The concepts that are not deprecated."""
        return self.filter(deprecated=False)


class Concept(index.Indexed, ClusterableModel):
    """A skos:Concept. Its slug never changes: with the scheme it is the permanent URI."""

    scheme = models.ForeignKey(
        ConceptScheme, on_delete=models.PROTECT, related_name="concepts", verbose_name="begrippenlijst"
    )
    slug = models.SlugField("naam in het adres", max_length=100, help_text="Verandert nooit meer.")
    pref_label = models.CharField("voorkeursterm", max_length=120)
    pref_context = models.CharField(
        "alleen met", max_length=300, blank=True, help_text="Als de voorkeursterm meer betekenissen heeft."
    )
    definition = models.TextField("omschrijving", blank=True)
    scope_note = models.TextField("gebruik", blank=True, help_text="Wanneer wel en wanneer niet.")
    broader = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="narrower",
        verbose_name="breder begrip",
    )
    related = ParentalManyToManyField(
        "self", symmetrical=False, blank=True, verbose_name="verwante begrippen"
    )
    order = models.PositiveIntegerField("volgorde", default=0)
    deprecated = models.BooleanField("vervallen", default=False, editable=False)
    replaced_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="replaces",
        verbose_name="opvolger",
    )
    merged = models.BooleanField("samengevoegd met de opvolger", default=False, editable=False)
    exact_match = LinkListField(
        "betekent hetzelfde als",
        help_text="Webadressen van begrippen in andere lijsten, elk op een eigen regel.",
    )
    close_match = LinkListField(
        "betekent bijna hetzelfde als",
        help_text="Webadressen van begrippen in andere lijsten, elk op een eigen regel.",
    )
    origin = models.CharField("overgenomen van", max_length=500, blank=True, editable=False, db_index=True)

    objects = ConceptQuerySet.as_manager()

    search_fields = [
        index.SearchField("pref_label"),
        index.AutocompleteField("pref_label"),
        index.RelatedFields("label_set", [index.SearchField("text"), index.AutocompleteField("text")]),
        index.FilterField("scheme_id"),
    ]

    class Meta:
        verbose_name = "begrip"
        verbose_name_plural = "begrippen"
        ordering = ["scheme", "order", "pref_label"]
        constraints = [models.UniqueConstraint(fields=["scheme", "slug"], name="concept_slug_in_scheme")]

    def __str__(self) -> str:
        return self.pref_label

    def clean(self) -> None:
        """Refuse a broader concept of another scheme, a circle, and another address than it was made with.

        Raises:
            ValidationError: on the field ``broader``, ``slug`` or ``scheme``.
        """
        self._check_address()
        seen, step = {self.pk}, self.broader
        if step and step.scheme_id != self.scheme_id:
            raise ValidationError({"broader": "Kies een begrip uit dezelfde begrippenlijst."})
        while step:
            if step.pk in seen and step.pk is not None:
                raise ValidationError(
                    {"broader": "Zo ontstaat een kring: dit begrip valt dan onder zichzelf."}
                )
            seen.add(step.pk)
            step = step.broader

    def _check_address(self) -> None:
        stored = Concept.objects.filter(pk=self.pk).values_list("slug", "scheme_id").first()
        if stored is None:
            return
        for name, old, new in zip(("slug", "scheme"), stored, (self.slug, self.scheme_id), strict=True):
            if old != new:
                raise ValidationError({name: FIXED_ADDRESS})

    def get_state(self) -> str:
        """What became of the concept, in words; empty for one in use."""
        if not self.deprecated:
            return ""
        state = "samengevoegd" if self.merged else "vervallen"
        return f"{state} → {self.replaced_by}" if self.replaced_by else state

    def get_absolute_url(self) -> str:
        """The permanent URI of the concept, as a path."""
        return reverse("concept", args=[self.scheme.slug, self.slug])


class Label(models.Model):
    """An alternative or hidden label (skos:altLabel, skos:hiddenLabel) of a concept."""

    class Kind(models.TextChoices):
        ALT = "alt", "ook bekend als"
        HIDDEN = "hidden", "alleen om te vinden"

    concept = ParentalKey(Concept, on_delete=models.CASCADE, related_name="label_set")
    text = models.CharField("woord of woordgroep", max_length=120)
    kind = models.CharField("soort", max_length=6, choices=Kind.choices, default=Kind.ALT)
    context = models.CharField(
        "alleen met",
        max_length=300,
        blank=True,
        help_text="Voor woorden met meer betekenissen: telt alleen als een van deze woorden dichtbij staat. "
        "Met een min ervoor (-eigen) juist niet als dat woord in de zin staat. Scheid ze met komma's.",
    )

    class Meta:
        verbose_name = "woord"
        verbose_name_plural = "woorden"
        ordering = ["kind", "text"]
        constraints = [models.UniqueConstraint(fields=["concept", "text"], name="label_once_per_concept")]

    def __str__(self) -> str:
        return self.text


class VocabularyState(models.Model):
    """One row: a number that is another after each change, so that every process knows when to read it again.

    ``candidates_at``: when words that may belong in it were last looked for by themselves.
    """

    revision = models.PositiveIntegerField(default=0)
    candidates_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "stand van de woordenlijst"

    def __str__(self) -> str:
        return str(self.revision)
