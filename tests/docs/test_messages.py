import gettext
import io
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # tools are no part of the package

from tools import make_messages
from tools.messages import catalogue

HEADER = """msgid ""
msgstr ""
"POT-Creation-Date: 2026-11-23 09:00+0000\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
GOOD = f"""{HEADER}
msgid "Save"
msgstr "Bewaar"

msgctxt "of a shop"
msgid "Save"
msgstr "Bespaar"

#, python-format
msgid "%(count)s person"
msgid_plural "%(count)s people"
msgstr[0] "%(count)s mens"
msgstr[1] ""
"%(count)s "
"mensen"
"""


def test_what_is_compiled_is_read_by_gettext() -> None:
    dutch = gettext.GNUTranslations(io.BytesIO(catalogue.compiled(GOOD)))

    assert dutch.gettext("Save") == "Bewaar"
    assert dutch.pgettext("of a shop", "Save") == "Bespaar"
    assert dutch.ngettext("%(count)s person", "%(count)s people", 1) == "%(count)s mens"
    assert dutch.ngettext("%(count)s person", "%(count)s people", 3) == "%(count)s mensen"


def test_a_header_that_is_fuzzy_still_names_the_encoding() -> None:
    dutch = gettext.GNUTranslations(
        io.BytesIO(catalogue.compiled("#, fuzzy\n" + GOOD.replace("Bewaar", "Bewaar één")))
    )

    assert dutch.gettext("Save") == "Bewaar één"


def test_compiling_twice_gives_the_same_bytes() -> None:
    assert catalogue.compiled(GOOD) == catalogue.compiled(GOOD)


def test_a_whole_catalogue_has_no_problems() -> None:
    assert catalogue.problems(GOOD) == {}


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ('msgid "Save"\nmsgstr ""\n', "empty"),
        ('#, fuzzy\nmsgid "Save"\nmsgstr "Bewaar"\n', "fuzzy"),
        ('msgid "Save"\nmsgstr "Bewaar {name}"\n', "unknown {name}"),
        ('msgid "Save"\nmsgid_plural "Saves"\nmsgstr[0] "Bewaar"\nmsgstr[1] ""\n', "empty"),
    ],
)
def test_a_problem_is_named(entry: str, problem: str) -> None:
    assert catalogue.problems(f"{HEADER}\n{entry}") == {"Save": problem}


def test_dates_of_making_are_left_out() -> None:
    assert catalogue.undated(HEADER) == HEADER.replace(
        '"POT-Creation-Date: 2026-11-23 09:00+0000\\n"\n', ""
    )


def test_two_features_that_say_a_text_otherwise_are_named() -> None:
    dutch: dict[str, tuple[str, object]] = {}
    other = GOOD.replace("Bewaar", "Opslaan")

    assert list(make_messages.said_otherwise("kit", GOOD, dutch)) == []  # type: ignore[arg-type]
    assert list(make_messages.said_otherwise("home", other, dutch)) == [  # type: ignore[arg-type]
        "'Save' is 'Bewaar' in kit and 'Opslaan' in home"
    ]


def test_texts_are_gathered_from_code_pages_and_mails(tmp_path: Path) -> None:
    feature = tmp_path / "shop"
    mails = feature / "templates/shop/mail"
    mails.mkdir(parents=True)
    (feature / "views.py").write_text('from x import gettext as _\n_("From code")\n', "utf-8")
    (mails.parent / "page.html").write_text('{% translate "From a page" %}', "utf-8")
    (mails / "asked.md").write_text('{% translate "From a mail" %}', "utf-8")

    made = make_messages.gathered(feature)

    assert sorted(entry.key for entry in catalogue.entries(made)) == [
        "",
        "From a mail",
        "From a page",
        "From code",
    ]
