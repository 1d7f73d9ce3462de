"""What a page is made from: the catalogue, the day, the language, and where the page stands."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from hub.model.catalogue import Catalogue, Thing
from hub.model.placeholders import PLACEHOLDER
from hub.model.translation import Stale
from hub.pages import placeholder
from hub.pages.speech import Speech
from hub.pages.text import Link, Run, Text, text, within

Made = TypeVar("Made")
FOLDER = {"services": "guides", "topics": "topics", "life_events": "life-events", "places": "places",
          "organisations": "organisations", "jurisdictions": "jurisdictions", "alerts": "alerts"}


@dataclass(frozen=True, kw_only=True)
class Scope:
    """One page while it is being made. here: its path, e.g. "guides/az-passport"; offered: path -> languages.

    borrowed: the languages from which words were taken because they are not translated. outdated: the texts whose
    source has changed since they were translated, each with the path of its thing. linked: the paths to which a link
    was made. shared: what is worked out once for all pages of a build, because it depends on the catalogue alone.
    moment: of the build, where it is known. sizes: bytes of the files that are no pages and that pages link to, by
    their path below the root.
    """

    catalogue: Catalogue
    today: date
    speeches: Mapping[str, Speech]
    language: str
    here: str
    offered: Mapping[str, tuple[str, ...]]
    shared: dict[str, Any]
    borrowed: set[str] = field(default_factory=set)
    outdated: dict[tuple[str, Stale], None] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)
    moment: datetime | None = None
    sizes: Mapping[str, int] = field(default_factory=dict)

    @property
    def speech(self) -> Speech:
        """How the page's language says things."""
        return self.speeches[self.language]

    @property
    def now(self) -> datetime:
        """By what alerts count: the moment of the build, else noon of the day."""
        return self.moment or datetime.combine(self.today, time(12), UTC)

    def exists(self, path: str) -> bool:
        """Whether a page stands at this path in the page's language."""
        return self.language in self.offered.get(path, ())

    def url(self, path: str, language: str = "") -> str:
        """The relative link from this page to the page at `path`, in its language or another."""
        self.linked.add(path)
        return relative(address(self.catalogue, self.here, self.language),
                        address(self.catalogue, path, language or self.language))

    @property
    def root(self) -> str:
        """The way from this page to the root of the site, for files that are no pages."""
        found = self.url("", self.catalogue.default_language)
        return "" if found == "./" else found

    def once(self, key: tuple[Any, ...], make: "Callable[[Scope], Made]") -> "Made":
        """What is the same on every page of a folder in a language, made once: its links lead the same way from each.

        Only from the page itself a link to it is another one, so that page makes its own. A page that stands alone in
        its folder keeps nothing, for no other page would take it.
        """
        if not self._beside:
            return make(self)
        place = (self.language, self._beside, *key)
        if (known := self.shared.get(place)) is None or self.here in known[2]:
            inside = self._apart()
            made = make(inside)
            # Tuples: thousands are kept, most of them empty, and an empty set takes 200 bytes.
            known = made, (*inside.borrowed,), (*inside.linked,), (*inside.outdated,)
            if self.here not in inside.linked:
                self.shared[place] = known
        self.borrowed.update(known[1])
        self.linked.update(known[2])
        self.outdated.update(dict.fromkeys(known[3]))
        return known[0]

    def _apart(self) -> "Scope":
        """The same page with its own account of what was taken; dataclasses.replace costs five times as much."""
        made = object.__new__(Scope)
        made.__dict__.update(self.__dict__, borrowed=set(), outdated={}, linked=set())
        return made

    @cached_property
    def _beside(self) -> str:
        """The folder of this page, where many pages stand side by side; elsewhere nothing."""
        folder = self.here.rpartition("/")[0]
        return f"{folder}/" if folder and ("/" not in folder or folder.startswith("sources/")) else ""

    def words(self, thing: Thing[Any, Any], pick: Callable[[Any], str | None]) -> Text | None:
        """Words of a thing in the page's language, or in its source language, marked with it; None where none are."""
        for code in (self.language, thing.facts.source_language):
            if code in thing.words and (found := pick(thing.words[code])):
                return self.render(found, code, thing)
        return None

    def worded(self, thing: Thing[Any, Any], name: str, identifier: str, part: str = "") -> Text:
        """Words of one fact: thing.<name>.<identifier>, or its part (title, text, ...). Empty where there are none."""

        def pick(words: Any) -> str | None:
            found = getattr(words, name).get(identifier)
            return getattr(found, part) if part and found else found

        return self.words(thing, pick) or Text(())

    def render(self, words: str, code: str, thing: Thing[Any, Any]) -> Text:
        """Plain words with placeholders as paragraphs of runs; facts are formatted in the language of the words."""
        speech = self.speeches[code]
        parts = [" ".join(part.split()) for part in words.split("\n\n")] if "\n" in words else [words]
        paragraphs = tuple(tuple(self._runs(part, speech, thing)) for part in parts if part)
        if code == self.language:
            old = self.catalogue.stale.get((thing.path, code), {}).get(words)
            return self._remarked(paragraphs, old, thing.path) if old else Text(paragraphs)
        self.borrowed.add(code)
        return Text(paragraphs, lang=code, dir=speech.direction)

    def _remarked(self, paragraphs: tuple[tuple[Run, ...], ...], old: Stale, path: str) -> Text:
        """A text that is behind its source says so at its end."""
        self.outdated[path, old] = None
        remark = Run(f" ({self.speech.say('may_be_old')})", remark=True)
        return Text((*paragraphs[:-1], (*paragraphs[-1], remark)))

    def _runs(self, words: str, speech: Speech, thing: Thing[Any, Any]) -> list[Run]:
        if "{" not in words:
            return [Run(words)]
        runs, position = [], 0
        for found in PLACEHOLDER.finditer(words):
            if found.start() > position:
                runs.append(Run(words[position : found.start()]))
            runs.append(placeholder.run(self, speech, thing, found[1], found[2]))
            position = found.end()
        if position < len(words):
            runs.append(Run(words[position:]))
        return runs

    def title(self, kind: str, identifier: str) -> Text:
        """The title or name of another thing."""
        thing = getattr(self.catalogue, kind)[identifier]
        return self.words(thing, lambda words: getattr(words, "title", None) or words.name) or text(identifier)

    def link(self, kind: str, identifier: str, *, summary: bool = False) -> Link:
        """A link to another thing's page; without an address where it has no page in this language."""
        return self.once(("link", kind, identifier, summary), lambda scope: scope._link(kind, identifier, summary))

    def _link(self, kind: str, identifier: str, summary: bool) -> Link:
        thing = getattr(self.catalogue, kind)[identifier]
        path = f"{FOLDER[kind]}/{identifier}"
        return Link(
            href=self.url(path) if self.exists(path) else "",
            title=self.title(kind, identifier),
            summary=self.words(thing, lambda words: words.summary) if summary else None,
        )

    def channel(self, kind: str) -> str:
        """What a type of channel is called: "by phone"."""
        return self.speech.say(f"channel_{kind.replace('-', '_')}")

    def country(self, identifier: str) -> Link:
        """A link to a country's page, in another language where this one has none."""
        return self.anywhere("jurisdictions", identifier)

    def anywhere(self, kind: str, identifier: str) -> Link:
        """A link to a thing's page; where this language has none, to one in another language, which it names."""
        return self.once(("anywhere", kind, identifier), lambda scope: scope._anywhere(kind, identifier))

    def _anywhere(self, kind: str, identifier: str) -> Link:
        path = f"{FOLDER[kind]}/{identifier}"
        if self.exists(path):
            return self.link(kind, identifier)
        language = self.offered[path][0]
        other = self.speeches[language]
        runs = (*within(self.title(kind, identifier)), Run(" ("),
                Run(other.language.name, lang=language, dir=other.direction), Run(")"))
        return Link(href=self.url(path, language), title=Text((runs,)))

    def term(self, vocabulary: str, identifier: str, part: str = "label") -> Text:
        """A word of a vocabulary."""
        return self.worded(self.catalogue.vocabularies[vocabulary], "terms", identifier, part)


def forget(shared: dict[Any, Any], languages: Container[str]) -> None:
    """Drop what was made once for the pages of these languages."""
    for key in [key for key in shared if isinstance(key, tuple) and key[0] in languages]:
        del shared[key]


def address(catalogue: Catalogue, path: str, language: str) -> str:
    """Where a page stands below the root of the site: "", "az/", "az/guides/az-passport/"."""
    prefix = "" if language == catalogue.default_language else f"{language}/"
    return prefix + (f"{path}/" if path else "")


@lru_cache(maxsize=4096)
def relative(here: str, there: str) -> str:
    """The relative link between two folders of the site; one page asks for the same ones many times."""
    mine, other = here.split("/")[:-1], there.split("/")[:-1]
    shared = 0
    while shared < min(len(mine), len(other)) and mine[shared] == other[shared]:
        shared += 1
    return "../" * (len(mine) - shared) + "".join(f"{part}/" for part in other[shared:]) or "./"
