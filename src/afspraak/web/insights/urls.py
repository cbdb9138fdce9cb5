"""Addresses of insights."""

from django.urls import path

from afspraak.web.insights import views

urlpatterns = [
    path("insights/", views.insights, name="insights"),
    path("insights/rule-reports/", views.allow, name="insights-allow"),
    path("insights/rule-reports/take-back/", views.take_back, name="insights-take-back"),
    path("rules/thanks/", views.thanks, name="rule-thanks"),
    path("rules/<slug:rule>/report/", views.report, name="rule-report"),
]
