"""The few blocks that a body is made of."""

from wagtail import blocks

RICH_TEXT_FEATURES = ["h3", "bold", "italic", "link", "ol", "ul"]
SMALL_TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class StepBlock(blocks.StructBlock):
    """One step: what to do in a few words, and how."""

    title = blocks.CharBlock(label="Wat u doet", max_length=120, required=False)
    text = blocks.RichTextBlock(label="Hoe", features=SMALL_TEXT_FEATURES, required=False)

    class Meta:
        icon = "list-ol"
        label = "Stap"


class BodyBlock(blocks.StreamBlock):
    """The body of every page type."""

    heading = blocks.CharBlock(label="Tussenkop", max_length=150, icon="title")
    text = blocks.RichTextBlock(label="Tekst", features=RICH_TEXT_FEATURES)
    steps = blocks.ListBlock(StepBlock(), label="Stappen", icon="list-ol")
    quote = blocks.TextBlock(label="Citaat", icon="openquote")
    note = blocks.RichTextBlock(label="Let op", features=SMALL_TEXT_FEATURES, icon="warning")

    class Meta:
        required = False
