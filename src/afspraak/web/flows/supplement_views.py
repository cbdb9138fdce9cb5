"""The page that joins supplementing and writing."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import pick
from afspraak.protocol.editing import UnableToEdit
from afspraak.web.flows import supplement_draft
from afspraak.web.people.http import Request, language, may
from afspraak.web.supplementing import access, making


@require_POST
@may(Capability.MANAGE_EDITIONS)
def draft(request: Request, key: uuid.UUID) -> HttpResponse:
    """Starts a draft with what was chosen, and goes on to it."""
    document = access.ready(key, request.now)
    try:
        made = supplement_draft.draft_of(document=document, now=request.now, actor=request.user.pk)
    except UnableToEdit as unable:
        messages.error(request, pick(unable.text, language(request)))
        return redirect("supplementing-one", key)
    messages.success(request, making.draft_is_made())
    return redirect("draft-edit", made)
