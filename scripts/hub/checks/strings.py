"""The words of the pages are complete in every language."""

import re
from collections.abc import Iterator

from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.catalogue import Catalogue
from hub.model.strings import FIELDS, PLURALS
from hub.problems import Problem

_FIELD = re.compile(r"\{([a-z_]+)\}")
_BRACE = re.compile(r"\{[a-z_]+\}|[{}]")


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """data/strings/<lang>.yml has all the texts that pages ask for, each with its {fields}, and no others."""
    for code, strings in catalogue.strings.items():
        path = f"data/strings/{code}.yml"
        for key in FIELDS.keys() - strings.keys():
            yield loaded.problem(path, (), "missing-string", f"The text “{key}” is missing.",
                                 f"Translate it from another file in data/strings{_with(key)}")
        for key in strings.keys() - FIELDS.keys():
            yield loaded.problem(path, (key,), "unknown-string", f"The text “{key}” is used nowhere.",
                                 did_you_mean(key, sorted(FIELDS)))
        for key in FIELDS.keys() & strings.keys():
            yield from _text(loaded, path, key, strings[key])


def _with(key: str) -> str:
    return f", with {', '.join(sorted(f'{{{name}}}' for name in FIELDS[key]))}" if FIELDS[key] else ""


def _text(loaded: Loaded, path: str, key: str, text: str | dict[str, str]) -> Iterator[Problem]:
    forms = {"": text} if isinstance(text, str) else text
    whole = text if isinstance(text, str) else text.get("other", "")
    if isinstance(text, dict) != (key in PLURALS):
        write = "Write one text for each plural form below it" if key in PLURALS else "Write one text, without forms"
        yield loaded.problem(path, (key,), "string-forms", f"The text “{key}” has the wrong form.", write)
    elif isinstance(text, dict) and "other" not in text:
        yield loaded.problem(path, (key,), "plural-without-other", f"The text “{key}” has no form `other`.",
                             "Add `other: ...`")
    elif set(_FIELD.findall(whole)) != FIELDS[key] or any(_stray(form) or _extra(key, form) for form in forms.values()):
        yield loaded.problem(path, (key,), "string-fields-differ",
                             f"The text “{key}” must have {_fields(key)} in curly brackets.",
                             "Keep what stands in { } as it is")


def _fields(key: str) -> str:
    return ", ".join(sorted(f"{{{name}}}" for name in FIELDS[key])) or "nothing"


def _stray(form: str) -> bool:
    """A curly bracket that opens or closes no field."""
    return any(len(found) == 1 for found in _BRACE.findall(form))


def _extra(key: str, form: str) -> bool:
    """A field that nothing fills in; a plural form may leave one out ("one day")."""
    return bool(set(_FIELD.findall(form)) - FIELDS[key])
