"""A mail to try whether mails go out, and what to do when they do not."""

import smtplib
import socket
import ssl

from django.core.mail import EmailMultiAlternatives

from afspraak.diagnostics import Lang, Text
from afspraak.web.mail import letters
from afspraak.web.mail.nowhere import NoMailServer


class UnableToSend(Exception):
    """The mail did not go out; `says` tells why, `way_out` what to do."""

    def __init__(self, says: Text, way_out: Text) -> None:
        super().__init__(says["en"])
        self.says = says
        self.way_out = way_out


def send(*, to: str, lang: Lang) -> None:
    """Sends a mail to try, at once. Raises `UnableToSend`."""
    letter = letters.write("setup.test", lang, {})
    made = EmailMultiAlternatives(letter.subject, letter.text, to=[to])
    made.attach_alternative(letter.html, "text/html")
    try:
        made.send()
    except (OSError, smtplib.SMTPException, NoMailServer) as error:
        raise UnableToSend(*_explained(error)) from error


def _explained(error: Exception) -> tuple[Text, Text]:
    """The first of the reasons that this error is one of; the specific ones come first."""
    for kind, says, way_out in _REASONS:
        if isinstance(error, kind):
            return says, way_out
    name = type(error).__name__
    return (
        {"nl": f"De mailserver zei iets onverwachts ({name}).", "en": f"Unexpected: {name}."},
        {"nl": "Kijk in het logboek van de mailserver.", "en": "Look in the mail server’s log."},
    )


_REASONS: tuple[tuple[type[Exception], Text, Text], ...] = (
    (
        NoMailServer,
        {"nl": "Er is geen mailserver ingesteld.", "en": "No mail server is set."},
        {
            "nl": "Zet AFSPRAAK_MAIL en start opnieuw.",
            "en": "Set AFSPRAAK_MAIL and start again.",
        },
    ),
    (
        smtplib.SMTPAuthenticationError,
        {
            "nl": "De mailserver weigert de naam of het wachtwoord.",
            "en": "The mail server refuses the name or the password.",
        },
        {
            "nl": "Kijk ze na in AFSPRAAK_MAIL. Tekens als @ schrijf je daar als %40.",
            "en": "Check them in AFSPRAAK_MAIL. Write signs such as @ as %40 there.",
        },
    ),
    (
        smtplib.SMTPRecipientsRefused,
        {
            "nl": "De mailserver neemt mail naar dit adres niet aan.",
            "en": "The mail server does not take mail to this address.",
        },
        {
            "nl": "Kijk het adres na, en of de server mail van Afspraak mag doorsturen.",
            "en": "Check the address, and whether the server may pass on mail from Afspraak.",
        },
    ),
    (
        smtplib.SMTPSenderRefused,
        {
            "nl": "De mailserver neemt mail van deze afzender niet aan.",
            "en": "The mail server does not take mail from this sender.",
        },
        {
            "nl": "Zet in AFSPRAAK_MAIL_FROM een adres dat bij deze server hoort.",
            "en": "Put an address that belongs to this server in AFSPRAAK_MAIL_FROM.",
        },
    ),
    (
        smtplib.SMTPNotSupportedError,
        {
            "nl": "De mailserver kan geen TLS, of vraagt niet om een wachtwoord.",
            "en": "The mail server knows no TLS, or asks for no password.",
        },
        {
            "nl": "Op dezelfde machine mag smtp+plain://host:25, zonder naam en wachtwoord.",
            "en": "On the same machine smtp+plain://host:25 will do, without name and password.",
        },
    ),
    (
        ssl.SSLError,
        {
            "nl": "De beveiligde verbinding komt niet tot stand.",
            "en": "The secured connection cannot be made.",
        },
        {
            "nl": "Poort 465 hoort bij smtps://, poort 587 bij smtp://. Kijk ook het certificaat "
            "van de mailserver na.",
            "en": "Port 465 goes with smtps://, port 587 with smtp://. Also check the mail "
            "server’s certificate.",
        },
    ),
    (
        socket.gaierror,
        {
            "nl": "De naam van de mailserver bestaat niet.",
            "en": "There is no mail server of this name.",
        },
        {"nl": "Kijk de naam na in AFSPRAAK_MAIL.", "en": "Check the name in AFSPRAAK_MAIL."},
    ),
    (
        ConnectionRefusedError,
        {
            "nl": "Op dit adres luistert geen mailserver.",
            "en": "No mail server listens on this address.",
        },
        {
            "nl": "Kijk de poort na in AFSPRAAK_MAIL, en of de server aanstaat.",
            "en": "Check the port in AFSPRAAK_MAIL, and whether the server is on.",
        },
    ),
    (
        TimeoutError,
        {"nl": "De mailserver antwoordt niet.", "en": "The mail server does not answer."},
        {
            "nl": "Kijk host en poort na; vaak houdt een firewall poort 25 tegen. Probeer 587.",
            "en": "Check host and port; a firewall often blocks port 25. Try 587.",
        },
    ),
    (
        smtplib.SMTPException,
        {
            "nl": "De mailserver brak het gesprek af.",
            "en": "The mail server broke off the conversation.",
        },
        {
            "nl": "Kijk in het logboek van de mailserver; daar staat de reden.",
            "en": "Look in the mail server’s log; the reason is there.",
        },
    ),
    (
        OSError,
        {"nl": "De mailserver is niet te bereiken.", "en": "The mail server cannot be reached."},
        {
            "nl": "Kijk host en poort na in AFSPRAAK_MAIL, en of deze machine naar buiten mag.",
            "en": "Check host and port in AFSPRAAK_MAIL, and whether this machine may go outside.",
        },
    ),
)
