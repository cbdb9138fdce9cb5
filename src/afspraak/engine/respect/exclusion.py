"""A group shut out, blamed for all its members, or wished away in other turns of phrase."""

from afspraak.engine.respect.groups import GROUP, HATE
from afspraak.engine.respect.making import Conditions, no, part, some
from afspraak.engine.respect.threats import THREAT, WISH
from afspraak.engine.rule import Part


def exclusion(guards: Conditions) -> tuple[Part, ...]:
    """Contempt for a group that names no quality: away with them, not here, not like us."""
    said = (*guards, no("negation", "before", 4), no("prepositions", "before"))
    each = (some("each", "before"), *guards)
    return (
        part(
            "group-feel",
            HATE,
            "groups",
            some("feeling", "before", 1),
            some("feel", "before", 7),
            *guards,
            no("refused", "before", 6),
        ),
        part("group-shun", GROUP, "groups", some("shun", "before", 1), *guards),
        part(
            "group-unwanted",
            GROUP,
            "groups",
            some("unwanted", "before", 1),
            some("near_me", "after"),
            *guards,
        ),
        part(
            "group-belongs",
            GROUP,
            "groups",
            some("belong", "near", 1),
            some("belongs_in", "after", 4),
            *said,
            no("negation", "after", 2),
        ),
        part(
            "group-barred",
            GROUP,
            "groups",
            some("barred", "after"),
            some("barred_from", "after", 5),
            *said,
        ),
        part("group-rid", WISH, "groups", some("of", "before"), some("rid", "after", 1), *guards),
        part(
            "group-rid-how",
            WISH,
            "groups",
            some("of", "before"),
            some("rid_how", "before", 4),
            some("off", "after", 1),
            *guards,
        ),
        part(
            "group-why",
            GROUP,
            "groups",
            some("why", "before", 2),
            some("tolerated", "after", 1),
            *guards,
        ),
        part("group-together", HATE, "run_together", *guards),
        part(
            "group-it-is",
            HATE,
            "groups",
            some("then_it_is", "before", 1),
            some("feeling_verb", "before", 4),
            *guards,
        ),
        part(
            "each-is",
            GROUP,
            "groups",
            *each,
            some("is_one", "after"),
            some("made_out", "after", 3),
            no("negation", "after", 3),
        ),
        part(
            "each-is-not",
            GROUP,
            "groups",
            *each,
            some("is_one", "after"),
            some("not_a_person", "after", 2),
        ),
        part(
            "each-must",
            WISH,
            "groups",
            *each,
            some("must_one", "after"),
            some("come_to", "after", 3),
            no("able", "after", 4),
        ),
    )


def orders(guards: Conditions) -> tuple[Part, ...]:
    """Violence against a group that is called for, planned or longed for."""
    meant = (*guards, no("spared", "sentence"))
    return (
        part(
            "group-order",
            THREAT,
            "groups",
            some("order", "before", 1),
            some("order_done", "after", 1),
            *meant,
            no("negation", "near", 2),
        ),
        part(
            "group-order-kill",
            THREAT,
            "groups",
            some("order_kill", "before"),
            *meant,
            no("by", "before"),
        ),
        part(
            "group-could",
            THREAT,
            "groups",
            some("could_we", "before", 3),
            some("harmed", "after", 5),
            *meant,
            no("none", "before", 1),
            no("refused", "after", 5),
            no("prepositions", "before"),
        ),
        part(
            "group-see", WISH, "groups", some("sees", "before"), some("suffering", "after"), *meant
        ),
    )


def they(guards: Conditions) -> tuple[Part, ...]:
    """What is said of "them", once the post has named a group."""
    named = (some("groups", "post"), *guards)
    return (
        part("they-against", GROUP, "they", some("against", "after", 1), *named),
        part(
            "they-do",
            GROUP,
            "they",
            some("does", "after", 1),
            *named,
            no("denied_after", "after", 6),
        ),
        part("they-all", GROUP, "predicates", some("they_all", "before"), *named),
        part("they-order", WISH, "order_them", *named),
    )
