"""Who may import whom: the floors of the house, and the one door of each outside library.

Every import counts, also those inside functions and those for types only. The second half plants offences in small
trees, because a test of imports that sees nothing is always green.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HUB = Path(__file__).parents[1] / "scripts" / "hub"
# From the top to the bottom; names on one line are neighbours.
FLOORS = ["__main__", "cli", "site audit", "pages exports formats checks", "load", "model", "problems"]
HEIGHT = {name: -line for line, names in enumerate(FLOORS) for name in names.split()}
KNOWS_ONLY = {"audit": {"problems"}}
# Library -> where it may be imported: a module, or a package with all that is in it.
DOORS = {
    "mkdocs": ["site"],
    "watchdog": ["site.watching"],
    "mkdocs_static_i18n": ["site"],
    "yaml": ["load.reader"],
    # the walk over the fields of any record asks what a record is
    "pydantic": ["model", "load", "checks.walk", "checks.about"],
    "pydantic_core": ["model", "load"],
    # which locales there are is a matter of the data, and the loader is its only judge
    "babel": ["pages", "model.locale"],
    # opening hours are typed where they are read, for the same reason
    "opening_hours": ["model.hours"],
    # the rule of a stop is typed where it is read; the calendar files are somebody else's standard
    "dateutil": ["model.rule"],
    "icalendar": ["exports.calendar"],
    # only where the hub is built with a search inside the guides
    "pagefind_bin": ["site.full_text"],
    # what others send us is read in one place
    "defusedxml": ["load.cap_xml"],
    # the site is stamped without MkDocs, from the same templates
    "jinja2": ["site"],
    # files as hosts send them
    "brotli": ["site.delivery"],
    # what is written as HTML says that it is
    "markupsafe": ["pages.html", "pages.text"],
    "selenium": ["audit"],
    "urllib3": ["audit.browser"],
    "axe_selenium_python": ["audit.axe"],
    "PIL": ["audit"],
    # the audit reads files as they are, thousands of them
    "lxml": ["audit.page"],
    # which language words are in
    "py3langid": ["audit.languages"],
}
# Imports that this test could not see.
BLIND = {"importlib", "imp", "runpy", "pkgutil"}
OPEN = sys.stdlib_module_names - BLIND


def dotted(path: Path, root: Path) -> str:
    """hub/pages/guide.py is "pages.guide", hub/pages/__init__.py is "pages"."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, full name) of everything that a module imports; a relative import keeps its dots."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def offences(path: Path, root: Path = HUB) -> list[str]:
    here = dotted(path, root)
    package = here.partition(".")[0]
    if package and package not in HEIGHT:
        return [f"{package} has no floor"]
    found = [(line, _fault(here, package, name)) for line, name in imports(path)]
    return [f"line {line}: {fault}" for line, fault in found if fault]


def _fault(here: str, package: str, name: str) -> str:
    library, _, rest = name.partition(".")
    if not library:
        return "write imports in full"
    if library == "hub":
        return _inside(package, rest.partition(".")[0])
    if library in OPEN:
        return ""
    if library not in DOORS:
        return f"{library} has no door"
    allowed = any(f"{here}.".startswith(f"{door}.") for door in DOORS[library])
    return "" if allowed else f"{library} belongs in {' or '.join(DOORS[library])}"


def _inside(package: str, there: str) -> str:
    if there == package:
        return ""
    if there not in HEIGHT:
        return f"{there} has no floor"
    if not package or HEIGHT[there] >= HEIGHT[package]:
        return f"{package or 'hub'} must not import {there}"
    return "" if there in KNOWS_ONLY.get(package, HEIGHT) else f"{package} must not know {there}"


@pytest.mark.parametrize("path", sorted(HUB.rglob("*.py")), ids=lambda path: dotted(path, HUB) or "hub")
def test_imports_go_down_and_libraries_have_one_door(path):
    assert not offences(path)


def test_every_door_is_used():
    """A door that nothing goes through is an exception that nobody needs any more."""
    used = {(name.partition(".")[0], dotted(path, HUB)) for path in HUB.rglob("*.py") for _, name in imports(path)}
    for library, doors in DOORS.items():
        for door in doors:
            assert any(name == library and f"{here}.".startswith(f"{door}.") for name, here in used), (library, door)


# Where the module stands, what it says, and what must be said about it.
PLANTED = {
    "up": ("model/money.py", "from hub.load.files import Files", "model must not import load"),
    "up by way of the whole house": ("checks/dates.py", "from hub import site", "checks must not import site"),
    "up with an import of two": ("load/x.py", "import re, hub.cli", "load must not import cli"),
    "a neighbour": ("pages/x.py", "from hub.exports.schema_org import schema_org", "pages must not import exports"),
    "the other neighbour": ("site/x.py", "import hub.audit.axe", "site must not import audit"),
    "in a function": ("exports/x.py", "def late():\n    import hub.checks", "exports must not import checks"),
    "for types only": ("load/x.py", "if 0:\n    from hub.pages.text import Text", "load must not import pages"),
    "relative": ("pages/x.py", "from .text import Text", "write imports in full"),
    "relative to the folder above": ("pages/x.py", "from .. import load", "write imports in full"),
    "audit that knows the model": ("audit/x.py", "from hub.model.values import UNKNOWN", "audit must not know model"),
    "everything": ("cli.py", "from hub import *", "* has no floor"),
    "a package without a floor": ("helpers/x.py", "", "helpers has no floor"),
    "a module without a floor": ("utils.py", "", "utils has no floor"),
    "an import of a package without a floor": ("site/x.py", "import hub.plugins", "plugins has no floor"),
    "the whole house": ("__init__.py", "from hub.model import hours", "hub must not import model"),
    "MkDocs in pages": ("pages/x.py", "from mkdocs.structure import files", "mkdocs belongs in site"),
    "YAML beside the reader": ("load/readers.py", "import yaml", "yaml belongs in load.reader"),
    "Babel in exports": ("exports/x.py", "from babel import Locale", "babel belongs in pages or model.locale"),
    "axe beside its door": ("audit/axes.py", "import axe_selenium_python", "axe_selenium_python belongs in audit.axe"),
    "Jinja": ("pages/x.py", "import jinja2", "jinja2 belongs in site"),
    "a library without a door": ("exports/x.py", "import requests", "requests has no door"),
    "an import that cannot be seen": ("site/x.py", "import importlib", "importlib has no door"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_an_offence_is_told(name, tmp_path):
    where, text, expected = PLANTED[name]
    module = tmp_path / where
    module.parent.mkdir(exist_ok=True)
    module.write_text(f"from pathlib import Path\n{text}\n", encoding="utf-8")
    assert [fault.partition(": ")[2] or fault for fault in offences(module, tmp_path)] == [expected]


def test_a_clean_module_is_not_told(tmp_path):
    module = tmp_path / "site" / "build" / "__init__.py"
    module.parent.mkdir(parents=True)
    module.write_text("import os.path\nfrom mkdocs import config\nfrom hub.site import x\nfrom hub.problems import y\n")
    assert offences(module, tmp_path) == []
