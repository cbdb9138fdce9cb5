"""Addresses of this feature."""

from django.urls import path

from afspraak.web.transparency import log_views, views

urlpatterns = [
    path("transparency/", views.transparency, name="transparency"),
    path("transparency.json", views.transparency_json, name="transparency-json"),
    path("log/", log_views.log, name="audit"),
    path("log/verify/", log_views.verify, name="audit-verify"),
]
