"""The texts for people name what is there: every code, every field, every verb, and no path that is not."""

import ast
import re
from pathlib import Path
from typing import get_args, get_origin

import pytest

from hub.load.kinds import KINDS
from hub.load.reader.nodes import SIGNS
from hub.model.eligibility import Eligibility
from hub.model.evaluation import Evaluation
from hub.model.fields import _is_model, _open
from hub.model.hub import Hub, Language
from hub.model.performance import Figures
from hub.model.provenance import Sourced, Words
from hub.model.source import Source

ROOT = Path(__file__).parents[1]
HUB = ROOT / "scripts" / "hub"
TEXTS = ["README.md", "CONTRIBUTING.md", "data/README.md", "docs/architecture.md", "docs/deploy.md",
         "docs/performance.md",
         *(f"docs/design/{name}.md" for name in ("audit", "frame", "offline", "renderer", "search"))]
VERBS = sorted(path.name for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix)
# Where a call names the code of a problem.
CALLS = {"refuse": 0, "_matching": 1, "finding": 2, "_found": 1, "_stop": 1, "problem": 2, "say": 1}
# Words of the data that look like a code.
NO_CODES = {"calendar-days", "home-visit", "life-events", "mobile-unit", "not-applicable", "not-yet", "utf-8"}
# Described once, for all facts and all words.
COMMON = ["Every fact with a source", "Every file of words", "Notes, conflicts and open questions"]
HEADED = {f"{kind} {part}": model for kind, models in KINDS.items()
          for part, model in zip(("facts", "words"), models, strict=True)}
HEADED |= {"services eligibility": Eligibility, "sources": Source, "performance": Figures,
           "hub.yml": Hub, "audit.yml": Evaluation, "languages.yml": Language}


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def codes(source):
    """Codes of problems in a module: strings that look like one, and what stands where a call names one."""
    tree = ast.parse(source)
    kinds = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.Subscript)
             and getattr(node.value, "id", "") == "Literal" for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            position = CALLS.get(getattr(node.func, "id", getattr(node.func, "attr", "")), len(node.args))
            if position < len(node.args) and isinstance(node.args[position], ast.Constant):
                yield node.args[position].value
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in kinds:
            yield from re.findall(r"\A[a-z]+(?:-[a-z0-9]+)+\Z", node.value)


def codes_of_the_loader():
    paths = [path for folder in ("load", "checks", "model") for path in (HUB / folder).rglob("*.py")]
    return {code for path in paths for code in codes(path.read_text(encoding="utf-8"))} | {*SIGNS}


def sections(text, mark):
    """Heading -> what stands below it, for headings with this mark."""
    parts = re.split(rf"^{mark} (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def entries(heading):
    """The fields that have a line of their own below a heading of the data's handbook."""
    return re.findall(r"^- `([^`]+)`:", sections(read("data/README.md"), "###")[heading], re.MULTILINE)


def inner_models(kind):
    """(way, model) for each record inside a field: "" where it stands itself, ".ID" where it stands under ids."""
    for one in _open(kind):
        if _is_model(one):
            yield "", one
        elif get_origin(one) is dict:
            yield from ((f".ID{way}", model) for way, model in inner_models(get_args(one)[1]))


def ways(model, before=""):
    """Every field of a record, with the fields of the records inside it."""
    for attribute, field in model.model_fields.items():
        name = field.alias or attribute
        if not (before and issubclass(model, Sourced) and name in Sourced.model_fields):
            yield before + name
            for way, record in inner_models(field.annotation):
                yield from ways(record, f"{before}{name}{way}.")


def test_every_code_has_a_heading():
    messages = sections(sections(read("data/README.md"), "##")["Messages"], "###")
    assert {*messages} == codes_of_the_loader() - NO_CODES
    assert [code for code, words in messages.items() if len(words.split()) < 5] == []


def test_no_code_is_excused_that_is_not_there():
    assert [code for code in NO_CODES if code not in codes_of_the_loader()] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param('refuse("not-a-date", "x")\nhere.problem(path, (), "odd", "x")', ["not-a-date", "odd"], id="two"),
        pytest.param('RULES = (("a", 1), ("tab-indent", 2))', ["tab-indent"], id="in a table"),
        pytest.param('Literal["home-visit", "sms"]', [], id="words of the data"),
    ],
)
def test_codes_are_seen(source, found):
    assert sorted({*codes(source)}) == found


@pytest.mark.parametrize("heading", HEADED)
def test_every_field_has_a_line_and_every_line_a_field(heading):
    common = {field for each in COMMON for field in entries(each)}
    fields = {*ways(HEADED[heading])}
    assert fields - common - {*entries(heading)} == set()
    assert {*entries(heading)} - fields == set()


def test_what_all_facts_and_words_share_has_lines():
    assert {*entries(COMMON[0])} == {*Sourced.model_fields}
    assert {*entries(COMMON[1])} == {*Words.model_fields}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(verb):
    assert f"scripts/{verb}" in read("README.md")


def test_the_map_names_what_is_there():
    rows = re.findall(r"^\| `([^`]+)` \|", sections(read("README.md"), "##")["Map"], re.MULTILINE)
    assert len(rows) > 8
    assert [row for row in rows if not (ROOT / row).exists()] == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_path_that_a_text_names_is_there(name):
    paths = re.findall(r"`((?:data|docs|overrides|requirements|scripts|tests)/[a-z0-9_./-]+)[ `]", read(name))
    assert [path for path in paths if not (ROOT / path).exists()] == []


def written():
    """Page of docs/ -> the text of each language."""
    found = {}
    for path in sorted((ROOT / "docs").glob("*.*.md")):
        found.setdefault(path.name.split(".")[0], []).append(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", written())
def test_a_hand_written_page_is_the_same_in_every_language(name):
    marks = {tuple(re.findall(r"\{#?[a-z-]+\}", text)) for text in written()[name]}
    assert len(marks) == 1


@pytest.mark.parametrize("name", written())
def test_a_hand_written_page_is_true_of_any_hub(name):
    name_here = re.search(r"^name: (.+)$", read("data/hub.yml"), re.MULTILINE)[1]
    assert [text[:60] for text in written()[name] if name_here in text] == []
