"""What a page says of its own weight is true, with and without an alert, and the quality pages name the heaviest."""

import re
from random import Random

import pytest

from hub.site.stamp.weight import MARK, weighed
from tests.packed import packed

SAID = re.compile(r"(\d+)[^\d<]*</p></div></footer>")
ALERT = '<section class="wrap" data-alert="xx-crue">Restez chez vous, la route est fermée.</section>'
# The page that says 3 KB may have 3,001 bytes and the one that says 4 have 2,999; then 4 is said.
SPARE = 16


def false(page):
    return not (int(SAID.search(page)[1]) - 1) * 1_000 - SPARE < packed(page) <= int(SAID.search(page)[1]) * 1_000


def page(letters, alert=""):
    noise = "".join(Random(letters).choices("abcdefgh", k=letters))
    return f"<body><!--alert-->{alert}<p>{noise}</p><footer><div><p>{MARK}</p></div></footer></body>"


def sentence(kilobytes):
    return f"This page: {kilobytes} kilobyte{'' if kilobytes == 1 else 's'}."


@pytest.mark.parametrize("letters", [0, 1, *range(1_800, 2_000, 5), 5_000, 20_000])
def test_what_is_said_is_true_on_both_sides_of_a_kilobyte(letters):
    said, size = weighed(page(letters), (), sentence)
    assert (size, MARK in said, false(said)) == (packed(said), False, False)


@pytest.mark.parametrize("letters", [0, 1, *range(1_800, 2_000, 5), 5_000, 20_000])
@pytest.mark.parametrize("guess", [1, 2, 3, 40])
def test_a_guess_changes_nothing(letters, guess):
    assert weighed(page(letters), (), sentence, guess) == weighed(page(letters), (), sentence)


def test_both_sides_were_there():
    numbers = {SAID.search(weighed(page(letters), (), sentence)[0])[1] for letters in range(1_800, 2_000, 5)}
    assert numbers == {"1", "2"}


def test_an_alert_does_not_count_and_stays():
    bare, _ = weighed(page(2_000), (), sentence)
    said, size = weighed(page(2_000, ALERT), ["xx-crue"], sentence)
    assert (said, size) == (bare.replace("<!--alert-->", f"<!--alert-->{ALERT}"), packed(bare))
    assert weighed(page(2_000, ALERT), [], sentence)[1] > size


def test_every_page_says_what_it_weighs(site):
    assert len(site.whole) > 100
    assert [page.path for page in site.whole if false(page.source)] == []


def test_the_quality_page_names_the_heaviest_guide(site):
    guides = {page.address: page for page in site.pages if page.is_guide}
    told = [page for page in site.pages if page.kind == "quality"]
    for page in told:
        part = page.source.partition('<h2 id="weight">')[2].partition("</section>")[0]
        heaviest = guides[page.resolve(re.search('href="([^"]*)"', part)[1])]
        country = re.search(r"guides/([a-z]+)-", heaviest.path)[1]
        assert f"quality/{country}/" in page.path
        others = [packed(each.source) for each in guides.values()
                  if each.lang == page.lang and f"guides/{country}-" in each.path]
        assert packed(heaviest.source) == max(others)
    assert len(told) > 1
