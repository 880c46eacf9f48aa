"""E-mail addresses and profiles of people: as they are, spaced, and spelled out (*jan apenstaartje gmail punt com*)."""

import re
from collections.abc import Iterator

from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.screen.findings import EMAIL, Finding
from content.nlp.words import dictionary_lemma

_AT_WORD = r"(?:at|apenstaart(?:je)?|apestaart(?:je)?|a-staart(?:je)?|at-teken)"
_AT = (
    rf"(?:\s{{0,3}}@\s{{0,3}}|\s{{0,3}}[(\[{{<]\s{{0,3}}(?:{_AT_WORD}|a|@)\s{{0,3}}[)\]}}>]\s{{0,3}}|"
    rf"\s{{1,3}}{_AT_WORD}\s{{1,3}}"
    rf"|[_\-]{_AT_WORD}[_\-])"
)
_DOT = r"(?:\.|\s{0,3}[(\[{<]\s{0,3}(?:dot|punt|\.)\s{0,3}[)\]}>]\s{0,3}|\s{1,3}(?:dot|punt)\s{1,3}|[_\-](?:dot|punt)[_\-])"
_LOCAL_DOT = r"(?:\.|\s{0,3}[(\[](?:dot|punt)[)\]]\s{0,3}|\s{1,3}(?:dot|punt)\s{1,3})"
_LOCAL = rf"(?<![\w+\-.])[\w+\-]{{1,64}}(?:{_LOCAL_DOT}[\w+\-]{{1,64}}){{0,5}}"
# The parts are bounded, so that no text can make the search slow.
_EMAIL = re.compile(
    rf"{_LOCAL}{_AT}[\w\-]{{1,63}}(?:{_DOT}[\w\-]{{1,63}}){{0,4}}{_DOT}[a-z]{{2,10}}\b", re.IGNORECASE
)
_EMAIL_SPACED = re.compile(
    rf"{_LOCAL}\s{{0,2}}@\s{{0,2}}[\w\-]{{1,63}}\s{{0,2}}\.\s{{0,2}}(?:nl|com|net|org|be|eu)\b", re.IGNORECASE
)
_PROVIDER = (
    r"(?:gmail|googlemail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|kpnplanet|planet|xs4all|upcmail|casema|hetnet|"
    r"telfort|protonmail|proton|msn|quicknet|chello|onsbrabantnet|solcon|zonnet|wanadoo|tele2|gmx|freedom)"
)
_EMAIL_OF_PROVIDER = re.compile(
    rf"{_LOCAL}(?:{_AT}{_PROVIDER}(?:com|nl)?|\s{{1,3}}bij\s{{1,3}}{_PROVIDER}{_DOT}(?:com|nl))\b",
    re.IGNORECASE,
)
_AT_PROVIDER = re.compile(rf"{_AT}{_PROVIDER}\b", re.IGNORECASE)
_OFFICE_MAILBOX = re.compile(
    r"(?:info|contact|secretariaat|administratie|aanmeld\w{0,10}|[\w\-]{0,20}loket|balie|receptie|post|postbus|redactie|"
    r"helpdesk|klantenservice|klantcontact|servicepunt|gemeente|privacy|klachten|advies|hulp|vragen|pers|webmaster|support|"
    r"noreply|no-reply|intake|bureau|bestuur|directie|meldpunt|crisisdienst|leerplicht|wmo|jeugd|jeugdteam|jeugdhulp|team|"
    r"[\w\-]{0,20}(?:wijkteam|buurtteam|sociaalteam)\w{0,20}|veiligthuis|school|kantoor|algemeen|mail)"
    rf"(?:\d{{0,3}}|[.\-_][\w.\-]{{1,60}}){_AT}",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"(?:https?://)?(?:(?:www|m|[a-z]{2})\.)?(?:(?:facebook|instagram|tiktok|snapchat|linkedin|twitter|youtube|x|t|wa|vk|"
    r"threads|pinterest|onlyfans|strava|steamcommunity|roblox)\.(?:com|net|me)|twitch\.tv|linktr\.ee)/"
    r"(?:in/|add/|profile/|id/|users/|athletes/|@)?[\w.\-+]{3,60}(?:\?id=\d{1,20})?/?",
    re.IGNORECASE,
)
_NETWORK = (
    r"\b(?:snap(?:chat|naam)?|insta(?:gram|naam)?|youtube(?:-?kanaal)?|tik\s?tok|twitter|telegram|discord|"
    r"roblox|fortnite|facebook|fb|kik|steam|psn|xbox|"
    r"gamertag|threads|bluesky|signal|user\s?name|gebruikersnaam|accountnaam|inlognaam|account)\b"
)
_HANDLE = re.compile(rf"{_NETWORK}[^.!?\n@]{{0,30}}(?P<handle>@[a-z0-9_][\w.]{{2,40}}\w)", re.IGNORECASE)
_BARE_HANDLE = re.compile(
    rf"{_NETWORK}[^.!?\n]{{0,20}}?(?:\s|:|\()(?P<handle>(?=[a-z_.]{{0,30}}\d|[a-z]{{1,30}}[_.][a-z])[a-z_][\w.]{{2,40}}\w)",
    re.IGNORECASE,
)
_CODED_HANDLE = re.compile(
    r"(?<![\w.@\[])(?P<handle>@(?=[a-z.]{0,30}[\d_])[a-z_][\w.]{2,40}\w)", re.IGNORECASE
)
# Before the network, and with a dot but no ending of a site.
_HANDLE_OF = re.compile(
    rf"(?<![\w.@])(?P<handle>@[a-z0-9_][\w.]{{2,40}})\s(?:op|via)\s(?:de\s|zijn\s|haar\s)?{_NETWORK}",
    re.IGNORECASE,
)
# One word behind a colon or *heet*: no ordinary one, or there are capitals inside it.
_NAMED_ACCOUNT = re.compile(
    rf"{_NETWORK}(?:(?:naam|account|-?kanaal)?\s?[:=]|[^.!?\n:]{{0,20}}\b(?:heet|heten|genaamd))\s?"
    r"(?P<handle>[a-z]\w{3,30})(?=\s{0,3}(?:[,.;)!?\n]|$))",
    re.IGNORECASE,
)
_TAGGED_HANDLE = re.compile(r"(?<![\w#])(?P<handle>[a-z][\w.]{1,31}#\d{4})(?!\w)", re.IGNORECASE)
_OFFICE_HANDLE = re.compile(
    r"gemeente|politie|veilig|wijkteam|stichting|school|jeugd|zorg|nji|movisie|nederland|minist|centrum|hulp",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[Finding]:
    """Addresses of people; the mailboxes of offices are everybody's."""
    for pattern in (_EMAIL, _EMAIL_OF_PROVIDER, _EMAIL_SPACED):
        for match in pattern.finditer(text):
            if not _is_office(match.group()):
                yield Finding(*match.span(), EMAIL)


def profiles(text: str) -> Iterator[Finding]:
    """Profiles on social media and in games, by address or by handle."""
    for match in _PROFILE.finditer(text):
        if not _OFFICE_HANDLE.search(match.group()):
            yield Finding(*match.span(), EMAIL)
    for pattern in (_HANDLE, _BARE_HANDLE, _CODED_HANDLE, _HANDLE_OF, _TAGGED_HANDLE):
        for match in pattern.finditer(text):
            if not _OFFICE_HANDLE.search(match["handle"]):
                yield Finding(*match.span("handle"), EMAIL)
    for match in _NAMED_ACCOUNT.finditer(text):
        handle = match["handle"]
        if not _OFFICE_HANDLE.search(handle) and not _is_word(handle):
            yield Finding(*match.span("handle"), EMAIL)


def _is_word(handle: str) -> bool:
    """Whether a word is Dutch, or the name of a network."""
    lower = handle.lower()
    return bool(dictionary_lemma(lower)) or lower in FUNCTION_WORDS or bool(re.fullmatch(_NETWORK, lower))


def _is_office(address: str) -> bool:
    return bool(_OFFICE_MAILBOX.match(address)) and not _AT_PROVIDER.search(address)
