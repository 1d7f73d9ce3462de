"""The model's objections, each at its place in the file and in an editor's words."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, Protocol

from pydantic import ValidationError

from hub.load.reader.answers import Answer, answer
from hub.load.reader.near import allowed, near
from hub.load.reader.places import Path, Place
from hub.problems import Problem

Fields = Callable[[Path], Collection[str]]
TAGS = frozenset(("union_tag_invalid", "union_tag_not_found"))


class Placed(Protocol):
    """What is needed of a document: its name, its values and where they stand."""

    @property
    def path(self) -> str:
        """The file."""

    @property
    def value(self) -> dict[str, Any]:
        """What the file holds."""

    def at(self, loc: Sequence[str | int]) -> Place:
        """The place of loc."""


def no_fields(_: Path) -> Collection[str]:
    """For a caller that does not know which fields are allowed."""
    return ()


def explain(document: Placed, error: ValidationError, fields: Fields = no_fields) -> Iterator[Problem]:
    """One problem for each mistake. fields: what is allowed in the mapping at pydantic's loc, tags included."""
    errors = error.errors(include_url=False)
    meant = _meant(document, errors)
    answered: set[Path] = set()
    for one in errors:
        path = _path(document.value, one)
        if path in answered or path in meant.values():
            continue
        answered.add(path)
        code, message, tip = _answer(one, path, meant, fields)
        line, column = document.at(path)
        yield Problem(path=document.path, line=line, column=column, field=".".join(map(str, path)),
                      code=code, message=message, tip=tip)


def _meant(document: Placed, errors: Sequence[dict[str, Any]]) -> dict[Path, Path]:
    """Each unknown field that is a misspelt missing one beside it: one mistake, which pydantic tells twice."""
    missing = [_path(document.value, one) for one in errors if one["type"] == "missing"]
    answer: dict[Path, Path] = {}
    for one in errors:
        path = _path(document.value, one)
        if one["type"] == "extra_forbidden" and path:
            beside = (other for other in missing if other[:-1] == path[:-1])
            free = {str(other[-1]): other for other in beside if other not in answer.values()}
            if word := near(str(path[-1]), free):
                answer[path] = free[word]
    return answer


def _answer(error: dict[str, Any], path: Path, meant: dict[Path, Path], fields: Fields) -> Answer:
    name = path[-1] if path else ""
    if error["type"] == "extra_forbidden":
        tip = f"Did you mean “{meant[path][-1]}”?" if path in meant else allowed(str(name), fields(error["loc"][:-1]))
        return "unknown-field", f"The field “{name}” is not known here.", tip
    if error["type"] in ("missing", "union_tag_not_found") and name:
        return "missing-field", f"The field “{name}” is missing.", f"Add a line: `{name}: ...`"
    return answer(error)


def _path(value: object, error: dict[str, Any]) -> Path:
    """The way to the value in the file: without the tags of unions, and with the name of a field that is missing."""
    path: list[str | int] = []
    parts = [*error["loc"], *_discriminator(error)]
    for number, part in enumerate(parts):
        if (isinstance(value, dict) and part in value) or (isinstance(value, list) and part in range(len(value))):
            path.append(part)
            value = value[part]
        elif isinstance(value, dict) and number == len(parts) - 1 and error["type"] in {"missing", *TAGS}:
            path.append(part)
        elif not _is_tag(value, part):
            break
    return tuple(path)


def _is_tag(value: object, part: str | int) -> bool:
    """Our own tags begin with "~"; where a field chooses the kind, pydantic puts that field's value into the way."""
    return str(part).startswith("~") or (isinstance(value, dict) and part in value.values())


def _discriminator(error: dict[str, Any]) -> list[str]:
    """The field that chooses between kinds, where it is a field and not a function of ours."""
    name = str(error.get("ctx", {}).get("discriminator", "")).strip("'") if error["type"] in TAGS else ""
    return [name] if name.isidentifier() else []
