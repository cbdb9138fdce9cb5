"""Addresses of this feature."""

from django.urls import path

from afspraak.web.retention import views

urlpatterns = [path("deletions/", views.deletions, name="deletions")]
