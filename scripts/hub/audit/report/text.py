"""An audit as text, for a terminal, a log and a screen reader: whole sentences, the worst first, no colour."""

from collections.abc import Iterator, Sequence

from hub.audit.finding import Finding
from hub.audit.judged import Audit

PLACES = 5


def text(audit: Audit) -> Iterator[str]:
    """The lines of the report."""
    whole = sum(page.whole for page in audit.pages)
    yield f"Audit of {audit.target} on {audit.day}: {len(audit.pages)} pages, {whole} of them in a browser."
    yield "Judged by " + ", ".join(f"{name} {version}" for name, version in sorted(audit.engines.items())) + "."
    for title, found in (("Failures of level A and AA", audit.failures),
                         ("Failures of level AAA and of good practice", audit.advice),
                         ("For people to look at", audit.review)):
        yield ""
        yield f"{title}: {len(found)}."
        yield from _listed(found)
    if audit.excused:
        yield ""
        yield f"Excused for a time: {len(audit.excused)}."
    yield ""
    yield "A machine finds a part of the faults. No failure is not conformance: people must try the pages too."


def _listed(found: Sequence[Finding]) -> Iterator[str]:
    """Each fault once, with the pages that have it: a template repeats itself."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in found:
        groups.setdefault((one.rule, one.says), []).append(one)
    for (rule, says), places in sorted(groups.items(), key=lambda group: -len(group[1])):
        first = places[0]
        about = f"WCAG {', '.join(first.criteria)}, level {first.level}" if first.criteria else first.level
        yield f"- {says} ({rule}; {about}), {_times(len(places))}."
        for one in places[:PLACES]:
            states = f" ({', '.join(one.states)})" if one.states else ""
            source = f"; made from {one.source}" if one.source else ""
            yield f"    {one.page}: {one.selector}{states}{source}"
        if len(places) > PLACES:
            yield f"    and {len(places) - PLACES} more places"
        if first.mend:
            yield f"    To mend it: {first.mend}."
        others = sorted({str(witness) for one in places for witness in one.witnesses})
        yield f"    Seen by {', '.join(others)}."


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
