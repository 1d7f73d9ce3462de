"""Can I get it, asked question by question: the page with everything in words, a page a question, a page a result."""

from collections.abc import Iterator
from dataclasses import dataclass

from hub.model.catalogue import Catalogue
from hub.model.eligibility import Band, Eligibility, Rule
from hub.model.paths import Step, Tree, tree
from hub.pages.answers import Ask, Item, Service, ask
from hub.pages.guide_answers import amount
from hub.pages.scope import Scope
from hub.pages.sources import SourceNote, notes
from hub.pages.states import period, shown
from hub.pages.text import MARK, Link, Run, Text, around, joined, text, within


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A question or a result with its number on the page that has them all. links: what follows; lines: conditions."""

    id: str
    title: Text
    links: tuple[Link, ...] = ()
    lines: tuple[Text, ...] = ()
    because: Text | None = None


@dataclass(frozen=True, kw_only=True)
class CheckView:
    """The start, and all of it for paper."""

    title: Text
    longest: str
    begin: str
    back: Link
    questions: tuple[Numbered, ...]
    results: tuple[Numbered, ...]
    when: tuple[str, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionView:
    """A question; each answer is a link to the next page."""

    title: Text
    answers: tuple[Link, ...]
    again: str
    back: Link


@dataclass(frozen=True, kw_only=True)
class OutcomeView:
    """A result: why, what one may get, what to read next, whom to ask, and where the rule is from."""

    title: Text
    because: Text
    output: Item | None
    see: tuple[Link, ...]
    ask: Ask
    again: str
    back: Link
    when: tuple[str, ...]
    sources: tuple[SourceNote, ...]


def rules_of(catalogue: Catalogue, service: str) -> Eligibility | None:
    """The rules that are shown: none where there are none, or where nobody is sure of them."""
    rules = catalogue.eligibility.get(service)
    return None if rules is None or rules.confidence == "low" else rules


def paths(catalogue: Catalogue, service: str) -> Iterator[str]:
    """The pages of a service's check: all in one, each question, each result."""
    if rules := rules_of(catalogue, service):
        ways = tree(rules)
        yield f"guides/{service}/check"
        yield from (f"guides/{service}/check/{name}" for name in (*ways.steps, *_reached(rules, ways)))


def door(scope: Scope, service: Service) -> Link | None:
    """The link from the guide."""
    path = _path(service)
    return Link(href=scope.url(path), title=text(scope.speech.say("check_link"))) if scope.exists(path) else None


def made(scope: Scope, service: Service, name: str) -> tuple[str, CheckView | QuestionView | OutcomeView, str]:
    """Template, view and title of one page. name: "" for the page that has everything."""
    rules = scope.catalogue.eligibility[service.id]
    ways = tree(rules)
    guide = scope.title("services", service.id)
    if not name:
        view = _whole(scope, service, rules, ways)
        return "check", view, view.title.plain
    if step := ways.steps.get(name):
        question = _question(scope, service, rules, ways, step)
        nth = f" ({step.nth})" if step.nth > 1 else ""
        return "check-question", question, f"{question.title.plain}{nth} - {guide.plain}"
    outcome = _outcome(scope, service, rules, name)
    return "check-outcome", outcome, f"{outcome.title.plain} - {guide.plain}"


def _path(service: Service) -> str:
    return f"guides/{service.id}/check"


def _reached(rules: Eligibility, ways: Tree) -> list[str]:
    return [name for name in rules.rules if name in ways.reached]


def _back(scope: Scope, service: Service) -> Link:
    return scope.link("services", service.id)


def _whole(scope: Scope, service: Service, rules: Eligibility, ways: Tree) -> CheckView:
    title = around(scope.speech.say("title_check", guide=MARK), MARK, scope.title("services", service.id))
    return CheckView(
        title=title,
        longest=scope.speech.count("check_longest", ways.longest),
        begin=scope.url(f"{_path(service)}/{ways.start}"),
        back=_back(scope, service),
        questions=tuple(_numbered_question(scope, service, rules, ways, name) for name in ways.steps),
        results=tuple(_numbered_result(scope, service, rules, name) for name in _reached(rules, ways)),
        when=_when(scope, service, rules),
        sources=notes(scope, rules.source),
    )


def _numbered_question(scope: Scope, service: Service, rules: Eligibility, ways: Tree, name: str) -> Numbered:
    number = [*ways.steps].index(name) + 1
    asked = _asked(scope, service, ways.steps[name].question)
    title = around(scope.speech.say("check_question", n=number, question=MARK), MARK, asked)
    return Numbered(id=f"question-{number}", title=title,
                    links=tuple(_answers(scope, service, rules, ways, ways.steps[name], numbered=True)))


def _numbered_result(scope: Scope, service: Service, rules: Eligibility, name: str) -> Numbered:
    rule = rules.rules[name]
    lines = tuple(_condition(scope, service, rules, asked, options) for asked, options in rule.conditions.items())
    return Numbered(id=f"result-{_number(rules, name)}", title=text(_result(scope, rules, name)),
                    because=_because(scope, service, name), links=_see(scope, rule),
                    lines=lines or (text(scope.speech.say("check_otherwise")),))


def _condition(scope: Scope, service: Service, rules: Eligibility, asked: str, options: tuple[str, ...]) -> Text:
    """A question with the answers that fit."""
    fits = joined((_label(scope, service, rules, asked, option) for option in options), " / ")
    return Text(((*within(_asked(scope, service, asked)), Run(" "), *within(fits)),))


def _question(scope: Scope, service: Service, rules: Eligibility, ways: Tree, step: Step) -> QuestionView:
    return QuestionView(title=_asked(scope, service, step.question),
                        answers=tuple(_answers(scope, service, rules, ways, step)),
                        again=scope.url(_path(service)), back=_back(scope, service))


def _answers(
    scope: Scope, service: Service, rules: Eligibility, ways: Tree, step: Step, *, numbered: bool = False
) -> Iterator[Link]:
    """Each answer leads to the next page; numbered: to its place on this page, whose number is said for paper."""
    for option, name in step.answers.items():
        label, where = _label(scope, service, rules, step.question, option), f"{_path(service)}/{name}"
        if not numbered:
            yield Link(href=scope.url(where), title=label)
        elif name in ways.steps:
            number = [*ways.steps].index(name) + 1
            yield Link(href=f"#question-{number}", title=label, note=scope.speech.say("check_go_question", n=number))
        else:
            number = _number(rules, name)
            yield Link(href=f"#result-{number}", title=label, note=scope.speech.say("check_go_result", n=number))


def _outcome(scope: Scope, service: Service, rules: Eligibility, name: str) -> OutcomeView:
    rule = rules.rules[name]
    return OutcomeView(
        title=text(_result(scope, rules, name)), because=_because(scope, service, name),
        output=_output(scope, service, rule), see=_see(scope, rule), ask=ask(scope, service),
        again=scope.url(_path(service)), back=_back(scope, service),
        when=_when(scope, service, rules), sources=notes(scope, rule.source or rules.source),
    )


def _output(scope: Scope, service: Service, rule: Rule) -> Item | None:
    """What the person may get, where it is known on this day."""
    outputs = service.facts.outputs
    kept = shown({rule.output: outputs[rule.output]}, scope.today) if rule.output and isinstance(outputs, dict) else ()
    return next((Item(title=scope.worded(service, "outputs", one.id), value=amount(scope, one.fact),
                      when=period(scope.speech, one), state=one.state) for one in kept), None)


def _number(rules: Eligibility, name: str) -> int:
    return [*rules.rules].index(name) + 1


def _result(scope: Scope, rules: Eligibility, name: str) -> str:
    outcome = scope.speech.say(f"outcome_{rules.rules[name].outcome.replace('-', '_')}")
    return scope.speech.say("check_result", n=_number(rules, name), outcome=outcome)


def _see(scope: Scope, rule: Rule) -> tuple[Link, ...]:
    return tuple(scope.link("services", one, summary=True) for one in rule.see)


def _when(scope: Scope, service: Service, rules: Eligibility) -> tuple[str, ...]:
    """For what time the rules hold, and when somebody wrote them down."""
    said = [sentence for one in shown({"rules": rules}, scope.today) for sentence in period(scope.speech, one)]
    return (*said, scope.speech.say("taken_on", date=scope.speech.date(service.facts.review.taken_on)))


def _asked(scope: Scope, service: Service, question: str) -> Text:
    return scope.words(service, lambda words: words.eligibility and (one := words.eligibility.questions.get(question))
                       and one.ask) or text(question)


def _label(scope: Scope, service: Service, rules: Eligibility, question: str, option: str) -> Text:
    """The words of an answer, with its years where the question is about age."""
    label = scope.words(service, lambda words: words.eligibility
                        and (one := words.eligibility.questions.get(question)) and one.options.get(option))
    years = _years(scope, rules.questions[question].band.get(option))
    label = label or text(option)
    return Text(((*within(label), Run(f" ({years})")),)) if years else label


def _years(scope: Scope, band: Band | None) -> str:
    if band is None:
        return ""
    return scope.speech.span(band.at_least, band.at_most, "calendar-days")


def _because(scope: Scope, service: Service, name: str) -> Text:
    return scope.words(service, lambda words: words.eligibility and (one := words.eligibility.rules.get(name))
                       and one.because) or Text(())
