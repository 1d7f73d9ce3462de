"""Feedback without an account: links with the page filled in, and a page that says plainly when nobody answers."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from hub.load.catalogue import load
from hub.model.hub import FeedbackContact
from hub.pages import feedback
from hub.pages.everything import render, speeches
from hub.pages.scope import Scope
from tests.catalogue.copies import TINY
from tests.pages.conftest import TODAY, scope_at

PAGE = "https://rampe.example/base/guides/xx-carte/"
TITLE = "Carte & prix + 100 %?"


@pytest.fixture(scope="module")
def tiny():
    return load(TINY.parent).catalogue


def scope(catalogue, **hub) -> Scope:
    """The invented hub with other ways to reach its owner."""
    made = replace(catalogue, hub=catalogue.hub.model_copy(update=hub))
    return scope_at(made, speeches(made), {}, "feedback", "fr")


def point(**fields) -> dict[str, FeedbackContact]:
    return {"un": FeedbackContact(**fields)}


def filled(catalogue, **hub) -> list[str]:
    hub = {"feedback": "unknown", "feedback_form": None, **hub}
    return [link.href for links in feedback.reports(scope(catalogue, **hub), TITLE, PAGE) for link in links]


def test_a_mail_has_subject_and_page(tiny):
    barrier, fact = filled(tiny, feedback=point(kind="email", address="équipe+1@rampe.example"))
    address, asked = urlsplit(barrier), parse_qs(urlsplit(barrier).query, strict_parsing=True)
    assert (address.scheme, address.path) == ("mailto", "%C3%A9quipe%2B1@rampe.example")
    assert asked == {"subject": [f"Signaler un obstacle: {TITLE}"], "body": [f"{PAGE}\r\n"]}
    assert parse_qs(urlsplit(fact).query)["subject"] == [f"Signaler une erreur: {TITLE}"]
    assert "+" not in barrier.partition("?")[2], "mail programs show a plus as a plus"


def test_an_sms_has_a_body(tiny):
    barrier, _ = filled(tiny, feedback=point(kind="sms", number="0555 10", international="+999555101011"))
    assert barrier.startswith("sms:+999555101011?body=")
    assert parse_qs(urlsplit(barrier).query) == {"body": [f"Signaler un obstacle: {PAGE} "]}


def test_whatsapp_has_a_text(tiny):
    barrier, _ = filled(tiny, feedback=point(kind="whatsapp", number="0555 10", international="+999555101011"))
    assert barrier.startswith("https://wa.me/999555101011?text=Signaler%20un%20obstacle%3A%20https%3A%2F%2Frampe")


@pytest.mark.parametrize(("form", "begins"), [
    ("https://rampe.example/f", "https://rampe.example/f?page=https%3A%2F%2F"),
    ("https://rampe.example/f?a=b", "https://rampe.example/f?a=b&page=https%3A%2F%2F"),
])
def test_a_form_is_told_the_page_and_what_it_is_about(tiny, form, begins):
    links = filled(tiny, feedback_form=form)
    assert [link.startswith(begins) for link in links] == [True, True]
    assert [parse_qs(urlsplit(link).query)["page"] for link in links] == [[PAGE], [PAGE]]
    assert [parse_qs(urlsplit(link).query)["about"] for link in links] == [["barrier"], ["wrong-fact"]]


@pytest.mark.parametrize(("fields", "shown", "href"), [
    ({"kind": "voice", "number": "0555 10 10"}, "0555\u00a010\u00a010", "tel:05551010"),
    ({"kind": "text-relay", "number": "18001 0555"}, "18001\u00a00555", "tel:180010555"),
    ({"kind": "post", "address": "Boîte 9, Port-Clair"}, "Boîte 9, Port-Clair", ""),
])
def test_ways_that_take_no_text_stand_as_they_are(tiny, fields, shown, href):
    hub = {"feedback": point(**fields), "feedback_form": None}
    assert filled(tiny, **hub) == []
    ((_, link),) = feedback.ways(scope(tiny, **hub))
    assert (link.title.plain, link.href) == (shown, href)


def test_link_texts_of_a_page_differ(tiny):
    """Two links of the same words would lead to different mails."""
    both = point(kind="email", address="un@rampe.example") | {
        "deux": FeedbackContact(kind="email", address="deux@rampe.example")}
    found = feedback.reports(scope(tiny, feedback=both), TITLE, PAGE)
    words = [link.title.plain for links in found for link in links]
    assert len(words) == len(set(words)) == 4


def test_every_page_of_the_tiny_hub_names_itself(tiny):
    for page in render(tiny, TODAY, {}):
        mails = [link.href for links in page.frame.reports for link in links if link.href.startswith("mailto:")]
        assert [parse_qs(urlsplit(mail).query)["body"] for mail in mails] == [[f"{page.frame.canonical}\r\n"]] * 2
        assert page.frame.answer


@pytest.mark.parametrize(("hub", "nobody", "answer"), [
    ({"feedback": "unknown", "feedback_form": None}, True, ""),
    ({"feedback": "unknown"}, False, "Nous répondons dans un délai de 5\u00a0jours."),
    ({"answer_within": None}, False, "Nous ne disons pas quand vous aurez une réponse."),
    ({}, False, "Nous répondons dans un délai de 5\u00a0jours."),
])
def test_the_page_says_who_answers_and_when(tiny, hub, nobody, answer):
    view = feedback.view(scope(tiny, **hub))
    assert (bool(view.nobody), view.answer) == (nobody, answer)
    assert bool(view.ways) != nobody


def test_a_hub_that_nobody_answers_for_promises_nothing(catalogue, pages):
    assert catalogue.hub.feedback == "unknown"
    for page in pages:
        assert (page.frame.reports, page.frame.feedback, page.frame.answer) == ((), (), "")
        assert bool(page.frame.report) == (page.path != "feedback"), page.path


def test_bodies_for_complaints_stand_under_their_country(catalogue, pages):
    known = {one.id: one.facts.jurisdiction for one in catalogue.organisations.values()
             if one.facts.type == "ombudsman"}
    assert set(known.values()) == {"az", "ke"}
    for page in pages:
        if page.path == "feedback":
            found = {body.link.href.rstrip("/").rpartition("/")[2]: one.id
                     for one in page.view.complaints for body in one.bodies}
            assert found == known, page.language
            assert all(any(body.contact for body in one.bodies) for one in page.view.complaints)
            assert len(page.view.questions) == 5


def test_a_country_without_a_body_says_so(tiny):
    lone = {key: one for key, one in tiny.organisations.items() if one.facts.type != "ombudsman"}
    made = replace(tiny, organisations=lone, hub=tiny.hub.model_copy(update={"enforcement": "unknown"}))
    (one,) = feedback.view(scope(made)).complaints
    assert (one.bodies, one.none) == ((), "Nous ne connaissons pas d’organisme de ce genre ici.")
