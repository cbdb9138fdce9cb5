"""How easily a text reads: Flesch for English, Flesch-Douma for Dutch.

Both are a **proxy** for language level B1, not a measurement of it: they see how long words and
sentences are, and nothing else. A text under 60 deserves another look; a text above it may still
be hard.

English: Flesch (1948), 206.835 - 1.015 words per sentence - 84.6 syllables per word.
Dutch: Douma (1960), 206.84 - 0.77 syllables per 100 words - 0.93 words per sentence.
"""

import re
import unicodedata

from afspraak.diagnostics import Lang
from afspraak.protocol import prose

B1_PROXY = 60.0
"""The score under which a text is called hard; Flesch called 60-70 plain English."""

MIN_WORDS = 20
"""Below this a single long word decides the score."""


def score(text: str, lang: Lang) -> float | None:
    """The reading ease of a Markdown text, a proxy for B1: higher is easier, 60 is plain.

    None when the text has fewer than twenty words. A heading and a list item count as a sentence.
    """
    sentences = prose.sentences(text)
    words = [word for sentence in sentences for word in prose.words(sentence.text)]
    if len(words) < MIN_WORDS:
        return None
    per_sentence = len(words) / len(sentences)
    per_word = sum(syllables(word, lang) for word in words) / len(words)
    if lang == "nl":
        return 206.84 - 77 * per_word - 0.93 * per_sentence
    return 206.835 - 84.6 * per_word - 1.015 * per_sentence


def syllables(word: str, lang: Lang) -> int:
    """How many syllables a word has, as far as spelling tells; a number counts one."""
    if "@" in word or re.search(r"\.\w", word):
        return 1
    parts = [part for part in re.split(r"[^\w']+|_", word.replace("’", "'")) if part]
    return max(1, sum(_part(part, lang) for part in parts))


def _part(part: str, lang: Lang) -> int:
    if part.isupper() and 1 < len(part) <= 4 and not re.search(r"[AEIOU].*[AEIOUY]", part):
        # Spelled out: OR, HR, BSN. "W" is three syllables in English.
        return sum(3 if letter == "W" and lang == "en" else 1 for letter in part)
    if not any(letter.isalpha() for letter in part):
        return 1
    return _dutch(part) if lang == "nl" else _english(part)


# -- Dutch -----------------------------------------------------------------------------------

_NL_VOWELS = re.compile(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ei|ij|ai|oi|[aeiou]|y(?![aeou])"
)
# Loan words whose English spelling hides fewer syllables, and Dutch clusters that are one.
_NL_LOANS = {
    "bluesky": 2, "breach": 1, "break": 1, "cake": 1, "claim": 1, "deadline": 2, "deal": 1,
    "deals": 1, "e-mail": 2, "frame": 1, "freelance": 2, "freelancer": 3, "game": 1, "games": 1,
    "hate": 1, "headline": 2, "like": 1, "liken": 2, "likes": 1, "lunchbreak": 2, "manage": 2,
    "offline": 2, "online": 2, "pauze": 2, "retweet": 2, "share": 1, "shares": 1, "site": 1,
    "sites": 2, "software": 2, "team": 1, "teams": 1, "timeline": 2, "update": 2, "updates": 2,
    "upload": 2, "uploads": 2, "website": 2, "websites": 3, "youtube": 2,
}  # fmt: skip
_NL_LOAN_PARTS = re.compile(r"(team|leader|cloud|break|stream|download|upload|load|online|offline)")
_NL_PART_COUNT = {
    "team": 1, "leader": 2, "cloud": 1, "break": 1, "stream": 1, "download": 2, "upload": 2,
    "load": 1, "online": 2, "offline": 2,
}  # fmt: skip


def _dutch(word: str) -> int:
    folded = _split_trema(word.casefold().replace("ĳ", "ij"))
    if folded in _NL_LOANS:
        return _NL_LOANS[folded]
    count = 0
    for piece in _NL_LOAN_PARTS.split(folded):
        count += _NL_PART_COUNT.get(piece) or len(_NL_VOWELS.findall(piece.replace("qu", "kw")))
    return max(1, count)


def _split_trema(word: str) -> str:
    """`reünie` as `re-unie`: a trema starts a syllable; other accents are dropped."""
    out: list[str] = []
    for letter in unicodedata.normalize("NFD", word):
        if letter == "\u0308" and out:
            out.insert(-1, "-")
        elif not unicodedata.combining(letter):
            out.append(letter)
    return "".join(out)


# -- English ---------------------------------------------------------------------------------

_EN_VOWELS = re.compile(r"[aeiouy]+")
_EN_SILENT = re.compile(
    r"(?<=[^aeioul])e$|(?<=[aeiou]l)e$|(?<=[aeiouy])e$|(?<=rl)e$"  # made, while, agree
    # makes, but boxes and changes
    r"|(?<=[^aeioucsxzghl])es$|(?<=[aeiour]l)es$|(?<=[^cs]h)es$|(?<=[aeiouy])es$"
    r"|(?<=[^aeioutd])ed$|(?<=[aeiouy])ed$"  # asked, but wanted
    r"|(?<=[aeiouy][bcdfgklmnprstvz])e(?=(?:ments?|ful|fully|less|ly|ness|where|thing|times)$)"
)
_EN_TWO = re.compile(
    r"(?<![cstgx])i[ao](?!u)|(?<=[bdlmnpr])ie(?=[nt](?!d))|(?<=[aeiouy])ing|i(?=er|est)|(?<![cgtx])i(?=ous)|eo(?!u|pl|n$)|u(?=al|ar|ous|ity|ate)"
    r"|(?<=[^q])ui(?=t[yio])|i(?=um|us)|[aeou]y(?=[aeou])|ea(?=te|tiv|tion|$|s$)|sm(?=s?$)"
    r"|^(?:re|pre)(?=[aeo](?!a[cdlmprst]))|^co(?=op|or)|iet"
)
_EN_EXCEPTIONS = {
    "anyone": 3, "area": 3, "areas": 3, "being": 2, "business": 2, "businesses": 3, "can't": 1,
    "client": 2, "clients": 2, "colleague": 2, "colleagues": 2, "don't": 1, "evening": 2,
    "every": 2, "everybody": 4, "everyone": 3, "everything": 3, "eye": 1, "eyes": 1, "idea": 3,
    "ideas": 3, "media": 3, "people": 2, "people's": 2, "reach": 1, "read": 1, "reader": 2,
    "readers": 2, "reading": 2, "reads": 1, "ready": 2, "real": 1, "really": 2, "reason": 2,
    "reasons": 2, "recipe": 3, "seen": 1, "several": 2, "shouldn't": 2, "social": 2,
    "someone": 2, "something": 2, "won't": 1,
}  # fmt: skip


def _english(word: str) -> int:
    folded = _split_trema(word.casefold())
    if folded in _EN_EXCEPTIONS:
        return _EN_EXCEPTIONS[folded]
    stem, negation = (folded[:-3], 1) if folded.endswith("n't") else (folded.split("'")[0], 0)
    heard = _EN_SILENT.sub("", stem)
    return max(1, len(_EN_VOWELS.findall(heard)) + len(_EN_TWO.findall(stem))) + negation
