"""The words of the pages are complete in every language."""

import re
from collections.abc import Iterator

from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.catalogue import Catalogue
from hub.problems import Problem

_FIELD = re.compile(r"\{[a-z_]*\}")


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """data/strings/<lang>.yml has the same texts and the same {fields} in every language."""
    first = catalogue.default_language
    if first not in catalogue.strings:
        return
    model = catalogue.strings[first]
    for code, strings in catalogue.strings.items():
        path = f"data/strings/{code}.yml"
        for key in model.keys() - strings.keys():
            yield loaded.problem(path, (), "missing-string", f"The text “{key}” is missing.",
                                 f"Translate it from data/strings/{first}.yml")
        for key in strings.keys() - model.keys():
            yield loaded.problem(path, (key,), "unknown-string", f"The text “{key}” is used nowhere.",
                                 did_you_mean(key, sorted(model)))
        for key in model.keys() & strings.keys():
            if _fields(model[key]) != _fields(strings[key]):
                yield loaded.problem(path, (key,), "string-fields-differ",
                                     f"The text “{key}” must have the fields {', '.join(sorted(_fields(model[key])))}.",
                                     "Keep what stands in { } as it is")
            if isinstance(strings[key], dict) and "other" not in strings[key]:
                yield loaded.problem(path, (key,), "plural-without-other", f"The text “{key}” has no form `other`.",
                                     "Add `other: ...`")


def _fields(text: str | dict[str, str]) -> set[str]:
    joined = text if isinstance(text, str) else text.get("other", "")
    return set(_FIELD.findall(joined))
