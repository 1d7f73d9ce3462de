"""How much of W3C's ACT test cases the audit finds, and other engines: scripts/bench act PATH.

PATH is a checkout of the cases: testcases.json and the pages that it names. A hit is a failed example on which a rule
that names the ACT rule fails; a false alarm is a passed or inapplicable example on which it fails. Vendors tune on
these public cases, so a figure here is the best that can be expected of pages that nobody has seen.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmark import engines
from benchmark.engines import ENGINES
from benchmark.score import Case, Found, Mapped, Said, cases, gains, of, score, words
from hub.audit import axe, browser, rules, run, server
from hub.audit.command import engine as pinned_axe
from hub.audit.finding import FAILED
from hub.audit.page import Page

_ACT_IDS = "return axe.getRules().map(rule => [rule.ruleId, rule.actIds ?? []])"
# summary-name catches all examples of 2t702h, and axe does not say so (measured, 2026-11)
UNDECLARED = {"2t702h": {"axe/summary-name"}}
AUDIT = ("axe", "ours")
HEAD = ("| judged by | faulty examples found | with those for people | false alarms |", "| --- | --- | --- | --- |")


def mapping() -> dict[str, set[str]]:
    """ACT rule -> the rules that say they implement it: axe's by its own list, ours by theirs."""
    found: dict[str, set[str]] = {act: set(names) for act, names in UNDECLARED.items()}
    for rule in rules.every().values():
        for act in rule.act:
            found.setdefault(act, set()).add(rule.id)
    pinned = pinned_axe()
    with browser.chromium() as driver:
        driver.get("data:text/html,<title>Rules</title>")
        axe.inject(driver, pinned.script, pinned.version)
        for name, acts in driver.execute_script(_ACT_IDS):
            for act in acts:
                found.setdefault(act, set()).add(f"axe/{name}")
    return found


def judged(folder: Path, chosen: Sequence[Case]) -> Iterator[tuple[str, Said]]:
    """Path and outcomes of every case, by everything that the audit has, as each is done."""
    with server.serve(folder) as base:
        pages = [Page(one.path, f"{base}{one.path}", (folder / one.path).read_text("utf-8")) for one in chosen]
        for one in run.in_full(pages, base, pinned_axe(), run.WORKERS):
            yield one.page, one.outcomes


class Kept:
    """What was judged, in a file: one line for each example and engine, so that a run that broke off can go on."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        lines = file.read_text(encoding="utf-8").splitlines() if file and file.is_file() else ()
        self.known: dict[tuple[str, str], Any] = {(who, what): said for who, what, said in map(json.loads, lines)}

    def keep(self, engine: str, path: str, said: Any) -> None:
        """Remember it, on disk too where there is a file; a page that could not be judged is tried again next time."""
        self.known[engine, path] = said
        if self.file and "page-judged" not in said:
            with self.file.open("a", encoding="utf-8") as to:
                to.write(f"{json.dumps([engine, path, said])}\n")

    def missing(self, engine: str, chosen: Iterable[Case]) -> list[Case]:
        """Those that the engine has not judged."""
        return [one for one in chosen if (engine, one.path) not in self.known]


def gathered(folder: Path, chosen: Sequence[Case], asked: Sequence[str], kept: Kept) -> tuple[Found, Mapped]:
    """What everybody says of every case, and which rule is for which ACT rule. Raises NoEngine before it begins."""
    for name in asked:
        engines.installed(ENGINES[name])
    if missing := kept.missing("audit", chosen):
        for path, said in judged(folder, missing):
            kept.keep("audit", path, said)
    mapped = mapping()
    for name in asked:
        for act, names in _other(folder, chosen, name, kept).items():
            mapped.setdefault(act, set()).update(names)
    found = [(one, {rule: outcome for who in ("audit", *asked) for rule, outcome in kept.known[who, one.path].items()})
             for one in chosen]
    return found, mapped


def _other(folder: Path, chosen: Sequence[Case], name: str, kept: Kept) -> Mapped:
    """Let another engine judge what it has not; returns the rules for each ACT rule."""
    # A run that broke off has not kept its list of rules
    missing = kept.missing(name, chosen) if (name, "") in kept.known else chosen
    if missing:
        notes = engines.judged(ENGINES[name], folder, missing, lambda path, said: kept.keep(name, path, said))
        kept.keep(name, "", {act: sorted(names) for act, names in notes.acts.items()})
        if notes.seconds:
            print(f"{ENGINES[name].title}: {notes.seconds:.1f} CPU seconds outside the browser for {len(missing)} "
                  "examples.", file=sys.stderr)
        for reason in notes.broke:
            print(f"{ENGINES[name].title} broke down: {reason}", file=sys.stderr)
    return {act: set(names) for act, names in kept.known[name, ""].items()}


def table(found: Found, mapped: Mapped, asked: Sequence[str]) -> Iterator[str]:
    """The tables of docs/design/audit.md: each engine alone, the audit, and the audit with each further engine."""
    for title, part in (("Approved rules", [one for one in found if one[0].approved]), ("All rules", list(found))):
        yield f"{title}: {len(part)} cases of {len({case.rule for case, _ in part})} rules."
        yield ""
        yield from HEAD
        yield score(part, mapped, of("axe")).row(f"axe-core {pinned_axe().version}")
        yield score(part, mapped, of("ours")).row("our own rules")
        yield score(part, mapped, of(*AUDIT)).row("both: the audit")
        for name in asked:
            yield from _further(part, mapped, name)
        yield ""


def _further(part: Found, mapped: Mapped, name: str) -> Iterator[str]:
    """Another engine alone, with the audit, and with the audit by those of its rules that are never wrong here."""
    title = f"{ENGINES[name].title} {ENGINES[name].version}"
    yield score(part, mapped, of(name)).row(title)
    yield score(part, mapped, of(*AUDIT, name)).row(f"the audit and {title}")
    sure = {gain.rule for gain in gains(part, mapped, of(*AUDIT), name) if gain.found and not gain.false}
    yield score(part, mapped, lambda rule: of(*AUDIT)(rule) or rule in sure).row(
        f"the audit and the rules of {ENGINES[name].title} that only add hits ({len(sure)})")


def rule_by_rule(found: Found, mapped: Mapped, asked: Sequence[str]) -> Iterator[str]:
    """For each rule of a further engine that says anything new, what it would add."""
    for name in asked:
        yield f"What each rule of {ENGINES[name].title} would add to the audit:"
        yield ""
        yield "| rule | faulty examples that nothing else finds | new false alarms |"
        yield "| --- | --- | --- |"
        yield from (gain.row() for gain in gains(found, mapped, of(*AUDIT), name))
        yield ""


def missed(found: Found, mapped: Mapped) -> Iterator[str]:
    """Each example about which the audit is wrong, and what its rules said."""
    for case, said in found:
        if case.faulty != (FAILED in words(case, said, mapped, of(*AUDIT))):
            yield f"{case.path} {case.expected}: { {rule: said.get(rule) for rule in mapped.get(case.rule, ())} }"


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench act", description="Measure the audit on W3C's ACT test cases.")
    parser.add_argument("path", type=Path, help="a folder with their testcases.json")
    parser.add_argument("--engine", action="append", choices=[*ENGINES], default=[],
                        help="another engine to compare; again for another one")
    parser.add_argument("--approved", action="store_true", help="only the examples of approved rules")
    parser.add_argument("--rules", action="store_true", help="what each rule of the other engines would add")
    parser.add_argument("--missed", action="store_true", help="list the examples about which the audit is wrong")
    parser.add_argument("--keep", metavar="FILE", type=Path, help="keep there what was judged, and go on from it")
    asked = parser.parse_args(arguments)
    if not (asked.path / "testcases.json").is_file():
        parser.error(f"{asked.path} has no testcases.json of W3C's ACT rules")
    return asked


def main(arguments: Sequence[str]) -> int:
    """Print the tables; returns the exit status."""
    asked = _asked(arguments)
    chosen = [one for one in cases(asked.path) if one.approved or not asked.approved]
    try:
        found, mapped = gathered(asked.path, chosen, asked.engine, Kept(asked.keep))
    except engines.NoEngine as reason:
        print(reason, file=sys.stderr)
        return 2
    print("\n".join(table(found, mapped, asked.engine)))
    if asked.rules:
        print("\n".join(rule_by_rule(found, mapped, asked.engine)))
    if asked.missed:
        print("\n".join(missed(found, mapped)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
