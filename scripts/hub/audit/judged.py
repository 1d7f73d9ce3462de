"""What an audit comes to: for each page its findings and what each rule said; for all of them, what ran."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hub.audit.finding import CANT_TELL, ORDER, Finding


@dataclass(frozen=True, kw_only=True)
class About:
    """What a rule is. engine: whose; says: what it demands; mend: what to do; address: where more is said, or ""."""

    engine: str
    says: str
    mend: str
    criteria: tuple[str, ...]
    level: str
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One page. whole: in a browser, by every rule; else by the rules that need only its file, because `like` (another
    page) is built alike. outcomes: rule -> EARL outcome. engines: name -> version of all that ran. structure: equal
    on pages that are built alike. transcript: what is heard. about: the rules of other engines that ran here; a whole
    audit has them together, and its pages have none.
    """

    page: str
    whole: bool
    like: str = ""
    structure: str = ""
    findings: tuple[Finding, ...] = ()
    outcomes: Mapping[str, str] = field(default_factory=dict)
    engines: Mapping[str, str] = field(default_factory=dict)
    transcript: tuple[str, ...] = ()
    about: Mapping[str, About] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Audit:
    """A whole audit. target: as it was typed. day: YYYY-MM-DD. planned: how many pages there are to judge.

    rules: every rule that ran or could have, ours and others', by the name that findings and outcomes give it.
    """

    target: str
    day: str
    planned: int
    pages: tuple[Judged, ...]
    excused: tuple[Finding, ...] = ()
    rules: Mapping[str, About] = field(default_factory=dict)

    @property
    def findings(self) -> list[Finding]:
        """All of them, pages in order."""
        return [one for page in self.pages for one in page.findings]

    @property
    def failures(self) -> list[Finding]:
        """Those that gate."""
        return [one for one in self.findings if one.gates]

    @property
    def review(self) -> list[Finding]:
        """Those at which a person must look."""
        return [one for one in self.findings if one.outcome == CANT_TELL]

    @property
    def advice(self) -> list[Finding]:
        """Failures of level AAA and of best practice."""
        return [one for one in self.findings if not one.gates and one.outcome != CANT_TELL]

    @property
    def engines(self) -> dict[str, str]:
        """Name -> version."""
        return {name: version for page in self.pages for name, version in page.engines.items()}

    def count(self) -> Mapping[str, Counter[str]]:
        """For each rule how many pages got which outcome."""
        found: dict[str, Counter[str]] = {}
        for page in self.pages:
            for rule, outcome in page.outcomes.items():
                found.setdefault(rule, Counter())[outcome] += 1
        return found


def strongest(outcomes: Iterable[str]) -> str:
    """One word for several: failed before cantTell before untested before passed before inapplicable."""
    return min(outcomes, key=ORDER.index)
