"""The first page."""

from django.urls import path

from afspraak.web.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("alive/", views.alive, name="alive"),
]
