"""Addresses of what joins two features."""

from django.urls import path

from afspraak.web.flows import supplement_views, views

urlpatterns = [
    path("drafts/<uuid:key>/offer/", views.offer, name="draft-offer"),
    path("agreeing/<uuid:key>/write/", views.write, name="agreeing-write"),
    path("supplement/<uuid:key>/draft/", supplement_views.draft, name="supplement-draft"),
]
