"""Plurals and diminutives: every right form is among the ones made."""

import pytest

from afspraak.engine.dutch import diminutives, forms, plurals

TABLE = """
raam ramen raampje
bal ballen balletje
brief brieven briefje
huis huizen huisje
foto foto's fotootje
café cafés cafeetje
kind kinderen kindje
brood broden broodje
koning koningen koninkje
auto auto's autootje
cent centen centje
boom bomen boompje
boek boeken boekje
bakkerij bakkerijen bakkerijtje
winkel winkels winkeltje
project projecten projectje
taart taarten taartje
koek koeken koekje
bloem bloemen bloemetje
zonnebloem zonnebloemen zonnebloempje
kip kippen kippetje
brug bruggen bruggetje
weg wegen weggetje
snelweg snelwegen snelweggetje
dag dagen dagje
werkdag werkdagen werkdagje
glas glazen glaasje
schip schepen scheepje
stad steden stadje
lid leden lidje
smid smeden smidje
bad baden badje
zwembad zwembaden zwembadje
gat gaten gaatje
pad paden paadje
blad bladeren blaadje
ei eieren eitje
kalf kalveren kalfje
lam lammeren lammetje
rund runderen rundje
volk volkeren volkje
lied liederen liedje
koe koeien koetje
vlo vlooien vlootje
zee zeeën zeetje
idee ideeën ideetje
knie knieën knietje
kolonie koloniën kolonietje
groente groenten groentetje
dame dames dametje
machine machines machientje
aspirine aspirines aspirientje
karbonade karbonades karbonaadje
opa opa's opaatje
oma oma's omaatje
paraplu paraplu's parapluutje
taxi taxi's taxietje
ski ski's skietje
baby baby's baby'tje
menu menu's menuutje
piano piano's pianootje
collega collega's collegaatje
museum musea museumpje
centrum centra centrumpje
datum data datumpje
politicus politici politicusje
medicus medici medicusje
crisis crises crisisje
vrijheid vrijheden vrijheidje
mogelijkheid mogelijkheden mogelijkheidje
timmerman timmerlieden timmermannetje
man mannen mannetje
vrouw vrouwen vrouwtje
jongen jongens jongetje
meid meiden meisje
baas bazen baasje
graaf graven graafje
fotograaf fotografen fotograafje
laars laarzen laarsje
kaars kaarsen kaarsje
dans dansen dansje
kies kiezen kiesje
druif druiven druifje
muis muizen muisje
reis reizen reisje
vis vissen visje
bus bussen busje
les lessen lesje
bom bommen bommetje
kop koppen kopje
ster sterren sterretje
kam kammen kammetje
bon bonnen bonnetje
arm armen armpje
film films filmpje
bezem bezems bezempje
duim duimen duimpje
oom ooms oompje
stoel stoelen stoeltje
trein treinen treintje
deur deuren deurtje
muur muren muurtje
been benen beentje
motor motoren motortje
keuken keukens keukentje
tafel tafels tafeltje
zuster zusters zustertje
monnik monniken monnikje
ring ringen ringetje
woning woningen woninkje
wandeling wandelingen wandelingetje
vergadering vergaderingen vergaderinkje
leerling leerlingen leerlingetje
ding dingen dingetje
slang slangen slangetje
aap apen aapje
oog ogen oogje
poot poten pootje
vuur vuren vuurtje
kiwi kiwi's kiwietje
bureau bureaus bureautje
cadeau cadeaus cadeautje
partij partijen partijtje
ui uien uitje
tuin tuinen tuintje
spel spellen spelletje
god goden godje
kleinkind kleinkinderen kleinkindje
zoon zonen zoontje
pop poppen poppetje
krab krabben krabbetje
sigaret sigaretten sigaretje
medewerker medewerkers medewerkertje
order orders ordertje
reorganisatie reorganisaties reorganisatietje
PC PC's PC'tje
"""
WORDS = [tuple(line.split()) for line in TABLE.split("\n") if line]


def test_the_table_holds_at_least_eighty_words() -> None:
    assert len({word for word, _, _ in WORDS}) >= 80


@pytest.mark.parametrize(("word", "plural", "diminutive"), WORDS)
def test_right_forms_are_among_the_forms_made(word: str, plural: str, diminutive: str) -> None:
    assert plural in plurals(word)
    assert diminutive in diminutives(word)
    assert diminutive + "s" in diminutives(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("bom", "bomen"),
        ("kop", "kopen"),
        ("ram", "ramen"),
        ("rok", "roken"),
        ("bal", "balen"),
        ("maan", "mannen"),
        ("boom", "bommen"),
        ("pen", "penen"),
    ],
)
def test_no_form_is_the_plural_of_another_word(word: str, other: str) -> None:
    assert other not in plurals(word)


def test_forms_begin_with_the_term_itself() -> None:
    assert forms("brood", ()) == ("brood",)
    assert forms("brood", ("plural",))[:2] == ("brood", "broden")


def test_only_the_wanted_forms_are_made() -> None:
    assert "broodje" not in forms("brood", ("plural",))
    assert "broden" not in forms("brood", ("diminutive",))
    assert {"broden", "broodje", "broodjes"} <= set(forms("brood", ("plural", "diminutive")))


@pytest.mark.parametrize(
    ("term", "form"),
    [
        ("Project Zonnebloem", "Project Zonnebloemen"),
        ("krenten-wegge", "krenten-weggetje"),
        ("Zonnebrood", "Zonnebroodjes"),
    ],
)
def test_the_last_word_of_a_term_is_inflected(term: str, form: str) -> None:
    assert form in forms(term, ("plural", "diminutive"))


@pytest.mark.parametrize("term", ["C++", "AT&T 4", "🌻", "X", "B.V.", "2027", "a b", ""])
def test_a_term_that_ends_in_no_word_stays_alone(term: str) -> None:
    assert forms(term, ("plural", "diminutive")) == (term,)


def test_no_form_is_given_twice() -> None:
    for word, _, _ in WORDS:
        made = forms(word, ("plural", "diminutive"))
        assert len(made) == len(set(made))
