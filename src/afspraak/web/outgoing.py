"""Where mails go: nowhere, to the demo's own mailbox, or to the mail server of the setting."""

from urllib.parse import unquote, urlsplit

from afspraak.web.config import Config
from afspraak.web.config.fields import MAIL_PORTS

TIMEOUT_SECONDS = 20


def mail_settings(config: Config) -> dict[str, object]:
    """Django's mail settings.

    `smtp://` asks the server for STARTTLS, `smtps://` speaks TLS from the start, and
    `smtp+plain://` neither: for a server on the same machine.
    """
    if config.demo:
        return {"EMAIL_BACKEND": "afspraak.web.demo.mailbox.Mailbox"}
    if not config.mail:
        return {"EMAIL_BACKEND": "afspraak.web.mail.nowhere.Nowhere"}
    parts = urlsplit(config.mail)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or MAIL_PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": TIMEOUT_SECONDS,
    }
