"""What an element is called: the accessible name, as far as the file alone tells it (accname 1.2, without CSS)."""

from hub.audit.page import Element, unheard, words


def name(element: Element) -> str:
    """aria-labelledby, aria-label, a label, alt, the words inside with those of pictures, title; "" for none."""
    root = element.getroottree().getroot()
    referred = [each for part in (element.get("aria-labelledby") or "").split() for each in _by_id(root, part)]
    if said := " ".join(filter(None, map(_content, referred))):
        return said
    for found in (element.get("aria-label"), _label(root, element), element.get("alt"), _value(element)):
        if found and found.strip():
            return " ".join(found.split())
    inside = "" if element.tag in ("input", "select", "textarea", "img", "iframe") else _content(element)
    return inside or " ".join((element.get("title") or "").split())


def _by_id(root: Element, identifier: str) -> list[Element]:
    return root.xpath("//*[@id=$name]", name=identifier)[:1]


def _content(element: Element) -> str:
    """The words inside, with the alternatives of pictures, without what is kept from screen readers."""
    if element.tag in ("img", "area", "input"):
        return element.get("alt") or element.get("aria-label") or ""
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "template"):
        return ""
    if element.get("aria-label"):
        return element.get("aria-label")
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.get("aria-hidden") != "true" and child.get("hidden") is None:
            parts.append(_content(child))
        parts.append(child.tail or "")
    return " ".join(" ".join(parts).split())


def _label(root: Element, element: Element) -> str:
    """The label of a form control."""
    if element.tag not in ("input", "select", "textarea", "button", "meter", "progress", "output"):
        return ""
    found = [*root.xpath("//label[@for=$name]", name=element.get("id"))] if element.get("id") else []
    around = next(element.iterancestors("label"), None)
    return " ".join(words(each) for each in (*found, *([around] if around is not None else [])) if not unheard(each))


def _value(element: Element) -> str:
    if element.tag != "input" or element.get("type") not in ("submit", "reset", "button"):
        return ""
    return element.get("value") or {"submit": "Submit", "reset": "Reset"}.get(element.get("type") or "", "")
