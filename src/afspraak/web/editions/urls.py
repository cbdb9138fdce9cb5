"""Addresses of the editor's pages about editions."""

from django.urls import path

from afspraak.web.editions import views

urlpatterns = [
    path("editions/", views.editions, name="editions"),
    path("editions/upload/", views.upload, name="edition-upload"),
    path("editions/public/", views.show_outside, name="edition-show-outside"),
    path("editions/proposed/<uuid:key>/", views.proposed, name="edition-proposed"),
    path("editions/proposed/<uuid:key>/bring-in/", views.bring_in, name="edition-bring-in"),
    path("editions/proposed/<uuid:key>/discard/", views.discard, name="edition-discard"),
    path("editions/<int:edition>/withdraw/", views.withdraw, name="edition-withdraw"),
    path("editions/<int:edition>/protocol.yaml", views.source, name="edition-file"),
]
