"""The pages of the eligibility check: every way through them ends, and says whose word it is."""

from dataclasses import replace
from posixpath import join, normpath

import pytest

from hub.model.paths import tree
from hub.pages import check
from hub.pages.scope import address
from tests.pages.conftest import scope_at

KINDS = {"check.html", "check-question.html", "check-outcome.html"}


@pytest.fixture(scope="module")
def checks(pages):
    """(path, language) -> page, of all pages of all checks."""
    return {(page.path, page.language): page for page in pages if page.template in KINDS}


@pytest.fixture(scope="module")
def addresses(catalogue, pages, docs):
    written = [address(catalogue, path, language) for path, languages in docs.items() for language in languages]
    return {*written, *(address(catalogue, page.path, page.language) for page in pages)}


def starts(checks):
    return [page for page in checks.values() if page.template == "check.html"]


def target(catalogue, page, href):
    """The address below the root to which a link of the page leads."""
    path, _, fragment = href.partition("#")
    here = address(catalogue, page.path, page.language)
    return (here if not path else normpath(join(here, path)) + "/"), fragment


def test_at_least_four_services_have_a_check_in_every_language_of_their_country(catalogue, checks):
    services = {page.path.split("/")[1] for page in starts(checks)}
    assert services == catalogue.eligibility.keys()
    assert len(services) >= 4
    for service in services:
        spoken = catalogue.jurisdictions[catalogue.services[service].facts.jurisdiction].facts.languages
        assert {page.language for page in starts(checks) if f"/{service}/" in page.path} == {*spoken}


def test_there_is_a_page_for_each_question_in_each_state_and_for_each_result(catalogue, checks):
    for service, rules in catalogue.eligibility.items():
        ways = tree(rules)
        names = {path.removeprefix(f"guides/{service}/check").lstrip("/") for path, _ in checks
                 if path.startswith(f"guides/{service}/check")}
        assert names == {"", *ways.steps, *rules.rules}
        assert len(names) <= 30, f"{service}: {len(names)} pages"


def test_every_way_ends_at_a_result(catalogue, checks):
    for page in starts(checks):
        waiting, seen = [target(catalogue, page, page.view.begin)[0]], set()
        made = {address(catalogue, one.path, one.language): one for one in checks.values()}
        for there in waiting:
            if there not in seen and made[there].template == "check-question.html":
                waiting += [target(catalogue, made[there], link.href)[0] for link in made[there].view.answers]
            seen.add(there)
        service = page.path.split("/")[1]
        ends = {made[there].path.rpartition("/")[2] for there in seen if made[there].template == "check-outcome.html"}
        assert ends == catalogue.eligibility[service].rules.keys()


def test_every_link_leads_to_a_page(catalogue, checks, addresses):
    for page in checks.values():
        view = page.view
        links = [view.back.href, getattr(view, "again", view.back.href), getattr(view, "begin", view.back.href)]
        links += [link.href for link in (*getattr(view, "answers", ()), *getattr(view, "see", ()))]
        links += [note.href for note in getattr(view, "sources", ())]
        lost = [href for href in links if not href or target(catalogue, page, href)[0] not in addresses]
        assert not lost, page.path


def test_the_paper_leads_only_to_what_stands_on_it(checks):
    for page in starts(checks):
        here = {f"#{one.id}" for one in (*page.view.questions, *page.view.results)}
        sent = {link.href for one in page.view.questions for link in one.links}
        assert sent <= here
        assert here - sent == {"#question-1"}, "every other place is reached from an answer"


def test_the_paper_lists_every_rule_in_order_with_its_reason(catalogue, checks):
    for page in starts(checks):
        rules = catalogue.eligibility[page.path.split("/")[1]].rules
        assert [one.id for one in page.view.results] == [f"result-{number}" for number in range(1, len(rules) + 1)]
        assert all(one.because.plain and one.lines for one in page.view.results)


def test_a_result_names_its_reason_its_source_its_date_and_whom_to_ask(catalogue, checks):
    for page in checks.values():
        if page.template == "check-outcome.html":
            _, service, _, name = page.path.split("/")
            rules = catalogue.eligibility[service]
            assert page.view.because.plain
            assert [note.href.split("/")[-2] for note in page.view.sources] == list(
                dict.fromkeys(rules.rules[name].source or rules.source))
            assert page.view.when
            assert page.view.ask.contact
            assert [link.href != "" for link in page.view.see] == [True] * len(rules.rules[name].see)


def test_nothing_is_left_in_another_language(checks):
    """The shipped checks have words in all languages of their countries."""
    assert [key for key, page in checks.items() if "lang='en', dir=" in repr(page.view)] == []


def test_the_guide_leads_to_its_check(catalogue, pages, checks):
    for page in pages:
        if page.template == "guide.html":
            door = next(answer for answer in page.view.answers if answer.id == "requirements").extra
            assert (door is not None) == ((f"{page.path}/check", page.language) in checks)
            assert door is None or target(catalogue, page, door.href)[0] == address(
                catalogue, f"{page.path}/check", page.language)


def without_words(catalogue, service, language):
    """The same catalogue, without the words of the check in one language."""
    thing = catalogue.services[service]
    words = thing.words[language].model_copy(update={"eligibility": None})
    other = replace(thing, words={**thing.words, language: words})
    return replace(catalogue, services={**catalogue.services, service: other})


def test_words_that_are_not_translated_are_those_of_the_source_language(catalogue, docs, spoken):
    poorer = without_words(catalogue, "ke-inua-jamii-pwsd", "sw")
    scope = scope_at(poorer, spoken, docs, "guides/ke-inua-jamii-pwsd/check/citizen", "sw")
    _, view, title = check.made(scope, poorer.services["ke-inua-jamii-pwsd"], "citizen")
    assert (view.title.lang, view.title.plain) == ("en", "Is the person who needs care a citizen of Kenya?")
    assert {link.title.lang for link in view.answers} == {"en"}
    assert title.endswith(view.back.title.plain)
    assert scope.borrowed == {"en"}


def test_rules_that_nobody_is_sure_of_have_no_page(catalogue):
    rules = catalogue.eligibility["ke-inua-jamii-pwsd"].model_copy(update={"confidence": "low"})
    doubted = replace(catalogue, eligibility={"ke-inua-jamii-pwsd": rules})
    assert [*check.paths(doubted, "ke-inua-jamii-pwsd")] == []


def test_rules_that_have_ended_say_so(catalogue, docs, spoken):
    scope = scope_at(catalogue, spoken, docs, "guides/ke-inua-jamii-pwsd/check/all", "en")
    ended = catalogue.eligibility["ke-inua-jamii-pwsd"].model_copy(
        update={"valid_until": scope.today.replace(year=2025), "then": "unknown"})
    later = replace(scope, catalogue=replace(catalogue, eligibility={"ke-inua-jamii-pwsd": ended}))
    _, view, _ = check.made(later, catalogue.services["ke-inua-jamii-pwsd"], "all")
    assert "That time is over." in " ".join(view.when)
