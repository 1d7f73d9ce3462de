"""The one door to axe-core: the engine pinned in package.json, driven through axe-selenium-python."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_selenium_python import Axe
from selenium.webdriver import Chrome

TAGS = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "wcag2aaa",
    "best-practice",
    "experimental",
)
# Off unless their tag is asked for; a run without them would be green for the wrong reason.
CONTRAST = ("color-contrast", "color-contrast-enhanced")
MUST_RUN = {"color-contrast", "color-contrast-enhanced", "target-size"}
HEAPS = {"violations": "failed", "incomplete": "cantTell", "passes": "passed", "inapplicable": "inapplicable"}


class WrongEngine(Exception):
    """The engine is missing, of another version, or would not run the rules it was asked for."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One rule on one page, in EARL's words: "failed" gates, "cantTell" goes on the list for people."""

    outcome: str
    rule: str
    help: str
    address: str
    selectors: tuple[str, ...]
    tags: tuple[str, ...]

    def __str__(self) -> str:
        """One line, for a red test."""
        return f"{self.address} {self.outcome} {self.rule}: {self.help} at {', '.join(self.selectors)}"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the engine said of one page in one state. outcomes: of each rule that ran, in EARL's words.

    about: of each rule that ran, its help, its tags and the address where the engine explains it.
    """

    engine: str
    rules: frozenset[str]
    outcomes: Mapping[str, str]
    findings: tuple[Finding, ...]
    about: Mapping[str, tuple[str, tuple[str, ...], str]] = field(default_factory=dict)


def inject(driver: Chrome, engine: Path, version: str, tags: tuple[str, ...] = TAGS) -> None:
    """Bring the engine into the open page and its frames: once after each navigation, before `judge`."""
    if not engine.is_file():
        raise WrongEngine(f"{engine} is missing: run npm ci")
    _inject(driver, Axe(driver, script_url=str(engine)))
    found = driver.execute_script("return axe.version")
    if found != version:
        raise WrongEngine(f"axe-core {found} is in the page, expected {version}")
    # axe runs no rule for a tag it does not know, and reports no violation.
    if unknown := set(tags) - set(driver.execute_script("return axe.getRules().flatMap(rule => rule.tags)")):
        raise WrongEngine(f"axe-core {found} does not know {sorted(unknown)}")


def judge_contrast(driver: Chrome) -> Verdict:
    """Run only the rules of contrast: in another colour scheme nothing else changes."""
    return _verdict(_run(driver, {"type": "rule", "values": list(CONTRAST)}))


def judge(driver: Chrome, tags: tuple[str, ...] = TAGS) -> Verdict:
    """Run all rules of the tags on the page as it stands, and bring back what is not in order."""
    report = _run(driver, list(tags))
    rules = frozenset(rule["id"] for heap in HEAPS for rule in report[heap])
    if tags == TAGS and not rules >= MUST_RUN:
        raise WrongEngine(f"{report['url']}: {sorted(MUST_RUN - rules)} did not run")
    return _verdict(report)


def _run(driver: Chrome, only: Any) -> dict[str, Any]:
    options = {"runOnly": only, "resultTypes": ["violations", "incomplete"]}
    report: dict[str, Any] = Axe(driver).run(options=json.dumps(options))
    return report


def _verdict(report: dict[str, Any]) -> Verdict:
    """What the engine said; that no rule ran is no pass."""
    rules = {rule["id"]: HEAPS[heap] for heap in HEAPS for rule in report[heap]}
    if not rules:
        raise WrongEngine(f"{report['url']}: no rule ran")
    about = {rule["id"]: (rule["help"], tuple(rule["tags"]), rule["helpUrl"])
             for heap in HEAPS for rule in report[heap]}
    return Verdict(engine=report["testEngine"]["version"], rules=frozenset(rules), outcomes=rules,
                   findings=tuple(_findings(report)), about=about)


def _findings(report: dict[str, Any]) -> Iterator[Finding]:
    for heap in ("violations", "incomplete"):
        for rule in report[heap]:
            yield Finding(
                outcome="cantTell" if "experimental" in rule["tags"] else HEAPS[heap],
                rule=rule["id"],
                help=rule["help"],
                address=report["url"],
                selectors=tuple(_selector(node["target"]) for node in rule["nodes"]),
                tags=tuple(rule["tags"]),
            )


def _inject(driver: Chrome, axe: Axe) -> None:
    """axe-selenium-python says that it fills frames, and does not."""
    axe.inject()
    for frame in driver.find_elements("css selector", "iframe, frame"):
        driver.switch_to.frame(frame)
        _inject(driver, axe)
        driver.switch_to.parent_frame()


def _selector(target: list[str | list[str]]) -> str:
    """One step per frame; a step inside a shadow tree is a list."""
    return " | ".join(" >>> ".join(step) if isinstance(step, list) else step for step in target)
