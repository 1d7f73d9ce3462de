"""Every page of the built hub, read as a browser reads it: languages, structure, links, and nothing from elsewhere.

One test is one rule and looks at all pages, so that a red line lists every place.
"""

import re
from collections import Counter, defaultdict
from itertools import combinations, pairwise

from tests.site.parsed import FOCUSABLE, NOT_FOUND, RIGHT_TO_LEFT, name, text

GRAPHICS = {"img", "svg", "{http://www.w3.org/2000/svg}svg", "input", "select", "textarea", "meter", "progress"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MUST_HAVE_WORDS = {*HEADINGS, "p", "li", "dt", "dd", "th", "caption", "summary", "button", "label"}
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "cite", "ping")


def shown(faults):
    """None, or all of them one a line."""
    return "\n".join(["", *faults]) if faults else ""


def test_site_has_pages_in_more_than_one_language(site):
    assert len(site.whole) > len(site.languages) > 1
    assert {page.lang for page in site.whole} == set(site.languages)


def test_every_page_says_its_kind(site):
    assert [page.path for page in site.pages if not page.kind] == []


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


def test_exactly_one_h1_inside_main(site):
    counted = {page.path: [len(list(each.iter("h1"))) for each in (page.tree, page.main)] for page in site.whole}
    assert {path: count for path, count in counted.items() if count != [1, 1]} == {}


def test_headings_do_not_skip_a_level(site):
    faults = []
    for page in site.pages:
        levels = [1, *(int(each.tag[1]) for each in page.headings)]
        faults += [f"{page.path}: h{one} then h{two}" for one, two in pairwise(levels) if two > one + 1]
    assert not faults, shown(faults)


def test_main_begins_with_h1(site):
    first = {
        page.path: next(each.tag for each in page.headings if page.main in page.above(each)) for page in site.whole
    }
    assert {path: tag for path, tag in first.items() if tag != "h1"} == {}


def test_titles_are_unique_in_a_language(site):
    titles = defaultdict(list)
    for page in site.pages:
        titles[page.lang, page.title].append(page.path)
    faults = [f"{title!r}: {', '.join(paths)}" for (_, title), paths in titles.items() if len(paths) > 1 or not title]
    assert not faults, shown(faults)


def test_ids_are_unique_in_a_page(site):
    counted = {page.path: Counter(page.ids) for page in site.pages}
    faults = [f"{path}: {one!r}" for path, ids in counted.items() for one, count in ids.items() if count > 1 or not one]
    assert not faults, shown(faults)


def test_references_to_ids_are_kept(site):
    """label for, aria-labelledby, aria-describedby and headers name ids of the same page."""
    faults = []
    for page in site.pages:
        known = set(page.ids)
        for element in page.elements:
            for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"):
                missing = set((element.get(attribute) or "").split()) - known
                faults += [f"{page.path}: {attribute}={one}" for one in sorted(missing)]
    assert not faults, shown(faults)


def test_every_link_leads_somewhere(site):
    faults = []
    for page in site.pages:
        for link in page.tree.iter("a"):
            if link.get("href") is not None and (fault := site.fault(page, link.get("href"))):
                faults.append(f"{page.path}: {link.get('href')} {fault}")
    assert not faults, shown(faults)


def test_every_form_leads_to_a_page(site):
    faults = []
    for page in site.pages:
        for form in page.tree.iter("form"):
            action = page.resolve(form.get("action", ""))
            if not site.is_inside(action) or site.fault(page, form.get("action", "")):
                faults.append(f"{page.path}: {form.get('action')}")
    assert not faults, shown(faults)


def test_every_link_has_words(site):
    faults = [f"{page.path}: {a.get('href')}" for page in site.pages for a in page.tree.iter("a") if not name(a)]
    assert not faults, shown(faults)


def test_nothing_is_empty(site):
    faults = []
    for page in site.pages:
        for element in page.body.iter():
            # What script fills stays hidden until then.
            if element.get("data-extra"):
                continue
            if element.tag in MUST_HAVE_WORDS and not name(element) and not _holds_graphic(element):
                faults.append(f"{page.path}: <{element.tag}> in <{page.up[element].tag}>")
    assert not faults, shown(faults)


def test_the_map_of_the_site_has_every_page_in_every_language(site):
    """The hand-written ones too, which say in their head in which languages they are, as all pages do."""
    listed = re.findall("<loc>(.*?)</loc>", (site.folder / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(page.address for page in site.whole)
    assert [page.path for page in site.whole if page.kind == "doc" and page.lang not in page.alternates] == []


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


def test_ids_can_be_typed(site):
    """Ids come from the data, never from words in Azerbaijani or Arabic."""
    faults = [
        f"{page.path}: {one}"
        for page in site.pages
        for one in page.ids
        if not re.fullmatch(r"[a-zA-Z][\w.-]*", one, re.ASCII)
    ]
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


def test_first_stop_is_the_skip_link(site):
    faults = []
    for page in site.pages:
        first = next(each for each in page.body.iter() if _takes_focus(each))
        if page.main is None or not page.main.get("id") or first.get("href") != f"#{page.main.get('id')}":
            faults.append(f"{page.path}: {first.tag} {first.get('href')}")
    assert not faults, shown(faults)


def test_main_can_take_focus(site):
    """Without tabindex some browsers move the view and leave focus behind."""
    assert [page.path for page in site.pages if page.main.get("tabindex") != "-1"] == []


def test_each_landmark_once(site):
    faults = []
    for page in site.pages:
        counted = {tag: len(_landmarks(page, tag)) for tag in ("header", "main", "footer")}
        if set(counted.values()) != {1}:
            faults.append(f"{page.path}: {counted}")
    assert not faults, shown(faults)


def test_navigations_have_names_of_their_own(site):
    faults = []
    for page in site.pages:
        names = [_label(page, nav) for nav in page.tree.iter("nav")]
        if len(set(names)) < len(names) or not all(names):
            faults.append(f"{page.path}: {names}")
    assert not faults, shown(faults)


def test_nothing_is_loaded_from_elsewhere(site):
    faults = []
    for page in site.pages:
        loaded = [*page.fetched, *page.later]
        faults += [f"{page.path}: {each}" for each in loaded if not site.is_inside(page.resolve(each))]
    assert not faults, shown(faults)


def test_nothing_sends_readers_on_by_itself(site):
    for page in site.pages:
        assert [meta for meta in page.tree.iter("meta") if meta.get("http-equiv") == "refresh"] == [], page.path
        assert page.tree.find("head/base") is None, page.path


def test_no_script_in_attributes_or_addresses(site):
    faults = []
    for page in site.pages:
        for element in page.elements:
            handlers = [each for each in element.keys() if re.match("on[a-z]", str(each))]  # noqa: SIM118  # an Element
            addresses = [element.get(each) or "" for each in ADDRESSES]
            handlers += [each for each in addresses if re.match(r"\s*(javascript|vbscript):", each, re.IGNORECASE)]
            faults += [f"{page.path}: <{element.tag}> {each}" for each in handlers]
    assert not faults, shown(faults)


def test_no_window_opens_and_no_key_is_taken(site):
    faults = []
    for page in site.pages:
        for element in page.elements:
            if element.get("target") or element.get("accesskey") or int(element.get("tabindex") or 0) > 0:
                faults.append(f"{page.path}: <{element.tag}> {text(element)[:40]}")
    assert not faults, shown(faults)


def test_page_for_what_is_not_found_holds_every_language(site):
    page = next(page for page in site.pages if page.path == NOT_FOUND)
    found = {each.get("lang"): each for each in page.main.iter() if each.get("lang")}
    assert set(found) == set(site.languages)
    assert [lang for lang, element in found.items() if not text(element)] == []
    homes = {page.resolve(a.get("href", "")) for a in page.main.iter("a")}
    assert homes >= set(site.home.alternates.values())


def _direction(lang):
    return "rtl" if lang.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def _nearest(page, element, attribute):
    return next((each.get(attribute) for each in (element, *page.above(element)) if each.get(attribute)), "")


def _holds_graphic(element):
    return any(each.tag in GRAPHICS for each in element.iter())


def _takes_focus(element):
    if element.tag == "a":
        return element.get("href") is not None
    return (element.tag in FOCUSABLE and element.get("type") != "hidden") or element.get("tabindex") == "0"


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


def _landmarks(page, tag):
    """header and footer are landmarks where no section, article or main is around them."""
    roles = {"header": "banner", "main": "main", "footer": "contentinfo"}
    found = [each for each in page.body.iter() if each.get("role") == roles[tag] or each.tag == tag]
    inner = {"article", "aside", "main", "nav", "section"}
    return [each for each in found if tag == "main" or not any(up.tag in inner for up in page.above(each))]


def _label(page, element):
    ids = (element.get("aria-labelledby") or "").split()
    words = [text(each) for each in page.elements if each.get("id") in ids]
    return element.get("aria-label") or " ".join(words)
