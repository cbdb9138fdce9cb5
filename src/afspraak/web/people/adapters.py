"""What we ask of allauth: nobody signs themselves up, and only who works here comes in."""

import datetime as dt
import logging
import smtplib
import threading
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from afspraak.web.organisation import queries as organisation
from afspraak.web.people import groups, signing_in
from afspraak.web.people.models import Person

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Sign-in by e-mail."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _(
            "This is not the code from the mail. Look again, or ask for a new one."
        ),
        "email_password_mismatch": _(
            "This address and password do not go together. You can also ask for a code by mail."
        ),
        "too_many_login_attempts": _(
            "This was tried too often. Wait five minutes. A code that you already got still works."
        ),
        "rate_limited": _("This was tried too often. Wait five minutes and try again."),
        "incorrect_password": _("This is not your password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's
        """Nobody: people are added by who manages them."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sends a mail in the receiver's language, without the page waiting for it.

        A page that waited for the mail server would tell by its time which addresses are known.
        """
        person = Person.objects.filter(email__iexact=email).first()
        with translation.override(person.language if person else translation.get_language()):
            mail = self.render_mail(
                template_prefix,
                email,
                {**context, "company": organisation.chosen().name, "name": person or ""},
            )
        mail.extra_headers["Auto-Submitted"] = "auto-generated"
        if settings.SEND_CODES_BESIDE:
            threading.Thread(target=_send, args=(mail,), daemon=True).start()
        else:
            _send(mail)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Says what went wrong. That something went well, the page that follows says itself."""
        if kwargs.get("message"):
            super().add_message(*args, **kwargs)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counts an attempt; one too many is logged and refused."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            signing_in.note_failures(
                way="password", address=str(credentials.get("email", "")), now=_now(request)
            )
            raise

    def login(self, request: HttpRequest, user: Person) -> None:
        """Signs somebody in and notes in which browser, so that they can end it."""
        super().login(request, user)
        request.session.save()
        signing_in.remember_sign_in(
            person=user,
            session=request.session.session_key or "",
            agent=request.headers.get("User-Agent", ""),
            now=_now(request),
        )

    def set_password(self, user: Person, password: str) -> None:
        """Sets a password, which ends every other session."""
        signing_in.set_password(
            person=user,
            password=password,
            session=self.request.session.session_key or "",
            now=_now(self.request),
        )

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """How somebody shows that it is still them: a passkey first, in our own words."""
        says = {
            "account_reauthenticate": _("Use your password"),
            "mfa_reauthenticate_webauthn": _("Use a passkey"),
            "mfa_reauthenticate": _("Use a recovery code"),
        }
        found: dict[str, dict[str, Any]] = {
            method["url"]: method for method in super().get_reauthentication_methods(user)
        }
        order = ("mfa_reauthenticate_webauthn", "account_reauthenticate", "mfa_reauthenticate")
        return [
            {**found[reverse(name)], "description": says[name]}
            for name in order
            if reverse(name) in found
        ]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Back to the profile."""
        return "/profile/"


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Sign-in by the company's own server."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:  # noqa: ARG002
        """Nobody: people are added by who manages them."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Finds who this is among the people who work here, and gives the roles of the groups.

        Of what the server said, only who it is stays: no claim is kept.
        """
        claims = groups.claims_of(sociallogin.account.extra_data)
        sociallogin.account.extra_data = {}
        if sociallogin.is_existing:
            person = sociallogin.user
            sociallogin.account.save(update_fields=["extra_data"])
        else:
            person = groups.person_of(claims)
            if person is None:
                raise ImmediateHttpResponse(_refused(request, claims))
            sociallogin.connect(request, person)
        if person.is_active:
            groups.follow(person=person, claims=claims, now=_now(request))

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: Mapping[str, Any]) -> Any:
        """Takes over nothing: a name or address comes from who manages people."""
        del request, data
        return sociallogin.user


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys."""

    def _get_site_name(self) -> str:
        return organisation.chosen().name or "Afspraak"


def _refused(request: HttpRequest, claims: groups.Claims) -> HttpResponse:
    """Whom we do not know, or cannot know because the server does not say whose address it is."""
    address = str(claims.get("email") or "")[:254]
    if not address or groups.is_own_address(claims):
        template = "people/unknown.html"
    else:
        template = "people/unverified.html"
        logger.warning("single sign-on refused: the server does not say email_verified")
    return render(request, template, {"address": address}, status=403)


def _send(mail: EmailMessage) -> None:
    try:
        mail.send()
    except Exception as error:
        if not isinstance(error, (OSError, smtplib.SMTPException)):
            logger.exception("a mail about signing in was not sent")
        else:
            logger.warning("a mail about signing in was not sent: %s", type(error).__name__)


def _now(request: HttpRequest) -> dt.datetime:
    moment: dt.datetime = request.now  # type: ignore[attr-defined]  # by kit.middleware
    return moment
