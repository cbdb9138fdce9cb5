"""Looking after people: the list, one person, roles, leaving and inviting."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afspraak.decisions.roles import NAMES, Capability, Role, conflicts
from afspraak.diagnostics import Text
from afspraak.web.people import access, operations, queries
from afspraak.web.people.forms import GIVEN_ROLES, LeaveForm, PersonForm, RolesForm
from afspraak.web.people.http import Request, language, may
from afspraak.web.people.operations import (
    UnableToChange,
    UnableToInvite,
    UnableToLeave,
    UnableToRevoke,
)


@require_GET
@may(Capability.MANAGE_PEOPLE)
def people(request: Request) -> HttpResponse:
    """The people who fit what was asked for, a page at a time."""
    asked = request.GET
    wanted = queries.Filter(
        words=asked.get("q", "")[:100],
        team=asked.get("team", "")[:100],
        role=asked.get("role", "") if asked.get("role", "") in set(Role) else "",
        who=asked.get("who", "here"),
    )
    number = asked.get("page", "1")
    rest = asked.copy()
    rest.pop("page", None)
    return render(
        request,
        "people/people.html",
        {
            "page": queries.page(wanted, int(number) if number.isdecimal() else 1, request.now),
            "wanted": wanted,
            "rest": rest.urlencode(),
            "teams": queries.teams(),
            "roles": [(role.value, NAMES[role]) for role in GIVEN_ROLES],
            "uninvited": queries.uninvited(),
        },
    )


@require_http_methods(["GET", "POST"])
@may(Capability.MANAGE_PEOPLE)
def add(request: Request) -> HttpResponse:
    """Adding one person."""
    form = PersonForm(
        request.POST if request.method == "POST" else None,
        initial={"language": request.user.language},
    )
    if request.method == "POST" and form.is_valid():
        try:
            person = operations.add_person(
                now=request.now, actor=request.user.pk, **form.cleaned_data
            )
        except UnableToChange as refusal:
            form.add_error(*_taken(refusal))
        else:
            messages.success(request, _("%(name)s was added.") % {"name": person.name})
            return redirect("person", person=person.pk)
    status = 422 if form.errors else 200
    return render(request, "people/add.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@may(Capability.MANAGE_PEOPLE)
def person(request: Request, person: uuid.UUID) -> HttpResponse:
    """One person: what is kept about them, and changing it."""
    found = access.person_by_id(person)
    first = {key: getattr(found, key) for key in operations.FIELDS}
    form = PersonForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            changed = operations.change_person(
                person=found, values=form.cleaned_data, now=request.now, actor=request.user.pk
            )
        except UnableToChange as refusal:
            form.add_error(*_taken(refusal))
        else:
            if changed:
                messages.success(request, _("Saved."))
            return redirect("person", person=found.pk)
    found = access.person_by_id(person)
    today = queries.today_at(request.now)
    return render(
        request,
        "people/person.html",
        {
            "person": found,
            "form": form,
            "leave_form": LeaveForm(initial={"left": today}),
            "roles": queries.roles_of(found),
            "conflicts": _conflicts(found.roles),
            "alone": queries.active_count() == 1,
        },
        status=422 if form.errors else 200,
    )


@require_POST
@may(Capability.MANAGE_PEOPLE)
def roles(request: Request, person: uuid.UUID) -> HttpResponse:
    """Gives and takes the roles that differ from what was ticked."""
    found = access.person_by_id(person)
    form = RolesForm(request.POST)
    if not form.is_valid():
        return redirect("person", person=found.pk)
    ticked = {Role(role) for role in form.cleaned_data["roles"]}
    held = found.roles - {Role.EMPLOYEE}
    for role in GIVEN_ROLES:
        if role in ticked - held:
            operations.grant_role(person=found, role=role, now=request.now, actor=request.user.pk)
        elif role in held - ticked:
            try:
                operations.revoke_role(
                    person=found, role=role, now=request.now, actor=request.user.pk
                )
            except UnableToRevoke:
                messages.error(request, _last(found.name, role, request))
    messages.success(request, _("The roles are saved."))
    return redirect("person", person=found.pk)


@require_POST
@may(Capability.MANAGE_PEOPLE)
def leave(request: Request, person: uuid.UUID) -> HttpResponse:
    """Notes from which day somebody no longer works here."""
    found = access.person_by_id(person)
    form = LeaveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Fill in from which day this person no longer works here."))
        return redirect("person", person=found.pk)
    try:
        operations.leave(
            person=found, left=form.cleaned_data["left"], now=request.now, actor=request.user.pk
        )
    except UnableToLeave:
        messages.error(
            request,
            _("%(name)s is the last administrator or editor. Give somebody else that role first.")
            % {"name": found.name},
        )
    return redirect("person", person=found.pk)


@require_POST
@may(Capability.MANAGE_PEOPLE)
def bring_back(request: Request, person: uuid.UUID) -> HttpResponse:
    """Undoes a leaving."""
    found = access.person_by_id(person)
    operations.bring_back(person=found, now=request.now, actor=request.user.pk)
    messages.success(request, _("%(name)s works here again.") % {"name": found.name})
    return redirect("person", person=found.pk)


@require_POST
@may(Capability.MANAGE_PEOPLE)
def invite(request: Request, person: uuid.UUID) -> HttpResponse:
    """Has an invitation sent to one person."""
    found = access.person_by_id(person)
    try:
        operations.invite(
            person=found, by=request.user, now=request.now, again="again" in request.POST
        )
    except UnableToInvite:
        messages.error(request, _("This person cannot be invited, or was already."))
    else:
        messages.success(
            request, _("The invitation to %(name)s is on its way.") % {"name": found.name}
        )
    return redirect("person", person=found.pk)


@require_POST
@may(Capability.MANAGE_PEOPLE)
def invite_everybody(request: Request) -> HttpResponse:
    """Has an invitation sent to all who were not invited yet."""
    count = operations.invite_everybody(by=request.user, now=request.now)
    messages.success(
        request,
        ngettext(
            "%(count)d invitation is on its way.", "%(count)d invitations are on their way.", count
        )
        % {"count": count},
    )
    return redirect("people")


def _taken(refusal: UnableToChange) -> tuple[str, str]:
    if refusal.args[0] == "email-taken":
        return "email", _("Somebody else has this address. Search the list for who it is.")
    return "number", _("Somebody else has this number. Search the list for who it is.")


def _last(name: str, role: Role, request: Request) -> str:
    return _("%(name)s stays %(role)s: nobody else is. Give somebody else that role first.") % {
        "name": name,
        "role": NAMES[role][language(request)],
    }


def _conflicts(held: frozenset[Role]) -> list[dict[str, Text]]:
    return [
        {"one": NAMES[each.one], "other": NAMES[each.other], "why": each.why}
        for each in conflicts(held)
    ]
