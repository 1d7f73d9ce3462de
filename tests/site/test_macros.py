"""Macros are plain functions in our templates: they take arguments as Jinja's do, and give HTML."""

import jinja2
import pytest

from hub.site.templates import prepare
from tests.catalogue.copies import REPOSITORY

BOTH = "{% macro cell(words, kind='td') %}<{{ kind }}>{{ words }}</{{ kind }}>{% endmacro %}"


@pytest.fixture(scope="module")
def environment() -> jinja2.Environment:
    made = jinja2.Environment(loader=jinja2.DictLoader({"cells.html": BOTH}))
    prepare(made, REPOSITORY / "overrides")
    return made


@pytest.mark.parametrize(("call", "expected"), [
    ("cell('a & b')", "<td>a &amp; b</td>"),
    ("cell('a', 'th')", "<th>a</th>"),
    ("cell('a', kind='th')", "<th>a</th>"),
    ("cell(kind='th', words='a')", "<th>a</th>"),
    ("cell(cell('a'))", "<td><td>a</td></td>"),
])
def test_arguments_by_place_and_by_name(environment, call, expected):
    assert environment.from_string(f"{BOTH}{{{{ {call} }}}}").render() == expected
    assert environment.from_string(f"{{% from 'cells.html' import cell %}}{{{{ {call} }}}}").render() == expected


@pytest.mark.parametrize("call", ["cell('a', scope='row')", "cell('a', 'th', 'row')", "cell('a', words='b')"])
def test_an_argument_too_many_is_told(environment, call):
    with pytest.raises(TypeError):
        environment.from_string(f"{BOTH}{{{{ {call} }}}}").render()
