"""What was found, in EARL's words: a finding is one fault at one place, however many engines saw it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

FAILED, CANT_TELL, PASSED, INAPPLICABLE, UNTESTED = "failed", "cantTell", "passed", "inapplicable", "untested"
GATING = ("A", "AA")
# From the strongest to the weakest: what two engines say of one place becomes one word.
ORDER = (FAILED, CANT_TELL, UNTESTED, PASSED, INAPPLICABLE)


@dataclass(frozen=True, order=True)
class Witness:
    """Who saw it: the engine, its version, and the engine's own name of the rule."""

    engine: str
    version: str
    rule: str

    def __str__(self) -> str:
        return f"{self.engine} {self.version} {self.rule}"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One fault at one place.

    outcome: "failed" (an engine is sure) or "cantTell" (a person must look). page: the path below the audited folder or
    address. criteria: numbers of WCAG, e.g. "1.4.3"; level: the lowest of theirs, or "best-practice". states: in which
    of the states of hub.audit.states it was seen; empty when it does not depend on them. readers: whom it hinders, ids
    of criteria.toml. source: the file that the page itself says it is made from, or "".
    """

    outcome: str
    rule: str
    page: str
    selector: str
    snippet: str
    says: str
    mend: str
    criteria: tuple[str, ...]
    level: str
    readers: tuple[str, ...]
    states: tuple[str, ...]
    witnesses: tuple[Witness, ...]
    source: str = ""

    @property
    def gates(self) -> bool:
        """Whether it makes an audit red: a sure failure of level A or AA."""
        return self.outcome == FAILED and self.level in GATING


def united(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with those about the same fault at the same place made one, in the order of their first."""
    kept: list[Finding] = []
    at: dict[tuple[str, str], list[int]] = {}
    for one in findings:
        same = at.setdefault((one.page, one.selector), [])
        twin = next((index for index in same if _same(kept[index], one)), None)
        if twin is None:
            same.append(len(kept))
            kept.append(one)
        else:
            kept[twin] = _both(kept[twin], one)
    return kept


def _same(one: Finding, two: Finding) -> bool:
    """One rule in two states, or two engines about the same criterion; two rules of one engine are two faults."""
    engines = {witness.engine for witness in one.witnesses} & {witness.engine for witness in two.witnesses}
    return one.rule == two.rule or (not engines and bool(set(one.criteria) & set(two.criteria)))


def _both(one: Finding, two: Finding) -> Finding:
    """The surer of the two, with the witnesses and states of both."""
    first, other = (two, one) if ORDER.index(two.outcome) < ORDER.index(one.outcome) else (one, two)
    return replace(first, states=tuple(dict.fromkeys((*one.states, *two.states))),
                   witnesses=tuple(dict.fromkeys((*first.witnesses, *other.witnesses))))
