"""Addresses of drafts, of the interview, and of what changes with a second person."""

from django.urls import path

from afspraak.web.drafting import editor_urls
from afspraak.web.drafting.views import changing, drafts, interview

urlpatterns = [
    path("drafts/", drafts.drafts, name="drafts"),
    path("drafts/upload/", drafts.upload, name="draft-upload"),
    path("drafts/from-edition/", drafts.from_edition, name="draft-from-edition"),
    path("drafts/<uuid:key>/file/", drafts.file, name="draft-file"),
    path("drafts/<uuid:key>/protocol.yaml", drafts.download, name="draft-download"),
    path("drafts/<uuid:key>/drop/", drafts.drop, name="draft-drop"),
    path("people-and-lists/", changing.changes, name="changes"),
    path("people-and-lists/change/", changing.propose, name="change-propose"),
    path("people-and-lists/<uuid:key>/", changing.change, name="change"),
    path("people-and-lists/<uuid:key>/decide/", changing.decide, name="change-decide"),
    path("people-and-lists/<uuid:key>/take-back/", changing.take_back, name="change-take-back"),
    path("interview/", interview.start, name="interview"),
    path("interview/answers/", interview.answers, name="interview-answers"),
    path("interview/make/", interview.make, name="interview-make"),
    path("interview/forget/", interview.forget, name="interview-forget"),
    path("interview/<slug:topic>/", interview.topic, name="interview-topic"),
    *editor_urls.urlpatterns,
]
