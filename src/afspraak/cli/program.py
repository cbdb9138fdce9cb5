"""The tree of verbs, with a line about each, so that `--help` imports none of them."""

import importlib
from dataclasses import dataclass

import click

from afspraak import __version__
from afspraak.cli import options
from afspraak.cli.language import say


@dataclass(frozen=True, slots=True)
class Verb:
    """Where a verb lives (its file holds `command`) and what it does in a line."""

    module: str
    summary: str


class Verbs(click.Group):
    """A group that imports a verb only when it is run."""

    def __init__(self, *, verbs: dict[str, Verb], name: str, help: str) -> None:  # noqa: A002
        super().__init__(name=name, help=help, no_args_is_help=True)
        options.lang(self)
        self._verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The verbs in the order in which people need them."""
        return list(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The verb's own command, imported now."""
        if cmd_name not in self._verbs:
            return None
        module = importlib.import_module(self._verbs[cmd_name].module)
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, from the lines that stand here."""
        del ctx
        with formatter.section(say(nl="Opdrachten", en="Commands")):
            formatter.write_dl([(name, verb.summary) for name, verb in self._verbs.items()])


def _verb(name: str, *, nl: str, en: str) -> Verb:
    return Verb(f"afspraak.cli.verbs.{name}", say(nl=nl, en=en))


protocol = Verbs(
    name="protocol",
    help=say(
        nl="Nakijken, proberen, vergelijken en uitgeven van een protocol.",
        en="Check, try, compare and publish a protocol.",
    ),
    verbs={
        "check": _verb(
            "protocol.check",
            nl="Zeg wat er niet klopt of niet eerlijk is aan een protocol.",
            en="Say what is wrong with a protocol, or unfair in it.",
        ),
        "test": _verb(
            "protocol.test",
            nl="Voer de voorbeelden in het protocol uit.",
            en="Run the examples in the protocol.",
        ),
        "diff": _verb(
            "protocol.diff",
            nl="Zeg in gewone taal wat er verandert tussen twee uitgaven.",
            en="Say in plain language what changes between two editions.",
        ),
        "handbook": _verb(
            "protocol.handbook",
            nl="Maak het handboek: html, pdf, docx of md.",
            en="Make the handbook: html, pdf, docx or md.",
        ),
        "schema": _verb(
            "protocol.schema",
            nl="Toon het JSON-schema van het bestand, voor je editor.",
            en="Print the JSON Schema of the file, for your editor.",
        ),
        "pack": _verb(
            "protocol.pack",
            nl="Toon het regelpakket waarin het protocol is omgezet.",
            en="Print the rule pack the protocol is compiled to.",
        ),
    },
)

audit = Verbs(
    name="audit",
    help=say(
        nl="Het logboek van een installatie controleren.",
        en="Verify the log of an installation.",
    ),
    verbs={
        "verify": _verb(
            "audit.verify",
            nl="Zeg of het logboek nog is wat er is vastgelegd.",
            en="Say whether the log is still what was recorded.",
        ),
    },
)

proof = Verbs(
    name="proof",
    help=say(
        nl="Een ontvangstbewijs van ‘ontvangen en gelezen’ controleren.",
        en="Verify a receipt of “received and read”.",
    ),
    verbs={
        "verify": _verb(
            "proof.verify",
            nl="Zeg of een ontvangstbewijs nog is wat er is getekend.",
            en="Say whether a receipt is still what was signed.",
        ),
    },
)

VERBS = {
    "new": _verb(
        "new",
        nl="Schrijf je eerste protocol, met een dozijn vragen.",
        en="Write your first protocol, in a dozen questions.",
    ),
    "check": _verb(
        "check",
        nl="Mag dit? Kijk een bericht na voordat je het plaatst.",
        en="May I post this? Check a post before it is out.",
    ),
    "scan": _verb(
        "scan",
        nl="Kijk een archief vol berichten na, hoe groot ook.",
        en="Check an archive of posts, however large.",
    ),
    "account": _verb(
        "account",
        nl="Hoe leest een volger deze accountnaam en dit profiel?",
        en="How will a follower read this account name and profile?",
    ),
    "protocol": Verb("afspraak.cli.program", protocol.help or ""),
    "replay": _verb(
        "replay",
        nl="Zie wat een gewijzigd protocol doet met echte berichten.",
        en="See what a changed protocol does to real posts.",
    ),
    "supplement": _verb(
        "supplement",
        nl="Vul het protocol aan dat je al hebt: Word, pdf, Markdown of tekst.",
        en="Supplement the protocol you already have: Word, PDF, Markdown or text.",
    ),
    "explain": _verb(
        "explain",
        nl="Leg een code (P007, L003) of een soort regel uit.",
        en="Explain a code (P007, L003) or a kind of rule.",
    ),
    "tour": _verb(
        "tour",
        nl="Rondleiding: een protocol, berichten en het handboek van een bakkerij.",
        en="The tour: a bakery’s protocol, posts and handbook.",
    ),
    "serve": _verb(
        "serve",
        nl="Start de webapplicatie: lezen, tekenen voor gelezen, berichten nakijken.",
        en="Start the web application: read, confirm, check before you post.",
    ),
    "worker": _verb(
        "worker",
        nl="Doe het wachtende werk: e-mails, herinneringen, opruimen.",
        en="Do the waiting work: mails, reminders, clearing up.",
    ),
    "audit": Verb("afspraak.cli.program", audit.help or ""),
    "proof": Verb("afspraak.cli.program", proof.help or ""),
    "backup": _verb(
        "backup",
        nl="Bewaar alles in één bestand, ook terwijl mensen werken.",
        en="Keep everything in one file, also while people are at work.",
    ),
    "restore": _verb(
        "restore",
        nl="Zet een reservekopie terug, of verhuis naar een andere database.",
        en="Put a backup back, or move to another database.",
    ),
    "doctor": _verb(
        "doctor",
        nl="Kijk na of de installatie in orde is, met bij alles een uitweg.",
        en="See whether the installation is in order, with a way out of everything.",
    ),
    "completion": _verb(
        "completion",
        nl="Laat je shell opdrachten en opties aanvullen.",
        en="Let your shell complete commands and options.",
    ),
}


_GROUPS = {"protocol": protocol, "audit": audit, "proof": proof}


class Program(Verbs):
    """The whole command."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A verb, or a group of verbs."""
        return _GROUPS.get(cmd_name) or super().get_command(ctx, cmd_name)


program = click.version_option(__version__, message="%(prog)s %(version)s")(
    Program(
        name="afspraak",
        help=say(
            nl="Afspraak is afspraak: één protocol voor social media, als handboek en als check.",
            en="A deal is a deal: one social media protocol, as a handbook and as a check.",
        ),
        verbs=VERBS,
    )
)
