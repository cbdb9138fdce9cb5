"""The first page, and the page of components."""

from django.urls import path

from afspraak.web.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("kit/", views.components, name="kit"),
]
