"""The addresses under /sign-in/: those pages of allauth that we use, and no other.

Every view is marked with who may see it, as ours are. Signing up, changing one's address and
getting a new password by mail do not exist here.
"""

from collections.abc import Callable

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid
from django.http import HttpResponseBase
from django.urls import URLPattern, path

from afspraak.web.people.entrance import (
    ends_session,
    form_page,
    only_with,
    shows_it_is_you,
    sign_in_page,
    to_profile,
)
from afspraak.web.people.http import public, signed_in

_View = Callable[..., HttpResponseBase]


def _public(address: str, view: _View, name: str) -> URLPattern:
    return path(address, public(form_page(view)), name=name)


def _signed_in(address: str, view: _View, name: str) -> URLPattern:
    return path(address, signed_in(form_page(view)), name=name)


urlpatterns: list[URLPattern] = [
    _public("login/", sign_in_page(account.login), "account_login"),
    _public("logout/", ends_session(account.logout), "account_logout"),
    _public("inactive/", account.account_inactive, "account_inactive"),
    _public("code/confirm/", account.confirm_login_code, "account_confirm_login_code"),
    _public("passkey/confirm/", mfa.authenticate, "mfa_authenticate"),
    _public("cancelled/", social.login_cancelled, "socialaccount_login_cancelled"),
    _public("failed/", social.login_error, "socialaccount_login_error"),
    _signed_in("again/", account.reauthenticate, "account_reauthenticate"),
    _signed_in("again/code/", mfa.reauthenticate, "mfa_reauthenticate"),
    _signed_in("again/passkey/", webauthn.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    _signed_in("passkeys/", to_profile, "mfa_index"),
    _signed_in("passkeys/all/", to_profile, "mfa_list_webauthn"),
    _signed_in("passkeys/<int:pk>/remove/", webauthn.remove_webauthn, "mfa_remove_webauthn"),
    _signed_in("recovery-codes/", recovery_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    _signed_in(
        "recovery-codes/new/",
        recovery_codes.generate_recovery_codes,
        "mfa_generate_recovery_codes",
    ),
    _signed_in(
        "recovery-codes/download/",
        recovery_codes.download_recovery_codes,
        "mfa_download_recovery_codes",
    ),
    _public("code/", only_with("code", account.request_login_code), "account_request_login_code"),
    _signed_in(
        "password/change/",
        only_with("password", account.password_change),
        "account_change_password",
    ),
    _signed_in(
        "password/set/", only_with("password", account.password_set), "account_set_password"
    ),
    _public("passkey/", only_with("passkey", webauthn.login_webauthn), "mfa_login_webauthn"),
    _signed_in(
        "passkeys/add/",
        shows_it_is_you(only_with("passkey", webauthn.add_webauthn)),
        "mfa_add_webauthn",
    ),
    _public("<str:provider_id>/start/", only_with("oidc", openid.login), "openid_connect_login"),
    _public(
        "<str:provider_id>/callback/", only_with("oidc", openid.callback), "openid_connect_callback"
    ),
]
