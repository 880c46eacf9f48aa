"""Demo accounts: one for each role, with a password made on this machine and kept beside its database."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User

PASSWORD_FILE = "demo_password"  # noqa: S105 (the name of a file)


@dataclass(frozen=True)
class Account:
    """A demo account; ``group`` is empty for the administrator."""

    username: str
    first_name: str
    last_name: str
    group: str


ACCOUNTS = (
    Account("redacteur", "Demo", "Redacteur", "Redacteur"),
    Account("eindredacteur", "Demo", "Eindredacteur", "Eindredacteur"),
    Account("beheerder", "Demo", "Beheerder", ""),
)


def password() -> str:
    """The password of the demo accounts, made at the first call and readable by its owner only."""
    file = Path(settings.DATA_DIR) / PASSWORD_FILE
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text("-".join(secrets.token_hex(2) for _ in range(4)), encoding="ascii")
    return file.read_text(encoding="ascii").strip()


def ensure_accounts() -> None:
    """Make the demo accounts that are absent; an account that exists keeps its password and groups."""
    for account in ACCOUNTS:
        if User.objects.filter(username=account.username).exists():
            continue
        user = User(
            username=account.username,
            first_name=account.first_name,
            last_name=account.last_name,
            email=f"{account.username}@example.org",
            is_superuser=not account.group,
            is_staff=not account.group,
        )
        user.set_password(password())
        user.save()
        if account.group:
            user.groups.add(Group.objects.get(name=account.group))
