"""Faults that people make, planted into copies of good pages: each knows the place at which an audit must name it.

Most are data, in faults.yml; here is what plants those, and the few that need more than one step.
"""

import random
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from lxml import html

from hub.audit.page import Page, selector

SHORT = {"DOT": "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=",
         "WORDS": "Bring your birth certificate and one photograph to the office, and wait for the answer there."}
Tree = html.HtmlElement
# Where nothing has a place of its own, the whole page is named.
WHOLE = "html"
FAULTS: dict[str, Callable[[Tree, random.Random], Tree | str | None]] = {}


def fault(function):
    FAULTS[function.__name__.replace("_", "-")] = function
    return function


def one(tree, chance, path):
    found = [each for each in tree.xpath(path) if each.getparent() is not None]
    return chance.choice(found) if found else None


def put(tree, chance, markup):
    """Something new at the end of a random paragraph of the main part, or of the part itself."""
    place = one(tree, chance, "//*[@id='main']//p")
    place = tree.get_element_by_id("main") if place is None else place
    made = html.fragment_fromstring(markup)
    place.append(made)
    return made


def link(tree, chance):
    return one(tree, chance, "//*[@id='main']//a[@href and normalize-space()]")


def by_data(case: Mapping[str, Any], tree: Tree, chance: random.Random) -> Tree | str | None:
    """Plant what faults.yml says, whose first lines say what its fields mean; None where the page has no place."""
    if "put" in case:
        place = put(tree, chance, case["put"])
    else:
        place = tree.xpath(case["at"])[0] if "at" in case else one(tree, chance, case["find"])
    if place is None:
        return None
    place.tag = case.get("tag", place.tag)
    for name, value in case.get("set", {}).items():
        place.set(name, value)
    if "text" in case:
        for child in list(place):
            child.drop_tree()
        place.text = case["text"]
    for there, name in ((place, "add"), (tree.find("head"), "head")):
        if name in case:
            there.append(html.fragment_fromstring(case[name]))
    return {"whole": WHOLE, "parent": place.getparent()}.get(case.get("named"), place)


def _cases() -> Mapping[str, Mapping[str, Any]]:
    text = (Path(__file__).parent / "faults.yml").read_text(encoding="utf-8").partition("\n\n")[2]
    for short, whole in SHORT.items():
        text = text.replace(short, whole)
    return yaml.load(text, yaml.BaseLoader)


FAULTS.update({name: partial(by_data, case) for name, case in _cases().items()})


@fault
def wrong_language(tree, chance):
    tree.set("lang", "ru" if tree.get("lang") != "ru" else "sw")
    return WHOLE


@fault
def no_language(tree, chance):
    del tree.attrib["lang"]
    return WHOLE


@fault
def label_removed(tree, chance):
    field = one(tree, chance, "//input[@id='q']")
    for label in tree.xpath("//label[@for='q']") if field is not None else ():
        label.drop_tree()
    return field


@fault
def positive_tabindex(tree, chance):
    found = link(tree, chance)
    if found is not None:
        found.set("tabindex", str(chance.randint(1, 9)))
    return found


@fault
def id_used_twice_by_a_label(tree, chance):
    return put(tree, chance, '<span><label for="two">Name</label> <input id="two"> <input id="two"></span>')[1]


@fault
def link_that_says_nothing(tree, chance):
    texts = {"en": "Click here", "az": "Buraya", "ru": "Подробнее", "sw": "Bofya hapa", "ar": "اضغط هنا"}
    made = put(tree, chance, '<a href="./"></a>')
    made.text = texts[tree.get("lang").partition("-")[0]]
    return made


@fault
def title_removed(tree, chance):
    tree.find("head/title").drop_tree()
    return WHOLE


@fault
def hidden_but_focused(tree, chance):
    found = link(tree, chance)
    if found is None:
        return None
    found.getparent().set("aria-hidden", "true")
    return found.getparent()


@fault
def page_that_leaves(tree, chance):
    made = html.fragment_fromstring('<meta http-equiv="refresh" content="30; url=./">')
    tree.find("head").append(made)
    return made


def planted(page: Page, names: list[str], chance: random.Random) -> tuple[str, list[str]] | None:
    """(the page with the faults, the places that must be named); None where the page has no room for one of them."""
    tree = html.document_fromstring(page.text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    # A policy that forbids styles would mend some of the faults
    for policy in tree.xpath("//meta[@http-equiv='Content-Security-Policy']"):
        policy.drop_tree()
    places = [FAULTS[name](tree, chance) for name in names]
    if None in places:
        return None
    # All are planted before they are named: one may have moved another
    where = [place if isinstance(place, str) else selector(place) for place in places]
    return html.tostring(tree, encoding="unicode", doctype="<!doctype html>"), where
