"""Numbers and addresses as people write them, for more than one kind of rule.

Each pattern is loose where a named check decides afterwards, and is looked for in folded text.
"""

from afspraak.engine.rule import Pattern

DIGITS = "0123456789"
IBAN = Pattern(
    "[a-z]{2}[ .-]?[0-9]{2}(?:[ .-]?[0-9a-z]){11,30}", check="iban", left="word", needs=DIGITS
)
CARD = Pattern(
    "[0-9](?:[ -]?[0-9]){12,18}", check="card", left="number", right="number", needs=DIGITS
)
_NAME = "[a-z0-9_%+-][a-z0-9._%+-]{0,63}"
EMAIL = Pattern(f"{_NAME}@(?:[a-z0-9-]{{1,63}}[.]){{1,6}}[a-z]{{2,24}}", check="email", needs="@")
_DOT = "(?:[.]| ?[(\\[](?:dot|punt)[)\\]] ?)"
EMAIL_SPELLED = Pattern(
    f"{_NAME} ?[(\\[](?:at|apenstaartje)[)\\]] ?(?:[a-z0-9-]{{1,63}}{_DOT}){{1,6}}[a-z]{{2,24}}",
    check="email",
    needs="([",
)
PHONE = Pattern("[(]?0[1-9](?:[ ()./-]{0,3}[0-9]){8}", "number", check="phone", needs="0")
PHONE_ABROAD = Pattern(
    "(?:[+] ?|00)[1-9](?:[ ()./-]{0,3}[0-9]){6,15}", "number", check="phone", needs="+0"
)
BSN_DOTTED = Pattern(
    "[0-9]{4}[.][0-9]{2}[.][0-9]{3}", "number", "number", check="bsn", needs=DIGITS
)
BSN_NAMED = Pattern("[0-9](?:[ .-]?[0-9]){7,8}", "number", "number", check="bsn", needs=DIGITS)
BSN_BARE = Pattern("[0-9]{9}", "number", "number", check="bsn", needs=DIGITS)
PLATE = Pattern(
    "[0-9]{1,3}-(?:[a-z]{2,3}-(?:[0-9]{1,3}|[a-z]{2})|[0-9]{2}-[a-z]{2})"
    "|[a-z]{1,3}-(?:[0-9]{2,3}-(?:[a-z]{1,3}|[0-9]{2})|[a-z]{2}-[0-9]{2})",
    check="plate",
    needs="-",
)
PLATE_NAMED = Pattern(
    "[0-9]{1,3}[ -]?(?:[a-z]{2,3}[ -]?(?:[0-9]{1,3}|[a-z]{2})|[0-9]{2}[ -]?[a-z]{2})"
    "|[a-z]{1,3}[ -]?(?:[0-9]{2,3}[ -]?(?:[a-z]{1,3}|[0-9]{2})|[a-z]{2}[ -]?[0-9]{2})",
    check="any-plate",
    needs=DIGITS,
)
POSTCODE_FIRST = Pattern(
    "[1-9][0-9]{3} ?[a-z]{2}[ ,:-]{1,3}(?:(?:huisnummer|huisnr|nummer|nr|no)[.:]{0,2} ?)?"
    "[1-9][0-9]{0,4}[a-z]?",
    check="postcode",
    needs=DIGITS,
)
HOUSE_FIRST = Pattern(
    "[1-9][0-9]{0,4}[a-z]?(?:-[0-9a-z]{1,4})?[, \\n]{1,3}[1-9][0-9]{3} ?[a-z]{2}",
    check="postcode",
    needs=DIGITS,
)
_MONTHS = (
    "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?"
    "|jul[iy]?|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.]?"
)
DATE = Pattern(
    "[0-9]{1,2}[-/. ]{1,3}[0-9]{1,2}[-/. ]{1,3}(?:[0-9]{4}|[0-9]{2})"
    "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    f"|[0-9]{{1,2}}(?:st|nd|rd|th|e)?[ -](?:of )?{_MONTHS}[ -]'?(?:[0-9]{{4}}|[0-9]{{2}})"
    f"|{_MONTHS} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}",
    "number",
    "number",
    check="date",
    needs=DIGITS,
)

LINKS = (
    Pattern("http(?:s)?://[!#-;=?-~]{1,500}", right=""),
    Pattern("www[.][!#-;=?-~]{1,500}", right=""),
    Pattern("[a-z0-9-]{1,63}[.][a-z]{2,12}/[!#-;=?-~]{1,500}", right="", needs="/"),
)
WEB_HOST = "(?:https?://)?(?:[a-z0-9-]{1,63}[.]){1,6}[a-z]{2,24}(?::[0-9]{2,5})?"
"""A host with or without its scheme; only a list makes it one (`Bel.ik` is none)."""
WEB_ADDRESS = f"{WEB_HOST}(?:[/?#][!#-;=?-~]{{0,400}})?"
