"""How much of known examples some rules find, and at how many sound ones they sound without a reason."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hub.audit.finding import CANT_TELL, FAILED

# Rule -> what it says of one page, in EARL's words. Names of other engines' rules begin with the engine and a slash.
Said = Mapping[str, str]
Mapped = Mapping[str, set[str]]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One test case. rule: the ACT rule; expected: "failed", "passed" or "inapplicable"."""

    rule: str
    expected: str
    approved: bool
    path: str

    @property
    def faulty(self) -> bool:
        """Whether a rule must fail on it."""
        return self.expected == FAILED


Found = Sequence[tuple[Case, Said]]


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


@dataclass(frozen=True, kw_only=True)
class Gain:
    """What one rule would add: paths of faulty examples that nothing else finds, and of sound ones that were quiet."""

    rule: str
    found: tuple[str, ...]
    false: tuple[str, ...]

    def row(self) -> str:
        """A line of the table."""
        return f"| {self.rule} | {_listed(self.found)} | {_listed(self.false)} |"


def cases(folder: Path) -> list[Case]:
    """The cases whose page is there, in the form of W3C's testcases.json."""
    known = json.loads((folder / "testcases.json").read_text(encoding="utf-8"))["testcases"]
    found = (Case(rule=one["ruleId"], expected=one["expected"], approved=bool(one.get("approved")),
                  path=one["relativePath"].removeprefix("content-assets/wcag-act-rules/")) for one in known)
    return [one for one in found if (folder / one.path).is_file()]


def of(*engines: str) -> Callable[[str], bool]:
    """Whether a rule belongs to one of these engines; "ours" are those without an engine in their name."""
    return lambda rule: (rule.partition("/")[0] if "/" in rule else "ours") in engines


def score(found: Found, mapped: Mapped, counted: Callable[[str], bool]) -> Score:
    """What the rules that count say. mapped: ACT rule -> names of the rules that implement it."""
    said = [(case.faulty, words(case, one, mapped, counted)) for case, one in found]
    faulty, sound = [each for bad, each in said if bad], [each for bad, each in said if not bad]
    return Score(failed=len(faulty), found=sum(FAILED in each for each in faulty),
                 reviewed=sum(bool(each & {FAILED, CANT_TELL}) for each in faulty),
                 others=len(sound), false=sum(FAILED in each for each in sound))


def words(case: Case, said: Said, mapped: Mapped, counted: Callable[[str], bool]) -> set[str]:
    """The outcomes of the rules that count and that implement the case's ACT rule."""
    return {said[rule] for rule in mapped.get(case.rule, ()) if rule in said and counted(rule)}


def gains(found: Found, mapped: Mapped, audit: Callable[[str], bool], engine: str) -> Iterator[Gain]:
    """For each rule of an engine that says anything new about an example, what it would add to the audit."""
    quiet = [(case, said) for case, said in found if FAILED not in words(case, said, mapped, audit)]
    names = {rule for rules in mapped.values() for rule in rules if of(engine)(rule)}
    for name in sorted(names, key=_natural):
        rung = [case for case, said in quiet if FAILED in words(case, said, mapped, name.__eq__)]
        if rung:
            yield Gain(rule=name, found=tuple(case.path for case in rung if case.faulty),
                       false=tuple(case.path for case in rung if not case.faulty))


def _natural(name: str) -> tuple[str, int]:
    """sia-r9 before sia-r10."""
    digits = name[len(name.rstrip("0123456789")):]
    return name.removesuffix(digits), int(digits or 0)


def _listed(paths: Iterable[str]) -> str:
    """How many, and which: testcases/97a4e1/failed-1.html is "97a4e1 failed-1"."""
    short = [" ".join(Path(path).with_suffix("").parts[-2:]) for path in paths]
    return f"{len(short)}: {', '.join(short)}" if short else "none"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"
