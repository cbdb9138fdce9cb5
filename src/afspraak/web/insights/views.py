"""Insights in counts, allowing reports of rules, and reporting one."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from afspraak.decisions import counting, reporting
from afspraak.decisions.counting import Shown
from afspraak.decisions.reporting import Sort
from afspraak.decisions.roles import Capability
from afspraak.diagnostics import pick
from afspraak.web.editions import queries as editions
from afspraak.web.insights import access, drawing, operations, queries
from afspraak.web.insights.forms import AllowForm, ReportForm
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.http import Request, language, may, signed_in
from afspraak.web.reading import counts

COOKIE = "reported"
"""Lies only in the browser of who reported, and goes only to the address of that rule."""
WEEK = 7 * 24 * 3600


@require_safe
@may(Capability.SEE_INSIGHTS)
def insights(request: Request) -> HttpResponse:
    """How reading goes by edition, and which rules are reported."""
    shown = [(row.number, held, _says(held)) for row, held in counts.by_edition(request.now)]
    title = _("How many have read each edition: %(rows)s") % {
        "rows": "; ".join(f"{number}: {says}" for number, _held, says in shown)
    }
    permission = queries.permission()
    values = {
        "editions": shown,
        "chart": drawing.bars(shown, title),
        "threshold": counting.THRESHOLD,
        "least": reporting.THRESHOLD,
        "permission": permission,
        "reported": _reported(request) if permission else [],
        "may_allow": request.user.may(Capability.ALLOW_RULE_REPORTS),
    }
    return render(request, "insights/insights.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Capability.ALLOW_RULE_REPORTS)
def allow(request: Request) -> HttpResponse:
    """For who represents the staff: agree that reports are counted."""
    today = _today(request)
    form = AllowForm(request.POST or None, today=today, initial={"agreed_on": today})
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        values = {"form": form, "permission": queries.permission(), "least": reporting.THRESHOLD}
        return render(request, "insights/allow.html", values, status=status)
    try:
        operations.allow(
            reference=form.cleaned_data["reference"],
            agreed_on=form.cleaned_data["agreed_on"],
            now=request.now,
            actor=request.user.pk,
        )
    except operations.UnableToAllow:
        messages.info(request, _("It was on already."))
    else:
        messages.success(request, _("Reports of rules are counted from now on."))
    return redirect("insights")


@require_POST
@may(Capability.ALLOW_RULE_REPORTS)
def take_back(request: Request) -> HttpResponse:
    """For who represents the staff: take that back."""
    operations.take_back(now=request.now, actor=request.user.pk)
    messages.success(request, _("Counting has stopped, and what was counted is deleted."))
    return redirect("insights")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def report(request: Request, rule: str) -> HttpResponse:
    """Says what would be sent, and counts it. Whoever sends it is written down nowhere."""
    held = access.reportable(rule, request.now)
    if request.method != "POST":
        return _report(request, held, ReportForm(), status=200)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _report(request, held, form, status=422)
    once = f"{reporting.week_of(_today(request)).isoformat()}.{held}"
    if request.COOKIES.get(COOKIE) != once:
        try:
            operations.count_report(
                rule=held, sort=Sort(form.cleaned_data["sort"]), now=request.now
            )
        except operations.UnableToReport:
            return redirect("rule-report", rule=rule)
    answer = redirect("rule-thanks")
    answer.set_cookie(
        COOKIE,
        once,
        max_age=WEEK,
        path=request.path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )
    return answer


@require_safe
@signed_in
def thanks(request: Request) -> HttpResponse:
    """Thanks, without the rule: the same page for everybody."""
    return render(request, "insights/thanks.html")


def _report(request: Request, rule: str, form: ReportForm, *, status: int) -> HttpResponse:
    values = {
        "rule": rule,
        "clause": _clauses(request).get(queries.rules(request.now)[rule], ""),
        "form": form,
        "least": reporting.THRESHOLD,
    }
    return render(request, "insights/report.html", values, status=status)


def _reported(request: Request) -> list[dict[str, object]]:
    clauses, rules = _clauses(request), queries.rules(request.now)
    names = {Sort.WRONG: _("wrong"), Sort.ANNOYING: _("annoying")}
    return [
        {
            "rule": each.rule,
            "clause": clauses.get(rules.get(each.rule, ""), ""),
            "least": each.least,
            "sorts": [(names[sort], least) for sort, least in each.sorts.items()],
        }
        for each in queries.reported()
    ]


def _clauses(request: Request) -> dict[str, str]:
    edition = editions.in_force(request.now)
    if edition is None:
        return {}
    lang = language(request)
    held = editions.protocol_of(edition).clauses
    return {clause.id: pick(clause.title, lang) for clause in held}


def _says(held: Shown) -> str:
    if held.least is None:
        return _("too few people to say")
    if held.everybody:
        return _("everybody")
    if not held.least:
        return _("fewer than %(few)s of %(of)s") % {"few": counting.THRESHOLD, "of": held.of}
    return _("at least %(least)s of %(of)s") % {"least": held.least, "of": held.of}


def _today(request: Request) -> dt.date:
    return request.now.astimezone(ZoneInfo(organisation.chosen().timezone)).date()
