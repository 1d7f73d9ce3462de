"""Which fields a model allows at a place inside it, for "did you mean"."""

import types
from collections.abc import Collection, Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel


def allowed_fields(model: type[BaseModel], loc: Sequence[str | int]) -> Collection[str]:
    """Names of the fields of the mapping at `loc` inside `model`; empty where any name will do.

    Words in `loc` that begin with "~" only say which side of a choice was taken.
    """
    found = [model]
    for part in (one for one in loc if not str(one).startswith("~")):
        found = [inner for kind in found for inner in _step(kind, part)]
    return sorted({name for kind in found for name in _names(kind)})


def _names(kind: Any) -> Collection[str]:
    """As editors write them: `from` is a word of Python, so its attribute has another name."""
    if not _is_model(kind) or issubclass(kind, RootModel):
        return ()
    return [field.alias or name for name, field in kind.model_fields.items()]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _step(kind: Any, part: str | int) -> list[Any]:
    """The types that stand at `part` inside a value of type `kind`."""
    if _is_model(kind):
        field = kind.model_fields.get("root" if issubclass(kind, RootModel) else part)
        inner = _open(field.annotation) if field else []
        return [deeper for one in inner for deeper in _step(one, part)] if issubclass(kind, RootModel) else inner
    if get_origin(kind) is dict:
        return _open(get_args(kind)[1])
    if get_origin(kind) is tuple:
        return _open(get_args(kind)[0])
    return []


def _open(kind: Any) -> list[Any]:
    """The plain types inside Annotated and unions."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _open(get_args(kind)[0])
    if origin in (Union, types.UnionType):
        return [inner for one in get_args(kind) for inner in _open(one)]
    return [kind]
