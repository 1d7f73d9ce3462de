"""Nothing is asked of an editor for nothing: every field of every model is on some page of the tiny hub, or on a list.

cases/shown.yml says where each fact is found, cases/not_shown.yml why one is not. Words are looked for one by one.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, get_args

import html5lib
import pytest
import yaml
from pydantic import BaseModel, RootModel

from hub.checks.walk import texts, things
from hub.load.catalogue import load
from hub.load.kinds import KINDS
from hub.model.catalogue import Catalogue
from hub.model.eligibility import Eligibility
from hub.model.evaluation import Evaluation
from hub.model.hub import Hub, Languages
from hub.model.performance import Figures
from hub.model.placeholders import PLACEHOLDER
from hub.model.provenance import Words
from hub.model.source import Source
from hub.site.build import make
from tests.catalogue.copies import EPOCH, TINY, second_hub

FILES = [Hub, Evaluation, Languages, Source, Eligibility, Figures,
         *(model for pair in KINDS.values() for model in pair)]


def read(name: str) -> dict[str, Any]:
    file = Path(__file__).parent / "cases" / f"{name}.yml"
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


SHOWN, NOT_SHOWN, HIDDEN_TEXTS = read("shown"), read("not_shown"), read("hidden_texts")


def models(kind: Any) -> Iterator[type[BaseModel]]:
    """The models inside a type, however deep."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        for field in kind.model_fields.values():
            yield from models(field.annotation)
    for inner in get_args(kind):
        yield from models(inner)


MODELS = set(models(tuple[*FILES]))
IN_WORDS = set(models(tuple[*(model for model in FILES if issubclass(model, Words))])) - {Words}


def fields(among: set[type[BaseModel]]) -> Iterator[tuple[str, Any]]:
    """(name, field) of every field, each under the model that introduced it."""
    for model in among:
        for name, field in model.model_fields.items():
            first = next(one for one in reversed(model.__mro__) if name in getattr(one, "model_fields", ()))
            yield f"{first.__name__}.{name}", field


def facts() -> set[str]:
    """Fields that hold a fact itself: not words, and not further fields."""
    words = {name for name, _ in fields(IN_WORDS)} - {name for name, _ in fields({Words})}
    plain = {name for name, field in fields({one for one in MODELS if not issubclass(one, RootModel)})
             if not [*models(field.annotation)]}
    return plain - words


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    root = second_hub(tmp_path_factory.mktemp("shown") / "hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        make(root, root / "site")
    return root / "site"


@pytest.fixture(scope="module")
def pages(site) -> dict[str, str]:
    """Address -> the HTML, and after it what a reader sees, with common spaces."""
    return {path.parent.relative_to(site).as_posix().removesuffix("."): both(path)
            for path in site.rglob("index.html")}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(TINY.parent).catalogue


def both(file: Path) -> str:
    source = file.read_text(encoding="utf-8")
    pieces = [piece for element in html5lib.parse(source, namespaceHTMLElements=False).find("body").iter()
              if element.tag not in ("script", "style") for piece in (seam(element), element.text, element.tail)]
    return tidy(unescape(source)) + "\n" + tidy("".join(filter(None, pieces)))


def seam(element) -> str:
    """A block begins on its own line."""
    return " " if element.tag in {"p", "li", "h2", "h3", "dt", "dd", "td", "th", "section", "caption"} else ""


def tidy(text: str) -> str:
    return re.sub(r"\s+([.,])", r"\1", " ".join(text.split()))


def test_each_fact_is_listed_once():
    assert facts() - SHOWN.keys() - NOT_SHOWN.keys() == set(), "say where it is shown, or why it is not"
    assert SHOWN.keys() & NOT_SHOWN.keys() == set()
    assert {*SHOWN, *NOT_SHOWN} - {name for name, _ in fields(MODELS)} == set(), "there is no such field any more"


@pytest.mark.parametrize("field", SHOWN)
def test_each_fact_stands_where_the_list_says(pages, field):
    case = SHOWN[field]
    if "says" in case:
        assert tidy(case["says"]) in pages[case["at"]]
    else:
        assert not [page for page, text in pages.items() if case["says_not"] in text]


def french(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Each French text of the catalogue, with the way to it."""
    for _, thing in things(catalogue):
        folder = thing.path.removeprefix("data/")
        for loc, text in texts(thing.words["fr"]):
            if loc[-1] not in ("translated_by", "speaker_check"):
                yield f"{folder} {'.'.join(map(str, loc))}", text


def longest(text: str) -> str:
    """The longest piece of a text that stands on the page as it is: between placeholders, within a paragraph."""
    pieces = PLACEHOLDER.sub("\0", text).replace("\n", "\0").split("\0")
    return tidy(max(pieces, key=len))


def test_each_text_stands_on_a_page(pages, catalogue):
    everything = "\n".join(text for page, text in pages.items() if not page.startswith("ar"))
    missing = {way for way, text in french(catalogue) if longest(text) not in everything}
    assert missing == HIDDEN_TEXTS.keys()


def given(value: Any) -> Iterator[str]:
    """The fields that are written in a record of the catalogue, each under the model that introduced it."""
    if isinstance(value, BaseModel):
        names = dict(zip(type(value).model_fields, (name for name, _ in fields({type(value)})), strict=True))
        for name in value.model_fields_set:
            yield names[name]
            yield from given(getattr(value, name))
    for inner in value.values() if isinstance(value, dict) else ():
        yield from given(inner)


def test_the_tiny_catalogue_has_every_field(catalogue):
    """Only what it has can be looked for. Reasons why something does not apply: those of services are enough."""
    here = [catalogue.hub, *catalogue.languages.values(), *catalogue.sources.values(),
            *catalogue.eligibility.values(), *catalogue.performance.values(), catalogue.audit]
    here += [record for _, thing in things(catalogue) for record in (thing.facts, *thing.words.values())]
    used = {name for record in here for name in given(record)}
    plain = {one for one in MODELS if not issubclass(one, RootModel)}
    assert {name for name, _ in fields(plain)} - used == {"JurisdictionWords.not_applicable"}
