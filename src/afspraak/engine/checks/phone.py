"""A telephone number that a person can have: Dutch, or foreign with its country code."""

import re

from afspraak.engine.checks.kept import LETTERS, Kept, cut_digits, digits_of, ends_whole

# Number plan of the Netherlands (ACM, Nummerplan telefoon- en ISDN-diensten): after the 0 come two
# digits for a large town and three for the rest. 6 is mobile; 85 and 88 have no place.
_TOWN_CODES = """
10 13 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 70 71 72 73 74 75 76 77 78 79 85 88
"""
_REGION_CODES = """
111 113 114 115 117 118 161 162 164 165 166 167 168 172 174 180 181 182 183 184 186 187 222 223
224 226 227 228 229 251 252 255 294 297 299 313 314 315 316 317 318 320 321 341 342 343 344 345
346 347 348 411 412 413 416 418 475 478 481 485 486 487 488 492 493 495 497 499 511 512 513 514
515 516 517 518 519 521 522 523 524 525 527 528 529 541 543 544 545 546 547 548 561 562 566 570
571 572 573 575 577 578 591 592 593 594 595 596 597 598 599
"""
# Country codes in use (ITU-T E.164, list of assigned country codes).
_COUNTRY_CODES = """
1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64
65 66 81 82 84 86 90 91 92 93 94 95 98 211 212 213 216 218 220 221 222 223 224 225 226 227 228 229
230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 248 249 250 251 252 253 254 255
256 257 258 260 261 262 263 264 265 266 267 268 269 290 291 297 298 299 350 351 352 353 354 355 356
357 358 359 370 371 372 373 374 375 376 377 378 380 381 382 383 385 386 387 389 420 421 423 500 501
502 503 504 505 506 507 508 509 590 591 592 593 594 595 596 597 598 599 670 672 673 674 675 676 677
678 679 680 681 682 683 685 686 687 688 689 690 691 692 850 852 853 855 856 880 886 960 961 962 963
964 965 966 967 968 970 971 972 973 974 975 976 977 992 993 994 995 996 998
"""
_TOWNS = frozenset(_TOWN_CODES.split())
_REGIONS = frozenset(_REGION_CODES.split())
_COUNTRIES = frozenset(_COUNTRY_CODES.split())

_MOBILE = re.compile("6[1-58][0-9]{7}")
_NATIONAL_DIGITS = 9
_MIN_FOREIGN_DIGITS = 9  # with the country code; shorter numbers exist, but so do amounts
_MAX_DIGITS = 15  # ITU-T E.164
_NORTH_AMERICA = re.compile("[2-9][0-9]{2}[2-9][0-9]{6}")
# Italy and four African countries have numbers that begin with 0 from abroad too.
_KEEPS_ZERO = frozenset({"39", "225", "229", "241", "242"})
# 06-12-2026 10 has the digits of a mobile number.
_DATE = re.compile("[0-9]{2}[^0-9]+[0-9]{2}[^0-9]+(?:19|20)[0-9]{2}(?:[^0-9].*)?")


TABLES = {
    "towns": sorted(_TOWNS),
    "regions": sorted(_REGIONS),
    "countries": sorted(_COUNTRIES),
    "mobile": _MOBILE.pattern,
    "min_foreign_digits": _MIN_FOREIGN_DIGITS,
    "max_digits": _MAX_DIGITS,
    "north_america": _NORTH_AMERICA.pattern,
    "keeps_zero": sorted(_KEEPS_ZERO),
    "date": _DATE.pattern,
}


def phone(folded: str, _original: str) -> Kept | None:
    """The number with its country code, as +31…; nothing for service numbers (0800, 0900, 112)."""
    digits = digits_of(folded)
    if folded.startswith(("+", "(+")) or folded[0] in LETTERS:
        return _international(folded, digits, prefix=0)
    if digits.startswith("00"):
        return _international(folded, digits, prefix=2)
    if len(digits) == 10 and _is_dutch(digits[1:]) and _is_grouped_as_dutch(folded):
        return Kept(len(folded), "+31" + digits[1:])
    return None


def _international(folded: str, digits: str, *, prefix: int) -> Kept | None:
    number = digits[prefix:]
    country = next((number[:n] for n in (1, 2, 3) if number[:n] in _COUNTRIES), "")
    national = number[len(country) :]
    trunk = 0
    if national.startswith("0") and (country == "31" or "(0)" in folded):
        trunk, national = 1, national[1:]  # +31 (0)6 and +31 06: the 0 is never dialled
    if country == "31":
        national = national[:_NATIONAL_DIGITS]
        length = cut_digits(folded, prefix + 2 + trunk + _NATIONAL_DIGITS)
        if length and _is_dutch(national) and ends_whole(folded, length):
            return Kept(length, "+31" + national)
        return None
    return Kept(len(folded), f"+{country}{national}") if _is_foreign(country, national) else None


def _is_dutch(national: str) -> bool:
    if len(national) != _NATIONAL_DIGITS:
        return False
    return bool(_MOBILE.fullmatch(national)) or national[:2] in _TOWNS or national[:3] in _REGIONS


def _is_foreign(country: str, national: str) -> bool:
    if country == "1":
        return bool(_NORTH_AMERICA.fullmatch(national))
    return (
        country != ""
        and _MIN_FOREIGN_DIGITS <= len(country + national) <= _MAX_DIGITS
        and (country in _KEEPS_ZERO or not national.startswith("0"))
    )


def _is_grouped_as_dutch(folded: str) -> bool:
    """Whether the first group is the area code: dates and rows of numbers are grouped otherwise."""
    groups = re.findall("[0-9]+", folded)
    if len(groups) == 1:
        return True
    if groups[0].startswith("06"):
        return not _DATE.fullmatch(folded)
    return groups[0][1:] in _TOWNS | _REGIONS
