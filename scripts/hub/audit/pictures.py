"""What can only be told from a picture: whether something changed, and whether words stand out from what is behind."""

import base64
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops
from selenium.webdriver import Chrome

from hub.audit.where import SELECTOR

Box = tuple[int, int, int, int]  # left, top, right, bottom
Colour = tuple[int, int, int]

# Words in the viewport: each element that holds text of its own, with the place of its first line.
_WORDS = (
    SELECTOR
    + """
const found = [];
for (const element of document.body.querySelectorAll('*')) {
  const own = [...element.childNodes].find(node => node.nodeType === 3 && node.data.trim());
  if (!own || !shown(element)) continue;
  const range = document.createRange(); range.selectNodeContents(own);
  const box = range.getClientRects()[0];
  if (!box || box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) continue;
  found.push([selector(element), [box.left, box.top, box.right, box.bottom].map(Math.round)]);
}
return found;
"""
)


def take(driver: Chrome, box: Box | None = None) -> Image.Image:
    """The viewport, or a box of the page (not of the viewport: scrolling counts), as it looks now."""
    asked: dict[str, Any] = {"optimizeForSpeed": True}
    if box is not None:
        left, top, right, bottom = box
        asked["clip"] = {"x": left, "y": top, "width": right - left, "height": bottom - top, "scale": 1}
    answer: dict[str, Any] = driver.execute_cdp_cmd("Page.captureScreenshot", asked)
    return Image.open(BytesIO(base64.b64decode(answer["data"]))).convert("RGB")


def changed(before: Image.Image, after: Image.Image, box: Box | None = None) -> int:
    """How many pixels differ plainly (by more than 24 of 255 in a colour), within the box or everywhere."""
    if box is not None:
        before, after = before.crop(box), after.crop(box)
    red, green, blue = ImageChops.difference(before, after).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[25:])


def contrast(picture: Image.Image, box: Box) -> float:
    """WCAG's contrast between the lightest and the darkest point of the box."""
    part = picture.crop(box)
    colours = part.getcolors(maxcolors=part.width * part.height) or []
    lights = [_luminance(colour) for _, colour in colours]
    return (max(lights) + 0.05) / (min(lights) + 0.05) if lights else 1.0


def contrast_of(one: Colour, two: Colour) -> float:
    """WCAG's contrast between two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(two)))
    return (lighter + 0.05) / (darker + 0.05)


def contrasts(driver: Chrome) -> list[tuple[str, float]]:
    """(selector, contrast) of the words of each element in the viewport."""
    words, picture = driver.execute_script(_WORDS), take(driver)
    return [(place, contrast(picture, tuple(box))) for place, box in words]


def _luminance(colour: Any) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
