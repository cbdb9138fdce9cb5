"""Addresses of this feature."""

from django.urls import path

from afspraak.web.checks import views

urlpatterns = [
    path("check/", views.check, name="check"),
    path("check/pack/<slug:name>.js", views.pack, name="check-pack"),
]
