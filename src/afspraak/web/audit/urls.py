"""Addresses of this feature: the pages about the log are in `transparency`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
