"""Numbers and addresses as people write them, for more than one kind of rule.

Each pattern is loose where a named check decides afterwards, and is looked for in folded text.
"""

import re
from collections.abc import Iterable

from afspraak.engine import fold
from afspraak.engine.rule import Pattern, UnableToCompile

# Eight digits in a row, signs between them aside, are in any account number that banks give out:
# without them every "in 52 minuten" is looked at.
IBAN = Pattern(
    "[a-z]{2}[ \\n._/-]{0,3}[0-9]{2}(?:[ \\n._/-]{0,3}[0-9a-z]){0,22}"
    "(?:[ \\n._/-]{0,3}[0-9]){8}(?:[ \\n._/-]{0,3}[0-9a-z]){0,22}",
    check="iban",
    left="word",
)
CARD = Pattern(
    "[0-9](?:[ .-]{0,2}[0-9]){12,18}",
    check="card",
    left="number",
    right="number",
)
_NAME = "[a-z0-9_%+-][a-z0-9._%+-]{0,63}"
EMAIL = Pattern(
    f"{_NAME}@(?:[a-z0-9-]{{1,63}}[.]){{1,6}}[a-z]{{2,24}}",
    check="email",
)
_AT = " ?[(\\[](?:at|apenstaartje|apestaartje)[)\\]] ?| apenstaartje | apestaartje "
_DOT = "(?:[.]| ?[(\\[](?:dot|punt)[)\\]] ?| dot | punt )"
EMAIL_SPELLED = Pattern(
    f"{_NAME}(?:{_AT})(?:[a-z0-9-]{{1,63}}{_DOT}){{1,6}}[a-z]{{2,24}}", check="email"
)
# Without brackets *at* is a word: only the best-known endings show that an address is meant.
EMAIL_SPOKEN = Pattern(
    f"{_NAME} at (?:[a-z0-9-]{{1,63}} (?:dot|punt) ){{1,4}}(?:nl|be|de|eu|com|org|net|info|uk)",
    check="email",
)
PHONE = Pattern(
    "[(]0(?:6[)](?:[ ._/-]{0,3}[0-9]){8}|[1-9][0-9][)](?:[ ._/-]{0,3}[0-9]){7}"
    "|[1-9][0-9]{2}[)](?:[ ._/-]{0,3}[0-9]){6})|0[1-9](?:[ ()._/-]{0,3}[0-9]){8}",
    "number",
    check="phone",
)
PHONE_ABROAD = Pattern(
    "(?:[(][+][1-9][0-9]{0,2}[)](?:[ ()._/-]{0,3}[0-9]){6,13}"
    "|(?:[+] ?|00)[1-9](?:[ ()._/-]{0,3}[0-9]){6,15})",
    "number",
    check="phone",
)
PHONE_IN_LINK = Pattern(
    "(?:https?://)?(?:wa[.]me/|api[.]whatsapp[.]com/send/?[?]phone=)[+]?[1-9][0-9]{8,14}",
    check="phone",
)
"""A link that opens a conversation with whoever has the number."""
BSN_DOTTED = Pattern("[0-9]{4}[.][0-9]{2}[.][0-9]{3}", "number", "number", check="bsn")
BSN_NAMED = Pattern(
    "[0-9](?:[ .-]?[0-9]){7,8}",
    "number",
    "number",
    check="bsn",
)
BSN_BARE = Pattern("[0-9]{9}", "number", "number", check="bsn")
PLATE = Pattern(
    "[0-9]{1,3}-(?:[a-z]{2,3}-(?:[0-9]{1,3}|[a-z]{2})|[0-9]{2}-[a-z]{2})"
    "|[a-z]{1,3}-(?:[0-9]{2,3}-(?:[a-z]{1,3}|[0-9]{2})|[a-z]{2}-[0-9]{2})",
    check="plate",
)
PLATE_NAMED = Pattern(
    "[0-9]{1,3}[ -]?(?:[a-z]{2,3}[ -]?(?:[0-9]{1,3}|[a-z]{2})|[0-9]{2}[ -]?[a-z]{2})"
    "|[a-z]{1,3}[ -]?(?:[0-9]{2,3}[ -]?(?:[a-z]{1,3}|[0-9]{2})|[a-z]{2}[ -]?[0-9]{2})",
    check="any-plate",
)
POSTCODE_FIRST = Pattern(
    "[1-9][0-9]{3} ?[a-z]{2}[ ,:-]{1,3}(?:(?:huisnummer|huisnr|nummer|nr|no)[.:]{0,2} ?)?"
    "[1-9][0-9]{0,4}[a-z]?(?:-[0-9a-z]{1,10})?",
    check="postcode",
)
HOUSE_FIRST = Pattern(
    "[1-9][0-9]{0,4}[a-z]?(?:-[0-9a-z]{1,4})?[, \\n]{1,3}[1-9][0-9]{3} ?[a-z]{2}",
    check="postcode",
)
_MONTHS = (
    "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?"
    "|jul[iy]?|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.]?"
)
_DATE = (
    "[0-9]{1,2}[-/. ]{1,3}[0-9]{1,2}[-/. ]{1,3}(?:[0-9]{4}|[0-9]{2})"
    "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    f"|[0-9]{{1,2}}(?:st|nd|rd|th|e)?[ -](?:of )?{_MONTHS}[ -]'?(?:[0-9]{{4}}|[0-9]{{2}})"
    f"|{_MONTHS} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}"
)
DATE = Pattern(_DATE, "number", "number", check="date")
# The full stop would end the sentence in which a word about birth is looked for.
BORN_DATE = Pattern(
    f"(?:geb|d[.]o[.]b)[.]:? (?:op )?(?:{_DATE})",
    "word",
    "number",
    check="date",
)

LINKS = (
    Pattern("http(?:s)?://[!#-;=?-~]{1,500}", right=""),
    Pattern("www[.][!#-;=?-~]{1,500}", right=""),
    Pattern("[a-z0-9-]{1,63}[.][a-z]{2,12}/[!#-;=?-~]{1,500}", right=""),
)
WEB_HOST = "(?:https?://)?(?:[a-z0-9-]{1,63}[.]){1,6}[a-z]{2,24}(?::[0-9]{2,5})?"
"""A host with or without its scheme."""
PATH = "[/?#][!#-;=?-~]{0,400}"
_DOMAIN = re.compile("[a-z0-9-]{1,63}(?:[.][a-z0-9-]{1,63}){1,6}")


def web_address(domains: Iterable[str], *, path_is_needed: bool = False) -> Pattern:
    """Links to one of the domains or a subdomain of it, with or without scheme and path.

    Raises ValueError with a domain that is none.
    """
    folded = {fold.fold(domain.strip()).text.removeprefix("www."): domain for domain in domains}
    for name, domain in folded.items():
        if not _DOMAIN.fullmatch(name):
            raise ValueError(domain)
    hosts = "|".join(name.replace(".", "[.]") for name in sorted(folded))
    return Pattern(
        f"(?:https?://)?(?:[a-z0-9-]{{1,63}}[.]){{0,5}}(?:{hosts})(?:[.][a-z0-9-]{{1,63}}){{0,5}}"
        f"(?::[0-9]{{2,5}})?{PATH if path_is_needed else f'(?:{PATH})?'}",
        check="host",
        only=tuple(sorted(folded)),
    )


def no_domain(option: str, error: ValueError) -> UnableToCompile:
    """What is wrong with a domain that `web_address` does not take."""
    return UnableToCompile(
        option,
        {
            "nl": f"`{error}` is geen domein: schrijf het als voorbeeld.nl",
            "en": f"`{error}` is no domain: write it as example.nl",
        },
    )
