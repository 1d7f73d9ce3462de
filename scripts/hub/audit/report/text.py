"""An audit as text, for a terminal, a log and a screen reader: whole sentences, the worst first, no colour, no table.

The first lines tell the result, so that nobody must listen to the rest. Faults are numbered, so that two people can
speak about one; each begins with what is wrong, then whom it hinders, what to do, and where.
"""

from collections.abc import Iterator, Sequence

from hub.audit.finding import UNTESTED, Finding
from hub.audit.judged import Audit
from hub.audit.report.faults import Fault, results, together

PLACES = 5
NO_PROOF = "A machine finds a part of the faults. No failure is not conformance: people must try the pages too."


def text(audit: Audit) -> Iterator[str]:
    """The lines of the report."""
    whole = sum(page.whole for page in audit.pages)
    yield f"Audit of {audit.target} on {audit.day}."
    yield verdict(audit)
    rest = ", the others by their file: they are built like one of those" if whole < len(audit.pages) else ""
    yield f"{_count(len(audit.pages), 'page')}, {whole} of them in a browser{rest}."
    yield "Judged by " + ", ".join(f"{name} {version}" for name, version in sorted(audit.engines.items())) + "."
    for title, found in (("Failures of level A and AA", audit.failures),
                         ("Failures of level AAA and of good practice", audit.advice),
                         ("For people to look at", audit.review)):
        yield from _part(audit, title, found)
    yield from _part(audit, "Excused for a time", audit.excused) if audit.excused else ()
    yield ""
    untested = sum(outcome == UNTESTED for outcome in results(audit).values())
    yield (f"{untested} of the 86 criteria of WCAG 2.2 were not tested, or not on each page. "
           "No criterion was tested by people.")
    yield NO_PROOF


def verdict(audit: Audit) -> str:
    """The result in one sentence."""
    if not audit.failures:
        return f"No failure of level A or AA was found. {_count(len(audit.review), 'place')} for people to look at."
    pages = {one.page for one in audit.failures}
    faults = len(together(audit, audit.failures))
    return (f"{_count(faults, 'fault')} of level A or AA on {len(pages)} of {_count(len(audit.pages), 'page')}, "
            f"at {_count(len(audit.failures), 'place')}. {_count(len(audit.review), 'place')} for people to look at.")


def _part(audit: Audit, title: str, found: Sequence[Finding]) -> Iterator[str]:
    faults = together(audit, found)
    yield ""
    yield f"{title}: {len(faults) or 'none'}."
    for number, fault in enumerate(faults, start=1):
        yield ""
        yield from _fault(number, fault)


def _fault(number: int, fault: Fault) -> Iterator[str]:
    """One fault: a template repeats itself, so a few places stand for all."""
    first = fault.places[0]
    about = f"WCAG {', '.join(first.criteria)}, level {first.level}" if first.criteria else first.level
    yield f"{number}. {fault.says}. {about}."
    if fault.readers:
        yield f"   {fault.hinders} {'; '.join(fault.readers)}."
    if first.mend:
        yield f"   To mend it: {first.mend}."
    yield f"   {_count(len(fault.places), 'place')} on {_count(len(fault.pages), 'page')}:"
    for one in fault.places[:PLACES]:
        yield f"   - {_place(one, fault)}"
    if len(fault.places) > PLACES:
        yield f"   and {_count(len(fault.places) - PLACES, 'more place')}."
    yield f"   Seen by {', '.join(fault.witnesses)}. Rule {fault.rule}."


def _place(one: Finding, fault: Fault) -> str:
    """Page, element, what is wrong if it differs from place to place, the state, and the file to edit."""
    said = f": {one.says}" if one.says != fault.says else ""
    states = f" ({', '.join(one.states)})" if one.states else ""
    source = f"; made from {one.source}" if one.source else ""
    return f"{one.page}: {one.selector}{states}{said}{source}"


def _count(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
