"""Addresses of the dossier."""

from django.urls import path

from afspraak.web.dossier import views

urlpatterns = [
    path("agreeing/<uuid:key>/dossier/", views.dossier, name="dossier"),
    path("agreeing/<uuid:key>/dossier.pdf", views.dossier_pdf, name="dossier-pdf"),
    path("agreeing/<uuid:key>/try/", views.try_posts, name="dossier-try"),
]
