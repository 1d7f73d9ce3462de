"""The renderer can be replaced: templates hold nothing that only Python understands, and two sites can be compared."""

from pathlib import Path

import jinja2
import pytest
from benchmark import renderer
from jinja2 import nodes

from tests.catalogue.copies import REPOSITORY

TEMPLATES = sorted(path for path in (REPOSITORY / "overrides").rglob("*") if path.suffix in (".html", ".xml"))
# Those that other engines with Jinja's syntax have too.
FILTERS = {"join", "replace", "safe"}


def foreign(source: str) -> list[str]:
    """What another engine would not understand: calls of anything but macros, and filters beyond the common ones."""
    tree = jinja2.Environment().parse(source)
    macros = {one.name for one in tree.find_all(nodes.Macro)}
    for one in tree.find_all(nodes.FromImport):
        macros |= {name if isinstance(name, str) else name[1] for name in one.names}
    modules = {one.target for one in tree.find_all(nodes.Import)}
    calls = [call.node for call in tree.find_all(nodes.Call)]
    found = [f"line {node.lineno}: a call of {getattr(node, 'attr', getattr(node, 'name', type(node).__name__))}"
             for node in calls if not _macro(node, macros, modules)]
    return found + [f"line {one.lineno}: the filter {one.name}" for one in tree.find_all(nodes.Filter)
                    if one.name not in FILTERS]


def _macro(node: nodes.Node, macros: set[str], modules: set[str]) -> bool:
    if isinstance(node, nodes.Name):
        return node.name in macros
    return isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name in modules


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(REPOSITORY / "overrides").as_posix())
def test_templates_call_nothing_but_macros(path):
    assert foreign(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("source", "told"), [
    ("<p>\n{{ view.title.upper() }}</p>", ["line 2: a call of upper"]),
    ("{% for key, one in view.items() %}{% endfor %}", ["line 1: a call of items"]),
    ("{{ range(3) }}", ["line 1: a call of range"]),
    ("{{ names['x']() }}", ["line 1: a call of Getitem"]),
    ("{{ view.when | strftime }}", ["line 1: the filter strftime"]),
    ('{% import "m.html" as m %}{{ m.notice(1) }}', []),
    ('{% from "m.html" import notice as n %}{{ n(1) }}{% macro own(x) %}{% endmacro %}{{ own(1) | safe }}', []),
])
def test_what_only_python_understands_is_told(source, told):
    environment = jinja2.Environment()
    environment.filters["strftime"] = str
    assert foreign(source) == told


def test_differences_of_two_sites_are_named(tmp_path):
    for folder, names in (("one", ("same", "other", "gone")), ("two", ("same", "other", "new"))):
        for name in names:
            file = tmp_path / folder / "guides" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(folder if name == "other" else "")
    found = renderer.differing(tmp_path / "one", tmp_path / "two")
    assert found == ["guides/gone", "guides/new", "guides/other"]
    assert renderer.differing(tmp_path / "one", Path(tmp_path / "one")) == []
