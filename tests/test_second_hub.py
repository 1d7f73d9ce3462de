"""Somebody copies the repository and puts their own data/ in: nothing of the first hub may be left."""

import re
from pathlib import Path

import html5lib
import pytest
import yaml

from tests.catalogue.copies import REPOSITORY, TINY, run, second_hub

LANGUAGES = {"fr": "ltr", "ar": "rtl"}
SECTIONS = {"a-z", "accommodations", "alerts", "feedback", "guides", "jurisdictions", "life-events", "mobile",
            "offline", "organisations", "places", "quality", "sources", "take", "topics"}


def build(root: Path) -> Path:
    done = run(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return build(second_hub(tmp_path_factory.mktemp("second") / "hub"))


@pytest.fixture(scope="module")
def pages(site) -> dict[str, object]:
    return {path.relative_to(site).as_posix(): html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
            for path in sorted(site.rglob("*.html"))}


def read(name: str) -> dict:
    return yaml.load((REPOSITORY / "data" / name).read_text(encoding="utf-8"), yaml.BaseLoader)


def folders(of: Path) -> set[str]:
    return {path.name for path in of.iterdir() if path.is_dir()}


def names_of_the_first_hub() -> set[str]:
    """Its name, its languages by name and code, and the names of its countries in every language."""
    languages = {code: one["name"] for code, one in read("languages.yml").items() if code not in LANGUAGES}
    countries = {read(path.relative_to(REPOSITORY / "data").as_posix())["name"]
                 for path in REPOSITORY.glob("data/jurisdictions/*/*.yml") if path.stem != "facts"}
    return {read("hub.yml")["name"], *languages.values(), *countries}


def test_the_strings_of_the_tiny_hub_are_those_of_the_first():
    """A text that is new in data/strings is written into tests/catalogue/data/strings too."""
    wanted = read("strings/en.yml").keys()
    for language in LANGUAGES:
        has = yaml.load((TINY / "strings" / f"{language}.yml").read_text(encoding="utf-8"), yaml.BaseLoader).keys()
        assert wanted ^ has == set()


def test_no_file_names_the_first_hub(site):
    known = ["Stepfree", "Azerbaijan", "Azərbaycan", "Kenya", "Huduma", "DOST", "ASAN", "NCPWD", "Kiswahili"]
    names = {*known, *names_of_the_first_hub()}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names), re.IGNORECASE)
    found = [f"{path.relative_to(site)}: {match[0]}" for path in site.rglob("*") if path.is_file()
             for match in pattern.finditer(path.read_bytes().decode("utf-8", "ignore"))]
    assert found == []


def test_the_default_language_stands_at_the_root_and_the_other_in_its_folder(site):
    french, arabic = folders(site), folders(site / "ar")
    hand_written = {path.name.split(".")[0] for path in REPOSITORY.glob("docs/*.*.md")}
    assert french - {"ar", "data", "packs", "scripts"} == arabic - hand_written >= SECTIONS
    assert "ar" in french


def test_each_page_says_its_language_and_direction(pages):
    for path, tree in pages.items():
        language = "ar" if path.startswith("ar/") else "fr"
        assert (path, tree.get("lang"), tree.get("dir")) == (path, language, LANGUAGES[language])


def test_only_languages_of_the_hub_are_named(pages):
    codes = {element.get(name) for tree in pages.values() for element in tree.iter() for name in ("lang", "hreflang")}
    # the ombudsman of the tiny hub has a name in English
    assert codes == {None, "en", *LANGUAGES, *(f"{code}-simple" for code in LANGUAGES), "x-default"}


def test_not_found_speaks_both_languages(pages):
    sections = [(each.get("lang"), each.get("dir")) for each in pages["404.html"].iter("section")]
    # a section for each language, with the alert of that language in it
    assert sections == [one for one in LANGUAGES.items() for _ in ("page", "alert")]


def test_a_hub_in_a_folder_of_its_host_says_so_where_a_link_is_absolute(site, pages):
    links = {each.get("href") for each in pages["404.html"].iter("a")}
    assert links == {"#main", "/base/", "/base/a-z/", "/base/ar/", "/base/ar/a-z/",
                     "/base/alerts/xx-crue/", "/base/ar/alerts/xx-crue/"}
    addresses = re.findall("<loc>(.*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert addresses
    assert all(address.startswith("https://rampe.example/base/") for address in addresses)


def test_a_link_to_a_calendar_file_says_its_size(site, pages):
    links = {link.get("href"): "".join(link.itertext()) for link in pages["ar/places/xx-bus/index.html"].iter("a")
             if link.get("href").endswith(".ics")}
    assert len(links) == 4
    for href, words in links.items():
        size = (site / "ar/places/xx-bus" / href).stat().st_size
        assert f" {size / 1000:.1f} " in words


def test_hand_written_pages_are_made_only_in_languages_of_the_hub(site):
    written = {path.name for path in REPOSITORY.glob("docs/*.*.md")}
    for name in {name.split(".")[0] for name in written}:
        made = {language for language in LANGUAGES
                if (site / ("" if language == "fr" else language) / name / "index.html").exists()}
        assert made == {language for language in LANGUAGES if f"{name}.{language}.md" in written}


def test_hand_written_pages_speak_of_this_hub(tmp_path):
    root = second_hub(tmp_path / "hub")
    words = "# À propos de {hub}\n\n{owner}, {countries}\n\n{feedback}\n\n{enforcement}\n"
    (root / "docs/about.fr.md").write_text(words, encoding="utf-8")
    page = html5lib.parse((build(root) / "about/index.html").read_bytes(), namespaceHTMLElements=False)
    said = " ".join("".join(next(page.iter("article")).itertext()).split())
    assert said == ("À propos de Rampe Collectif Rampe, Pays de Xanadou Téléphone: 0555 10 10 10 "
                    "SMS: 0555 10 10 11 Courriel: equipe@rampe.example Poste: Boîte 9, Port-Clair "
                    "Formulaire: rampe.example/ecrire Formulaire: rampe.example/signaler?depuis=site "
                    "Médiatrice de Xanadou")


def test_a_hub_of_one_language_has_no_folder_for_it(site, tmp_path):
    root = second_hub(tmp_path / "hub")
    for file in [*root.glob("data/**/ar.yml")]:
        file.unlink()
    cut(root / "data/languages.yml", "ar:")
    for file, old in [("jurisdictions/xx/facts.yml", "languages: [fr, ar]"),
                      ("services/xx-carte/facts.yml", "languages: [fr, ar]")]:
        path = root / "data" / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, "languages: [fr]"), encoding="utf-8")
    assert folders(build(root)) == folders(site) - {"ar"}


def cut(file: Path, word: str) -> None:
    """Leave out the rest of a file from a line on."""
    file.write_text(file.read_text(encoding="utf-8").partition(f"\n{word}\n")[0] + "\n", encoding="utf-8")
