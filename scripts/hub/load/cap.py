"""A CAP 1.2 message from somebody else, as the texts of facts.yml and of the words; nothing in it is trusted.

No DTD, no entity, no network, no large file. What an alert of ours has no field for is named, so that an editor knows.
The texts are judged by the strict loader afterwards, like any other file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from hub.load.cap_xml import NAMESPACE, NotTaken, name_of, parsed, text_of, texts_of

# CAP's name -> ours, for what stands once.
ONCE = {"identifier": "identifier", "sender": "sender", "sent": "sent", "status": "status", "msgType": "msg_type",
        "scope": "scope"}
CODES = {"category": "category", "responseType": "response_type", "urgency": "urgency", "severity": "severity",
         "certainty": "certainty", "effective": "effective", "onset": "onset", "expires": "expires"}
LISTS = {"category", "responseType"}
WORDS = ("event", "headline", "description", "instruction")
NEEDED = ("event", "urgency", "severity", "certainty", "category", "expires", "headline", "description",
          "instruction", "area")
WHY = {"expires": "An alert of this hub ends by itself: ask the sender until when it counts, and write it."}
KNOWN = {"alert", *ONCE, *CODES, *WORDS, "references", "info", "language", "area", "areaDesc", "polygon", "circle",
         "geocode", "parameter", "valueName", "value"}
PARAMETERS = re.compile(r"jurisdiction|closes|changes(\.[a-z0-9-]+)?")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]*(?<!:)")


@dataclass(frozen=True, kw_only=True)
class Message:
    """The files of one alert, by name; the names of the elements that are not kept, and the languages that are not."""

    id: str
    files: Mapping[str, str]
    left_out: tuple[str, ...]
    languages_left_out: tuple[str, ...]


def message(raw: bytes, languages: Sequence[str], countries: Mapping[str, str], country: str = "") -> Message:
    """Read a message. languages: of the hub. countries: place code -> id. country: where the message names none."""
    alert = parsed(raw)
    infos = _infos(alert, languages)
    _whole(alert, infos)
    first = next(iter(infos.values()))
    codes = _codes(infos)
    areas = _areas(infos)
    facts = {"jurisdiction": country or _country(first, countries), "source_language": next(iter(infos)),
             **{ours: text_of(alert, name) for name, ours in ONCE.items()},
             "references": (text_of(alert, "references") or "").split(), **codes,
             "areas": {f"area-{number}": area for number, area in enumerate(areas, 1)},
             "effects": {"closes": _parameters(first, "closes"), "changes": _parameters(first, "changes")}}
    files = {"facts.yml": written(facts), **{f"{code}.yml": written(_words(info), text=True)
                                             for code, info in infos.items()}}
    return Message(id=_id(facts["identifier"]), files=files, left_out=tuple(sorted({*_unknown(alert)})),
                   languages_left_out=tuple(dict.fromkeys(_foreign(alert, languages))))


def _infos(alert: Element, languages: Sequence[str]) -> dict[str, Element]:
    """Language of the hub -> info; sw-KE counts as sw where the hub has no sw-KE."""
    found: dict[str, Element] = {}
    for info in alert.iterfind(f"{NAMESPACE}info"):
        given = text_of(info, "language") or "en-US"
        code = given if given in languages else given.partition("-")[0].lower()
        if code not in languages:
            continue
        if code in found:
            raise NotTaken(f"Two <info> are in the language {code}. An alert of this hub has one for each language; "
                           "take in one of them.")
        found[code] = info
    if not found:
        raise NotTaken(f"No <info> is in a language of this hub ({', '.join(languages)}). Ask the sender for one, or "
                       "write one: <language> says which it is.")
    return found


def _whole(alert: Element, infos: Mapping[str, Element]) -> None:
    """What an alert of ours must have is there, and times are written as CAP 1.2 writes them."""
    for element, names, where in ((alert, ONCE, "<alert>"), *((info, NEEDED, f"the <info> in {code}")
                                                              for code, info in infos.items())):
        for what in names:
            if element.find(NAMESPACE + what) is None:
                raise NotTaken(f"<{what}> is missing in {where}. {WHY.get(what, 'Ask the sender for it.')}")
        for what in ("sent", "effective", "onset", "expires"):
            if (when := text_of(element, what)) and not _TIME.fullmatch(when):
                raise NotTaken(f"<{what}> in {where} is “{when[:40]}”. CAP 1.2 writes the day, the time and the "
                               "difference from UTC in digits, never Z: 2026-11-21T18:00:00+03:00.")


def _codes(infos: Mapping[str, Element]) -> dict[str, Any]:
    """What is the same in every language is kept once; where it differs, nobody can know which one is right."""
    codes: dict[str, Any] = {}
    for name, ours in CODES.items():
        values = {code: texts_of(info, name) for code, info in infos.items()}
        first = next(iter(values.values()))
        for code, value in values.items():
            if value != first:
                raise NotTaken(f"<{name}> is “{' '.join(first)}” in {next(iter(values))} and “{' '.join(value)}” in "
                               f"{code}. Ask the sender which one is right.")
        codes[ours] = first if name in LISTS else text_of(next(iter(infos.values())), name)
    for name in ("jurisdiction", "closes", "changes"):
        if len({tuple(_parameters(info, name)) for info in infos.values()}) > 1:
            raise NotTaken(f"The <parameter> “{name}” is not the same in every <info>. Ask the sender which is right.")
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
        geocodes.setdefault(text_of(one, "valueName"), []).append(text_of(one, "value"))
    return {"geocodes": geocodes, "polygons": texts_of(area, "polygon"), "circles": texts_of(area, "circle")}


def _parameters(info: Element, name: str) -> list[str]:
    found = info.iterfind(f"{NAMESPACE}parameter")
    return [text_of(one, "value") for one in found if text_of(one, "valueName") == name]


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
    areas = [text_of(area, "areaDesc") for area in info.iterfind(f"{NAMESPACE}area")]
    changes = {service: words[0] for service in _parameters(info, "changes")
               if (words := _parameters(info, f"changes.{service}"))}
    return {**{name: _lines(text_of(info, name)) for name in WORDS},
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
    """What is lost, by its name."""
    for element in alert.iter():
        name = name_of(element)
        if name not in KNOWN and str(element.tag).startswith(NAMESPACE):
            yield name
        elif name == "parameter" and not PARAMETERS.fullmatch(text_of(element, "valueName")):
            yield f"parameter {text_of(element, 'valueName')[:60]}"


def _foreign(alert: Element, languages: Sequence[str]) -> Iterator[str]:
    for info in alert.iterfind(f"{NAMESPACE}info"):
        given = text_of(info, "language") or "en-US"
        if given not in languages and given.partition("-")[0].lower() not in languages:
            yield given[:20]


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
