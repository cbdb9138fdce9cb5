"""The dossier as a page and as a file, and trials on real posts."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import LANGUAGES, Lang, pick
from afspraak.web.agreeing.queries import ProceedingRow
from afspraak.web.dossier import access, operations, queries, shown
from afspraak.web.dossier.forms import PostsForm
from afspraak.web.people.http import Request, language, may

NAMES = {"nl": "dossier-voorstel", "en": "dossier-proposal"}


@require_safe
@may(Capability.SEE_DOSSIER)
def dossier(request: Request, key: uuid.UUID) -> HttpResponse:
    """Everything there is to judge a proposal by."""
    proceeding = access.proceeding(key)
    held = shown.written(proceeding, request, request.now, language(request))
    values = {
        "proceeding": proceeding,
        "dossier": held,
        "facts": shown.facts(held),
        "sections": shown.page(held),
        "may_try": request.user.may(Capability.TRY_POSTS),
        "trial": queries.latest(proceeding.id),
    }
    return render(request, "dossier/dossier.html", values)


@require_safe
@may(Capability.SEE_DOSSIER)
def dossier_pdf(request: Request, key: uuid.UUID) -> HttpResponse:
    """The same as an accessible PDF, in the language of `?in=` or of the page."""
    proceeding = access.proceeding(key)
    lang = _wanted(request.GET.get("in", ""), language(request))
    held = shown.written(proceeding, request, request.now, lang)
    answer = HttpResponse(shown.pdf(held), content_type="application/pdf")
    name = "-".join(filter(None, (NAMES[lang], slugify(proceeding.number))))
    answer["Content-Disposition"] = f'attachment; filename="{name}.{lang}.pdf"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@may(Capability.TRY_POSTS)
def try_posts(request: Request, key: uuid.UUID) -> HttpResponse:
    """Offers posts for a trial, and shows how far the last one is."""
    proceeding = access.proceeding(key)
    if request.method != "POST":
        return _trials(request, proceeding, PostsForm(), status=200)
    form = PostsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _trials(request, proceeding, form, status=422)
    try:
        operations.offer_posts(
            proceeding=proceeding,
            ending=form.ending,
            chunks=form.cleaned_data["file"].chunks(),
            column=form.cleaned_data["column"],
            at_column=form.cleaned_data["at_column"],
            now=request.now,
            actor=request.user.pk,
        )
    except operations.UnableToOffer as unable:
        lang = language(request)
        form.add_error("file", f"{pick(unable.problem, lang)} {pick(unable.way_out, lang)}")
        return _trials(request, proceeding, form, status=422)
    messages.success(request, _("The posts wait for their trial. It begins within a few seconds."))
    return redirect("dossier-try", key=key)


def _trials(
    request: Request, proceeding: ProceedingRow, form: PostsForm, *, status: int
) -> HttpResponse:
    lang = language(request)
    trial = queries.latest(proceeding.id)
    values = {
        "proceeding": proceeding,
        "form": form,
        "trial": trial,
        "report": queries.report(proceeding.id, proceeding.version, lang),
        "before": operations.replaced_by(proceeding, request.now),
        "missing": None if operations.can_try() else operations.MISSING,
    }
    return render(request, "dossier/try.html", values, status=status)


def _wanted(given: str, otherwise: Lang) -> Lang:
    return next((lang for lang in LANGUAGES if lang == given), otherwise)
