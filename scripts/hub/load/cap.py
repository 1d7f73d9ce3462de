"""A CAP 1.2 message from somebody else, as the texts of facts.yml and of the words; nothing in it is trusted.

No DTD, no entity, no network, no large file. What an alert of ours has no field for is named, so that an editor knows.
The texts are judged by the strict loader afterwards, like any other file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

NAMESPACE = "{urn:oasis:names:tc:emergency:cap:1.2}"
# A signature may stand at the end; nobody here can judge it.
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}"
LARGEST = 200_000
# CAP's name -> ours, for what stands once.
ONCE = {"identifier": "identifier", "sender": "sender", "sent": "sent", "status": "status", "msgType": "msg_type",
        "scope": "scope"}
CODES = {"category": "category", "responseType": "response_type", "urgency": "urgency", "severity": "severity",
         "certainty": "certainty", "effective": "effective", "onset": "onset", "expires": "expires"}
LISTS = {"category", "responseType"}
WORDS = ("event", "headline", "description", "instruction")
KNOWN = {"alert", *ONCE, *CODES, *WORDS, "references", "info", "language", "area", "areaDesc", "polygon", "circle",
         "geocode", "parameter", "valueName", "value"}
PARAMETERS = re.compile(r"jurisdiction|closes|changes(\.[a-z0-9-]+)?")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]*(?<!:)")


class NotTaken(Exception):
    """The message cannot be taken in; the text says why."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """The files of one alert, by name, and the names of the elements that are not kept."""

    id: str
    files: Mapping[str, str]
    left_out: tuple[str, ...]


def message(raw: bytes, languages: Sequence[str], countries: Mapping[str, str], country: str = "") -> Message:
    """Read a message. languages: of the hub. countries: place code -> id. country: where the message names none."""
    alert = _parsed(raw)
    infos = _infos(alert, languages)
    first = next(iter(infos.values()))
    codes = _codes(infos)
    areas = _areas(infos)
    facts = {"jurisdiction": country or _country(first, countries), "source_language": next(iter(infos)),
             **{ours: _one(alert, name) for name, ours in ONCE.items()},
             "references": (_one(alert, "references") or "").split(), **codes,
             "areas": {f"area-{number}": area for number, area in enumerate(areas, 1)},
             "effects": {"closes": _parameters(first, "closes"), "changes": _parameters(first, "changes")}}
    files = {"facts.yml": written(facts), **{f"{code}.yml": written(_words(info), text=True)
                                             for code, info in infos.items()}}
    lost = {*_unknown(alert), *_foreign(alert, languages)}
    return Message(id=_id(facts["identifier"]), files=files, left_out=tuple(sorted(lost)))


def _parsed(raw: bytes) -> Element:
    if len(raw) > LARGEST:
        raise NotTaken(f"The file has {len(raw):,} bytes. The limit is {LARGEST:,}.")
    try:
        found = fromstring(raw, forbid_dtd=True)
    except DefusedXmlException:
        raise NotTaken("The file declares a document type or entities. A CAP message has none; it may be an "
                       "attack.") from None
    except (ParseError, ValueError, LookupError) as reason:
        raise NotTaken(f"The file is not well-formed XML: {reason}.") from None
    if found.tag != f"{NAMESPACE}alert":
        raise NotTaken(f"This is not a CAP 1.2 alert: it begins with “{found.tag[:100]}”. "
                       f"It should begin with “{NAMESPACE}alert”.")
    for element in found.iter():
        if len(element) and "".join((element.text or "", *(one.tail or "" for one in element))).strip():
            raise NotTaken(f"There is text beside elements in <{_name(element)}>.")
        if not str(element.tag).startswith((NAMESPACE, SIGNATURE)):
            raise NotTaken(f"<{_name(element)}> does not belong to CAP 1.2. Texts hold no HTML.")
    return found


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2][:60]


def _all(element: Element, name: str) -> list[str]:
    return [(one.text or "").strip() for one in element.iterfind(NAMESPACE + name)]


def _one(element: Element, name: str) -> str:
    found = _all(element, name)
    if len(found) > 1:
        raise NotTaken(f"<{name}> stands {len(found)} times in <{_name(element)}>; CAP allows one.")
    return found[0] if found else ""


def _infos(alert: Element, languages: Sequence[str]) -> dict[str, Element]:
    """Language of the hub -> info; sw-KE counts as sw where the hub has no sw-KE."""
    found: dict[str, Element] = {}
    for info in alert.iterfind(f"{NAMESPACE}info"):
        given = _one(info, "language") or "en-US"
        code = given if given in languages else given.partition("-")[0].lower()
        if code not in languages:
            continue
        if code in found:
            raise NotTaken(f"Two <info> are in the language {code}. An alert of this hub has one for each language.")
        found[code] = info
    if not found:
        raise NotTaken(f"No <info> is in a language of this hub ({', '.join(languages)}).")
    return found


def _codes(infos: Mapping[str, Element]) -> dict[str, Any]:
    """What is the same in every language is kept once; where it differs, nobody can know which one is right."""
    codes: dict[str, Any] = {}
    for name, ours in CODES.items():
        values = {code: _all(info, name) for code, info in infos.items()}
        first = next(iter(values.values()))
        for code, value in values.items():
            if value != first:
                raise NotTaken(f"<{name}> is “{' '.join(first)}” in {next(iter(values))} and “{' '.join(value)}” in "
                               f"{code}. Ask the sender which one is right.")
        codes[ours] = first if name in LISTS else _one(next(iter(infos.values())), name)
    return codes


def _areas(infos: Mapping[str, Element]) -> list[dict[str, Any]]:
    found = {code: [_area(area) for area in info.iterfind(f"{NAMESPACE}area")] for code, info in infos.items()}
    first = next(iter(found.values()))
    for code, areas in found.items():
        if areas != first:
            raise NotTaken(f"The areas in {code} are not those in {next(iter(found))}. Ask the sender.")
    return first


def _area(area: Element) -> dict[str, Any]:
    geocodes: dict[str, list[str]] = {}
    for one in area.iterfind(f"{NAMESPACE}geocode"):
        geocodes.setdefault(_one(one, "valueName"), []).append(_one(one, "value"))
    return {"geocodes": geocodes, "polygons": _all(area, "polygon"), "circles": _all(area, "circle")}


def _parameters(info: Element, name: str) -> list[str]:
    return [_one(one, "value") for one in info.iterfind(f"{NAMESPACE}parameter") if _one(one, "valueName") == name]


def _country(info: Element, countries: Mapping[str, str]) -> str:
    """The country that our own parameter names, or the ISO 3166 codes of the areas."""
    if given := _parameters(info, "jurisdiction"):
        return given[0]
    values = [code for area in info.iterfind(f"{NAMESPACE}area") for listed, codes in _area(area)["geocodes"].items()
              if "3166" in listed for code in codes]
    found = {countries[code.partition("-")[0]] for code in values if code.partition("-")[0] in countries}
    if len(found) != 1:
        raise NotTaken("The message does not say for which country of this hub it is. Write its id behind the file "
                       f"({', '.join(countries.values())}).")
    return found.pop()


def _words(info: Element) -> dict[str, Any]:
    areas = [_one(area, "areaDesc") for area in info.iterfind(f"{NAMESPACE}area")]
    changes = {service: words[0] for service in _parameters(info, "changes")
               if (words := _parameters(info, f"changes.{service}"))}
    return {**{name: _lines(_one(info, name)) for name in WORDS},
            "areas": {f"area-{number}": _lines(name) for number, name in enumerate(areas, 1)},
            "changes": {service: _lines(words) for service, words in changes.items()}}


def _lines(words: str) -> str:
    """Lines without spaces around them, and never more than one empty line."""
    lines = "\n".join(" ".join(line.split()) for line in words.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _id(identifier: str) -> str:
    found = re.sub(r"[^a-z0-9]+", "-", identifier.lower()).strip("-")[:80].strip("-")
    if not found:
        raise NotTaken("The message has no <identifier> from which a name for its folder can be made.")
    return found


def _unknown(alert: Element) -> Iterator[str]:
    """What is lost, each once; the info of a language that the hub does not have is lost too."""
    for element in alert.iter():
        name = _name(element)
        if name not in KNOWN and str(element.tag).startswith(NAMESPACE):
            yield name
        elif name == "parameter" and not PARAMETERS.fullmatch(_one(element, "valueName")):
            yield f"parameter {_one(element, 'valueName')[:60]}"


def _foreign(alert: Element, languages: Sequence[str]) -> Iterator[str]:
    for info in alert.iterfind(f"{NAMESPACE}info"):
        given = _one(info, "language") or "en-US"
        if given not in languages and given.partition("-")[0].lower() not in languages:
            yield f"info in {given[:20]}"


def written(value: Mapping[str, Any], depth: int = 0, *, text: bool = False) -> str:
    """A mapping as YAML that the strict loader reads. text: values are words, written after `|`."""
    lines, before = [], "  " * depth
    for key, one in value.items():
        name = _scalar(key)
        if isinstance(one, Mapping):
            inner = written(one, depth + 1, text=text)
            lines += [f"{before}{name}:", inner] if inner else []
        elif isinstance(one, list):
            lines += [f"{before}{name}: [{', '.join(map(_scalar, one))}]"] if one else []
        elif one and text:
            lines += [f"{before}{name}: |", *(f"{before}  {line}" if line else "" for line in one.split("\n"))]
        elif one:
            lines.append(f"{before}{name}: {_scalar(one)}")
    return "\n".join(lines) + ("\n" if lines and not depth else "")


def _scalar(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
