"""What a replay comes down to, in a sentence or two, in the reader's language."""

from afspraak.bulk.replay import Replay
from afspraak.replaying.numbers import share, whole
from afspraak.replaying.voice import Voice


def sentence(say: Voice, replay: Replay) -> str:
    """What changes for posts: which get a finding, which lose theirs, and what is else."""
    if not replay.posts:
        return say(
            nl="Er waren geen berichten om na te kijken.", en="There were no posts to check."
        )
    weighs = sum(rule.tally.weighs for rule in replay.rules)
    said = [
        _gain_and_loss(say, replay),
        _otherwise(say, replay.otherwise_touched),
        _weighs(say, weighs),
    ]
    return " ".join(filter(None, said))


def _gain_and_loss(say: Voice, replay: Replay) -> str:
    newly, gone = replay.newly_touched, replay.no_longer_touched
    posts, part = (
        whole(say, replay.posts),
        f"{whole(say, newly)} ({share(say, newly, replay.posts)})",
    )
    if not newly and not gone:
        return say(
            nl=f"Geen van de {posts} berichten krijgt een eerste bevinding, en geen verliest de "
            "laatste.",
            en=f"None of the {posts} posts gets a first finding, and none loses its last.",
        )
    match newly:
        case 0:
            gain = say(
                nl=f"Geen van de {posts} berichten krijgt een eerste bevinding",
                en=f"None of the {posts} posts gets a first finding",
            )
        case 1:
            gain = say(
                nl=f"Van de {posts} berichten krijgt er {part} een bevinding dat er nu geen heeft",
                en=f"Of the {posts} posts, {part} gets a finding that has none now",
            )
        case _:
            gain = say(
                nl=f"Van de {posts} berichten krijgen er {part} een bevinding die er nu geen "
                "hebben",
                en=f"Of the {posts} posts, {part} get a finding that have none now",
            )
    match gone:
        case 0:
            loss = say(nl="geen verliest er een", en="none loses its finding")
        case 1:
            loss = say(nl="1 verliest er een", en="1 loses its finding")
        case _:
            loss = say(
                nl=f"{whole(say, gone)} verliezen er een", en=f"{whole(say, gone)} lose theirs"
            )
    return f"{gain}; {loss}."


def _otherwise(say: Voice, posts: int) -> str:
    if not posts:
        return ""
    number = whole(say, posts)
    return say(
        nl=f"In {number} {'bericht' if posts == 1 else 'berichten'} met een bevinding komt er een "
        "bij of gaat er een af.",
        en=f"In {number} {'post' if posts == 1 else 'posts'} with a finding, one is added or "
        "taken away.",
    )


def _weighs(say: Voice, findings: int) -> str:
    if not findings:
        return ""
    number = whole(say, findings)
    return say(
        nl=f"{number} keer weegt een bevinding straks anders.",
        en=f"{number} {'time' if findings == 1 else 'times'}, a finding will weigh differently.",
    )
