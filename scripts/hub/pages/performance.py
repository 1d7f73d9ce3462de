"""What a service promises and what its office published about it, in words: on the guide and on the quality page."""

from hub.model.performance import Figures
from hub.model.service import ProcessingTime
from hub.model.values import NOT_APPLICABLE
from hub.pages.answers import Service
from hub.pages.scope import Scope
from hub.pages.states import shown
from hub.pages.text import Link, Run, Text, text


def newest(scope: Scope, service: Service) -> Figures | None:
    """The last period of which anybody knows how long it took, or how often the promise was kept."""
    periods = scope.catalogue.performance.get(service.id, {})
    timed = [one for one in periods.values() if one.median_days is not None]
    kept = [one for one in periods.values() if one.within_promise_pct is not None]
    return (timed or kept or [None])[-1]


def really(scope: Scope, service: Service) -> Text | None:
    """The sentence of a guide under "How long it takes"; None where the question does not arise."""
    figures, say = newest(scope, service), scope.speech.say
    if not figures:
        applies = service.facts.processing_time != NOT_APPLICABLE
        return text(say("nobody_publishes")) if applies else None
    period, said = scope.speech.period(figures.period), []
    if figures.median_days is not None:
        said.append(say("really_took", time=time(scope, figures), period=period, n=whole(scope, figures.applications)))
    if figures.within_promise_pct is not None:
        said.append(say("in_promise", period=period, share=scope.speech.share(figures.within_promise_pct)))
    link = page(scope, service.facts.jurisdiction)
    return Text(((Run(" ".join(said) + " "), Run(link.title.plain, f"{link.href}#{service.id}")),))


def published(scope: Scope, service: Service) -> tuple[str, ...]:
    """The sources of that sentence."""
    figures = newest(scope, service)
    return figures.source if figures else ()


def page(scope: Scope, jurisdiction: str) -> Link:
    """The quality page of a country."""
    name = scope.title("jurisdictions", jurisdiction).plain
    return Link(href=scope.url(f"quality/{jurisdiction}"), title=text(scope.speech.say("title_quality", country=name)))


def time(scope: Scope, figures: Figures) -> str:
    """How long half of the applications took at most; that nobody published it."""
    if figures.median_days is None:
        return scope.speech.say("not_published")
    return scope.speech.count("duration_days", figures.median_days)


def whole(scope: Scope, number: int | None) -> str:
    """A number of applications or of people; that nobody published it."""
    return scope.speech.say("not_published") if number is None else scope.speech.number(number)


def promises(scope: Scope, service: Service) -> tuple[ProcessingTime, ...]:
    """The times that hold on the day, in the order of the guide."""
    return tuple(one.fact for one in shown(service.facts.processing_time, scope.today) if one.state == "stated")


def promised(scope: Scope, promise: ProcessingTime) -> str:
    """One of them in words."""
    return scope.speech.span(promise.at_least, promise.at_most, promise.counted_in)
