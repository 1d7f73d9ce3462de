"""What pydantic says about one value, in an editor's words."""

import re
from typing import Any, get_args

from pydantic_core.core_schema import ErrorType

from hub.load.reader.finding import shorten
from hub.load.reader.near import allowed

Answer = tuple[str, str, str]
# The errors of pydantic itself. Any other type is the code of one of our own rules, with its own words.
BUILT_IN = frozenset(get_args(ErrorType))
MAPPINGS = frozenset(("dict_type", "model_type", "model_attributes_type", "mapping_type", "dataclass_type"))
LISTS = frozenset(("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"))
WORDS = frozenset(("literal_error", "enum", "union_tag_invalid"))
FORMS: tuple[tuple[str, str, str, str], ...] = (
    ("date", "not-a-date", "is not a date.", "Write year-month-day, for example 2026-11-21"),
    ("time_", "not-a-time", "is not a time.", "Write hours:minutes, for example 09:00"),
    ("decimal", "not-an-amount", "is not an amount of money.", "Write digits and a dot, for example 12.50"),
    ("url", "not-a-web-address", "is not a web address.", "Start with https://"),
    ("int", "not-a-number", "is not a whole number.", "Write digits only, for example 12"),
    ("float", "not-a-number", "is not a number.", "Write digits and a dot, for example 40.39"),
    ("bool", "not-allowed-word", "is not one of the allowed words.", "Write yes or no."),
)
# Errors of values that an editor writes as one text.
TEXTS = ("string_", "literal_error", "enum", *(form[0] for form in FORMS))


def answer(error: dict[str, Any]) -> Answer:
    """The code, the message and the tip for one of pydantic's errors."""
    kind, context, given = error["type"], error.get("ctx", {}), error.get("input")
    if kind not in BUILT_IN:
        return kind, error["msg"], str(context.get("tip", ""))
    if kind in MAPPINGS:
        return "should-be-mapping", "This should have fields under it, each on its own line with two more spaces.", ""
    if kind in LISTS:
        return "should-be-list", "This should be a list.", "Start each line with “- ”"
    if isinstance(given, dict | list) and kind.startswith(TEXTS):
        return ("should-be-text", "This should be one text, without a list or fields under it.",
                "Write the text after the “:”.")
    if given == "":
        return "empty-text", "There is nothing after the “:”.", "Write the value, or remove the line."
    return _of_text(kind, context, given)


def _of_text(kind: str, context: dict[str, Any], given: object) -> Answer:
    if kind in WORDS:
        return _word(kind, context, given)
    if kind == "string_too_long":
        length = f"{len(str(given))} letters; the limit is {context['max_length']}"
        return ("text-too-long", f"The text is too long ({length}).",
                "Make it shorter, or move part of it to a step.")
    for beginning, code, message, tip in FORMS:
        if kind.startswith(beginning):
            return code, f"“{shorten(str(given))}” {message}", tip
    return "wrong-value", _wrong(kind, context, given), ""


def _word(kind: str, context: dict[str, Any], given: object) -> Answer:
    word = str(context["tag"] if kind == "union_tag_invalid" else given)
    expected = context["expected_tags" if kind == "union_tag_invalid" else "expected"]
    words = re.findall(r"'((?:[^'\\]|\\.)*)'", expected)
    return "not-allowed-word", f"“{shorten(word)}” is not one of the allowed words.", allowed(word, words)


def _wrong(kind: str, context: dict[str, Any], given: object) -> str:
    limits = {"too_short": ("min_length", "There are too few entries here; write at least"),
              "too_long": ("max_length", "There are too many entries here; write at most"),
              "greater_than_equal": ("ge", "The number is too small; the smallest is"),
              "greater_than": ("gt", "The number is too small; it must be more than"),
              "less_than_equal": ("le", "The number is too large; the largest is"),
              "less_than": ("lt", "The number is too large; it must be less than")}
    if kind in limits:
        name, words = limits[kind]
        return f"{words} {context[name]}."
    if isinstance(given, dict | list):
        return "What is written here does not fit this field."
    return f"“{shorten(str(given))}” does not fit this field."
