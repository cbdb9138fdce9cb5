"""How a component becomes a template tag: a function that gives values, and a template of its name.

Arguments go by name. A name that does not exist, one that is missing, and a written value that is
not among those the function allows are refused when the page is parsed, not when somebody sees it.
"""

import inspect
from collections.abc import Callable, Mapping
from typing import Literal, get_args, get_origin, get_type_hints

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.context import Context
from django.template.library import parse_bits
from django.utils.safestring import SafeString

Values = Mapping[str, object]
Component = Callable[..., Values]


def component(
    library: template.Library, *, around: bool = False
) -> Callable[[Component], Component]:
    """Registers a function as the tag of its own name; with `around` it has an end tag.

    Its first argument may be positional, when the function says so. What stands between the tags
    comes to the template as `content`.
    """

    def register(function: Component) -> Component:
        library.tag(function.__name__, _Compile(function, around=around))
        return function

    return register


class _Compile:
    """Makes the node of a tag, or refuses it."""

    def __init__(self, function: Component, *, around: bool) -> None:
        self.function = function
        self.name = function.__name__
        self.around = around
        self.spec = inspect.getfullargspec(function)
        self.allowed = {
            key: get_args(hint)
            for key, hint in get_type_hints(function).items()
            if get_origin(hint) is Literal
        }

    def __call__(self, parser: Parser, token: Token) -> Node:
        first, given = parse_bits(
            parser,
            token.split_contents()[1:],
            self.spec.args,
            None,
            None,
            self.spec.defaults,
            self.spec.kwonlyargs,
            self.spec.kwonlydefaults,
            False,  # noqa: FBT003 - Django's
            self.name,
        )
        for key, value in given.items():
            self._refuse_unknown(key, value)
        inside = None
        if self.around:
            inside = parser.parse((f"end{self.name}",))
            parser.delete_first_token()
        return _Drawn(self.function, first, given, inside)

    def _refuse_unknown(self, key: str, value: FilterExpression) -> None:
        if key in self.allowed and isinstance(value.var, str):
            written = str(value.var)
            if written not in self.allowed[key]:
                choices = ", ".join(self.allowed[key])
                raise template.TemplateSyntaxError(
                    f"{self.name}: {key}={written!r} does not exist. Choose from: {choices}."
                )


class _Drawn(Node):
    """A component in a page. Its template sees its own values only."""

    child_nodelists = ("inside",)

    def __init__(
        self,
        function: Component,
        first: list[FilterExpression],
        given: Mapping[str, FilterExpression],
        inside: NodeList | None,
    ) -> None:
        self.function = function
        self.first = first
        self.given = given
        self.inside = inside or NodeList()

    def render(self, context: Context) -> SafeString:
        values = self.function(
            *(value.resolve(context) for value in self.first),
            **{key: value.resolve(context) for key, value in self.given.items()},
        )
        name = self.function.__name__
        own = context.new({**values, "content": self.inside.render(context)})
        made = context.template.engine.get_template(f"kit/components/{name}.html")  # type: ignore[union-attr]  # rendering has one
        return made.render(own)
