"""Addresses of what joins two features."""

from django.urls import path

from afspraak.web.flows import views

urlpatterns = [
    path("drafts/<uuid:key>/offer/", views.offer, name="draft-offer"),
    path("agreeing/<uuid:key>/write/", views.write, name="agreeing-write"),
]
