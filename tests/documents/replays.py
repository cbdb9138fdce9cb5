"""Reports of a replay to lay out: an ordinary one and one that is out to break the page."""

import datetime as dt
from dataclasses import replace

from afspraak.diagnostics import Lang
from afspraak.documents.replay_report import (
    Bar,
    Chart,
    Figure,
    Notes,
    Piece,
    Report,
    Row,
    Samples,
    Table,
)


def ordinary(lang: Lang = "nl", rules: int = 8) -> Report:
    """About as large as a report usually is."""
    names = [f"rule-{number}" for number in range(1, rules + 1)]
    return Report(
        lang=lang,
        organisation="Bakkerij Jansen",
        title="Wat de nieuwe afspraken doen met echte berichten",
        editions=("Nu: uitgave 2026.1", "Straks: uitgave 2027.1", "24.783 berichten uit posts.csv"),
        sentence="Van de 24.783 berichten krijgen er 312 (1,3%) een bevinding.",
        figures=tuple(Figure("6.417", "hebben nu een bevinding", "25,9%") for _ in range(4)),
        chart=Chart(
            title="Welke regels meer of minder vinden",
            description="Staafdiagram. Per regel het aantal berichten: rule-1: 40 nieuw.",
            newly="nieuw gevonden",
            no_longer="niet meer gevonden",
            bars=tuple(
                Bar(name, 40 * n, n % 3, f"{40 * n}", f"{n % 3}") for n, name in enumerate(names, 1)
            ),
            rest="En nog 2 regels.",
        ),
        table=Table(
            title="Regel voor regel",
            heads=("Regel en artikel", "Ernst", "Nu", "Straks", "Nieuw", "Weg", "Anders"),
            rows=tuple(
                Row(name, "Zacht voor de mens", "let op → stop", "nieuw", ("1", "2", "3", "4", "5"))
                for name in names
            ),
            rest="Geteld zijn berichten.",
        ),
        notes=(
            Notes("Wat deze proef doet", ("Een bevinding is advies.", "Niemand krijgt een score.")),
            Notes("Wat deze proef niet weet", ("Of een bevinding terecht is.",)),
        ),
        samples_title="Voorbeelden",
        samples_about="Door het lot gekozen.",
        samples=(
            Samples(
                "rule-1",
                "nieuw gevonden",
                (
                    (
                        Piece("Wat een "),
                        Piece("lelijk", found=True),
                        Piece(" ding 🥖 van "),
                        Piece("[@…]", hidden=True),
                    ),
                ),
            ),
        ),
        footer="Gerekend op 1 februari 2027",
        day=dt.date(2027, 2, 1),
    )


HOSTILE = '<script>alert(1)</script> & "x" \' #set page(fill: red) @name $x^2$ ]] 漢字 ไทย'


def hostile(lang: Lang = "nl") -> Report:
    """Every text that comes from a file tries to be markup."""
    report = ordinary(lang, rules=2)
    chart = report.chart
    assert chart is not None
    bars = tuple(replace(bar, label=HOSTILE) for bar in chart.bars)
    posts = (
        (
            Piece(HOSTILE),
            Piece(HOSTILE, found=True),
            Piece(f"[{HOSTILE}]", found=True, hidden=True),
        ),
    )
    return replace(
        report,
        organisation=HOSTILE,
        editions=(HOSTILE,),
        chart=replace(chart, bars=bars, description=HOSTILE),
        table=replace(
            report.table,
            rows=tuple(replace(row, rule=HOSTILE, clause=HOSTILE) for row in report.table.rows),
        ),
        samples=(Samples(HOSTILE, HOSTILE, posts),),
    )


def unchanged(lang: Lang = "nl") -> Report:
    """Nothing differs: no chart, no rules, no samples."""
    report = ordinary(lang)
    return replace(report, chart=None, table=replace(report.table, rows=()), samples=())
