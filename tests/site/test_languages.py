"""Every page of the built hub in its language: what it says of itself, and how it leads to the same in others.

One test is one rule and looks at all pages, so that a red line lists every place.
"""

from collections import defaultdict
from itertools import combinations

from tests.site.parsed import RIGHT_TO_LEFT, shown, text


def test_language_is_that_of_the_address(site):
    default = site.home.lang
    first = {page.path: page.path.split("/")[0] for page in site.pages}
    expected = {path: segment if segment in site.languages else default for path, segment in first.items()}
    assert {page.path: page.lang for page in site.pages} == expected


def test_direction_is_that_of_the_language(site):
    wrong = [page.path for page in site.pages if page.tree.get("dir") != _direction(page.lang)]
    assert wrong == []


def test_parts_in_another_script_say_their_direction(site):
    """Where lang changes between right-to-left and left-to-right, dir changes with it."""
    faults = []
    for page in site.pages:
        for element in page.body.iter():
            if (lang := element.get("lang")) and _nearest(page, element, "dir") not in (_direction(lang), "auto"):
                faults.append(f"{page.path}: <{element.tag} lang={lang}> {text(element)[:40]}")
    assert not faults, shown(faults)


def test_alternates_lead_to_pages_that_say_the_same(site):
    """A language link never leads to a page that does not exist, and comes back."""
    faults = []
    for page in site.whole:
        for lang, address in page.alternates.items():
            there = site.by_address.get(address)
            if there is None:
                faults.append(f"{page.path}: {lang} {address} is no page")
            elif there.lang != lang:
                faults.append(f"{page.path}: {lang} {address} is in {there.lang}")
            elif there.alternates.get(page.lang) != page.address:
                faults.append(f"{page.path}: {there.path} does not lead back")
    assert not faults, shown(faults)


def test_pages_of_one_name_know_each_other(site):
    """The same path in two languages is the same page, and its head says so."""
    faults = []
    for pages in _by_name(site).values():
        for page in pages:
            others = {other.lang: other.address for other in pages if other is not page}
            known = {lang: address for lang, address in page.alternates.items() if lang != page.lang}
            if known != others:
                faults.append(f"{page.path}: says {sorted(known)}, exists in {sorted(others)}")
    assert not faults, shown(faults)


def test_h2_ids_of_a_guide_are_the_same_in_every_language(site):
    """A link to a part of a guide can be passed on to somebody who reads another language."""
    faults = []
    for pages in _by_name(site).values():
        lists = {page.path: _h2_ids(page) for page in pages if page.is_guide}
        if len({tuple(ids) for ids in lists.values()}) > 1:
            faults.append("; ".join(f"{path}: {ids}" for path, ids in lists.items()))
    assert not faults, shown(faults)


def test_h2_ids_of_lists_agree_between_languages(site):
    """A list may lack what is not offered in a language; what both have stands in the same order."""
    faults = []
    for pages in _by_name(site).values():
        for one, two in combinations((page for page in pages if not page.is_a_to_z), 2):
            mine, theirs = _h2_ids(one), _h2_ids(two)
            if [each for each in mine if each in theirs] != [each for each in theirs if each in mine]:
                faults.append(f"{one.path}: {mine}; {two.path}: {theirs}")
    assert not faults, shown(faults)


def test_language_switcher_leads_to_the_same_page(site):
    faults = []
    for page in site.whole:
        others = {lang: address for lang, address in page.alternates.items() if lang != page.lang}
        links = {a.get("hreflang"): page.resolve(a.get("href", "")) for a in _switcher(page)}
        links.pop(page.lang, None)
        if links != others:
            faults.append(f"{page.path}: switcher {sorted(links)}, alternates {sorted(others)}")
    assert not faults, shown(faults)


def test_language_switcher_marks_the_current_language(site):
    """Each name is in its own language, and exactly one of them is the current one."""
    faults = []
    for page in site.whole:
        links = _switcher(page)
        if not links:
            continue
        nav = next(each for each in page.above(links[0]) if each.tag == "nav")
        current = [each for each in nav.iter() if each.get("aria-current")]
        if [_nearest(page, each, "lang") for each in current] != [page.lang]:
            faults.append(f"{page.path}: current is {[text(each) for each in current]}")
        faults += [f"{page.path}: {text(a)}" for a in links if _nearest(page, a, "lang") != a.get("hreflang")]
    assert not faults, shown(faults)


def _direction(lang):
    return "rtl" if lang.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def _nearest(page, element, attribute):
    return next((each.get(attribute) for each in (element, *page.above(element)) if each.get(attribute)), "")


def _by_name(site):
    """Pages by their path without the language."""
    found = defaultdict(list)
    for page in site.whole:
        first, _, rest = page.path.partition("/")
        found[rest if first in site.languages else page.path].append(page)
    return found


def _h2_ids(page):
    return [each.get("id") for each in page.headings if each.tag == "h2" and each.get("id")]


def _switcher(page):
    """Links to other languages in the frame; a source in main may have hreflang too."""
    navs = [nav for nav in page.tree.iter("nav") if page.main not in page.above(nav)]
    return [a for nav in navs for a in nav.iter("a") if a.get("hreflang")]
