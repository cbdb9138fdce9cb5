"""Addresses that only a demo has."""

from django.urls import path

from afspraak.web.demo import views

urlpatterns = [
    path("demo/", views.welcome, name="demo"),
    path("demo/sign-in/", views.sign_in, name="demo-sign-in"),
]
