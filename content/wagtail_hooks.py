"""What this room adds to Wagtail's admin."""

from typing import Any

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from content.admin import (
    canned,
    concepts,
    failed_mail,
    feedback,
    history,
    page_guard,
    privacy_report,
    reports,
    snippets,
    suspects,
    vocabulary_report,
)
from content.admin.changes import MAY
from content.admin.dashboard import TodayPanel
from content.admin.questions import URLS as QUESTION_URLS
from content.admin.questions.access import may_see_inbox
from content.admin.steering import URLS as STEERING_URLS
from content.admin.steering import main_menu_item, menu_items
from content.models import Concept

snippets.register()
canned.register()


class VocabularyMenuItem(MenuItem):
    """Shown to those who may change concepts."""

    def is_shown(self, request: Any) -> bool:
        """Whether the user changes the vocabulary."""
        return bool(request.user.has_perm(MAY))


class FeedbackMenuItem(MenuItem):
    """Shown to those who edit pages."""

    def is_shown(self, request: Any) -> bool:
        """Whether the user may see what readers say."""
        return feedback.may_see_feedback(request.user)


class QuestionsMenuItem(MenuItem):
    """Shown to those who may see a question."""

    def is_shown(self, request: Any) -> bool:
        """Whether the user handles questions."""
        return may_see_inbox(request.user)


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """Addresses of reports and questions, below the admin."""
    return [
        path("rapporten/te-herzien/", reports.ReviewReport.as_view(), name="report-review"),
        path(
            "rapporten/te-herzien/lijst/",
            reports.ReviewReport.as_view(results_only=True),
            name="report-review-results",
        ),
        path("rapporten/bronnen/", reports.SourceReport.as_view(), name="report-sources"),
        path(
            "rapporten/bronnen/lijst/",
            reports.SourceReport.as_view(results_only=True),
            name="report-sources-results",
        ),
        path("rapporten/begrippen/", vocabulary_report.report, name="report-vocabulary"),
        path("rapporten/lezers/", feedback.report, name="report-feedback"),
        path("rapporten/lezers/reacties/", feedback.remarks, name="remarks"),
        path("rapporten/lezers/reacties/<int:pk>/", feedback.handle, name="remark-handle"),
        *STEERING_URLS,
        path("rapporten/mail/", failed_mail.overview, name="failed-mail"),
        path("rapporten/mail/<int:pk>/", failed_mail.decide, name="failed-mail-decide"),
        path("apart-gehouden-vragen/", suspects.suspects, name="suspects"),
        path("apart-gehouden-vragen/<str:reference>/", suspects.decide, name="suspect-decide"),
        path("rapporten/verwerkingen/", privacy_report.report, name="report-privacy"),
        path("rapporten/verwerkingen.<slug:form>", privacy_report.download, name="privacy-register"),
        path("begrippen/<int:pk>/<slug:name>/", concepts.change, name="concept-change"),
        *QUESTION_URLS,
    ]


@hooks.register("register_reports_menu_item")
def review_menu_item() -> MenuItem:
    """*Te herzien* under reports."""
    return MenuItem("Te herzien", reverse("report-review"), icon_name="time", order=10)


@hooks.register("register_reports_menu_item")
def sources_menu_item() -> MenuItem:
    """*Bronnen en gebruik* under reports."""
    return MenuItem("Bronnen en gebruik", reverse("report-sources"), icon_name="link", order=20)


@hooks.register("register_reports_menu_item")
def vocabulary_menu_item() -> MenuItem:
    """*Controle van begrippen* under reports."""
    return VocabularyMenuItem(
        "Controle van begrippen", reverse("report-vocabulary"), icon_name="tag", order=30
    )


@hooks.register("register_reports_menu_item")
def feedback_menu_item() -> MenuItem:
    """*Wat lezers vinden* under reports."""
    return FeedbackMenuItem("Wat lezers vinden", reverse("report-feedback"), icon_name="comment", order=25)


@hooks.register("register_reports_menu_item")
def failed_mail_menu_item() -> MenuItem:
    """*Mail die niet aankwam* under reports."""
    return failed_mail.FailedMailMenuItem(
        "Mail die niet aankwam", reverse("failed-mail"), icon_name="mail", order=45
    )


hooks.register("register_admin_menu_item", main_menu_item)
for _item in menu_items():
    hooks.register("register_reports_menu_item", lambda item=_item: item)


@hooks.register("register_reports_menu_item")
def privacy_menu_item() -> MenuItem:
    """*Verwerkingsregister* under reports."""
    return MenuItem("Verwerkingsregister", reverse("report-privacy"), icon_name="lock", order=40)


@hooks.register("register_snippet_listing_buttons")
def concept_buttons(snippet: Any, user: Any, next_url: str | None = None) -> list[Any]:
    """Merge, split, deprecate and restore in the list of concepts."""
    return concepts.buttons(snippet, user) if isinstance(snippet, Concept) else []


hooks.register("before_delete_snippet", concepts.before_delete)


@hooks.register("before_bulk_action")
def screen_before_publishing(request: Any, action_type: str, objects: Any, action: Any) -> Any:
    """Pages that are published together go through the screen too."""
    return page_guard.before_bulk_action(request, action_type, objects, action)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """The larger changes of concepts in their history."""
    history.register(actions)


@hooks.register("register_admin_menu_item")
def questions_menu_item() -> MenuItem:
    """*Ingezonden vragen* in the main menu."""
    return QuestionsMenuItem("Ingezonden vragen", reverse("questions"), icon_name="help", order=250)


@hooks.register("register_admin_menu_item")
def suspects_menu_item() -> MenuItem:
    """*Apart gehouden vragen* in the main menu, while there are some."""
    return suspects.SuspectsMenuItem(
        "Apart gehouden vragen", reverse("suspects"), icon_name="warning", order=251
    )


@hooks.register("construct_homepage_panels")
def today_panel(request: Any, panels: list[Any]) -> None:
    """The start page begins with what needs the user today."""
    panels.insert(0, TodayPanel(request))


@hooks.register("insert_editor_js")
def editor_js() -> str:
    """What this window saved by itself is not another window's."""
    return format_html('<script src="{}" defer></script>', static("contentadmin/own_saves.js"))


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    """The colours of the site."""
    return format_html('<link rel="stylesheet" href="{}">', static("contentadmin/admin.css"))
