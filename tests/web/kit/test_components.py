import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.utils import translation


def drawn(source: str, **values: object) -> str:
    """What a piece of a page becomes, in English, without white space between tags."""
    with translation.override("en"):
        return " ".join(Template(source).render(Context(values)).split())


def test_a_text_of_a_user_is_escaped() -> None:
    assert (
        drawn("{% badge says=text %}", text="<b>") == '<span class="badge plain">&lt;b&gt;</span>'
    )


def test_what_stands_in_a_notice_comes_out_as_it_is() -> None:
    assert drawn(
        '{% notice tone="good" title="Done" %}<p>{{ text }}</p>{% endnotice %}', text="&"
    ) == ('<div class="notice good"> <p class="notice-title">Done</p> <p>&amp;</p> </div>')


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('{% badge says="x" tone="pink" %}', "Choose from: plain, info, good, care, ask, stop."),
        ('{% badge says="x" colour="pink" %}', "unexpected keyword argument 'colour'"),
        ('{% badge tone="good" %}', "did not receive value(s) for the argument(s): 'says'"),
        ('{% badge "x" %}', "too many positional arguments"),
    ],
)
def test_a_wrong_argument_is_refused_when_the_page_is_parsed(source: str, complaint: str) -> None:
    with pytest.raises(
        TemplateSyntaxError, match=complaint.replace("(", r"\(").replace(")", r"\)")
    ):
        Template(source)


def test_a_component_sees_nothing_of_the_page_around_it() -> None:
    assert "secret" not in drawn('{% empty_state title="Nothing" %}', text="secret", url="secret")


@pytest.mark.parametrize(
    ("level", "says"),
    [("stop", "stop"), ("ask", "ask first"), ("note", "take care"), ("info", "good to know")],
)
def test_a_severity_is_said_in_words(level: str, says: str) -> None:
    assert f">{says}</span>" in drawn("{% severity level=level %}", level=level)


class Asked(forms.Form):
    email = forms.EmailField(label="E-mail", help_text="At work.")


def test_a_field_is_described_by_its_hint() -> None:
    page = drawn("{% fields form %}", form=Asked())

    assert 'aria-describedby="id_email_helptext"' in page
    assert '<small id="id_email_helptext">At work.</small>' in page
    assert "role=" not in page


def test_after_a_mistake_the_form_opens_with_a_link_to_the_field() -> None:
    page = drawn("{% fields form %}", form=Asked({"email": "sanne"}))

    assert '<a href="#id_email">E-mail: Enter a valid email address.</a>' in page
    assert 'aria-describedby="id_email_helptext id_email_error"' in page
    assert 'aria-invalid="true"' in page


def test_a_pager_keeps_what_was_searched_for() -> None:
    pages = Paginator(range(9), 3)

    page = drawn(
        "{% pager page=page query=query %}", page=pages.page(2), query=QueryDict("q=a%26b")
    )

    assert 'href="?q=a%26b&amp;page=1" rel="prev"' in page
    assert 'href="?q=a%26b&amp;page=3" rel="next"' in page
    assert (
        drawn(
            "{% pager page=page query=query %}", page=Paginator([1], 3).page(1), query=QueryDict()
        )
        == ""
    )


def test_every_tag_has_a_template() -> None:
    library = Engine.get_default().template_builtins[-1]

    for name, tag in library.tags.items():
        if type(tag).__name__ == "_Compile":
            Engine.get_default().get_template(f"kit/components/{name}.html")
