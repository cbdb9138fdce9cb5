"""What the proposal does to real posts."""

from afspraak.documents.dossier import Chapter, Replayed
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters.making import chapter, prose
from afspraak.web.dossier.subject import Subject


def trying(say: Voice, subject: Subject) -> Chapter:
    """The outcome of the trial, or that there was none."""
    if subject.replay is None:
        return chapter(
            say,
            "replay",
            prose(
                say,
                nl="Er is nog geen proef gedaan met echte berichten van de kanalen van het "
                "bedrijf. Wil je weten wat nieuwe regels in de praktijk vinden, vraag er dan om: "
                "de redacteur of jullie zelf kunnen berichten aanbieden. Ze worden na de proef "
                "meteen verwijderd.",
                en="No trial was done yet with real posts of the company’s channels. To know what "
                "new rules find in practice, ask for one: the editor or you yourselves can offer "
                "posts. They are deleted right after the trial.",
            ),
            nl="Proef met echte berichten",
            en="Trial on real posts",
        )
    return chapter(
        say,
        "replay",
        prose(
            say,
            nl="Berichten van de kanalen van het bedrijf zelf, nagekeken met de afspraken van nu "
            "en met het voorstel. De berichten zijn na de proef verwijderd; wat hieronder staat "
            "is alles wat ervan bleef.",
            en="Posts of the company’s own channels, checked with the agreements of now and with "
            "the proposal. The posts were deleted after the trial; what stands below is all that "
            "is left of them.",
        ),
        Replayed(subject.replay),
        nl="Proef met echte berichten",
        en="Trial on real posts",
    )
