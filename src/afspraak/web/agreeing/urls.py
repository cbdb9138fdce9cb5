"""Addresses of agreeing."""

from django.urls import path

from afspraak.web.agreeing.views import acting, shown, starting

_ONE = "agreeing/<uuid:key>/"

urlpatterns = [
    path("agreeing/", shown.proposals, name="agreeing"),
    path("agreeing/upload/", starting.upload, name="agreeing-upload"),
    path("agreeing/take-over/", starting.take_over, name="agreeing-take-over"),
    path(_ONE, shown.one, name="agreeing-one"),
    path(f"{_ONE}text/<int:version>/", shown.text_of, name="agreeing-text"),
    path(f"{_ONE}text/<int:version>/protocol.yaml", shown.source, name="agreeing-file"),
    path(f"{_ONE}letter/<int:outcome>/", shown.letter, name="agreeing-letter"),
    path(f"{_ONE}replace/", starting.replace, name="agreeing-replace"),
    path(f"{_ONE}overrule/", acting.overrule, name="agreeing-overrule"),
    path(f"{_ONE}offer/", acting.offer, name="agreeing-offer"),
    path(f"{_ONE}ask/", acting.ask, name="agreeing-ask"),
    path(f"{_ONE}not-needed/", acting.not_needed, name="agreeing-not-needed"),
    path(f"{_ONE}answer/", acting.answer, name="agreeing-answer"),
    path(f"{_ONE}permit/", acting.permit, name="agreeing-permit"),
    path(f"{_ONE}meet/", acting.meet, name="agreeing-meet"),
    path(f"{_ONE}decide/", acting.decide, name="agreeing-decide"),
    path(f"{_ONE}excuse/", acting.excuse, name="agreeing-excuse"),
    path(f"{_ONE}take-back/", acting.take_back, name="agreeing-take-back"),
    path(f"{_ONE}withdraw/", acting.withdraw, name="agreeing-withdraw"),
]
