"""Addresses of this feature."""

from django.urls import path

from afspraak.web.mydata import views

urlpatterns = [
    path("my-data/", views.mydata, name="mydata"),
    path("my-data/download/", views.download, name="mydata-download"),
]
