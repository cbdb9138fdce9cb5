"""The pages about problems of the file and findings of the linter: what `explain` prints."""

from tools.docs import Pages, both, deeper, page, table

from afspraak.diagnostics import Lang, Text
from afspraak.protocol import lint, problems

INTRO: dict[str, Text] = {
    "problems": {
        "nl": "# Fouten in het bestand\n\nWat er mis kan zijn met een protocolbestand. Een code "
        "houdt altijd dezelfde betekenis. `afspraak explain P007` toont dezelfde tekst.",
        "en": "# Problems of the file\n\nWhat can be wrong with a protocol file. A code keeps its "
        "meaning for ever. `afspraak explain P007` prints the same text.",
    },
    "linter": {
        "nl": "# De linter\n\nWat een zorgvuldige lezer aan een protocol zou willen veranderen, "
        "zoals een jurist van de ondernemingsraad. Bevindingen met een ✓ gaan over een passage; "
        "met een reden kun je die laten staan. `afspraak explain L003` toont dezelfde tekst. "
        "Hoe je ermee omgaat, staat in [Een bevinding van de linter lezen]"
        "(../how-to/read-a-linter-finding.nl.md).",
        "en": "# The linter\n\nWhat a careful reader would want changed in a protocol, such as a "
        "works council's lawyer. Findings with a ✓ are about a passage; with a reason it may "
        "stay. `afspraak explain L003` prints the same text. What to do with them is in "
        "[Read a finding of the linter](../how-to/read-a-linter-finding.en.md).",
    },
}
HEADS: dict[str, dict[Lang, tuple[str, ...]]] = {
    "problems": {"nl": ("Code", "Wat er mis is"), "en": ("Code", "What is wrong")},
    "linter": {
        "nl": ("Code", "Wat het vindt", "Mag blijven met reden"),
        "en": ("Code", "What it finds", "May stay with a reason"),
    },
}


def pages() -> Pages:
    """A page a language for the problems, and one for the linter."""
    made = {}
    for lang, path in both("reference/problems"):
        made[path] = _problems(lang)
    for lang, path in both("reference/linter"):
        made[path] = _linter(lang)
    return made


def _problems(lang: Lang) -> str:
    known = problems.all_problems()
    rows = [(_link(code), each.message[lang]) for code, each in known.items()]
    parts = [_under(code, problems.explain(code, lang)) for code in known]
    listing = table(HEADS["problems"][lang], rows)
    return page(
        lang, "src/afspraak/protocol/problems.toml", INTRO["problems"][lang], listing, *parts
    )


def _linter(lang: Lang) -> str:
    rules = lint.all_rules()
    rows = [
        (_link(code), rule.doc[lang].partition("\n")[0], "✓" if rule.prose else "")
        for code, rule in rules.items()
    ]
    parts = [
        _under(code, f"# {code}: `{rule.name}`\n\n{lint.explain(code, lang)}")
        for code, rule in rules.items()
    ]
    listing = table(HEADS["linter"][lang], rows)
    return page(lang, "src/afspraak/protocol/lint/rules/", INTRO["linter"][lang], listing, *parts)


def _link(code: str) -> str:
    return f"[{code}](#{code.lower()})"


def _under(code: str, text: str) -> str:
    """The page about a code, below a heading of the code alone: that makes a short link."""
    title, _, rest = text.partition("\n")
    return f"## {code}\n\n**{title.removeprefix(f'# {code}: ')}**\n{deeper(rest)}"
