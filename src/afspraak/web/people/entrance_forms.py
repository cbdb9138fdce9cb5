"""The forms of signing in, in our own words."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.webauthn import forms as webauthn
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from afspraak.web.people import signing_in


def _say(form: Any, name: str, label: object, help_text: object = "", **attributes: str) -> None:
    """Gives a field our words; a placeholder goes, since it is no label."""
    field = form.fields[name]
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class AskCode(account.RequestLoginCodeForm):  # type: ignore[misc]  # allauth has no types
    """Asking for a code by mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "email", _("Your e-mail address at work"))

    def clean_email(self) -> str:
        """The address; one too many attempts with it is logged and refused."""
        try:
            email: str = super().clean_email()
        except ValidationError as refusal:
            if refusal.code == "too_many_login_attempts":
                signing_in.note_failures(
                    way="code",
                    address=str(self.cleaned_data.get("email", "")),
                    now=context.request.now,
                )
            raise
        return email


class GiveCode(account.ConfirmLoginCodeForm):  # type: ignore[misc]
    """Giving the code from the mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(
            self,
            "code",
            _("The code from the mail"),
            autocomplete="one-time-code",
            autocapitalize="characters",
            spellcheck="false",
        )


class Password(account.LoginForm):  # type: ignore[misc]
    """Signing in with a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "login", _("Your e-mail address at work"))
        if "password" in self.fields:
            _say(self, "password", _("Password"), autocomplete="current-password")


class PasswordAgain(account.ReauthenticateForm):  # type: ignore[misc]
    """Confirming with one's password that it is still the same person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "password", _("Password"))


class SetPassword(account.SetPasswordForm):  # type: ignore[misc]
    """Choosing a first password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "password1", _("New password"), _LENGTH)
        _say(self, "password2", _("The same once more"))


class ChangePassword(account.ChangePasswordForm):  # type: ignore[misc]
    """Choosing another password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "oldpassword", _("Your password now"))
        _say(self, "password1", _("New password"), _LENGTH)
        _say(self, "password2", _("The same once more"))


class RecoveryCode(mfa.AuthenticateForm):  # type: ignore[misc]
    """A recovery code, for who has no passkey at hand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "code", _("Recovery code"), autocomplete="off")


class RecoveryCodeAgain(mfa.ReauthenticateForm):  # type: ignore[misc]
    """A recovery code, to confirm that it is still the same person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "code", _("Recovery code"), autocomplete="off")


class AddPasskey(webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """Adding a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "name", _("Name of this passkey"), _("Such as “my phone”."))
        self.fields["name"].initial = self.initial["name"] = ""
        if "passwordless" in self.fields:
            _say(
                self,
                "passwordless",
                _("Sign in with this passkey alone"),
                _("Then you need no code or password. Your device asks for a finger, face or PIN."),
            )
            self.fields["passwordless"].initial = True


_LENGTH = _("At least 12 characters. A sentence is easy to remember.")
