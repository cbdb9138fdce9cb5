"""Addresses of this feature."""

from django.urls import path

from afspraak.web.reading.views import editor, examples, overview, reading, receipt

urlpatterns = [
    path("read/", reading.start, name="read"),
    path("read/try/<int:number>/", reading.attempt, name="read-try"),
    path("read/confirm/", reading.confirm, name="read-confirm"),
    path("read/receipt/<uuid:key>/", receipt.page, name="receipt"),
    path("read/receipt/<uuid:key>/pdf/", receipt.pdf, name="receipt-pdf"),
    path("read/receipt/<uuid:key>/json/", receipt.signed, name="receipt-json"),
    path("reading/overview/", overview.overview, name="reading-overview"),
    path("reading/people/", editor.people, name="reading-people"),
    path("reading/people/<uuid:key>/remind/", editor.remind, name="reading-remind"),
    path("reading/people/<uuid:key>/paper/", editor.paper, name="reading-paper"),
    path("reading/sheet/", editor.sheet, name="reading-sheet"),
    path("reading/open/", editor.open_to_all, name="reading-open"),
    path("reading/objections/", editor.objections, name="reading-objections"),
    path("reading/objections/<uuid:key>/", editor.answer, name="reading-answer"),
    path("reading/examples/", examples.examples, name="reading-examples"),
    path("reading/examples/<slug:clause>/unpin/", examples.unpin, name="reading-unpin"),
]
