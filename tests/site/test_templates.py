"""White space of templates that readers need not fetch, and the names inside the CSS."""

import re

import jinja2
import pytest
from markupsafe import Markup, escape

from hub.pages.html import escaped
from hub.site.style import minified
from hub.site.templates import Tight, prepare
from tests.catalogue.copies import REPOSITORY

TIGHT = {
    "between blocks": ("<ul>\n<li>a</li>\n</ul>\n<p>b</p>", "<ul><li>a</li></ul><p>b</p>"),
    "between links": ("<a>x</a>\n<a>y</a>", "<a>x</a>\n<a>y</a>"),
    "between words": ("<p>x\ny</p>", "<p>x\ny</p>"),
    "before a block": ("<a>x</a>\n<section>y</section>", "<a>x</a><section>y</section>"),
    "around an output": ("<p>\n{{ 1 }}\n</p>\n{{ 2 }} {{ 3 }}\n{{ 4 }}", "<p>1</p>2 3\n4"),
    "before a loop": ("<ul>\n{% for one in (1, 2) %}\n<li>{{ one }}</li>\n{% endfor %}\n</ul>",
                      "<ul><li>1</li><li>2</li></ul>"),
    "a mark": ("<!--alert-->\n<header>", "<!--alert--><header>"),
    "attributes over two lines stay": ('<div\nclass="x">\n<p>y</p></div>', '<div\nclass="x"><p>y</p></div>'),
}


def environment() -> jinja2.Environment:
    return jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, extensions=[Tight])


@pytest.mark.parametrize("name", TIGHT)
def test_new_lines_at_blocks_go_and_all_others_stay(name):
    source, expected = TIGHT[name]
    assert environment().from_string(source).render() == expected


def test_an_error_still_names_its_line():
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        environment().from_string("<ul>\n<li>a</li>\n</ul>\n{% nonsense %}")
    assert caught.value.lineno == 4


def test_names_inside_the_css_are_short_and_still_the_same_ones():
    css = minified(":root { --md-a: #fff; --md-a--light: #eee }\np { color: var(--md-a); margin: var(--md-a--light) }"
                   " .x--md-a { color: red }")
    assert css == ":root{--a:#fff;--b:#eee}p{color:var(--a);margin:var(--b)}.x--md-a{color:red}"


def test_every_name_that_the_shipped_css_uses_is_set(site):
    [style] = site.home.styles
    assert {*re.findall(r"var\((--[a-z-]+)\)", style)} == {*re.findall(r"[{;](--[a-z-]+):", style)}


@pytest.mark.parametrize("value", ["", "x", "<b>", "a & b", "\"", "'", Markup("<i>"), Markup("<&>"), 7, None, ["<"]])
def test_what_is_written_is_what_jinja_would_write(value):
    assert escaped(value) == escape(value)
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(REPOSITORY / "overrides"))
    prepare(made, REPOSITORY / "overrides")
    assert made.from_string("{% macro m(x) %}{{ x }}{% endmacro %}{{ x }}-{{ m(x) }}").render(x=value) == (
        f"{escape(value)}-{escape(value)}")


def test_a_name_that_a_view_does_not_have_stops_the_build():
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(REPOSITORY / "overrides"))
    prepare(made, REPOSITORY / "overrides")
    with pytest.raises(AttributeError):
        made.from_string("{{ view.nothing }}").render(view=object())
