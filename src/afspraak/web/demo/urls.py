"""Addresses that only a demo has."""

from django.urls import path

from afspraak.web.demo import views

urlpatterns = [
    path("demo/", views.welcome, name="demo"),
    path("demo/sign-in/", views.sign_in, name="demo-sign-in"),
    path("demo/mailbox/", views.mailbox, name="demo-mailbox"),
    path("demo/mailbox/<int:key>/", views.mail, name="demo-mail"),
    path("demo/start-again/", views.start_again, name="demo-start-again"),
]
