"""The page about what each network allows, from `engine/networks.toml`."""

import re
import tomllib
from pathlib import Path

from tools.docs import Pages, both, page, table

from afspraak.diagnostics import Lang, Text

SOURCE = "src/afspraak/engine/networks.toml"
_URL = re.compile(r"https://[^\s;,]+")

UNITS: dict[str, Text] = {
    "points": {"nl": "codepunten", "en": "code points"},
    "utf16": {"nl": "UTF-16-eenheden", "en": "UTF-16 code units"},
    "graphemes": {
        "nl": "tekens zoals een lezer ze ziet (UAX #29)",
        "en": "characters as a reader sees them (UAX #29)",
    },
    "weighted": {
        "nl": "Latijnse letters en gewone leestekens 1, de rest en elke emoji 2",
        "en": "Latin and general punctuation 1, the rest and every emoji 2",
    },
    "utf8": {"nl": "bytes in UTF-8", "en": "bytes in UTF-8"},
    "emoji-bytes": {
        "nl": "codepunten, en een emoji telt zijn bytes in UTF-8",
        "en": "code points, and an emoji counts its bytes in UTF-8",
    },
}
WORDS: dict[str, Text] = {
    "intro": {
        "nl": "# Netwerken\n\nWat elk netwerk in één bericht toelaat. De naam in de eerste kolom "
        "is wat je bij `--network` en `networks` zegt. Een leeg vak: er is geen grens die de "
        "eigenaar bekendmaakt. Waar elk getal vandaan komt, staat naast dat getal in `"
        + SOURCE
        + "`.",
        "en": "# Networks\n\nWhat each network allows in one post. The name in the first column is "
        "what you say at `--network` and `networks`. An empty cell: no limit that its owner "
        "publishes. Where each number comes from stands beside it in `" + SOURCE + "`.",
    },
    "sources": {"nl": "## Bronnen", "en": "## Sources"},
}
HEAD: dict[Lang, tuple[str, ...]] = {
    "nl": ("Naam", "Netwerk", "Hoogstens", "Geteld in", "Een link telt", "Hashtags", "Alt-tekst"),
    "en": ("Name", "Network", "At most", "Counted in", "A link counts", "Hashtags", "Alt text"),
}


def pages() -> Pages:
    """The page in each language."""
    text = (Path(__file__).parents[2] / SOURCE).read_text("utf-8")
    return {path: _page(text, lang) for lang, path in both("reference/networks")}


def _page(text: str, lang: Lang) -> str:
    rows = [
        (
            f"`{name}`",
            each["label"],
            str(each["limit"]),
            UNITS[each["unit"]][lang] + _mentions(each, lang),
            *(str(each.get(key, "")) for key in ("link", "hashtags", "alt")),
        )
        for name, each in tomllib.loads(text).items()
    ]
    return page(
        lang, SOURCE, WORDS["intro"][lang], table(HEAD[lang], rows), WORDS["sources"][lang],
        _sources(text),
    )  # fmt: skip


def _mentions(network: dict[str, object], lang: Lang) -> str:
    if network.get("mentions") != "local":
        return ""
    return {
        "nl": "; van `@naam@server` telt alleen `@naam`",
        "en": "; of `@name@server` only `@name` counts",
    }[lang]


def _sources(text: str) -> str:
    lines, name = [], ""
    for line in text.splitlines():
        name = line.strip("[]") if line.startswith("[") else name
        lines += [f"- `{name}`: <{url.rstrip(':')}>" for url in _URL.findall(line)]
    return "\n".join(dict.fromkeys(lines))
