"""The list of all guides: the order of each language, what a long list leaves out, and what one of 1,000 guides costs.

Titles and search words of the 1,000 guides are drawn from our own texts, as long as our own and with words that stand
beside each other there; addresses from the English title. Texts of words drawn one by one would weigh a tenth more.
"""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from random import Random

import jinja2
import pytest

from hub.pages.everything import announce, make
from hub.pages.lists import LONG
from hub.site.scripts import tight
from hub.site.templates import prepare
from tests.packed import packed
from tests.pages.conftest import REPOSITORY, TODAY

OVERRIDES = REPOSITORY / "overrides"
# With its script, of 1,000 guides with three search words each. The budget is that of English; letters of Arabic and
# Russian take two bytes, and the others have longer words (docs/design/search.md).
BUDGET = {"en": 40_000, "az": 43_000, "sw": 45_000, "ar": 46_000, "ru": 55_000}
SCRIPT = 1_500
WORD = re.compile(r"[^\W\d_]+")


def phrases(language):
    """Word -> those that stand behind it in our texts; "" -> those that begin a phrase."""
    after = defaultdict(list)
    for file in sorted((REPOSITORY / "data").glob(f"*/*/{language}.yml")):
        text = re.sub(r"^ *[\w-]+:|\{[^}]*\}", "\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for line in re.split(r"[\n.,;:!?()]", text):
            for word, following in pairwise(["", *WORD.findall(line)]):
                after[word].append(following)
    return after


def drawn(random, after, room):
    words = [random.choice(after[""])]
    while len(" ".join([*words, nearby := random.choice(after.get(words[-1]) or after[""])])) <= room:
        words.append(nearby)
    return " ".join(words)


def many(catalogue, language, guides, keywords):
    """The catalogue with that many guides in one language, each like one of ours, and that many search words each."""
    after, english = phrases(language), phrases("en")
    like = [service for service in catalogue.services.values() if language in service.words]
    made = {}
    for number in range(guides):
        original, random = like[number % len(like)], Random(number)
        words = original.words[language]
        title = drawn(random, after, len(words.title))
        slug = WORD.findall((title if language == "en" else drawn(random, english, 40)).lower())
        identifier = f"{original.facts.jurisdiction}-{'-'.join(sorted(slug, key=len)[-2:])}"
        while identifier in made:
            identifier += "-x"
        have = words.keywords.splitlines()
        said = "\n".join(drawn(random, after, len(have[each % len(have)])) for each in range(keywords)).lower()
        made[identifier] = replace(original, id=identifier, path=f"data/services/{identifier}",
                                   words={language: words.model_copy(update={"title": title, "keywords": said})})
    return replace(catalogue, services=made, stale={})


def page(catalogue, language):
    pages = announce(catalogue, TODAY, {})
    return make(next(each for each in pages if (each.path, each.language) == ("a-z", language)))


def html(catalogue, language):
    """The page as it is sent."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(OVERRIDES))
    prepare(environment, OVERRIDES)
    made = page(catalogue, language)
    return environment.get_template("page.html").render(layout=made.template, frame=made.frame, view=made.view,
                                                        title=made.title, machine="")


def script():
    return packed(tight((OVERRIDES / "scripts/a-z.js").read_text(encoding="utf-8")))


def test_the_script_is_light():
    assert script() <= SCRIPT


def test_only_the_list_asks_for_its_script(pages):
    asking = {page.path for page in pages if any("a-z.js" in each for each in page.frame.scripts)}
    assert asking == {"a-z"}


@pytest.mark.parametrize("language", BUDGET)
def test_a_list_of_1000_guides_is_light(catalogue, language):
    text = html(many(catalogue, language, 1000, 3), language)
    assert text.count("<li><a href=") >= 1000
    weight = packed(text) + script()
    assert BUDGET[language] * 0.93 < weight <= BUDGET[language], f"{weight:,} bytes"


@pytest.mark.parametrize("language", BUDGET)
def test_the_longest_list_that_has_see_lines_is_light(catalogue, language):
    own = many(catalogue, language, LONG, 6)
    assert not page(own, language).view.long
    assert packed(html(own, language)) + script() <= BUDGET["en"]


def test_a_long_list_has_each_guide_once_with_its_words(catalogue):
    view = page(many(catalogue, "en", LONG + 1, 2), "en").view
    entries = [entry for letter in view.letters for entry in letter.entries]
    assert view.long
    assert len({entry.link.href for entry in entries}) == len(entries) == LONG + 1
    assert all(entry.more.count(", ") == 1 and not entry.word and not entry.link.summary for entry in entries)


def test_a_short_list_has_see_lines_for_every_search_word(catalogue):
    view = page(catalogue, "en").view
    entries = [entry for letter in view.letters for entry in letter.entries]
    assert not view.long
    assert {entry.link.title.plain for entry in entries if entry.word == "good conduct"} == {
        "Get a police clearance certificate"}
    [passport] = [entry for entry in entries if entry.link.href == "../guides/az-passport/" and not entry.word]
    keywords = catalogue.services["az-passport"].words["en"].keywords.splitlines()
    assert passport.more.split(", ") == [*keywords, "Azerbaijan"]


@pytest.mark.parametrize(("language", "titles"), [
    ("az", ["Cib", "Çap", "Ev", "Ərizə", "Xəbər", "Isıtma", "İnsan", "Oğul", "Ödəniş", "Sabah", "Şəkil", "Ünvan"]),
    ("ru", ["Ель", "Ёлка", "Жизнь", "Щит", "Эхо", "Язык"]),
    ("ar", ["أسرة", "إعاقة", "بيت", "تاج", "ثمن", "علم", "وثيقة", "يد"]),
])
def test_the_list_is_in_the_order_of_the_language(catalogue, language, titles):
    """Not in that of the numbers that computers have for letters."""
    like = next(service for service in catalogue.services.values() if language in service.words)
    order = Random(7).sample(titles, len(titles))
    services = {f"az-{number}": replace(like, id=f"az-{number}", words={language: like.words[language].model_copy(
        update={"title": title, "keywords": None})}) for number, title in enumerate(order)}
    view = page(replace(catalogue, services=services, stale={}), language).view
    assert [entry.link.title.plain for letter in view.letters for entry in letter.entries] == titles
