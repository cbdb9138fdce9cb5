"""My own profile: what I choose, how I sign in, and where I am signed in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afspraak.decisions.roles import NAMES, Role
from afspraak.web.people import operations, queries, signing_in
from afspraak.web.people.forms import ProfileForm
from afspraak.web.people.http import Request, signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def profile(request: Request) -> HttpResponse:
    """What is known of me here, and what I may choose myself."""
    person = request.user
    first = {key: getattr(person, key) for key in ("language", "away_from", "away_until")}
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        operations.change_person(
            person=person, values=form.cleaned_data, now=request.now, actor=person.pk
        )
        messages.success(request, _("Saved."))
        return redirect("profile")
    key = request.session.session_key or ""
    signing_in.remember_sign_in(
        person=person, session=key, agent=request.headers.get("User-Agent", ""), now=request.now
    )
    return render(
        request,
        "people/profile.html",
        {
            "form": form,
            "roles": [NAMES[role] for role in Role if role in person.roles],
            "keepers": queries.keepers(),
            "ways": dict.fromkeys(settings.CONFIG.sign_in, True),
            "codes_arrive": bool(settings.CONFIG.mail) or settings.CONFIG.demo,
            "passkeys": signing_in.passkeys(person),
            "sign_ins": queries.sign_ins(person, key),
        },
        status=422 if form.errors else 200,
    )


@require_POST
@signed_in
def remove_password(request: Request) -> HttpResponse:
    """Takes my password away, and signs me out everywhere else."""
    signing_in.remove_password(person=request.user, now=request.now)
    update_session_auth_hash(request, request.user)
    messages.success(request, _("Your password is gone. You sign in with a code by mail."))
    return redirect("profile")


@require_POST
@signed_in
def sign_out(request: Request, sign_in: int) -> HttpResponse:
    """Signs me out in another browser."""
    if not signing_in.end_sign_in(person=request.user, sign_in=sign_in):
        raise Http404
    messages.success(request, _("You are signed out there."))
    return redirect("profile")
