"""Addresses of the frame itself."""

from django.urls import re_path

from afspraak.web.kit import views

urlpatterns = [
    re_path(r"^kit/accent-(?P<colour>[0-9a-f]{6})\.css$", views.accent, name="accent"),
]
