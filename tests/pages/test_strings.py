"""The words of the pages: every key that is asked for exists, every key is asked for, plurals have all their forms."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from babel import Locale

from hub.model.access import AccessCheck, Accessibility
from hub.model.alert import AlertFacts
from hub.model.eligibility import Rule
from hub.model.evaluation import RESULTS, Claim
from hub.model.jurisdiction import JurisdictionFacts
from hub.model.mobile import Mobile
from hub.model.organisation import ContactPoint, OrganisationFacts
from hub.model.place import PlaceFacts
from hub.model.provenance import Sourced, Words
from hub.model.service import (
    Booking,
    Channel,
    Cost,
    Evidence,
    NoAnswer,
    Output,
    ProcessingTime,
    ServiceFacts,
)
from hub.model.source import Source
from hub.model.subject import LifeEventStep
from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.pages.feedback import QUESTIONS, REPORTS
from hub.pages.frame import DOORS
from tests.pages.test_guide import NINE

ROOT = Path(__file__).parents[2]
CODE = sorted((ROOT / "scripts/hub/pages").glob("*.py"))
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
ASKED = re.compile(r"\bsay\.(\w+)")


def literals(annotation: Any) -> set[str]:
    """The words that a field may hold."""
    if get_origin(annotation) is Literal:
        return {*get_args(annotation)} - {UNKNOWN, NOT_APPLICABLE}
    return {word for inner in get_args(annotation) for word in literals(inner)}


def of(model: Any, field: str) -> set[str]:
    words = literals(model.model_fields[field].annotation)
    assert words, f"{model.__name__}.{field} has no fixed words"
    return words


# Keys that code puts together: the beginning -> what may follow.
FAMILIES = {
    "basis_": of(ProcessingTime, "basis"),
    "book_": of(Booking, "needed"),
    "certainty_": {word.lower() for word in literals(AlertFacts.model_fields["certainty"].annotation)},
    "channel_": of(Channel, "type"),
    "checked_": of(AccessCheck, "method"),
    "confidence_": of(Sourced, "confidence"),
    "conforms_": of(Claim, "status") | {UNKNOWN},
    "contact_": of(ContactPoint, "kind"),
    "date_": of(Source, "date_kind") - {"undated"},
    "door_": {*DOORS},
    "duration_": {"minutes", "hours", "days", "working-days", "weeks", "months", "years"},
    "effect_": of(NoAnswer, "effect"),
    "format_": of(Evidence, "formats"),
    "grade_": of(Accessibility, "wheelchair_accessibility_grade"),
    "heading_": {*NINE},
    "outcome_": of(Rule, "outcome"),
    "organisation_": of(OrganisationFacts, "type"),
    "pay_": of(Cost, "pay_by"),
    "per_": of(Output, "per") | of(Cost, "per"),
    "place_": of(PlaceFacts, "type"),
    "question_": {*QUESTIONS},
    "report_": {*REPORTS},
    "result_": {word.lower() + about for word in RESULTS for about in ("", "_about")},
    "severity_": {word.lower() for word in literals(AlertFacts.model_fields["severity"].annotation)},
    "source_": of(Source, "kind"),
    "status_": of(ServiceFacts, "status") - {"active"},
    "step_": of(LifeEventStep, "do"),
    "summary_": {"life-events", "topics", "a-z", "places", "organisations", "accommodations", "feedback", "alerts",
                "mobile", "offline", "search", "take"},
    "title_": {"life-events", "topics", "a-z", "places", "organisations", "accommodations", "feedback", "alerts",
                "mobile", "offline", "search", "take"},
    "translated_by_": of(Words, "translated_by"),
    "vehicle_": of(Mobile, "vehicle"),
    "urgency_": {word.lower() for word in literals(AlertFacts.model_fields["urgency"].annotation)},
    # only of fields that may be unknown; the keys that code names in full are found there
    "unknown_": {"outputs", "requirements", "evidence", "costs", "steps", "channels", "processing-time", "no-answer",
                 "redress", "sign-in", "languages"},
}


def key(beginning: str, word: str) -> str:
    return beginning + word.replace("-", "_")


def calls(path: Path) -> Iterator[tuple[int, ast.expr]]:
    """(line, first argument) of each say(...) and count(...), both sides of an `if` inside it on their own."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("say", "count"):
                first = node.args[0]
                sides = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                yield from ((node.lineno, side) for side in sides)


def constants(path: Path) -> set[str]:
    return {node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.fixture(scope="session")
def keys(catalogue) -> set[str]:
    return set(catalogue.strings["en"])


@pytest.fixture(scope="session")
def plural(catalogue) -> set[str]:
    return {name for name, text in catalogue.strings["en"].items() if not isinstance(text, str)}


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.stem)
def test_every_key_that_code_names_exists(keys, path):
    named = {argument.value for _, argument in calls(path) if isinstance(argument, ast.Constant)}
    assert named - keys == set()


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.stem)
def test_every_key_that_code_puts_together_is_of_a_known_family(path):
    for line, argument in calls(path):
        if isinstance(argument, ast.JoinedStr):
            beginning = argument.values[0]
            assert isinstance(beginning, ast.Constant), f"line {line}: begin the key with its family"
            assert beginning.value in FAMILIES, f"line {line}: say in FAMILIES what may follow {beginning.value}"


@pytest.mark.parametrize("beginning", FAMILIES)
def test_every_key_of_a_family_exists(keys, beginning):
    assert {key(beginning, word) for word in FAMILIES[beginning]} - keys == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT / "overrides").as_posix())
def test_every_key_that_a_template_names_exists(keys, plural, path):
    named = {*ASKED.findall(path.read_text(encoding="utf-8"))}
    assert named - keys == set()
    assert named & plural == set(), "a template cannot choose a plural form"


def test_keys_are_found_at_all():
    """An expression that finds nothing would let everything pass."""
    assert sum(len(list(calls(path))) for path in CODE) > 60
    assert sum(len(ASKED.findall(path.read_text(encoding="utf-8"))) for path in TEMPLATES) > 60
    assert {word for words in FAMILIES.values() for word in words} >= {"mobile-unit", "web-form", "may-appeal", "un"}
    assert literals(JurisdictionFacts.model_fields["emergency"].annotation) == set()


def test_every_key_is_used(keys):
    families = {key(beginning, word) for beginning, words in FAMILIES.items() for word in words}
    named = {word for path in CODE for word in constants(path)}
    templates = {word for path in TEMPLATES for word in ASKED.findall(path.read_text(encoding="utf-8"))}
    named |= constants(ROOT / "scripts/hub/exports/calendar.py")
    assert keys - families - named - templates == set()


def test_plurals_have_the_forms_of_the_language(catalogue):
    for code, strings in catalogue.strings.items():
        tags = {*Locale.parse(catalogue.languages[code].locale, sep="-").plural_form.tags, "other"}
        for name, text in strings.items():
            if not isinstance(text, str):
                assert set(text) == tags, f"{code}: {name}"


def test_the_same_keys_are_plural_in_every_language(catalogue, plural):
    for code, strings in catalogue.strings.items():
        assert {name for name, text in strings.items() if not isinstance(text, str)} == plural, code


def test_the_number_stands_in_every_form_that_more_than_one_number_uses(catalogue):
    """Arabic says one and two in a word; a form for several numbers without {n} would hide which."""
    for code, strings in catalogue.strings.items():
        rule = Locale.parse(catalogue.languages[code].locale, sep="-").plural_form
        for name, text in strings.items():
            for form, words in () if isinstance(text, str) else text.items():
                several = sum(rule(number) == form for number in range(201)) > 1
                assert "{n}" in words or not several, f"{code}: {name}.{form}"
