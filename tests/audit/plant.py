"""Faults that people make, planted into copies of good pages: each knows the place at which an audit must name it."""

import random
from collections.abc import Callable

from lxml import html

from hub.audit.page import Page, selector

DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
WORDS = "Bring your birth certificate and one photograph to the office, and wait for the answer there."
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


@fault
def missing_alt(tree, chance):
    return put(tree, chance, f'<img src="{DOT}" width="90" height="90">')


@fault
def alt_is_a_file_name(tree, chance):
    return put(tree, chance, f'<img src="{DOT}" width="90" height="90" alt="IMG_2041.jpg">')


@fault
def wrong_language(tree, chance):
    tree.set("lang", "ru" if tree.get("lang") != "ru" else "sw")
    return WHOLE


@fault
def no_language(tree, chance):
    del tree.attrib["lang"]
    return WHOLE


@fault
def language_that_is_none(tree, chance):
    tree.set("lang", "english-language")
    return WHOLE


@fault
def part_in_the_wrong_language(tree, chance):
    made = put(tree, chance, f"<span>{WORDS}</span>")
    made.set("lang", "ar")
    return made


@fault
def label_removed(tree, chance):
    field = one(tree, chance, "//input[@id='q']")
    if field is None:
        return None
    for label in tree.xpath("//label[@for='q']"):
        label.drop_tree()
    return field


@fault
def low_contrast(tree, chance):
    made = put(tree, chance, f"<span>{WORDS}</span>")
    made.set("style", "background:#fff;color:#bbb")
    return made


@fault
def low_contrast_in_the_dark(tree, chance):
    made = put(tree, chance, f'<span id="planted">{WORDS}</span>')
    style = "@media(prefers-color-scheme:dark){#planted{background:#111;color:#555}}"
    tree.find("head").append(html.fragment_fromstring(f"<style>{style}</style>"))
    return made


@fault
def positive_tabindex(tree, chance):
    found = link(tree, chance)
    if found is not None:
        found.set("tabindex", str(chance.randint(1, 9)))
    return found


@fault
def focus_hidden(tree, chance):
    made = put(tree, chance, f'<a href="./" id="planted">{WORDS}</a>')
    style = "#planted:focus{outline:0!important;box-shadow:none!important}"
    tree.find("head").append(html.fragment_fromstring(f"<style>{style}</style>"))
    return made


@fault
def name_that_points_nowhere(tree, chance):
    return put(tree, chance, '<button aria-labelledby="nowhere"></button>')


@fault
def id_used_twice_by_a_label(tree, chance):
    return put(tree, chance, '<span><label for="two">Name</label> <input id="two"> <input id="two"></span>')[1]


@fault
def heading_level_skipped(tree, chance):
    found = one(tree, chance, "//*[@id='main']//h2")
    if found is not None:
        found.tag = "h5"
    return found


@fault
def heading_emptied(tree, chance):
    found = one(tree, chance, "//*[@id='main']//h2")
    if found is not None:
        for child in list(found):
            child.drop_tree()
        found.text = ""
    return found


@fault
def link_emptied(tree, chance):
    found = link(tree, chance)
    if found is not None:
        for child in list(found):
            child.drop_tree()
        found.text = ""
    return found


@fault
def link_that_says_nothing(tree, chance):
    texts = {"en": "Click here", "az": "Bura klikləyin", "ru": "Подробнее", "sw": "Bofya hapa", "ar": "اضغط هنا"}
    made = put(tree, chance, '<a href="./"></a>')
    made.text = {**texts, "az": "Buraya"}[tree.get("lang").partition("-")[0]]
    return made


@fault
def fixed_width(tree, chance):
    found = one(tree, chance, "//*[@id='main']//p")
    if found is not None:
        found.set("style", "width:900px;max-width:none")
    return found


@fault
def text_cut_off(tree, chance):
    made = put(tree, chance, f"<span>{WORDS} {WORDS} {WORDS} {WORDS}</span>")
    made.set("style", "display:block;height:3em;overflow:hidden")
    return made


@fault
def main_removed(tree, chance):
    found = one(tree, chance, "//*[@id='main']")
    found.tag = "div"
    return WHOLE


@fault
def autoplay(tree, chance):
    return put(tree, chance, '<audio src="a.mp3" autoplay></audio>')


@fault
def title_removed(tree, chance):
    tree.find("head/title").drop_tree()
    return WHOLE


@fault
def title_of_a_tool(tree, chance):
    found = tree.find("head/title")
    found.text = "Untitled document"
    return found


@fault
def hidden_but_focused(tree, chance):
    found = link(tree, chance)
    if found is not None:
        found.getparent().set("aria-hidden", "true")
        return found.getparent()
    return None


@fault
def role_misspelt(tree, chance):
    found = one(tree, chance, "//*[@id='main']//p")
    if found is not None:
        found.set("role", "allert")
    return found


@fault
def aria_misspelt(tree, chance):
    found = link(tree, chance)
    if found is not None:
        found.set("aria-labell", "Home")
    return found


@fault
def aria_value_wrong(tree, chance):
    return put(tree, chance, '<button aria-expanded="maybe">More about fees</button>')


@fault
def zoom_forbidden(tree, chance):
    found = tree.xpath("//meta[@name='viewport']")[0]
    found.set("content", "width=device-width, user-scalable=no, maximum-scale=1")
    return found


@fault
def page_that_leaves(tree, chance):
    made = html.fragment_fromstring('<meta http-equiv="refresh" content="30; url=./">')
    tree.find("head").append(made)
    return made


@fault
def list_broken(tree, chance):
    found = one(tree, chance, "//*[@id='main']//ul/li")
    if found is not None:
        found.tag = "div"
        return found.getparent()
    return None


@fault
def description_list_broken(tree, chance):
    found = one(tree, chance, "//*[@id='main']//dl")
    if found is not None:
        found.append(html.fragment_fromstring("<p>Words</p>"))
    return found


@fault
def frame_without_a_title(tree, chance):
    return put(tree, chance, '<iframe src="about:blank"></iframe>')


@fault
def button_without_a_name(tree, chance):
    return put(tree, chance, "<button></button>")


@fault
def button_without_a_key(tree, chance):
    return put(tree, chance, '<span role="button" onclick="history.back()">Back to the list</span>')


@fault
def stop_off_the_screen(tree, chance):
    made = put(tree, chance, '<a href="./">Back to the list</a>')
    made.set("style", "position:absolute;left:-9999px")
    return made


@fault
def skip_link_broken(tree, chance):
    found = one(tree, chance, "//a[@class='skip']")
    if found is not None:
        found.set("href", "#nowhere")
    return found


@fault
def targets_too_small(tree, chance):
    small = "width:9px;height:9px;padding:0;margin:0;border:0;min-width:0;min-height:0;font-size:8px"
    made = put(tree, chance, f'<span><button style="{small}">a</button><button style="{small}">b</button></span>')
    return made


@fault
def control_in_a_control(tree, chance):
    return put(tree, chance, '<a href="./">Back <button>to the list</button></a>')


@fault
def picture_without_a_name(tree, chance):
    return put(tree, chance, '<svg role="img" width="40" height="40" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')


@fault
def film_without_captions(tree, chance):
    return put(tree, chance, '<video src="a.mp4" controls></video>')


@fault
def key_taken(tree, chance):
    found = link(tree, chance)
    if found is not None:
        found.set("accesskey", "s")
    return found


@fault
def table_without_heads(tree, chance):
    found = one(tree, chance, "//*[@id='main']//table//th")
    if found is not None:
        for child in list(found):
            child.drop_tree()
        found.text = ""
    return found


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
