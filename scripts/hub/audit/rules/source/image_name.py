"""The alternative of a picture is words, not the name of a file (ACT 9eb3f6)."""

import re

from hub.audit.names import name
from hub.audit.page import Page, selector, snippet, unheard
from hub.audit.rule import Fault, Rule, Seen

FILE = re.compile(r"[^\s]+\.(?:png|jpe?g|gif|svg|webp|bmp|avif|tiff?)", re.IGNORECASE)
FILLERS = {"image", "img", "picture", "photo", "photograph", "graphic", "icon", "spacer", "image of", "alt",
           "untitled", "photo of", "şəkil", "foto", "picha", "изображение", "картинка", "фото", "صورة"}


def _find(page: Page) -> Seen:
    pictures = [each for each in page.tree.iter("img", "area", "input", "svg")
                if (each.tag != "input" or each.get("type") == "image") and not unheard(each) and name(each)]
    faults = [Fault(selector=selector(each), snippet=snippet(each), sure=bool(FILE.fullmatch(name(each))),
                    says=f"“{name(each)}” is not what the picture shows")
              for each in pictures if FILE.fullmatch(name(each)) or name(each).casefold().strip() in FILLERS]
    return Seen(targets=len(pictures), faults=tuple(faults))


RULE = Rule(
    id="image-name", says="The alternative of a picture says what it shows", criteria=("1.1.1",), act=("9eb3f6",),
    gates=True, readers=("screen-reader",),
    mend="Write what the picture tells in its place; alt=\"\" if it tells nothing", find=_find,
)
