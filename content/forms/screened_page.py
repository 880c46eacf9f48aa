"""The page form that screens for personal data when a page is on its way to its readers, not at each saving."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from content import page_screen
from content.questions.personal import Detail

LEAVING = ("action-publish", "action-submit", "action-restart-workflow")
REFUSING = "reject"
TICK, SEEN = "no_names", "names_seen"  # what the panel with the names sends
NAMES_ASKED = (
    "Op deze pagina lijken namen of geboortedata te staan. Kijk bovenaan bij ‘Namen op deze pagina’."
)


class ScreenedPageForm(WagtailAdminPageForm):
    """Identifiers are errors of their fields; names and dates of birth ask the editor once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names_found: list[Detail] = []

    def is_valid(self) -> bool:
        """Whether the page can be saved, and sent or published where that was asked."""
        valid: bool = super().is_valid()
        if valid and self._leaves():
            self._screen()
        return valid and not self.errors

    def names_signature(self) -> str:
        """Says of which words the editor is asked; a tick under other words counts for nothing."""
        return page_screen.signature(self.names_found)

    def _leaves(self) -> bool:
        """Whether the page is on its way to its readers: sent in, approved or published."""
        if any(self.data.get(name) for name in LEAVING):
            return True
        approving = self.data.get("action-workflow-action") and self.data.get("workflow-action-name")
        return bool(approving) and approving != REFUSING

    def _screen(self) -> None:
        screened = page_screen.screen_page(self.instance, self._children())
        for detail in screened.stopping:
            self.add_error(detail.field if detail.field in self.fields else None, self._message(detail))
        self.names_found = page_screen.unconfirmed(self.instance, screened)
        if self.names_found and not self._ticked():
            self.add_error(None, NAMES_ASKED)
        elif not self.errors:
            standing = {page_screen.digest(detail) for detail in screened.warnings}
            self.instance.names_confirmed = sorted(standing)

    def _ticked(self) -> bool:
        """Whether the editor said so of these words. Read as sent: a form field would be drawn outside its panel too."""
        return bool(self.data.get(TICK)) and self.data.get(SEEN) == self.names_signature()

    def _message(self, detail: Detail) -> str:
        if detail.field in self.fields:
            return detail.message
        return f"{page_screen.field_label(self.instance, detail.field)}: {detail.message}"

    def _children(self) -> dict[str, str]:
        """Texts of sources, figures and the like as they were sent, by the name of their relation."""
        return {
            name: "\n".join(
                value
                for form in formset.forms
                if form not in formset.deleted_forms
                for field, value in getattr(form, "cleaned_data", {}).items()
                if isinstance(value, str) and field not in page_screen.SKIPPED
            )
            for name, formset in self.formsets.items()
            if formset.model._meta.app_label == page_screen.APP
        }
