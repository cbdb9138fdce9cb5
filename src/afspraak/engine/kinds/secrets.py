"""Finds what opens a door: passwords, keys, and the way to machines inside.

## What it checks
A password or code beside its label (*wachtwoord: …*, *ww = …*, *password is …*), keys of well-known
services by the form their issuer gives them, private keys, passwords and tokens inside a link,
addresses of machines on an internal network (`.local`, `.intern`, `10.1.2.3`), `intranet` and `vpn`
in front of our own domain, and paths of files.
`hosts` names more addresses that stay inside. `which` names some of `password`, `key`, `host` and
`path`; left out, all are looked for. Talk about passwords is no password.

## Why
A picture of a whiteboard or a helpful reply gives away more than was meant, and it is copied within
minutes.

## Example
> Het wifi-wachtwoord is Welkom01!

## Use instead
> Het wifi-wachtwoord staat op het bord bij de kassa.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from afspraak.diagnostics import Text
from afspraak.engine import patterns
from afspraak.engine.rule import Body, Boundary, Condition, Context, Part, Pattern, WordSet

CERTAINTY = "certain"
MESSAGES = {
    "nl": "‘{match}’ lijkt {what}.",
    "en": "‘{match}’ looks like {what}.",
}
ADVICE = {
    "nl": "Laat het weg. Is het al gedeeld? Verander het dan en meld het.",
    "en": "Leave it out. Was it shared already? Then change it and report it.",
}

Which = Literal["password", "key", "host", "path"]

_PASSWORD: Text = {"nl": "een wachtwoord", "en": "a password"}
_KEY: Text = {"nl": "een sleutel van een systeem", "en": "a key to a system"}
_HOST: Text = {"nl": "een intern adres", "en": "an internal address"}
_PATH: Text = {"nl": "een plek op onze computers", "en": "a place on our computers"}

# Each begins with letters that are looked for quickly, so that a post without them costs nothing.
_LABELS = (
    "wachtwoord",
    "pas(?:sword|swort|swd|scode|sphrase|woord)",
    "pwd?",
    "ww",
    "wi-?fi[ -]?(?:code|sleutel|key|pass)",
)
_CODE = "(?:pin|deur|alarm|kluis|toegangs|door|access) ?code"
_CODE_OF = (
    "code (?:van|voor|of|for) (?:(?:de|het|onze|mijn|the|our|my) )?(?:achter|voor|back ?|front ?)?"
    "(?:deur|door|alarm|kluis|kluisje|safe|poort|hek|gate|kassa|till)"
)
_IS = " (?:is|was|wordt|luidt|blijft)(?: (?:nu|now|gewoon|just|still|nog|nog steeds))?:? "
_SIGN = "(?: {0,2}[:=>]{1,2} {0,2}| - )"
_SAYS = f"(?:(?: [a-z-]{{1,20}}){{0,2}}{_SIGN}|(?: [a-z-]{{1,20}}){{0,4}}{_IS})"
_TELLING = "[a-z][!-~]{3,40}[0-9!@#$%]{1,4}"
_NO_COUNT = Condition(
    WordSet(
        ("tekens", "karakters", "letters", "cijfers", "keer", "characters", "digits", "times", "x")
    ),
    "after",
    absent=True,
)

# Forms that the issuers document. Each opens with letters that ordinary posts do not have, so that
# few are searched at all.
_ISSUED = (
    *(f"{prefix}_[0-9a-z]{{30,250}}" for prefix in ("ghp", "gho", "ghu", "ghs", "ghr")),  # GitHub
    "github_pat_[0-9a-z_]{22,250}",
    *(f"{prefix}-[0-9a-z_-]{{20,64}}" for prefix in ("glpat", "glptt", "gldt", "glrt")),  # GitLab
    "(?:xoxa-|xoxb-|xoxe-|xoxp-|xoxr-|xoxs-)[0-9a-z-]{10,200}",  # Slack
    "hooks[.]slack[.]com/services/[0-9a-z/]{20,80}",
    "(?:sk_live_|sk_test_|rk_live_|rk_test_)[0-9a-z]{16,200}",  # Stripe
    "whsec_[0-9a-z+/]{24,80}",
    "(?:live_|test_)[0-9a-z]{28,64}",  # Mollie
    "sk-[0-9a-z_-]{20,200}",  # OpenAI, Anthropic
    "aiza[0-9a-z_-]{35}",  # Google
    "sg[.][0-9a-z_-]{22}[.][0-9a-z_-]{43}",  # SendGrid
    "(?:npm_|hf_)[0-9a-z]{30,40}",
    "pypi-[0-9a-z_-]{50,250}",
    "dop_v1_[0-9a-f]{64}",  # DigitalOcean
    "[0-9]{8,10}:aa[0-9a-z_-]{33}",  # Telegram
    "eyj[0-9a-z_-]{8,1500}[.][0-9a-z_-]{8,1500}[.][0-9a-z_-]{8,1500}",  # JSON Web Token
)
_KEYS = (
    Pattern("|".join(_ISSUED), check="token"),
    Pattern("akia[0-9a-z]{16}", check="upper"),  # AWS
    Pattern("asia[0-9a-z]{16}", check="upper"),
    Pattern(
        "(?:api[ _-]?(?:key|sleutel|token)|client[ _-]?secret|secret[ _-]?key|access[ _-]?token"
        "|auth[ _-]?token|toegangssleutel|bearer)[\"']?(?: ?[:=] ?| is | )[\"']?"
        "[0-9a-z_.+/=-]{16,200}",
        check="token",
    ),
    Pattern("(?:token|secret|sleutel) ?[:=] ?[\"']?[0-9a-z_-]{20,200}", check="token"),
    Pattern("-----begin (?:[a-z0-9]{2,10} ){0,3}private key-----", "", ""),
    Pattern(
        "https?://[!-~]{3,300}[&?#](?:access_token|auth_token|api_?key|token|client_secret|secret"
        "|password|wachtwoord|pwd)=[0-9a-z._~%+-]{8,300}",
        check="address",
    ),
    Pattern(
        "[a-z][a-z0-9+]{1,9}://[0-9a-z._%+-]{1,64}:[0-9a-z._~!$&'()*+,;=%-]{3,64}@[a-z0-9.-]{1,200}",
        check="address",
    ),
)

_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_TAIL = "(?::[0-9]{2,5})?(?:/[!-~]{0,200})?"
_HOSTS = (
    *(
        Pattern(
            f"(?:https?://)?[a-z0-9-]{{2,63}}(?:[.][a-z0-9-]{{1,63}}){{0,3}}[.]{ending}{_TAIL}",
            check="internal-host",
        )
        for ending in ("local(?:domain)?", "intern(?:al)?", "lan")
    ),
    Pattern(
        f"(?:https?://)?1(?:0[.]{_BYTE}|92[.]168|72[.](?:1[6-9]|2[0-9]|3[01]))[.]{_BYTE}[.]{_BYTE}{_TAIL}",
        left="number",
        right="number",
        check="address",
    ),
)
# Four numbers with points are a version too.
_NO_VERSION = Condition(
    WordSet(("versie", "version", "v", "ios", "android", "release", "update", "paragraaf")),
    "before",
    within=1,
    absent=True,
)

_PATHS = (
    Pattern("[\\\\]{2}[a-z0-9._-]{2,63}[\\\\][!-~]{1,200}", check="address"),
    Pattern(
        "[a-z]:[\\\\](?:[a-z0-9 ._()-]{1,60}[\\\\]){0,8}[a-z0-9._()-]{1,60}",
        check="address",
    ),
    Pattern(
        "/(?:home|users)/[a-z0-9._-]{1,32}/[!-~]{1,200}",
        check="address",
    ),
    Pattern(
        "/(?:etc|srv|opt|var|mnt)/[a-z0-9._-]{1,32}/[!-~]{1,200}",
        check="address",
    ),
    Pattern(
        "(?:smb|afp|nfs|file)://[!-~]{2,200}",
        check="address",
    ),
)
_NOT_IN_LINK = Condition(WordSet(patterns=patterns.LINKS), "inside", absent=True)


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `secrets` rule."""

    which: tuple[Which, ...] = ()
    hosts: tuple[str, ...] = ()


def compile_rule(options: Options, context: Context) -> Body:
    """The parts that are asked for, and one for the organisation's own hosts."""
    parts = [part for which in options.which or get_args(Which) for part in _PARTS[which]]
    if options.hosts:
        try:
            own = patterns.web_address(options.hosts)
        except ValueError as error:
            raise patterns.no_domain("hosts", error) from None
        parts.append(Part("own-host", what=_HOST, words=WordSet(patterns=(own,))))
    if "host" in (options.which or get_args(Which)):
        inside = tuple(_intranets(context.domains))
        if inside:
            words = WordSet(patterns=inside)
            parts.append(Part("intranet", what=_HOST, words=words, mildest="ask"))
    return Body(tuple(parts))


def _intranets(domains: tuple[str, ...]) -> Iterator[Pattern]:
    for domain in domains:
        own = domain.strip().removeprefix("www.")
        try:
            yield patterns.web_address((f"intranet.{own}", f"vpn.{own}"))
        except ValueError:
            continue  # an organisation may write here what is no domain


def _left(label: str) -> Boundary:
    # A Dutch compound may precede: gastenwachtwoord.
    return "" if label == "wachtwoord" else "word"


_PASSWORDS = WordSet(
    patterns=(
        *(
            Pattern(
                f"{label}(?:{_SAYS}[\"']?[!-~]{{4,64}}| {_TELLING})",
                left=_left(label),
                check="password",
            )
            for label in _LABELS
        ),
        Pattern(
            "(?:inlog|login|wi-?fi)(?:gegevens|naam)? ?[:=] ?[!-~]{2,40} [/|] [!-~]{4,64}",
            check="password",
        ),
        Pattern(f"{_CODE}(?:{_SAYS}| )[0-9]{{4,8}}#?"),
        Pattern(f"{_CODE_OF}{_SAYS}[0-9]{{4,8}}#?"),
        Pattern("pin(?: is | ?[:=] ?)[0-9]{4}", right="number"),
    )
)
_PASS = WordSet(patterns=(Pattern("pass ?[:=] ?[\"']?[!-~]{6,64}", check="password"),))
_TRAVEL = WordSet(
    ("boarding", "bus", "day", "festival", "interrail", "press", "rail", "season", "ski", "travel")
)
_PLAIN_PASSWORDS = WordSet(
    patterns=tuple(
        Pattern(
            f"{label}(?: ?[:=] ?[\"']?[a-z-]{{5,40}}[\"']?[.!,;?]?(?: ?[!-~])?"
            f"|{_SAYS}[\"'][a-z-]{{4,40}}[\"'])",
            left=_left(label),
            right="",
            check="plain-password",
        )
        for label in _LABELS
    )
)

_PARTS: Mapping[Which, tuple[Part, ...]] = {
    "password": (
        Part("password", what=_PASSWORD, words=_PASSWORDS, when=(_NO_COUNT,)),
        Part(
            "pass",
            what=_PASSWORD,
            words=_PASS,
            when=(Condition(_TRAVEL, "before", absent=True),),
            mildest="ask",
        ),
        Part("word-as-password", what=_PASSWORD, words=_PLAIN_PASSWORDS, mildest="ask"),
    ),
    "key": (Part("key", what=_KEY, words=WordSet(patterns=_KEYS)),),
    "host": (
        Part(
            "host", what=_HOST, words=WordSet(patterns=_HOSTS), when=(_NO_VERSION,), mildest="ask"
        ),
    ),
    "path": (
        Part(
            "path",
            what=_PATH,
            words=WordSet(patterns=_PATHS),
            when=(_NOT_IN_LINK,),
            mildest="ask",
        ),
    ),
}
