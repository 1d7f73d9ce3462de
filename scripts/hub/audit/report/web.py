"""An audit as one HTML page: static, whole without script, and itself judged by the audit.

What is wrong comes first, one part a rule; then what people must look at, as a list to tick; what was not tested; and
each criterion of WCAG with what a machine can say of it and how people test it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from hub.audit.criteria import Criterion, criteria, table
from hub.audit.finding import UNTESTED, Finding
from hub.audit.judged import Audit
from hub.audit.report.faults import RESULTS, Fault, named, results, together
from hub.audit.report.text import NO_PROOF, verdict

STYLE = Path(__file__).with_name("web.css")
_QUOTED = re.compile("“([^”]+)”")
OPEN = 5  # more places than this are folded away
PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Accessibility audit of {target}, {day}</title>
<link rel="icon" href="data:,">
<style>
{style}</style>
</head>
<body>
<main>
<h1>Accessibility audit of {target}, {day}</h1>
{result}<nav aria-label="Parts of the report">
<ul>
{parts}</ul>
</nav>
{body}</main>
</body>
</html>
"""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """An element as the browser showed it. file: below the report; width, height: pixels; words: what stands in it."""

    file: str
    width: int
    height: int
    words: str


Pictures = Mapping[tuple[str, str], Picture]


def html(audit: Audit, pictures: Pictures | None = None) -> str:
    """The page. pictures: (page, selector) -> picture."""
    parts = list(_parts(audit, pictures or {}))
    links = "".join(f'<li><a href="#{name}">{title}</a></li>\n' for name, title, _ in parts)
    body = "".join(f'<h2 id="{name}">{title}</h2>\n{inside}' for name, title, inside in parts)
    return PAGE.format(target=escape(audit.target), day=audit.day, style=STYLE.read_text(encoding="utf-8"),
                       parts=links, result=_result(audit), body=body)


def _parts(audit: Audit, pictures: Pictures) -> Iterator[tuple[str, str, str]]:
    """(id, heading, what stands below it)."""
    for name, title, found in (("failures", "Failures of level A and AA", audit.failures),
                               ("advice", "Failures of level AAA and of good practice", audit.advice)):
        faults = together(audit, found)
        yield name, f"{title}: {len(faults)}", "".join(_fault(one, pictures) for one in faults) or _NOTHING
    yield "people", f"List for people to look at: {len(audit.review)}", _checklist(together(audit, audit.review))
    if audit.excused:
        faults = together(audit, audit.excused)
        yield "excused", f"Excused for a time: {len(faults)}", "".join(_fault(one, pictures) for one in faults)
    yield "untested", "What was not tested", _untested(audit)
    yield "criteria", "The 86 criteria of WCAG 2.2", _criteria(results(audit))
    yield "tests", "How people test each criterion", "".join(map(_test, criteria()))


_NOTHING = f"<p>None was found. {NO_PROOF}</p>\n"


def _result(audit: Audit) -> str:
    engines = ", ".join(f"{escape(name)} {escape(version)}" for name, version in sorted(audit.engines.items()))
    return (f"<p><strong>{escape(verdict(audit))}</strong></p>\n<p>{NO_PROOF}</p>\n"
            + _list((("Pages", f"{len(audit.pages)}, of which {sum(page.whole for page in audit.pages)} were judged in "
                      "a browser and the others by their file"), ("Judged by", engines))))


def _list(pairs: Iterable[tuple[str, str]]) -> str:
    return "<dl>\n" + "".join(f"<dt>{name}</dt><dd>{inside}</dd>\n" for name, inside in pairs if inside) + "</dl>\n"


def _fault(fault: Fault, pictures: Pictures) -> str:
    shown = next((one for one in fault.places if (one.page, one.selector) in pictures), None)
    picture = _picture(shown, pictures[shown.page, shown.selector]) if shown else ""
    return f"<h3>{_said(fault.says)}</h3>\n{_about(fault)}{picture}{_places(fault)}"


def _about(fault: Fault) -> str:
    """Whom it hinders, what to do, and what it is about."""
    first = fault.places[0]
    met = [one for num in first.criteria if (one := named(num))]
    level = f"level {first.level}" if first.criteria else "good practice, no criterion of WCAG"
    about = ", ".join((*(f'<a href="#{_id(one)}">{one.num} {escape(one.name)}</a>' for one in met), level))
    return _list((
        (fault.hinders, escape("; ".join(fault.readers))),
        ("To mend it", f"{escape(first.mend)}." if first.mend else ""),
        ("Criterion", about),
        ("Files to edit", ", ".join(f"<code>{escape(each)}</code>" for each in fault.sources)),
        ("Seen by", escape(", ".join(fault.witnesses))),
        ("Rule", f"<code>{escape(fault.rule)}</code>"),
    ))


def _places(fault: Fault) -> str:
    """All places; many of them are folded away."""
    said = f"{len(fault.places)} places on {len(fault.pages)} pages"
    items = "".join(f"<li>{_place(one, fault)}{_snippet(one)}</li>\n" for one in fault.places)
    listed = f'<ul class="places">\n{items}</ul>\n'
    if len(fault.places) <= OPEN:
        return f"<p>Places: {len(fault.places)}</p>\n{listed}"
    return f"<details><summary>{_said(fault.says)}: {said}</summary>\n{listed}</details>\n"


def _place(one: Finding, fault: Fault) -> str:
    said = f"<br>{_said(one.says)}" if one.says != fault.says else ""
    states = f" ({escape(', '.join(one.states))})" if one.states else ""
    source = f", made from <code>{escape(one.source)}</code>" if one.source else ""
    return f"{escape(one.page)}: <code>{escape(one.selector)}</code>{states}{source}{said}"


def _snippet(one: Finding) -> str:
    return f'<br><code lang="">{escape(one.snippet)}</code>' if one.snippet else ""


def _said(words: str) -> str:
    """Our words, with what they quote from a page marked as of a language that we do not know (HTML: lang="")."""
    return _QUOTED.sub(r'“<span lang="">\1</span>”', escape(words))


def _picture(one: Finding, picture: Picture) -> str:
    """The words in it stand below: an alternative cannot say that a part of it is in another language."""
    words = f'It says: <span lang="">{escape(picture.words)}</span>' if picture.words else "It holds no words."
    alt = f"The element at fault on {one.page}, {picture.width} by {picture.height} pixels. Its words follow."
    return (f'<figure><img src="{escape(picture.file)}" width="{picture.width}" height="{picture.height}" '
            f'alt="{escape(alt)}"><figcaption>{words}</figcaption></figure>\n')


def _checklist(faults: list[Fault]) -> str:
    """What a machine is not sure of: a box to tick for each place, for a person who looks at it or prints it."""
    if not faults:
        return "<p>The rules left nothing open. The tests for people remain.</p>\n"
    return "".join(f'<h3>To look at: {_said(fault.says)}</h3>\n{_about(fault)}<ul class="ticks">\n'
                   + "".join(_box(one, fault) for one in fault.places) + "</ul>\n" for fault in faults)


def _box(one: Finding, fault: Fault) -> str:
    return f'<li><label><input type="checkbox"> <span>{_place(one, fault)}</span></label>{_snippet(one)}</li>\n'


def _untested(audit: Audit) -> str:
    """What nobody knows after this audit."""
    rest = [page for page in audit.pages if not page.whole]
    silent = sum(outcome == UNTESTED for outcome in results(audit).values())
    lines = ["No person has tested anything for this report. Disabled people must try the pages.",
             f"{silent} of the 86 criteria were not tested by a machine, or not on each page.",
             "One browser was used. Screen readers, phones and other browsers may do otherwise."]
    if rest:
        lines.append(f"Rules that need a browser were not run on {len(rest)} pages, because each of them is built like "
                     "another page that was judged in full.")
    if audit.planned > len(audit.pages):
        lines.append(f"{audit.planned - len(audit.pages)} pages were not judged at all.")
    return "<ul>\n" + "".join(f"<li>{line}</li>\n" for line in lines) + "</ul>\n"


def _criteria(found: Mapping[str, str]) -> str:
    rows = "".join(f'<tr><th scope="row"><a href="#{_id(one)}">{one.num} {escape(one.name)}</a></th>'
                   f"<td>{one.level}</td><td>{RESULTS[found[one.num]]}</td></tr>\n" for one in criteria())
    return ("<table>\n<caption>What a machine can say. The link leads to the test for people.</caption>\n"
            '<thead><tr><th scope="col">Criterion</th><th scope="col">Level</th><th scope="col">Machine</th></tr>'
            f"</thead>\n<tbody>\n{rows}</tbody>\n</table>\n")


def _test(one: Criterion) -> str:
    made = table()
    steps = "".join(f"<li>{escape(step)}</li>\n" for step in one.procedure)
    readers = escape("; ".join(made.readers[each] for each in one.readers))
    tools = escape(" and ".join(made.tools[each] for each in one.tools))
    return (f'<h3 id="{_id(one)}">{one.num} {escape(one.name)}, level {one.level}</h3>\n<p>{escape(one.people)}</p>\n'
            f"<p>For {readers}. You need: {tools}.</p>\n<ol>\n{steps}</ol>\n")


def _id(one: Criterion) -> str:
    return f"test-{one.num.replace('.', '-')}"
