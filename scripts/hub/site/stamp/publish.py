"""An alert onto every page that it concerns, as a build would show it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2

from hub import exports
from hub.load.catalogue import load
from hub.model.catalogue import Catalogue
from hub.pages import notices
from hub.pages.currency import Alert, concerns
from hub.pages.everything import Announced, make, speeches
from hub.pages.offer import offered
from hub.pages.scope import Scope, address
from hub.pages.weights import sentence
from hub.site import full_text
from hub.site.alerts import feed, message
from hub.site.docs import docs
from hub.site.stamp import files, spots
from hub.site.stamp.weight import weighed
from hub.site.stamp.work import Work, fit, known, work
from hub.site.templates import prepare


def publish(root: Path, site: Path, identifier: str, now: datetime) -> files.Stamped:
    """Put an alert on every page that it concerns. Raises Unfit."""
    there, loaded = work(root, site), load(root, identifier)
    alert, catalogue = fit(loaded, identifier, now)
    catalogue = known(there, catalogue, identifier)
    offer = offered(catalogue, docs(root / "docs", there.languages), full_text=(site / full_text.FOLDER).is_dir())
    done = files.Stamped()
    hand = Hand(there, catalogue, alert, now, _templates(root), offer)
    hand.own(done)
    hand.others(done)
    hand.missing(done)
    return done


@dataclass(frozen=True)
class Hand:
    """What puts one alert on the pages of one site. made: the bytes of pages that need the same ones."""

    there: Work
    catalogue: Catalogue
    alert: Alert
    now: datetime
    templates: jinja2.Environment
    offer: dict[str, tuple[str, ...]]
    shared: dict[str, Any] = field(default_factory=dict)
    made: dict[tuple[str, ...], Callable[[bytes], bytes | None]] = field(default_factory=dict)

    def scope(self, path: str, language: str) -> Scope:
        """One page, as a build would make it at this moment."""
        if "speeches" not in self.shared:
            self.shared["speeches"] = speeches(self.catalogue)
        return Scope(catalogue=self.catalogue, today=self.now.date(), moment=self.now, speeches=self.shared["speeches"],
                     language=language, here=path, offered=self.offer, shared=self.shared)

    def own(self, done: files.Stamped) -> None:
        """The alert's own page in each language, its message and its line in the feeds; what a build made stays."""
        site, alert, path = self.there.site, self.alert, f"alerts/{self.alert.id}"
        before = spots.feed_order(self.catalogue)
        for language in self.offer[path]:
            file = self.there.page(path, language)
            if not file.exists():
                made = make(Announced(path=path, language=language, languages=self.offer[path],
                                      scope=self.scope(path, language)))
                html = self.templates.get_template("page.html").render(layout=made.template, frame=made.frame,
                                                                       view=made.view, title=made.title, machine="")
                html, _ = weighed(html, (one.id for one in made.frame.alerts),
                                  partial(sentence, self.scope(path, language).speech))
                file.parent.mkdir(parents=True, exist_ok=True)
                files.write(file, html.encode(), done)
            line = exports.entry(self.catalogue, alert, language).encode()
            files.change(feed(site, language), done, lambda text, line=line: spots.dated(
                spots.put(text, spots.FEED, alert.id, line, before)))
        if not message(site, alert.id).exists():
            files.write(message(site, alert.id), exports.cap(alert).encode(), done)

    def others(self, done: files.Stamped) -> None:
        """Every page that the alert concerns."""
        changes = []
        for file, path, language in self.there.pages():
            scope = self.scope(path, language)
            if path != f"alerts/{self.alert.id}" and concerns(scope, self.alert):
                changes.append((file, self.change(scope)))
        files.change_all(changes, done)

    def change(self, scope: Scope) -> Callable[[bytes], bytes | None]:
        """What is done to a page. Pages as deep in the same folder need the same, where nothing of theirs is named."""
        named = any(notices.effects(scope, self.alert))
        key = (scope.language, scope.root, scope.here.partition("/")[0], scope.here if named else "")
        if key not in self.made:
            self.made[key] = self._change(scope)
        return self.made[key]

    def _change(self, scope: Scope) -> Callable[[bytes], bytes | None]:
        note, identifier = notices.note(scope, self.alert), self.alert.id
        before = spots.page_order(self.catalogue)
        component = self.templates.get_template("components/alert.html").module
        chunk, entry = str(component.notice(note)).encode(), str(component.listed(note)).encode()
        marks = beside(component, note)

        def changed(text: bytes) -> bytes | None:
            new = spots.put(text, spots.PAGE, identifier, chunk, before)
            if new is not None and scope.here == "alerts":
                new = spots.none(spots.put(new, spots.LIST, identifier, entry, before))
            return spots.beside(new, marks, identifier, before) if new is not None and marks else new

        return changed

    def missing(self, done: files.Stamped) -> None:
        """The page for what is not found, in each language of the alert."""
        component = self.templates.get_template("components/alert.html").module
        before, chunks = spots.page_order(self.catalogue), {}
        for language in self.offer[f"alerts/{self.alert.id}"]:
            home = urlsplit(self.catalogue.hub.address.rstrip("/") + "/" + address(self.catalogue, "", language)).path
            scope = self.scope("", language)
            note = notices.absolute(notices.note(scope, self.alert), home, language, scope.speech.direction)
            chunks[spots.missing(language)] = str(component.notice(note)).encode()

        def changed(text: bytes | None) -> bytes | None:
            for spot, chunk in chunks.items():
                text = text and spots.put(text, spot, self.alert.id, chunk, before)
            return text

        files.change(self.there.missing, done, changed)


def beside(component: Any, note: notices.AlertNote) -> dict[bytes, bytes]:
    """Address of a link -> the mark behind it. component: the macros of an alert."""
    return {mark.href.encode(): str(component.beside(mark)).encode() for mark in note.marks}


def _templates(root: Path) -> jinja2.Environment:
    """The same as MkDocs' after our on_env."""
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(root / "overrides"))
    prepare(made, root / "overrides")
    return made
