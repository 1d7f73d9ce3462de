"""One page, judged: by the rules that need only its file, and in the browser, state by state, on one navigation."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selenium.webdriver import Chrome

from hub.audit import axe, browser, virtual, witnesses
from hub.audit.criteria import by_number
from hub.audit.finding import CANT_TELL, FAILED, INAPPLICABLE, Finding, Witness, united
from hub.audit.judged import About, Judged, strongest
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen
from hub.audit.rules import BROWSER, SOURCE
from hub.audit.states import STATES, State, enter

OURS = "stepfree"
VERSION = "1"
LEVELS = ("A", "AA", "AAA")


@dataclass(frozen=True, kw_only=True)
class Engine:
    """Which axe-core is to judge: the file, and the version it must be."""

    script: Path
    version: str


class Notes:
    """What is gathered about one page while it is judged."""

    def __init__(self, page: Page) -> None:
        self.page, self.findings, self.outcomes, self.engines = page, [], {}, {OURS: VERSION}
        self.about: dict[str, About] = {}

    def outcome(self, rule: str, outcome: str) -> None:
        """The strongest of what a rule said in all states."""
        self.outcomes[rule] = strongest((outcome, self.outcomes.get(rule, INAPPLICABLE)))

    def add(self, rule: Rule, seen: Seen, state: str = "") -> None:
        """Keep what one of our rules saw."""
        self.outcome(rule.id, rule.outcome(seen))
        self.findings += findings(self.page, rule, seen, state)

    def judged(self, **more: object) -> Judged:
        """All of it."""
        return Judged(page=self.page.path, findings=tuple(united(self.findings)), outcomes=self.outcomes,
                      engines=self.engines, about=self.about, **more)


def findings(page: Page, rule: Rule, seen: Seen, state: str = "") -> Iterator[Finding]:
    """A Finding for each fault that a rule saw on a page."""
    for fault in seen.faults:
        yield Finding(outcome=rule.of(fault), rule=rule.id, page=page.path, selector=fault.selector,
                      snippet=fault.snippet, says=fault.says, mend=rule.mend, criteria=rule.criteria,
                      level=level(rule.criteria), readers=rule.readers, states=(state,) if state else (),
                      witnesses=(Witness(OURS, VERSION, rule.id),), source=page.source)


def about(rule: Rule) -> About:
    """What a rule of ours is, as reports say it."""
    return About(engine=OURS, says=rule.says, mend=rule.mend, criteria=rule.criteria, level=level(rule.criteria))


def level(criteria: tuple[str, ...]) -> str:
    """The lowest level of the criteria; "best-practice" for none."""
    return min((by_number(one).level for one in criteria), key=LEVELS.index, default="best-practice")


def by_file(page: Page, like: str = "") -> Judged:
    """Judge what the file alone tells."""
    notes = Notes(page)
    for rule in SOURCE:
        notes.add(rule, rule.find(page))
    return notes.judged(whole=False, like=like)


def in_browser(driver: Chrome, page: Page, engine: Engine, rules: tuple[Rule, ...] = BROWSER) -> Judged:
    """Judge everything. Raises WrongPage, WrongEngine, and what the driver raises when the browser is gone."""
    notes = Notes(page)
    for rule in SOURCE:
        notes.add(rule, rule.find(page))
    browser.visit_stranger(driver, page.address, page.h1, page.title)
    axe.inject(driver, engine.script, engine.version)
    transcript = _transcript(driver, notes)
    for state in STATES.values():
        here = [rule for rule in rules if state.name in rule.states]
        if state.axe == "none" and not here:
            continue
        enter(driver, state)
        _axe(driver, notes, state)
        for rule in here:
            notes.add(rule, rule.find(driver, page), state.name)
    enter(driver, STATES["wide"])
    return notes.judged(whole=True, transcript=transcript)


def _transcript(driver: Chrome, notes: Notes) -> tuple[str, ...]:
    """What is heard on the page before anything is done to it; 0.04 to 0.16 CPU seconds a page (measured, 2026-11)."""
    enter(driver, STATES["wide"])
    notes.engines["virtual-screen-reader"] = virtual.version()
    return tuple(phrase.words for phrase in once(driver, virtual.listen).phrases)


def _axe(driver: Chrome, notes: Notes, state: State) -> None:
    if state.axe == "none":
        return
    verdict = axe.judge(driver) if state.axe == "all" else axe.judge_contrast(driver)
    notes.engines["axe-core"] = verdict.engine
    notes.about.update(witnesses.about_axe(verdict))
    for rule, outcome in verdict.outcomes.items():
        notes.outcome(f"axe/{rule}", outcome)
    for one in witnesses.from_axe(driver, notes.page, state.name, verdict):
        notes.outcome(one.rule, one.outcome if one.outcome in (FAILED, CANT_TELL) else FAILED)
        notes.findings.append(one)
