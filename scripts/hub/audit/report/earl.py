"""An audit in EARL 1.0 as JSON-LD: one assertion for each rule and page, also where nothing was found or nothing ran.

https://www.w3.org/TR/EARL10-Schema/. A person's own judgement is another assertion, with mode earl:manual; a machine
writes none.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from hub.audit import rules
from hub.audit.criteria import by_number
from hub.audit.finding import UNTESTED, Finding
from hub.audit.judged import Audit, Judged
from hub.audit.report.faults import about, address, named

CONTEXT = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "WCAG2": "http://www.w3.org/TR/WCAG2/#",
    "dct": "http://purl.org/dc/terms/",
    "sch": "https://schema.org/",
    "doap": "http://usefulinc.com/ns/doap#",
    "ptr": "http://www.w3.org/2009/pointers#",
    "title": "dct:title",
    "source": "dct:source",
    "date": "dct:date",
    "name": "doap:name",
    "revision": "doap:revision",
    "assertedBy": {"@type": "@id"},
    "subject": {"@type": "@id"},
    "test": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "mode": {"@type": "@id"},
    "pointer": {"@type": "ptr:CSSSelectorPointer"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
}
# Rules that compare pages are named on a page only where it differs from the others.
_COMPARE = {rule.id for rule in rules.SITE}


def earl(audit: Audit) -> dict[str, Any]:
    """The whole document. Engines, rules and pages are described once, and referred to by assertions."""
    names = sorted({*audit.rules, *audit.count(), *(one.rule for one in audit.findings)})
    engines = {name: f"urn:stepfree:engine:{name}:{version}" for name, version in sorted(audit.engines.items())}
    described = [*_engines(audit, engines), *(_test(audit, rule) for rule in names)]
    subjects = [_subject(audit, page) for page in audit.pages]
    return {"@context": CONTEXT, "@graph": [*described, *subjects, *_assertions(audit, names, engines)]}


def _engines(audit: Audit, engines: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for name, version in audit.engines.items():
        yield {"@id": engines[name], "@type": ["Assertor", "Software"], "name": name, "revision": version}


def _test(audit: Audit, rule: str) -> dict[str, Any]:
    what = about(audit, rule)
    met = [f"WCAG2:{by_number(num).id}" for num in what.criteria if named(num)]
    made = {"@id": _rule(rule), "@type": "TestCase", "title": what.says, "isPartOf": met}
    return made | ({"source": what.address} if what.address else {})


def _rule(rule: str) -> str:
    return f"urn:stepfree:rule:{quote(rule)}"


def _page(page: Judged) -> str:
    return f"urn:stepfree:page:{quote(page.page)}"


def _subject(audit: Audit, page: Judged) -> dict[str, Any]:
    made = {"@id": _page(page), "@type": ["TestSubject", "sch:WebPage"],
            "source": address(audit, page.page)}
    return made | ({"dct:description": f"Built like {page.like}, which was judged in full"} if page.like else {})


def _assertions(audit: Audit, names: list[str], engines: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    by = {rule: engines.get(about(audit, rule).engine, "urn:stepfree:engine:unknown") for rule in names}
    for page in audit.pages:
        found: dict[str, list[Finding]] = {}
        for one in page.findings:
            found.setdefault(one.rule, []).append(one)
        for rule in names:
            if rule in page.outcomes or rule in found or (rule in audit.rules and rule not in _COMPARE):
                outcome = _outcome(page, rule, found.get(rule, []))
                made = {"assertedBy": by[rule], "subject": _page(page), "test": _rule(rule)}
                yield made | _result(audit, outcome, found.get(rule, []))


def _outcome(page: Judged, rule: str, found: list[Finding]) -> str:
    """What the rule said; that of its findings for one that is no rule of pages, such as an exception that ended."""
    return page.outcomes.get(rule, found[0].outcome if found else UNTESTED)


def _result(audit: Audit, outcome: str, found: list[Finding]) -> dict[str, Any]:
    result: dict[str, Any] = {"@type": "TestResult", "outcome": f"earl:{outcome}", "date": audit.day}
    if found:
        result |= {"pointer": [one.selector for one in found],
                   "info": "; ".join(dict.fromkeys(one.says for one in found))}
    return {"@type": "Assertion", "mode": "earl:automatic", "result": result}
