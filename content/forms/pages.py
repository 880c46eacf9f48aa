"""The form behind Wagtail's page editor for content pages."""

from wagtail.admin.forms import WagtailAdminPageForm


class ContentPageForm(WagtailAdminPageForm):
    """The page form."""
