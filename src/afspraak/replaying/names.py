"""What severities and sorts of account are called."""

from afspraak.replaying.voice import Voice


def severity_name(say: Voice, severity: str) -> str:
    """What a severity or verdict is called in the reader's language."""
    return {
        "stop": say(nl="niet doen", en="stop"),
        "ask": say(nl="eerst vragen", en="ask first"),
        "note": say(nl="let op", en="take care"),
        "info": say(nl="goed om te weten", en="good to know"),
        "clear": say(nl="niets gevonden", en="nothing found"),
    }[severity]


def as_name(say: Voice, as_: str) -> str:
    """What a sort of account is called in the reader's language."""
    return {
        "corporate": say(nl="zakelijk kanaal", en="corporate channel"),
        "professional": say(nl="werkaccount", en="work account"),
        "affiliated": say(nl="privé, werkgever zichtbaar", en="private, employer visible"),
        "private": say(nl="privé", en="private"),
    }[as_]
