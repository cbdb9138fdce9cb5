"""The first start, and running the machine afterwards."""

from django.urls import path

from afspraak.web.setup import views

urlpatterns = [
    path("setup/", views.machine, name="setup"),
    path("setup/owner/<str:token>/", views.owner, name="setup-owner"),
    path("setup/organisation/", views.organisation, name="setup-organisation"),
    path("setup/mail/", views.mail, name="setup-mail"),
    path("setup/mail/test/", views.test_mail, name="setup-mail-test"),
    path("setup/sign-in/", views.sign_in, name="setup-sign-in"),
    path("setup/protocol/", views.protocol, name="setup-protocol"),
    path("setup/done/", views.done, name="setup-done"),
]
