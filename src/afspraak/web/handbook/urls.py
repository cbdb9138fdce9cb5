"""Addresses of the handbook. What is of the edition in force comes before what has a number."""

from django.urls import path

from afspraak.web.handbook import views

_CLAUSE = "clause/<str:clause>/"

urlpatterns = [
    path("handbook/", views.in_force, name="handbook"),
    path("handbook/changes/", views.changes_since_read, name="handbook-changes-since-read"),
    path("handbook/editions/", views.editions, name="handbook-editions"),
    path(f"handbook/{_CLAUSE}", views.clause, name="handbook-clause"),
    path("handbook/<str:address>/", views.edition, name="handbook-edition"),
    path("handbook/<str:address>/changes/", views.changes, name="handbook-changes"),
    path(f"handbook/<str:address>/{_CLAUSE}", views.clause, name="handbook-edition-clause"),
    path("handbook/<str:address>/download/<str:form>/", views.download, name="handbook-download"),
    path("public/", views.outside, name="handbook-public"),
    path("public/nl/", views.outside, {"lang": "nl"}, name="handbook-public-nl"),
    path("public/en/", views.outside, {"lang": "en"}, name="handbook-public-en"),
]
