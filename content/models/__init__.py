"""What the centre knows: vocabulary, pages, tags and questions."""

from content.models.answers import AnswerPage
from content.models.articles import ArticlePage
from content.models.base import ContentPage, RelatedPage, SourceReference
from content.models.candidates import CandidateTerm
from content.models.contacts import Contact
from content.models.deciding import DecisionBatch, DecisionItem
from content.models.elements import ElementPage
from content.models.factsheets import FactsheetPage, Figure
from content.models.feedback import AnsweredBefore, HelpfulDay, Remark, SameQuestionDay
from content.models.following import Follow, Follower
from content.models.handling import (
    CannedReply,
    DeclineReason,
    Invitation,
    QuestionEvent,
    QuestionNote,
)
from content.models.mail import OutgoingMail
from content.models.publications import PublicationPage
from content.models.questions import Question
from content.models.site import HomePage, OverviewPage, PlainPage
from content.models.steering import PageText, TagThreshold, VocabularyChange
from content.models.suspect import SuspectContact, SuspectQuestion
from content.models.tags import Decision, Tag, TagDecision, TagRun
from content.models.vocabulary import Concept, ConceptScheme, Label, VocabularyState

__all__ = [
    "AnswerPage",
    "AnsweredBefore",
    "ArticlePage",
    "CandidateTerm",
    "CannedReply",
    "Concept",
    "ConceptScheme",
    "Contact",
    "ContentPage",
    "Decision",
    "DecisionBatch",
    "DecisionItem",
    "DeclineReason",
    "ElementPage",
    "FactsheetPage",
    "Figure",
    "Follow",
    "Follower",
    "HelpfulDay",
    "HomePage",
    "Invitation",
    "Label",
    "OutgoingMail",
    "OverviewPage",
    "PageText",
    "PlainPage",
    "PublicationPage",
    "Question",
    "QuestionEvent",
    "QuestionNote",
    "RelatedPage",
    "Remark",
    "SameQuestionDay",
    "SourceReference",
    "SuspectContact",
    "SuspectQuestion",
    "Tag",
    "TagDecision",
    "TagRun",
    "TagThreshold",
    "VocabularyChange",
    "VocabularyState",
]
