"""What a rule of ours is: one reason, one file. rules/ holds them; tests/audit/rules/<id>/ their example pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hub.audit.finding import CANT_TELL, FAILED, INAPPLICABLE, PASSED, UNTESTED


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A place where a rule is not kept. sure: False where a person must look, whatever the rule says of itself."""

    selector: str
    snippet: str
    says: str
    sure: bool = True


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a rule saw on a page: to how many things it applies, and those that are not in order.

    ran: False where it could not look, or not to the end; then what it did not see is untested, never passed.
    """

    targets: int
    faults: tuple[Fault, ...] = ()
    ran: bool = True


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule of ours.

    id: words with hyphens. says: what is demanded, in one sentence. criteria: numbers of WCAG, none for best practice.
    act: ids of the ACT rules that it implements. gates: whether a fault is "failed"; else it is "cantTell", for people.
    readers: whom a fault hinders (ids of criteria.toml). mend: what to do, for somebody who edits pages. states: in
    which states of hub.audit.states it looks (browser rules only). find: for a source rule from a Page, for a browser
    rule from (driver, Page), for a site rule from all Pages, where it yields (page, Fault) under `Across`.
    """

    id: str
    says: str
    criteria: tuple[str, ...]
    gates: bool
    readers: tuple[str, ...]
    mend: str
    find: Callable[..., Any]
    act: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def outcome(self, seen: Seen) -> str:
        """What a page gets from this rule, in EARL's words."""
        if any(self.of(fault) == FAILED for fault in seen.faults):
            return FAILED
        if seen.faults:
            return CANT_TELL
        if not seen.ran:
            return UNTESTED
        return PASSED if seen.targets else INAPPLICABLE

    def of(self, fault: Fault) -> str:
        """What one fault counts for."""
        return FAILED if self.gates and fault.sure else CANT_TELL


@dataclass(frozen=True, kw_only=True)
class Across:
    """What a site rule saw: how many pages it compared, and the faults with the path of the page of each."""

    targets: int
    faults: tuple[tuple[str, Fault], ...] = ()
