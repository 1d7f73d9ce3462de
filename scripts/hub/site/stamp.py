"""An alert into a built site and out of it again, without MkDocs.

A page keeps one mark where alerts stand (overrides/base.html). Only what stands behind a mark is put in or taken out,
so that a page is afterwards, byte for byte, what it was before. Each file is replaced whole. First the alert's own
pages come, then the links to them; when it ends, the other way round.
"""

import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import jinja2

from hub import checks, exports
from hub.load.catalogue import Loaded, load
from hub.model.alert import order, replaced
from hub.model.catalogue import Catalogue
from hub.pages import alerts
from hub.pages.everything import Announced, make, speeches
from hub.pages.offer import offered
from hub.pages.scope import Scope, address
from hub.problems import errors
from hub.site.alerts import feed, message
from hub.site.docs import docs
from hub.site.style import MARK, minified, policy

# A mark, and what one alert is behind it.
PAGE = "<!--alert-->", re.compile(r'<section class="wrap" data-alert="([a-z0-9-]+)".*?</section>', re.DOTALL)
LIST = "<!--now-->", re.compile(r'<div data-now="([a-z0-9-]+)">.*?</div>', re.DOTALL)
FEED = "<!--alert-->", re.compile(r"<entry><!--([a-z0-9-]+)-->.*?</entry>", re.DOTALL)
NONE, NONE_HIDDEN = "<p data-none>", "<p data-none hidden>"
Place = tuple[str, re.Pattern[str]]
Before = Callable[[str], Any]
Change = Callable[[str], str | None]


class Unfit(Exception):
    """The alert or the site cannot be used; the text says why."""


@dataclass
class Stamped:
    """How many files were changed, and which have no mark."""

    changed: int = 0
    without: int = 0


@dataclass(frozen=True)
class Work:
    """What both directions need."""

    site: Path
    catalogue: Catalogue

    def pages(self) -> Iterator[tuple[Path, str, str]]:
        """(file, path, language) of every page; the one for what is not found is of every country and none."""
        default = self.catalogue.default_language
        for file in sorted(self.site.rglob("index.html")):
            path = file.parent.relative_to(self.site).as_posix().removeprefix(".")
            first, _, rest = path.partition("/")
            other = first in self.catalogue.languages and first != default
            yield (file, rest, first) if other else (file, path, default)

    def page(self, path: str, language: str) -> Path:
        """The file of a page."""
        return self.site / address(self.catalogue, path, language) / "index.html"


def publish(root: Path, site: Path, identifier: str, today: date) -> Stamped:
    """Put an alert on every page that it concerns. Raises Unfit."""
    loaded = load(root)
    work = _work(loaded, site)
    alert = _fit(loaded, identifier, today)
    work = replace(work, catalogue=_known(work, identifier))
    done, written = Stamped(), docs(root / "docs", work.catalogue.languages)
    shared = {"speeches": speeches(work.catalogue), "offered": offered(work.catalogue, written), "all": {}}
    templates = _templates(root)
    _own(work, identifier, today, shared, templates, done)
    component = templates.get_template("components/alert.html").module
    made: dict[tuple[str, ...], str] = {}
    before, changes = _before(work.catalogue), []
    for file, path, language in work.pages():
        scope = _scope(work.catalogue, today, shared, path, language)
        if path == f"alerts/{identifier}" or not alerts.concerns(scope, alert):
            continue
        effects = alert.facts.effects
        special = path if path.partition("/")[2] in (*effects.closes, *effects.changes) else ""
        key = (language, scope.url(f"alerts/{identifier}"), special)
        if key not in made:
            made[key] = str(component.notice(alerts.note(scope, alert)))
        changes.append((file, lambda text, chunk=made[key]: put(text, PAGE, identifier, chunk, before)))
        if path == "alerts":
            entry = str(component.listed(alerts.note(scope, alert)))
            _page(file, done, lambda text, chunk=entry: _none(put(text, LIST, identifier, chunk, before)))
    _pages(changes, done)
    return done


def end(root: Path, site: Path, identifier: str) -> Stamped:
    """Take an alert from every page. What a build made of it stays, as a past alert. Raises Unfit."""
    work, done = _work(load(root), site), Stamped()
    pages = [*work.pages()]
    _pages([(file, lambda text: take(text, PAGE, identifier)) for file, _, _ in pages], done)
    for file, path, _ in pages:
        if path == "alerts":
            _page(file, done, lambda text: _none(take(text, LIST, identifier)))
    built = (site / "sitemap.xml").read_text(encoding="utf-8")
    ours = [language for language in work.catalogue.languages
            if f"/{address(work.catalogue, f'alerts/{identifier}', language)}</loc>" in built]
    if not ours:
        for language in work.catalogue.languages:
            _page(feed(site, language), done, lambda text: take(text, FEED, identifier))
            _remove(work.page(f"alerts/{identifier}", language), done, folder=True)
        _remove(message(site, identifier), done)
    return done


def put(text: str, place: Place, identifier: str, chunk: str, before: Before) -> str | None:
    """The text with the alert behind the mark, in its order; None where there is no mark."""
    bare = take(text, place, identifier)
    if bare is None:
        return None
    at = bare.index(place[0]) + len(place[0])
    while (found := place[1].match(bare, at)) and before(found[1]) <= before(identifier):
        at = found.end()
    return bare[:at] + chunk + bare[at:]


def take(text: str, place: Place, identifier: str) -> str | None:
    """The text without the alert; None where there is no mark."""
    mark, pattern = place
    at = text.find(mark)
    if at < 0:
        return None
    at += len(mark)
    while found := pattern.match(text, at):
        if found[1] == identifier:
            return text[:at] + text[found.end():]
        at = found.end()
    return text


def _none(text: str | None) -> str | None:
    """The sentence that there is no alert is hidden where there is one."""
    if text is None:
        return None
    any_there = LIST[1].match(text, text.index(LIST[0]) + len(LIST[0]))
    return text.replace(NONE, NONE_HIDDEN) if any_there else text.replace(NONE_HIDDEN, NONE)


def _work(loaded: Loaded, site: Path) -> Work:
    if loaded.catalogue is None:
        raise Unfit("\n".join(map(str, loaded.problems)))
    if not (site / "sitemap.xml").exists():
        raise Unfit("There is no built site. Type scripts/build first.")
    return Work(site, loaded.catalogue)


def _fit(loaded: Loaded, identifier: str, today: date) -> alerts.Alert:
    """An alert with problems, one that nobody may see, and one that has ended are not put on a page."""
    found = [one for one in errors(checks.check(loaded)) if one.path.startswith(f"data/alerts/{identifier}/")]
    if found:
        raise Unfit("\n".join(map(str, found)))
    alert = loaded.catalogue.alerts.get(identifier) if loaded.catalogue else None
    if alert is None:
        raise Unfit(f"There is no alert data/alerts/{identifier}.")
    facts = alert.facts
    if not facts.public:
        raise Unfit(f"{identifier} has status {facts.status}, scope {facts.scope}, msg_type {facts.msg_type}. "
                    "Only Actual, Public, Alert or Update is shown.")
    if facts.reference in replaced(one.facts for one in loaded.catalogue.alerts.values()):
        raise Unfit(f"A later message takes the place of {identifier}, or cancels it.")
    if not facts.counts(today):
        raise Unfit(f"{identifier} does not count on {today}: it begins {facts.effective or facts.sent} "
                    f"and ends {facts.expires}.")
    return alert


def _known(work: Work, identifier: str) -> Catalogue:
    """The catalogue with no other alerts than those that the site has."""
    kept = {key: one for key, one in work.catalogue.alerts.items() if key == identifier or (one.facts.public and any(
        work.page(f"alerts/{key}", language).exists() for language in work.catalogue.languages))}
    return replace(work.catalogue, alerts=kept)


def _own(work: Work, identifier: str, today: date, shared: dict[str, Any], templates: jinja2.Environment,
         done: Stamped) -> None:
    """The alert's own page in each language, its message and its line in the feeds; what a build made stays."""
    alert, path = work.catalogue.alerts[identifier], f"alerts/{identifier}"
    for language in shared["offered"][path]:
        file = work.page(path, language)
        if not file.exists():
            scope = _scope(work.catalogue, today, shared, path, language)
            made = make(Announced(path=path, language=language, languages=shared["offered"][path], scope=scope))
            html = templates.get_template("page.html").render(layout=made.template, frame=made.frame, view=made.view,
                                                              title=made.title, machine="")
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, html, done)
        line = exports.entry(work.catalogue, alert, language)
        _page(feed(work.site, language), done, lambda text, line=line: put(text, FEED, identifier, line,
                                                                           _newest(work.catalogue)))
    if not message(work.site, identifier).exists():
        _write(message(work.site, identifier), exports.cap(alert), done)


def _scope(catalogue: Catalogue, today: date, shared: dict[str, Any], path: str, language: str) -> Scope:
    offer = shared["offered"]
    return Scope(catalogue=catalogue, today=today, speeches=shared["speeches"], language=language, here=path,
                 offered=offer, shared=shared["all"])


def _templates(root: Path) -> jinja2.Environment:
    """The same as MkDocs' after our on_env."""
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(root / "overrides"), autoescape=True, trim_blocks=True,
                              lstrip_blocks=True)
    css = minified((root / "overrides" / "critical.css").read_text(encoding="utf-8"))
    made.globals.update(css=css, policy=policy(css), mark=MARK)
    return made


def _before(catalogue: Catalogue) -> Before:
    """The order of the pages; an alert that the data no longer have stays in front."""
    return lambda key: order(key, catalogue.alerts[key].facts) if key in catalogue.alerts else (-1, 0.0, key)


def _newest(catalogue: Catalogue) -> Before:
    """The order of the feed."""
    return lambda key: (-catalogue.alerts[key].facts.start.timestamp(), key) if key in catalogue.alerts else (
        float("-inf"), key)


def _pages(changes: list[tuple[Path, Change]], done: Stamped) -> None:
    """Change many files at once: most of the time goes by waiting for the disk."""
    with ThreadPoolExecutor(8) as pool:
        parts = list(pool.map(lambda one: _page(one[0], Stamped(), one[1]), changes))
    done.changed += sum(one.changed for one in parts)
    done.without += sum(one.without for one in parts)


def _page(file: Path, done: Stamped, change: Change) -> Stamped:
    """Change one file, or count it where it has no mark."""
    old = file.read_bytes().decode("utf-8")
    new = change(old)
    if new is None:
        done.without += 1
    elif new != old:
        _write(file, new, done)
    return done


def _write(file: Path, text: str, done: Stamped) -> None:
    """Replace a file whole: a reader gets the old one or the new one, never a part."""
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(text.encode("utf-8"))
    os.replace(new, file)
    done.changed += 1


def _remove(file: Path, done: Stamped, *, folder: bool = False) -> None:
    if file.exists():
        file.unlink()
        done.changed += 1
        if folder:
            file.parent.rmdir()
