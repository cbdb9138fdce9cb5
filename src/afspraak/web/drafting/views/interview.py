"""The interview: a page a subject, the handbook growing beside it, and a look over it all."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Lang
from afspraak.protocol import interview as asked
from afspraak.web.drafting import asking, growing, operations, queries, reviewing
from afspraak.web.drafting.asking import Raw, SoFar, Topic, Typed
from afspraak.web.drafting.forms import TopicForm, typed_in
from afspraak.web.organisation import queries as organisation
from afspraak.web.people import queries as people
from afspraak.web.people.http import Request, language, may

TOUCHED = "interview-touched"
"""In the session: the clauses that the last answer brought in or changed, to be shown once."""

NEXT, BACK, LATER = "next", "back", "later"

editor = may(Capability.MANAGE_EDITIONS)


@dataclass(frozen=True, slots=True)
class _Held:
    """Where somebody is: what they typed, what it comes to, and what is asked."""

    typed: Typed
    proposed: Raw
    so_far: SoFar
    topics: list[Topic]


@require_safe
@editor
def start(request: Request) -> HttpResponse:
    """What the interview is; where to begin or to go on."""
    row = queries.interview(request.user.pk)
    held = _held(request, row.typed if row else {})
    return render(
        request,
        "drafting/interview/start.html",
        {
            "row": row,
            "topics": held.topics,
            "first": held.topics[0].key,
            "onward": _first_open(held),
            "kept_days": operations.KEPT_DAYS,
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def topic(request: Request, topic: str) -> HttpResponse:
    """One subject. What is typed is kept before it is judged, so that no word is lost."""
    row = queries.interview(request.user.pk)
    before = _held(request, row.typed if row else {})
    at = _place(before, topic)
    if at is None:
        return redirect("interview")
    if request.method != "POST":
        return _page(request, before, at, [])
    lang = language(request)
    typed = typed_in(before.topics[at], request.POST, before.typed, lang)
    operations.keep_answers(person=request.user.pk, typed=typed, now=request.now)
    held = _held(request, {**before.typed, **typed})
    at = _place(held, topic) or 0
    to = request.POST.get("to")
    if to == LATER:
        messages.success(request, _("Your answers are kept. Go on whenever you like."))
        return redirect("drafts")
    if to == BACK:
        return redirect("interview-topic", held.topics[at - 1].key) if at else redirect("interview")
    here = {question.key for question in held.topics[at].questions}
    if wrong := [each for each in held.so_far.problems if each.key in here]:
        return _page(request, held, at, wrong)
    request.session[TOUCHED] = growing.touched(before.so_far.answers, held.so_far.answers, lang)
    if to == NEXT and at + 1 < len(held.topics):
        return redirect("interview-topic", held.topics[at + 1].key)
    return redirect("interview-answers")


@require_safe
@editor
def answers(request: Request) -> HttpResponse:
    """Everything that was answered, before a draft is made of it."""
    return _answers(request, status=200)


@require_POST
@editor
def make(request: Request) -> HttpResponse:
    """Makes a draft of the answers, when nothing is wrong with them."""
    row = queries.interview(request.user.pk)
    held = _held(request, row.typed if row else {})
    if held.so_far.problems:
        return _answers(request, status=422)
    key = operations.make_draft(
        person=request.user.pk,
        answers=held.so_far.answers,
        today=people.today_at(request.now),
        now=request.now,
    )
    messages.success(
        request, _("The draft is there. Read it through and change what you like: it is yours.")
    )
    return redirect("draft-edit", key)


@require_POST
@editor
def forget(request: Request) -> HttpResponse:
    """Forgets all answers, to start again."""
    operations.forget_answers(person=request.user.pk)
    messages.success(request, _("Your answers are gone. You can start again."))
    return redirect("interview")


def _held(request: Request, typed: Typed) -> _Held:
    lang = language(request)
    proposed = queries.proposals()
    name = organisation.chosen().name or _("Our organisation")
    so_far = asking.so_far(typed, proposed, name=name, lang=lang)
    return _Held(
        typed, asking.with_defaults(proposed, so_far.raw), so_far, asking.topics(so_far.raw)
    )


def _place(held: _Held, key: str) -> int | None:
    """The place of a subject among those that are asked; none when it no longer is."""
    if key not in {question.topic for question in asked.questions()}:
        raise Http404
    return next((at for at, each in enumerate(held.topics) if each.key == key), None)


def _first_open(held: _Held) -> str:
    """The subject to go on with: the first that something is wrong with or nothing typed for."""
    wrong = {each.key for each in held.so_far.problems}
    for each in held.topics:
        fields = [name for some in each.questions for name in asking.fields_of(some)]
        if wrong & {some.key for some in each.questions}:
            return each.key
        if not any(name in held.typed for name in fields):
            return each.key
    return held.topics[-1].key


def _page(request: Request, held: _Held, at: int, wrong: list[asked.AnswerProblem]) -> HttpResponse:
    lang = language(request)
    here = held.topics[at]
    form = TopicForm(here, held.typed, held.proposed, lang)
    has_problems = form.with_problems(wrong, lang) if wrong else False
    return render(
        request,
        "drafting/interview/topic.html",
        {
            "topic": here,
            "topics": held.topics,
            "number": at + 1,
            "is_last": at + 1 == len(held.topics),
            "form": form,
            **_growing(request, held, lang),
        },
        status=422 if has_problems else 200,
    )


def _growing(request: Request, held: _Held, lang: Lang) -> dict[str, object]:
    """The handbook as it would be now, in a language that it would be in."""
    written = held.so_far.answers.languages
    shown = lang if lang in written else written[0]
    return {
        "book": growing.book(held.so_far.answers, people.today_at(request.now), shown),
        "book_lang": shown,
        "touched": request.session.pop(TOUCHED, []),
    }


def _answers(request: Request, *, status: int) -> HttpResponse:
    row = queries.interview(request.user.pk)
    held = _held(request, row.typed if row else {})
    lang = language(request)
    return render(
        request,
        "drafting/interview/answers.html",
        {
            "subjects": reviewing.reviewed(
                held.topics, held.typed, held.proposed, held.so_far, lang
            ),
            "problems": len(held.so_far.problems),
            "last": held.topics[-1],
            **_growing(request, held, lang),
        },
        status=status,
    )
