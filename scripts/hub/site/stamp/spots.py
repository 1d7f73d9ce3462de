"""Where an alert stands in the bytes of a file, and how it is put there and taken away; no file is opened here.

A spot is a mark and what one alert is behind it; beside links there is no mark, for the link itself is one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hub import exports
from hub.model.alert import order
from hub.model.catalogue import Catalogue

# What to sort alerts by: the id of one, as the bytes have it.
Before = Callable[[bytes], Any]


@dataclass(frozen=True)
class Spot:
    """A mark, and what one alert is behind it; the first group of the pattern is the alert's id."""

    mark: bytes
    pattern: re.Pattern[bytes]


_SECTION = re.compile(rb'<section [^>]*data-alert="([a-z0-9-]+)".*?</section>', re.DOTALL)
PAGE = Spot(b"<!--alert-->", _SECTION)
LIST = Spot(b"<!--now-->", re.compile(rb'<div data-now="([a-z0-9-]+)">.*?</div>', re.DOTALL))
FEED = Spot(b"<!--alert-->", re.compile(rb"<entry><!--([a-z0-9-]+)-->.*?</entry>", re.DOTALL))
_BESIDE = re.compile(rb' <strong data-mark="([a-z0-9-]+)">.*?</strong>', re.DOTALL)
_NONE, _NONE_HIDDEN = b"<p data-none>", b"<p data-none hidden>"
_UPDATED = re.compile(rb"<updated>([^<]*)</updated>")


def missing(language: str) -> Spot:
    """Where alerts stand on the page for what is not found, which has all languages."""
    return Spot(f"<!--alert:{language}-->".encode(), _SECTION)


def put(text: bytes, spot: Spot, identifier: str, chunk: bytes, before: Before) -> bytes | None:
    """The text with the alert behind the mark, in its order; None where there is no mark."""
    bare = take(text, spot, identifier)
    if bare is None:
        return None
    at = _behind(bare, bare.index(spot.mark) + len(spot.mark), spot.pattern, before(identifier.encode()), before)
    return bare[:at] + chunk + bare[at:]


def take(text: bytes, spot: Spot, identifier: str) -> bytes | None:
    """The text without the alert; None where there is no mark."""
    at = text.find(spot.mark)
    if at < 0:
        return None
    at += len(spot.mark)
    while found := spot.pattern.match(text, at):
        if found[1] == identifier.encode():
            return text[:at] + text[found.end():]
        at = found.end()
    return text


def _behind(text: bytes, at: int, pattern: re.Pattern[bytes], place: Any, before: Before) -> int:
    """Where an alert begins among those that stand there already."""
    while (found := pattern.match(text, at)) and before(found[1]) <= place:
        at = found.end()
    return at


def beside(text: bytes, marks: Mapping[bytes, bytes], identifier: str, before: Before) -> bytes:
    """The text with a mark behind each link that stands in the main part and leads to a key of `marks`."""
    text = clear(text, identifier)
    for href, chunk in marks.items():
        ends = [_behind(text, at, _BESIDE, before(identifier.encode()), before) for at in _links(text, href)]
        pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
        text = chunk.join(pieces)
    return text


def _links(text: bytes, href: bytes) -> Iterator[int]:
    """Where each link of the main part to this address ends."""
    opening, at = b'<a href="%b"' % href, text.find(b"<main")
    while at >= 0 and (at := text.find(opening, at)) >= 0:
        at = text.index(b"</a>", at) + len(b"</a>")
        yield at


def clear(text: bytes, identifier: str) -> bytes:
    """The text without the marks beside links."""
    if b' data-mark="%b"' % identifier.encode() not in text:
        return text
    return _BESIDE.sub(lambda found: b"" if found[1] == identifier.encode() else found[0], text)


def without(text: bytes, identifier: str) -> bytes | None:
    """A page without the alert: before it, in the list of those that count, beside links. None without a mark."""
    bare = take(text, PAGE, identifier)
    if bare is None:
        return None
    bare = clear(bare, identifier)
    return none(take(bare, LIST, identifier)) if LIST.mark in bare else bare


def none(text: bytes | None) -> bytes | None:
    """The sentence that there is no alert is hidden where there is one."""
    if text is None:
        return None
    any_there = LIST.pattern.match(text, text.index(LIST.mark) + len(LIST.mark))
    return text.replace(_NONE, _NONE_HIDDEN) if any_there else text.replace(_NONE_HIDDEN, _NONE)


def dated(text: bytes | None) -> bytes | None:
    """A feed with the moment of its newest entry."""
    if text is None:
        return None
    first, *entries = [found[1].decode() for found in _UPDATED.finditer(text)]
    return text.replace(first.encode(), exports.newest(entries).encode(), 1)


def page_order(catalogue: Catalogue) -> Before:
    """The order of the pages; an alert that the data no longer have stays in front."""
    known = {key.encode(): order(key, one.facts) for key, one in catalogue.alerts.items()}
    return lambda key: known.get(key, (-1, 0.0, key.decode()))


def feed_order(catalogue: Catalogue) -> Before:
    """The order of the feed: the newest first."""
    known = {key.encode(): (-one.facts.start.timestamp(), key) for key, one in catalogue.alerts.items()}
    return lambda key: known.get(key, (float("-inf"), key.decode()))
