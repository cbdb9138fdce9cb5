"""The demo's mail server: a table that a page shows."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from afspraak.web.demo.models import Received


class Mailbox(BaseEmailBackend):
    """Keeps every mail instead of sending it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keeps the mails and says how many."""
        for mail in email_messages:
            Received.objects.create(
                at=timezone.now(),
                to=", ".join(mail.to),
                subject=str(mail.subject),
                text=str(mail.body),
                message_id=mail.extra_headers.get("Message-ID", ""),
                files=[_name(each) for each in mail.attachments],
            )
        return len(email_messages)


def _name(attachment: object) -> str:
    """The name of what came with a mail."""
    named = attachment[0] if isinstance(attachment, tuple) else getattr(attachment, "name", "")
    return str(named or "")
