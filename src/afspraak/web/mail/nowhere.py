"""What happens to mail when no mail server is set: nothing goes out."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class NoMailServer(Exception):
    """No mail server is set, so nothing can be sent."""


class Nowhere(BaseEmailBackend):
    """Refuses every mail, so that it goes on waiting."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Refuses."""
        if email_messages:
            raise NoMailServer
        return 0
