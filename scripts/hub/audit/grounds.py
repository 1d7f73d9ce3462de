"""What lies behind each letter that stands over a picture or a gradient, where axe cannot tell; asked once a state.

Measured as the ACT rules afw4f7 and 09o5cg define it: the highest contrast that a letter has with any point behind it.
"""

import base64
from io import BytesIO
from typing import Any

from PIL import Image
from selenium.webdriver import Chrome

from hub.audit.pictures import Colour, contrast_of
from hub.audit.rule import Fault, Seen
from hub.audit.where import SELECTOR

LETTERS = 400
# Words with something painted between them and the nearest plain ground; each letter with its place on the page.
_OVER_PICTURES = (
    SELECTOR
    + """
const painted = element => {
  for (let up = element; up; up = up.parentElement) {
    const style = getComputedStyle(up);
    if (style.backgroundImage !== 'none') return true;
    if (/^rgb\\(|, 1\\)$/.test(style.backgroundColor)) return false;
  }
  return false;
};
const found = [];
for (const element of document.body.querySelectorAll('*')) {
  const style = getComputedStyle(element);
  const own = [...element.childNodes].filter(node => node.nodeType === 3 && node.data.trim());
  if (!own.length || !shown(element) || style.textShadow !== 'none' || !painted(element)) continue;
  const letters = [], range = document.createRange();
  for (const node of own) for (let at = 0; at < node.length && letters.length < arguments[0]; at++) {
    if (!node.data[at].trim()) continue;
    range.setStart(node, at); range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    if (box.width) letters.push([box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY]);
  }
  const size = parseFloat(style.fontSize), bold = parseInt(style.fontWeight) >= 700;
  if (letters.length) found.push({selector: selector(element), colour: style.color.match(/[\\d.]+/g).map(Number),
    large: size >= 24 || (bold && size >= 18.66), letters});
}
return found;
"""
)
_HIDE = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('* { -webkit-text-fill-color: transparent !important; caret-color: transparent !important; '
  + 'text-decoration-color: transparent !important }');
window.stepfreeBare = sheet;
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
"""
_SHOW = "document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== window.stepfreeBare)"


def seen(driver: Chrome, small: float, large: float) -> Seen:
    """Words with a letter whose best contrast is less than `small`, or `large` for large letters."""
    places: list[dict[str, Any]] = driver.execute_script(_OVER_PICTURES, LETTERS)
    if not places:
        return Seen(targets=0)
    driver.execute_script(_HIDE)
    try:
        grounds = [_ground(driver, one["letters"]) for one in places]
    finally:
        driver.execute_script(_SHOW)
    faults = (_fault(one, ground, small, large) for one, ground in zip(places, grounds, strict=True))
    return Seen(targets=len(places), faults=tuple(filter(None, faults)))


def _ground(driver: Chrome, letters: list[list[float]]) -> list[list[Colour]]:
    """The colours behind each letter."""
    left, top = min(box[0] for box in letters), min(box[1] for box in letters)
    right, bottom = max(box[2] for box in letters), max(box[3] for box in letters)
    clip = {"x": left, "y": top, "width": max(1, right - left), "height": max(1, bottom - top), "scale": 1}
    answer = driver.execute_cdp_cmd("Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True})
    picture = Image.open(BytesIO(base64.b64decode(answer["data"]))).convert("RGB")
    return [_colours(picture, (box[0] - left, box[1] - top, box[2] - left, box[3] - top)) for box in letters]


def _colours(picture: Image.Image, box: tuple[float, ...]) -> list[Colour]:
    edges = [round(each) for each in box]
    part = picture.crop((edges[0], edges[1], max(edges[2], edges[0] + 1), max(edges[3], edges[1] + 1)))
    return [colour for _, colour in part.getcolors(maxcolors=part.width * part.height) or []]


def _fault(one: dict[str, Any], ground: list[list[Colour]], small: float, large: float) -> Fault | None:
    """The letter that stands out least, if that is too little."""
    best = min(max(contrast_of(_over(one["colour"], behind), behind) for behind in colours) for colours in ground)
    if best >= (large if one["large"] else small):
        return None
    return Fault(selector=one["selector"], snippet="",
                 says=f"Over the picture behind it, the contrast of a letter is at most {best:.1f} to 1")


def _over(colour: list[float], behind: Colour) -> Colour:
    """A colour that lets some of the ground through."""
    alpha = colour[3] if len(colour) > 3 else 1.0
    red, green, blue = (round(alpha * mine + (1 - alpha) * its) for mine, its in zip(colour, behind, strict=False))
    return red, green, blue
