"""Every page of the built hub, read as a browser reads it: languages, structure, links, and nothing from elsewhere.

One test is one rule and looks at all pages, so that a red line lists every place.
"""

import re
from collections import Counter, defaultdict
from itertools import pairwise

from tests.site.parsed import FOCUSABLE, NOT_FOUND, name, shown, text

GRAPHICS = {"img", "svg", "{http://www.w3.org/2000/svg}svg", "input", "select", "textarea", "meter", "progress"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MUST_HAVE_WORDS = {*HEADINGS, "p", "li", "dt", "dd", "th", "caption", "summary", "button", "label"}
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "cite", "ping")


def test_site_has_pages_in_more_than_one_language(site):
    assert len(site.whole) > len(site.languages) > 1
    assert {page.lang for page in site.whole} == set(site.languages)


def test_every_page_says_its_kind(site):
    assert [page.path for page in site.pages if not page.kind] == []


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


def test_ids_can_be_typed(site):
    """Ids come from the data, never from words in Azerbaijani or Arabic."""
    faults = [
        f"{page.path}: {one}"
        for page in site.pages
        for one in page.ids
        if not re.fullmatch(r"[a-zA-Z][\w.-]*", one, re.ASCII)
    ]
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


def _holds_graphic(element):
    return any(each.tag in GRAPHICS for each in element.iter())


def _takes_focus(element):
    if element.tag == "a":
        return element.get("href") is not None
    return (element.tag in FOCUSABLE and element.get("type") != "hidden") or element.get("tabindex") == "0"


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
