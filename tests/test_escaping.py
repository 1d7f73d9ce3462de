"""Signs that mean something in HTML or in templates: refused by the loader, or shown as the signs they are."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import html5lib
import pytest
import yaml

from hub import checks
from hub.load.catalogue import load
from tests.catalogue.copies import run, second_hub, tiny

REFUSED = ["<b>", "</b>", "<script>", "<!-- x", "&amp;", "&#60;", "{{ x }}", "{% if %}", "javascript:x"]
# Without a semicolon an entity passes the loader, and a browser would still take it for one. Then signs of Markdown.
PASSES = "\"d\" 'e' &copy 1<2 *m* [o](p) \\"
# One text of each kind of file.
PLACES = {
    "hub.yml": "name", "languages.yml": "ar.name", "strings/fr.yml": "skip", "sources/xx-page.yml": "publisher",
    "jurisdictions/xx/fr.yml": "summary", "organisations/xx-guichet/fr.yml": "contact_points.accueil.text",
    "places/xx-port-clair/fr.yml": "notes.escalier", "topics/papiers/ar.yml": "title",
    "life-events/xx-arriver/fr.yml": "steps.carte.text", "services/xx-carte/fr.yml": "not_applicable.evidence.x",
    "vocabularies/towns/ar.yml": "terms.valmont.label", "services/xx-carte/facts.yml": "links.imprime.url",
}
# Written in the words' files, and no words.
NOT_WORDS = {"translated_by", "on", "alternate_name_language"}
# Texts of these files that are words; the rest is facts.
WORDS_AMONG_FACTS = {"hub.yml": {"name", "owner"}, "languages.yml": {"name", "speaker_check"},
                     "sources": {"title", "publisher"}}


def read(file: Path) -> dict:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def write(file: Path, value: dict) -> None:
    file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.mark.parametrize("file", PLACES)
@pytest.mark.parametrize("signs", REFUSED)
def test_markup_is_refused_in_every_kind_of_file(tmp_path, file, signs):
    path = tiny(tmp_path) / "data" / file
    value = inner = read(path)
    *way, last = PLACES[file].split(".")
    for name in way:
        inner = inner.setdefault(name, {})
    inner[last] = f"Avant {signs} après"
    write(path, value)
    found = {problem.code for problem in checks.check(load(tmp_path)) if problem.path == f"data/{file}"}
    assert "markup" in found


def marked(value: dict, count: Iterator[int], only: set[str] = frozenset()) -> dict:
    """The same texts, each with the signs and a number of its own behind it."""
    made = {}
    for name, inner in value.items():
        if isinstance(inner, dict):
            made[name] = marked(inner, count, only)
        elif isinstance(inner, list) and not only:
            made[name] = [*marked(dict(enumerate(inner)), count).values()]
        elif name in NOT_WORDS or (only and name not in only) or inner == "not-yet":
            made[name] = inner
        else:
            lines = inner.strip().split("\n")
            made[name] = "\n".join(f"{line} {PASSES}~{next(count)}~" if line else "" for line in lines)
    return made


def words(data: Path) -> Iterator[tuple[Path, set[str]]]:
    """Each file that holds words, and the fields that are words where not all are."""
    for file in sorted(data.rglob("*.yml")):
        known = WORDS_AMONG_FACTS.get(file.name) or WORDS_AMONG_FACTS.get(file.parent.name)
        if known or file.name in ("fr.yml", "ar.yml"):
            yield file, known or set()


def build(root: Path) -> dict[str, object]:
    done = run(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.relative_to(root / "site").as_posix():
            html5lib.parse(path.read_bytes(), namespaceHTMLElements=False) for path in root.glob("site/**/*.html")}


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> dict[str, object]:
    return build(second_hub(tmp_path_factory.mktemp("plain") / "hub"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> dict[str, object]:
    root, count = second_hub(tmp_path_factory.mktemp("hostile") / "hub"), iter(range(10_000))
    for file, only in [*words(root / "data")]:
        write(file, marked(read(file), count, only))
    return build(root)


def structure(tree) -> list:
    return [(element.tag, sorted(element.attrib)) for element in tree.iter()]


def test_signs_in_the_words_make_no_element_and_no_attribute(plain, hostile):
    assert plain.keys() == hostile.keys()
    assert [path for path in plain if structure(plain[path]) != structure(hostile[path])] == []


def texts(tree) -> Iterator[str]:
    """All that a reader or a machine gets: words, attributes, and the strings of JSON."""
    for element in tree.iter():
        # A mail program or a phone takes the words out of these addresses again.
        yield from (unquote(value) if value.startswith(("mailto:", "sms:")) else value
                    for value in element.attrib.values())
        if element.tag == "script" and "json" in element.get("type", ""):
            yield from strings(json.loads(element.text or "{}"))
        elif element.tag != "style":
            yield element.text or ""
        yield element.tail or ""


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


def test_signs_in_the_words_are_shown_as_they_were_written(hostile):
    """Wherever the number of a text stands, all its signs stand before it."""
    shown = set()
    for path, tree in hostile.items():
        # Numbers and units are bound by spaces that do not break.
        for text in (text.replace("\u00a0", " ") for text in texts(tree)):
            numbers = re.findall(r"~\d+~", text)
            assert numbers == re.findall(rf"(?<={re.escape(PASSES)})~\d+~", text), f"{path}: {text}"
            shown |= {*numbers}
    assert len(shown) > 500


# An entity without its semicolon, and the other quotation mark, in an address.
ADDRESS = "https://a.example/?a=1&copy=2&lt=3'#'x"


@pytest.mark.parametrize(("file", "old"), [
    ("sources/xx-loi.yml", "https://lois.rampe.example/carte"),
    ("organisations/xx-guichet/facts.yml", "https://guichet.rampe.example/plainte"),
    ("services/xx-carte/facts.yml", "https://guichet.rampe.example/demande"),
], ids=["a source", "a contact point", "a channel"])
def test_signs_in_an_address_stay_as_they_are(tmp_path, file, old):
    path = second_hub(tmp_path / "hub") / "data" / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, f'"{ADDRESS}"', 1), encoding="utf-8")
    links = {element.get("href") for tree in build(tmp_path / "hub").values() for element in tree.iter("a")}
    assert old in text
    assert ADDRESS in links
