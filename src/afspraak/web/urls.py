"""Every address, by feature."""

from django.urls import URLPattern, URLResolver, include, path

from afspraak.web import system_checks  # noqa: F401 - Django knows them once they are imported

_FEATURES = (
    "home",
    "kit",
    "people",
    "handbook",
    "reading",
    "checks",
    "drafting",
    "supplementing",
    "agreeing",
    "insights",
    "dossier",
    "editions",
    "audit",
    "transparency",
    "retention",
    "mydata",
    "setup",
    "flows",
    "demo",
)

urlpatterns: list[URLPattern | URLResolver] = [
    *(path("", include(f"afspraak.web.{feature}.urls")) for feature in _FEATURES),
    path("sign-in/", include("afspraak.web.people.sign_in_urls")),
]

handler400 = "afspraak.web.kit.views.not_understood"
handler403 = "afspraak.web.kit.views.forbidden"
handler404 = "afspraak.web.kit.views.not_found"
handler429 = "afspraak.web.people.entrance.too_many"
handler500 = "afspraak.web.kit.views.failed"
