"""A real SMTP server on loopback that can be stopped, be slow and refuse, and shows what it was given."""

import asyncio
import email
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

from tests.ports import free_port

REFUSED_FOR_GOOD, REFUSED_FOR_NOW = "550 5.1.1 No such mailbox", "451 4.7.1 Come back later"
ACCEPTED = "250 OK"


class MailServer:
    """The server: ``received`` holds every mail it said yes to; ``answer`` is what it says to a recipient."""

    def __init__(self) -> None:
        self.port = free_port()
        self.received: list[EmailMessage] = []
        self.answer = ACCEPTED
        self.arrived = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()
        self._controller: Controller | None = None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        if self._controller:
            self._controller.stop()
            self._controller = None

    def to(self, address: str) -> list[EmailMessage]:
        return [message for message in self.received if message["To"] == address]

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.answer == ACCEPTED:
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Keep the mail; while ``go_on`` is cleared the sender waits for the answer."""
        message = email.message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.received.append(message)
        self.arrived.set()
        while not self.go_on.is_set():
            await asyncio.sleep(0.02)
        return ACCEPTED


@contextmanager
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    try:
        yield server
    finally:
        server.go_on.set()
        server.stop()


def text_of(message: EmailMessage) -> str:
    """The text part, as a person reads it."""
    part = message.get_body(preferencelist=("plain",))
    assert part
    return str(part.get_content())
