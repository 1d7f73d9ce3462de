"""The XML of a CAP message from somebody else: no DTD, no entity, no network, no large file, no other encoding.

Each refusal names the element and says what to do.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

NAMESPACE = "{urn:oasis:names:tc:emergency:cap:1.2}"
# A signature may stand at the end; nobody here can judge it.
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}"
LARGEST = 200_000
# A message has five levels, a signature two or three more.
DEEPEST = 12
_ENCODING = re.compile(r"<\?xml[^>]*\sencoding\s*=\s*[\"']([^\"']*)[\"']")


class NotTaken(Exception):
    """The message cannot be taken in; the text says why."""


def parsed(raw: bytes) -> Element:
    """The element <alert> of a message of which nothing is believed. Raises NotTaken."""
    if len(raw) > LARGEST:
        raise NotTaken(f"The file has {len(raw):,} bytes. The limit is {LARGEST:,}. Ask the sender for a shorter one.")
    _utf_8(raw)
    try:
        found = fromstring(raw, forbid_dtd=True)
    except DefusedXmlException:
        raise NotTaken("The file declares a document type or entities. A CAP message has none; it may be an attack. "
                       "Take out <!DOCTYPE ...>, or ask the sender.") from None
    except (ParseError, ValueError, LookupError) as reason:
        raise NotTaken(f"The file is not well-formed XML: {reason}. Ask the sender for the file again.") from None
    if found.tag != f"{NAMESPACE}alert":
        raise NotTaken(f"This is not a CAP 1.2 alert: it begins with “{found.tag[:100]}”. "
                       f"It should begin with “{NAMESPACE}alert”.")
    for element, depth in _deep(found):
        _judge(element, depth)
    return found


def _utf_8(raw: bytes) -> None:
    """Another encoding, or one that is declared and not used, would show other letters than the sender wrote."""
    try:
        text = raw.decode("utf_8_sig")
    except UnicodeDecodeError:
        raise NotTaken("The file is not well-formed UTF-8. Save it in UTF-8 and try again.") from None
    declared = _ENCODING.match(text)
    if declared and declared[1].lower() not in ("utf-8", "ascii"):
        raise NotTaken(f"The first line says encoding=“{declared[1][:40]}”, but the file is written in UTF-8. "
                       "Ask the sender which one is right.")


def _deep(root: Element) -> Iterator[tuple[Element, int]]:
    """Each element and how deep it stands; not by recursion, which a deep message would break."""
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        yield element, depth
        waiting += [(inner, depth + 1) for inner in element]


def _judge(element: Element, depth: int) -> None:
    if depth > DEEPEST:
        raise NotTaken(f"<{name_of(element)}> stands {depth} elements deep. A CAP message has five levels; "
                       "ask the sender for the file again.")
    if len(element) and "".join((element.text or "", *(one.tail or "" for one in element))).strip():
        raise NotTaken(f"There is text beside elements in <{name_of(element)}>. Texts hold no HTML; take out the tags.")
    if not str(element.tag).startswith((NAMESPACE, SIGNATURE)):
        raise NotTaken(f"<{name_of(element)}> does not belong to CAP 1.2. Texts hold no HTML; take the element out.")


def name_of(element: Element) -> str:
    """What an element is called, without its namespace."""
    return str(element.tag).rpartition("}")[2][:60]


def texts_of(element: Element, what: str) -> list[str]:
    """The texts of all elements of a name, inside another."""
    return [(one.text or "").strip() for one in element.iterfind(NAMESPACE + what)]


def text_of(element: Element, what: str) -> str:
    """The text of the only element of a name; "" where there is none. Raises NotTaken."""
    found = texts_of(element, what)
    if len(found) > 1:
        raise NotTaken(f"<{what}> stands {len(found)} times in <{name_of(element)}>; CAP allows one. Ask the sender.")
    return found[0] if found else ""
