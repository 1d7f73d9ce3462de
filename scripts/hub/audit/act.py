"""How much of W3C's ACT test cases the audit finds: python -m hub.audit.act PATH (scripts/bench act PATH).

PATH is a checkout of the cases: testcases.json and the pages that it names. A hit is a failed example on which a rule
that names the ACT rule fails; a false alarm is a passed or inapplicable example on which it fails. Vendors tune on
these public cases, so a figure here is the best that can be expected of pages that nobody has seen.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hub.audit import axe, browser, rules, run, server
from hub.audit.command import engine
from hub.audit.finding import CANT_TELL, FAILED
from hub.audit.judged import Judged
from hub.audit.page import Page

_ACT_IDS = "return axe.getRules().map(rule => [rule.ruleId, rule.actIds ?? []])"
# summary-name catches all examples of 2t702h, and axe does not say so (measured, 2026-11)
UNDECLARED = {"2t702h": {"axe/summary-name"}}


@dataclass(frozen=True, kw_only=True)
class Case:
    """One test case. expected: "failed", "passed" or "inapplicable"."""

    rule: str
    expected: str
    approved: bool
    path: str


@dataclass(frozen=True, kw_only=True)
class Score:
    """Of the failed examples: found surely, or also as "for people"; of the others: sounded at without a reason."""

    failed: int
    found: int
    reviewed: int
    others: int
    false: int

    def row(self, name: str) -> str:
        """A line of the table."""
        return (f"| {name} | {self.found} of {self.failed} ({_share(self.found, self.failed)}) | "
                f"{_share(self.reviewed, self.failed)} | {self.false} of {self.others} "
                f"({_share(self.false, self.others)}) |")


def cases(folder: Path) -> list[Case]:
    """The cases whose page is there, in the form of W3C's testcases.json."""
    known = json.loads((folder / "testcases.json").read_text(encoding="utf-8"))["testcases"]
    found = (Case(rule=one["ruleId"], expected=one["expected"], approved=bool(one.get("approved")),
                  path=one["relativePath"].removeprefix("content-assets/wcag-act-rules/")) for one in known)
    return [one for one in found if (folder / one.path).is_file()]


def score(found: Sequence[tuple[Case, Judged]], mapped: Mapping[str, set[str]], engines: Iterable[str]) -> Score:
    """What rules of some engines say. mapped: ACT rule -> names of rules; engines: the beginnings of those names."""
    starts = tuple(engines)
    said = [(case.expected == "failed", {judged.outcomes.get(rule) for rule in mapped.get(case.rule, ())
                                         if _of(rule, starts)}) for case, judged in found]
    faulty, sound = [words for bad, words in said if bad], [words for bad, words in said if not bad]
    return Score(failed=len(faulty), found=sum(FAILED in words for words in faulty),
                 reviewed=sum(bool(words & {FAILED, CANT_TELL}) for words in faulty),
                 others=len(sound), false=sum(FAILED in words for words in sound))


def _of(rule: str, starts: tuple[str, ...]) -> bool:
    """Names of other engines' rules begin with the engine and a slash; ours have none."""
    return rule.partition("/")[0] in starts if "/" in rule else "ours" in starts


def mapping() -> dict[str, set[str]]:
    """ACT rule -> the rules that say they implement it: axe's by its own list, ours by theirs."""
    found: dict[str, set[str]] = {act: set(names) for act, names in UNDECLARED.items()}
    for rule in rules.every().values():
        for act in rule.act:
            found.setdefault(act, set()).add(rule.id)
    pinned = engine()
    with browser.chromium() as driver:
        driver.get("data:text/html,<title>Rules</title>")
        axe.inject(driver, pinned.script, pinned.version)
        for name, acts in driver.execute_script(_ACT_IDS):
            for act in acts:
                found.setdefault(act, set()).add(f"axe/{name}")
    return found


def judged(folder: Path, chosen: Sequence[Case]) -> list[tuple[Case, Judged]]:
    """Every case, by everything that the audit has."""
    with server.serve(folder) as base:
        pages = [Page(one.path, f"{base}{one.path}", (folder / one.path).read_text("utf-8")) for one in chosen]
        return list(zip(chosen, run.in_full(pages, base, engine(), run.WORKERS), strict=True))


def table(found: Sequence[tuple[Case, Judged]], mapped: Mapping[str, set[str]]) -> Iterable[str]:
    """The table of docs/design/audit.md."""
    for title, part in (("Approved rules", [one for one in found if one[0].approved]), ("All rules", list(found))):
        yield f"{title}: {len(part)} cases of {len({case.rule for case, _ in part})} rules."
        yield ""
        yield "| judged by | failed examples found | with those for people | false alarms |"
        yield "| --- | --- | --- | --- |"
        names = sorted({name for judged_ in part for name in judged_[1].engines if name != "stepfree"})
        for name in names:
            yield score(part, mapped, [name.partition("-")[0]]).row(name)
        yield score(part, mapped, ["ours"]).row("our own rules")
        yield score(part, mapped, ["ours", *(name.partition("-")[0] for name in names)]).row("the whole audit")
        yield ""


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    folder = Path(arguments[0]) if arguments else Path()
    if not (folder / "testcases.json").is_file():
        print("usage: scripts/bench act PATH   (PATH has testcases.json of W3C's ACT rules)", file=sys.stderr)
        return 2
    chosen = cases(folder)
    if "--approved" in arguments:
        chosen = [one for one in chosen if one.approved]
    found, mapped = judged(folder, chosen), mapping()
    print("\n".join(table(found, mapped)))
    if "--missed" in arguments:
        for case, one in found:
            said = {rule: one.outcomes.get(rule) for rule in mapped.get(case.rule, ())}
            if (case.expected == "failed") != (FAILED in said.values()):
                print(f"{case.path} {case.expected}: {said}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
