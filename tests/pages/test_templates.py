"""Every template of overrides/, rendered as MkDocs does, with names that must exist.

Jinja prints nothing for a misspelt name. Here it is an error, on every page of every language, so that each branch that
the shipped hub takes is read.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import jinja2
import pytest

from hub import exports
from hub.load.catalogue import load
from hub.pages import statement
from hub.pages.everything import Page, announce, render, speeches
from hub.pages.offline import book
from hub.pages.text import text as words
from tests.catalogue.copies import TINY, planted
from tests.pages.conftest import TODAY, scope_at

OVERRIDES = Path(__file__).parents[2] / "overrides"
TEMPLATES = sorted(path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*")
                   if path.suffix in (".html", ".xml"))
# In an expression or a statement: a call of something that belongs to something else, such as name.upper().
CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
CALL = re.compile(r"\.\w+\(")
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)


class Rendered:
    """The pages, by (path, language), and the names of the templates that made them."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self.environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(self._source), undefined=jinja2.StrictUndefined, autoescape=True,
            trim_blocks=True, lstrip_blocks=True)
        self.pages: dict[tuple[str, str], str] = {}

    def _source(self, name: str) -> str:
        self.used.add(name)
        return (OVERRIDES / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def alerted(tmp_path_factory, docs) -> list[Page]:
    """Pages that the shipped hub has only when there is an alert, or a video in sign language."""
    tiny = [page for page in render(load(TINY.parent).catalogue, TODAY, {}) if page.template == "sign.html"]
    planted_hub = load(planted(tmp_path_factory.mktemp("alerts") / "hub")).catalogue
    return [*tiny, *(page for page in render(planted_hub, TODAY, docs) if page.path.startswith("alerts/"))]


@pytest.fixture(scope="module")
def units() -> list[Page]:
    """A mobile unit whose stops are known, which the shipped hub has not; each branch for its calendar files too."""
    tiny_hub, day = load(TINY.parent).catalogue, date(2026, 11, 22)
    sizes = {path: len(content) for path, content in exports.calendars(tiny_hub, day).items()}
    return [page for page in render(tiny_hub, day, {}, sizes) if page.path in ("places/xx-bus", "mobile")]


@pytest.fixture(scope="module")
def inside(catalogue, docs) -> list[Page]:
    """What a hub that is built with a search inside the guides has besides, and the lists that lead to it."""
    return [page for page in render(catalogue, TODAY, docs, full_text=True) if page.path in ("search", "a-z")]


@pytest.fixture(scope="module")
def rendered(catalogue, docs, pages, alerted, units, inside) -> Rendered:
    made = Rendered()
    homes = [page.frame for page in pages if not page.path]
    missing = [SimpleNamespace(language=one.language, dir=one.dir, say=one.say, hub=one.hub, home="/", search="/a-z/",
                               alerts=one.alerts)
               for one in homes]
    made.environment.globals.update(css="a{}", policy="default-src 'none'", register="a()", mark="<svg></svg>",
                                    search_css="a{}", search_policy="default-src 'none'",
                                    missing=missing, sitemap=[page.frame.canonical for page in pages])
    for page in (*inside, *pages, *alerted, *units):
        machine = exports.schema_org(catalogue, page.path, page.language, page.frame.canonical, TODAY)
        text = made.environment.get_template("page.html").render(
            layout=page.template, frame=page.frame, view=page.view, title=page.title, machine=machine)
        made.pages[page.path, page.language] = text
    written = SimpleNamespace(title="About", content="<h1>About</h1>\n<p>Made from Markdown.</p>")
    made.pages["about", "en"] = made.environment.get_template("main.html").render(frame=homes[0], page=written)
    made.pages["accessibility", "fr"] = _statement(made.environment)
    view = book(next(page.scope for page in announce(catalogue, TODAY, docs) if page.path == "take"))
    chapters = {path: "<h2>A guide</h2>" for _, entries in view.chapters for path, _, _ in entries}
    made.pages["book.html", "en"] = made.environment.get_template("book.html").render(
        view=view, pages=chapters, say=homes[0].say)
    for name in ("404.html", "sitemap.xml"):
        made.pages[name, "en"] = made.environment.get_template(name).render()
    return made


def _statement(environment: jinja2.Environment) -> str:
    """The last machine test: with faults, as the tiny hub has it; without; and none published."""
    tiny = load(TINY.parent).catalogue
    spoken = speeches(tiny)
    view = statement.test(scope_at(tiny, spoken, {"accessibility": ("fr",)}, "accessibility", "fr"))
    results = environment.get_template("components/statement.html").module.results
    quiet = replace(view, barriers=(), others=(), review=())
    return "".join(results(one, spoken["fr"].texts) for one in (view, quiet, None))


def test_every_template_is_rendered(rendered):
    """A template that no page uses is either forgotten here or not needed."""
    assert sorted(rendered.used) == TEMPLATES


def test_a_misspelt_name_fails(rendered, pages):
    page = next(page for page in pages if page.template == "guide.html")
    broken = rendered.environment.from_string("{{ view.titel }}")
    with pytest.raises(jinja2.UndefinedError, match="titel"):
        broken.render(view=page.view)


def test_what_is_not_there_is_never_printed(rendered):
    """None, an empty tuple or the name of a class would be a value that a template took for text."""
    wrong = re.compile(r">\s*(None|\(\)|\[\]|\{\}|True|False)\s*<|(Text|Link|Run|View)\(")
    assert [key for key, text in rendered.pages.items() if wrong.search(text)] == []


def test_text_is_escaped(rendered):
    line = rendered.environment.get_template("components/text.html").module.line(words("<b>&amp;</b>"))
    assert str(line) == "&lt;b&gt;&amp;amp;&lt;/b&gt;"


def test_each_article_of_a_guide_is_well_formed(rendered, pages):
    """PDF, EPUB, braille and text are made from it."""
    guides = [(page.path, page.language) for page in pages if page.template == "guide.html"]
    for key in guides:
        (article,) = ARTICLE.findall(rendered.pages[key])
        tree = ElementTree.fromstring(article)
        assert len(tree.findall("section")) == 9, key
        assert len(list(tree.iter("h1"))) == 1, key


def test_every_article_is_well_formed(rendered):
    found = {key: ARTICLE.findall(text) for key, text in rendered.pages.items() if "<article" in text}
    for key, articles in found.items():
        assert len(articles) == 1, key
        assert ElementTree.fromstring(articles[0]).tag == "article", key


def test_sitemap_is_well_formed(rendered, pages):
    assert len(ElementTree.fromstring(rendered.pages["sitemap.xml", "en"].strip().encode())) == len(pages)


def test_languages_of_texts_reach_the_page(rendered, pages):
    """Wherever a view says lang and dir, the page has an element that says them."""
    for page in pages:
        for lang, direction in re.findall(r"lang='([a-z]+)', dir='(ltr|rtl)'", repr(page.view)):
            assert f'lang="{lang}" dir="{direction}"' in rendered.pages[page.path, page.language], page.path


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_call_nothing(name):
    """Logic belongs in pages/; a template loops and asks whether there is one."""
    code = CODE.findall((OVERRIDES / name).read_text(encoding="utf-8"))
    assert [piece for piece in code if CALL.search(piece)] == []


@pytest.mark.parametrize(("code", "rings"), [
    ("{{ name.upper() }}", True),
    ("{% for key, value in view.rows.items() %}", True),
    ("{% if view.title\n.startswith('a') %}", True),
    ("{{ link(view.title) }}{% if loop.first %}", False),
    ("{{ view.when | join(' ') }}, see a.b(c)", False),
], ids=["call", "items", "over two lines", "macro and loop", "text"])
def test_a_call_is_seen(code, rings):
    assert any(CALL.search(piece) for piece in CODE.findall(code)) == rings


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_template_says_what_it_is(name):
    """The first line; not in XML, where nothing may stand before the declaration."""
    first = (OVERRIDES / name).read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith("<?xml" if name.endswith(".xml") else "{#- "), first
