"""Addresses of supplementing a document that exists."""

from django.urls import URLPattern, path

from afspraak.web.supplementing import views

urlpatterns: list[URLPattern] = [
    path("supplement/", views.supplementing, name="supplementing"),
    path("supplement/<uuid:key>/", views.one, name="supplementing-one"),
    path(
        "supplement/<uuid:key>/document.docx",
        views.document,
        {"form": "docx"},
        name="supplementing-word",
    ),
    path(
        "supplement/<uuid:key>/document.md",
        views.document,
        {"form": "md"},
        name="supplementing-markdown",
    ),
    path("supplement/<uuid:key>/protocol.yaml", views.protocol, name="supplementing-protocol"),
    path("supplement/<uuid:key>/throw-away/", views.throw_away, name="supplementing-throw-away"),
]
