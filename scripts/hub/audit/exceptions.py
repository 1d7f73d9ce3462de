"""Faults that are known and borne for a time: a TOML file, each with its place, a reason and an end.

    [[exception]]
    rule = "axe/color-contrast"        # as the report names it
    page = "guides/*/index.html"       # shell pattern; "*" for all
    selector = "footer > p"            # optional; without it all places on the page
    reason = "The new colours come with the next release"
    issue = "https://..."              # where it is being mended
    until = 2027-01-31                 # a date; from the day after it counts as a fault again

An exception that has ended, and one that nothing needs any more, are findings that gate.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from hub.audit.finding import FAILED, Finding, Witness
from hub.audit.judged import Audit

_NEEDED = {"rule", "page", "reason", "issue", "until"}


class Unreadable(Exception):
    """The file of exceptions cannot be used; the text says what to write."""


@dataclass(frozen=True, kw_only=True)
class Excuse:
    """One exception; number: its place in the file, from 1."""

    number: int
    rule: str
    page: str
    reason: str
    issue: str
    until: date
    selector: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether it speaks of this finding."""
        return (finding.rule == self.rule and fnmatchcase(finding.page, self.page)
                and self.selector in ("", finding.selector))


def read(file: Path) -> tuple[Excuse, ...]:
    """The exceptions of a file. Raises Unreadable."""
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8")).get("exception", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as reason:
        raise Unreadable(f"{file}: {reason}") from None
    return tuple(_excuse(file, number, entry) for number, entry in enumerate(entries, start=1))


def _excuse(file: Path, number: int, entry: dict[str, object]) -> Excuse:
    if missing := sorted(_NEEDED - entry.keys()):
        raise Unreadable(f"{file}: exception {number} lacks {', '.join(missing)}")
    if unknown := sorted(entry.keys() - _NEEDED - {"selector"}):
        raise Unreadable(f"{file}: exception {number} has {', '.join(unknown)}, which is not known")
    if not isinstance(entry["until"], date):
        raise Unreadable(f"{file}: exception {number}: write until = 2027-01-31, without quotes")
    return Excuse(number=number, **entry)


def applied(audit: Audit, excuses: Sequence[Excuse], file: str = "") -> Audit:
    """The audit without what is excused; exceptions that ended or that nothing needs are findings of their own."""
    today, excused, used = date.fromisoformat(audit.day), [], set()
    current = [one for one in excuses if one.until >= today]

    def kept(finding: Finding) -> bool:
        by = [one.number for one in current if one.covers(finding)]
        used.update(by)
        if by:
            excused.append(finding)
        return not by

    pages = [replace(page, findings=tuple(filter(kept, page.findings))) for page in audit.pages]
    faults = [_ended(one, file) for one in excuses if one not in current]
    faults += [_unneeded(one, file) for one in current if one.number not in used]
    if faults and pages:
        pages[0] = replace(pages[0], findings=(*pages[0].findings, *faults))
    return replace(audit, pages=tuple(pages), excused=(*audit.excused, *excused))


def _ended(one: Excuse, file: str) -> Finding:
    said = f"Exception {one.number} ({one.rule}) ended on {one.until}; where it was to be mended: {one.issue}"
    return _finding("exception-ended", one, file, said,
                    "Mend the fault and remove the exception, or give a new reason and a new end")


def _unneeded(one: Excuse, file: str) -> Finding:
    return _finding("exception-unneeded", one, file, f"Nothing needs exception {one.number} ({one.rule}) any more",
                    "Remove it from the file")


def _finding(rule: str, one: Excuse, file: str, says: str, mend: str) -> Finding:
    return Finding(outcome=FAILED, rule=rule, page=one.page, selector=one.selector, snippet="", says=says, mend=mend,
                   criteria=(), level="A", readers=(), states=(), source=file,
                   witnesses=(Witness("stepfree", "1", rule),))
