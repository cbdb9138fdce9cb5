"""Addresses of this feature."""

from django.urls import path

from afspraak.web.checks import account, offline, views

urlpatterns = [
    path("check/", views.check, name="check"),
    path("check/pack/<slug:name>.js", views.pack, name="check-pack"),
    path("check/language/", account.choose_language, name="check-language"),
    path("account/", account.account, name="account"),
    path("sw.js", offline.worker, name="worker"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
]
