"""Addresses of the editor's pages about editions."""

from django.urls import path

from afspraak.web.editions import views

urlpatterns = [
    path("editions/", views.editions, name="editions"),
    path("editions/public/", views.show_outside, name="edition-show-outside"),
    path("editions/<int:edition>/withdraw/", views.withdraw, name="edition-withdraw"),
    path("editions/<int:edition>/protocol.yaml", views.source, name="edition-file"),
]
