"""The parts of a dossier as HTML, for the web application."""

from functools import cache

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from afspraak.diagnostics import Lang
from afspraak.documents import markup, replay_chart
from afspraak.documents.dossier import DossierPart, Replayed
from afspraak.documents.replay_report import Chart
from afspraak.protocol.handbook.content import Passage

_TEMPLATES = ("dossier_part.html", "parts.html")


def part(held: DossierPart, level: int, lang: Lang) -> Markup:
    """One part of a chapter whose heading has `level`, for a page in `lang`."""
    made = (
        _environment()
        .get_template("dossier_part.html")
        .render(
            held=held,
            level=level,
            charts=_charts(held.report.chart) if isinstance(held, Replayed) else (),
            changed=changed,
            **markup.names(lang),
        )
    )
    return Markup(made)  # noqa: S704 - escaped by the environment


def changed(passage: Passage) -> Markup:
    """A sentence with what goes and what comes. Only our own tags are in what `markup` gives."""
    html = str(markup.line(passage))
    for ours, meant in (("s", "del"), ("strong", "ins")):
        html = html.replace(f"<{ours}>", f"<{meant}>").replace(f"</{ours}>", f"</{meant}>")
    return Markup(html)  # noqa: S704 - escaped by `markup`


def _charts(chart: Chart | None) -> tuple[Markup, ...]:
    if chart is None:
        return ()
    # a style says which of the two is seen; the other is not read out either
    layouts = ((replay_chart.BESIDE, "wide"), (replay_chart.ABOVE, "narrow"))
    drawn = (replay_chart.svg(chart, layout, name=f"{name}-chart") for layout, name in layouts)
    return tuple(Markup(each) for each in drawn)  # noqa: S704 - every text in it is escaped


@cache
def _environment() -> Environment:
    return Environment(
        loader=DictLoader({name: markup.template(name) for name in _TEMPLATES}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
