"""What reports have in common: the faults of one rule together, and what a machine can say of each criterion."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub.audit.criteria import Criterion, criteria, table
from hub.audit.finding import CANT_TELL, FAILED, INAPPLICABLE, PASSED, UNTESTED, Finding
from hub.audit.judged import About, Audit, strongest

# What of a criterion a machine can say, in words for people. None of them says that a criterion is met.
RESULTS = {FAILED: "Fails", CANT_TELL: "For people to look at", PASSED: "No fault found by a machine",
           INAPPLICABLE: "Nothing found that it is about", UNTESTED: "Not tested by a machine, or not on each page"}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """All findings of one rule and one outcome; about: what the rule is."""

    rule: str
    about: About
    places: tuple[Finding, ...]

    @property
    def pages(self) -> list[str]:
        """The pages that have it, each once."""
        return list(dict.fromkeys(one.page for one in self.places))

    @property
    def says(self) -> str:
        """What is wrong, if the same is wrong at all places; else what the rule demands."""
        said = {one.says for one in self.places}
        return said.pop() if len(said) == 1 else self.about.says

    @property
    def readers(self) -> list[str]:
        """Whom it hinders, in words, without "people who" repeated."""
        met = {reader for one in self.places for reader in one.readers}
        return [words for reader, words in table().readers.items() if reader in met]

    @property
    def hinders(self) -> str:
        """The words before those of `readers`: a machine that is not sure says so."""
        return "Hinders" if self.places[0].outcome == FAILED else "If it is a fault, it hinders"

    @property
    def witnesses(self) -> list[str]:
        """The engines that saw it, with version and their own name of the rule."""
        return sorted({str(witness) for one in self.places for witness in one.witnesses})

    @property
    def sources(self) -> list[str]:
        """The files that the pages are made from, as far as they say so."""
        return sorted({one.source for one in self.places if one.source})


def together(audit: Audit, findings: Iterable[Finding]) -> list[Fault]:
    """The faults, those on most pages first."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.rule, []).append(one)
    made = [Fault(rule=rule, about=about(audit, rule), places=tuple(places)) for rule, places in found.items()]
    return sorted(made, key=lambda fault: (-len(fault.pages), fault.rule))


def about(audit: Audit, rule: str) -> About:
    """What a rule is; of one that the audit has no entry for, what its findings say."""
    if rule in audit.rules:
        return audit.rules[rule]
    one = next((each for each in (*audit.findings, *audit.excused) if each.rule == rule), None)
    if one is None:
        return About(engine="", says=rule, mend="", criteria=(), level="")
    return About(engine=one.witnesses[0].engine, says=one.says, mend=one.mend, criteria=one.criteria, level=one.level)


def results(audit: Audit) -> dict[str, str]:
    """Number of each criterion -> the strongest outcome of all rules about it on all pages; "untested" where none ran.

    What is excused for a time is a failure all the same.
    """
    said: dict[str, set[str]] = {}
    for rule, counts in audit.count().items():
        for num in about(audit, rule).criteria:
            said.setdefault(num, set()).update(set(counts) - {FAILED, CANT_TELL})
    for one in (*audit.findings, *audit.excused):
        for num in one.criteria:
            said.setdefault(num, set()).add(one.outcome)
    return {one.num: strongest(said[one.num]) if said.get(one.num) else UNTESTED for one in criteria()}


def named(num: str) -> Criterion | None:
    """The criterion of a number; None for numbers that WCAG 2.2 has no more."""
    return next((one for one in criteria() if one.num == num), None)


def address(audit: Audit, page: str) -> str:
    """Where a page of the audit is: below the address that was judged, or its path in the folder."""
    base = audit.target if audit.target.startswith(("http://", "https://")) else ""
    return f"{base.rstrip('/')}/{page}" if base else page
