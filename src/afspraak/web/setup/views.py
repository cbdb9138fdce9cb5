"""Pages of the first start, and of who runs the machine afterwards."""

import datetime as dt

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.core import checks
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import pick
from afspraak.web.editions import judging
from afspraak.web.editions import queries as held
from afspraak.web.organisation import queries as organisations
from afspraak.web.people.http import Request, language, may, public
from afspraak.web.setup import operations, queries, steps, trial
from afspraak.web.setup.forms import OrganisationForm, OwnerForm, TestMailForm
from afspraak.web.setup.operations import UnableToBecomeOwner

FIRST = "setting-up"
"""In the session of the owner until the set-up is done."""

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public
@require_http_methods(["GET", "POST"])
def owner(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the first start: who opens it becomes the owner."""
    now: dt.datetime = request.now  # type: ignore[attr-defined]  # the middleware's
    form = OwnerForm(_posted(request), needs_password=not _mail_goes_out())
    try:
        operations.check_link(token, now=now)
        if request.method == "POST" and form.is_valid():
            person = operations.become_owner(
                token=token, language=language(request), now=now, **form.cleaned_data
            )
            login(request, person, backend=BACKEND)
            request.session[FIRST] = True
            return redirect("setup-organisation")
    except UnableToBecomeOwner as unable:
        return render(request, "setup/no-owner.html", {"reason": unable.args[0]}, status=404)
    return render(
        request,
        "setup/owner.html",
        {"form": form, "roles": operations.owner_roles()},
        status=422 if form.errors else 200,
    )


@require_GET
@may(Capability.RUN_MACHINE)
def machine(request: Request) -> HttpResponse:
    """The state of the machine and what can be chosen."""
    if not organisations.chosen().name:
        return redirect("setup-organisation")
    return render(
        request,
        "setup/machine.html",
        {
            "machine": queries.machine(request.now),
            "findings": [
                {
                    "id": found.id,
                    "is_error": found.level >= checks.ERROR,
                    "says": steps.marked(str(found.msg)),
                    "help": steps.marked(str(found.hint)),
                }
                for found in queries.findings()
            ],
            "steps": steps.STEPS,
            "server": queries.mail_server(),
            "is_demo": settings.CONFIG.demo,
            "signs_in": settings.CONFIG.sign_in,
            "may_upload": request.user.may(Capability.MANAGE_EDITIONS),
        },
    )


@require_http_methods(["GET", "POST"])
@may(Capability.RUN_MACHINE)
def organisation(request: Request) -> HttpResponse:
    """Name, clock, languages and colour."""
    chosen = organisations.chosen()
    form = OrganisationForm(
        _posted(request),
        initial={
            "name": chosen.name,
            "timezone": chosen.timezone,
            "languages": chosen.languages,
            "accent": chosen.accent,
        },
    )
    if request.method == "POST" and form.is_valid():
        operations.choose_organisation(
            name=form.cleaned_data["name"],
            timezone=form.cleaned_data["timezone"],
            languages=form.chosen_languages(),
            accent=form.cleaned_data["accent"],
            now=request.now,
            actor=request.user.pk,
        )
        return _onwards(request, "organisation")
    return _step(request, "organisation", {"form": form}, failed=bool(form.errors))


@require_http_methods(["GET", "POST"])
@may(Capability.RUN_MACHINE)
def mail(request: Request) -> HttpResponse:
    """What goes out by mail, and a mail to try."""
    if request.method == "POST":
        return _onwards(request, "mail")
    return _mail_step(request, TestMailForm(initial={"email": request.user.email}))


@require_POST
@may(Capability.RUN_MACHINE)
def test_mail(request: Request) -> HttpResponse:
    """Sends a mail to try, and says what came of it."""
    form = TestMailForm(request.POST)
    if not form.is_valid():
        return _mail_step(request, form)
    to = form.cleaned_data["email"]
    try:
        trial.send(to=to, lang=language(request))
    except trial.UnableToSend as unable:
        return _mail_step(request, form, unable)
    messages.success(
        request, _("The mail server took the mail to %(to)s. Look in its inbox.") % {"to": to}
    )
    return redirect("setup-mail")


@require_http_methods(["GET", "POST"])
@may(Capability.RUN_MACHINE)
def sign_in(request: Request) -> HttpResponse:
    """How people sign in here."""
    if request.method == "POST":
        return _onwards(request, "sign-in")
    return _step(
        request,
        "sign-in",
        {
            "on": settings.CONFIG.sign_in,
            "mail_goes_out": _mail_goes_out(),
            "config": settings.CONFIG,
        },
    )


@require_GET
@may(Capability.MANAGE_EDITIONS)
def protocol(request: Request) -> HttpResponse:
    """The ways to a first edition: taken over from paper, or agreed on here."""
    return _step(request, "protocol", _held(request))


@require_POST
@may(Capability.RUN_MACHINE)
def done(request: Request) -> HttpResponse:
    """The end of the first set-up."""
    request.session.pop(FIRST, None)
    messages.success(request, _("Afspraak is set up."))
    return redirect("setup")


def _posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with the form, which may be nothing; none when it was only opened."""
    return request.POST if request.method == "POST" else None


def _held(request: Request) -> dict[str, object]:
    """The edition that holds or will, and what a careful reader would say of it."""
    coming = held.coming(request.now)
    waiting = held.awaiting()
    edition = waiting or (coming[0] if coming else held.in_force(request.now))
    if edition is None:
        return {}
    source = held.source_of(edition)
    said = judging.judge(source, request.now.date()).diagnostics
    return {
        "edition": edition,
        "is_coming": bool(coming or waiting),
        "advice": steps.shown(said, source, language(request)),
    }


def _mail_goes_out() -> bool:
    return bool(settings.CONFIG.mail or settings.CONFIG.demo)


def _mail_step(
    request: Request, form: TestMailForm, unable: trial.UnableToSend | None = None
) -> HttpResponse:
    lang = language(request)
    return _step(
        request,
        "mail",
        {
            "form": form,
            "server": queries.mail_server(),
            "is_demo": settings.CONFIG.demo,
            "unable": unable
            and {"says": pick(unable.says, lang), "way_out": pick(unable.way_out, lang)},
        },
        failed=bool(form.errors or unable),
    )


def _onwards(request: Request, step: str) -> HttpResponse:
    following = steps.after(step)
    if request.session.get(FIRST) and following:
        return redirect(following)
    messages.success(request, _("Saved."))
    return redirect("setup")


def _step(
    request: Request, step: str, values: dict[str, object], *, failed: bool = False
) -> HttpResponse:
    return render(
        request,
        f"setup/{step}.html",
        {
            **values,
            "first": bool(request.session.get(FIRST)),
            "progress": steps.progress(step),
        },
        status=422 if failed else 200,
    )
