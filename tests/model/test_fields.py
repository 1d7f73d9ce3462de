"""Which fields may stand at a place inside a file: what "did you mean" chooses from."""

import pytest
from pydantic import BaseModel, RootModel

from hub.model.access import Accessibility, Entrance, Restroom
from hub.model.fields import allowed_fields
from hub.model.hub import Hub, Language, Languages
from hub.model.place import PlaceFacts
from hub.model.service import Accommodation, Booking, Channel, Cost, ServiceFacts
from hub.model.service_words import ServiceWords


class Leaf(BaseModel):
    small: str = ""


class Branch(BaseModel):
    other: int = 0


class Tree(BaseModel):
    one: Leaf
    either: Leaf | Branch | None = None
    many: dict[str, tuple[Leaf, ...]] = {}


class Wood(RootModel[dict[str, Tree]]):
    """A file whose own keys are names."""


# What is asked for: (model, where, the model whose fields are allowed there, or the names)
PLACES = {
    "the file": (ServiceFacts, (), ServiceFacts),
    "an entry of a mapping": (ServiceFacts, ("costs", "standard"), Cost),
    "two mappings deep": (ServiceFacts, ("channels", "office", "accommodations", "lift"), Accommodation),
    "a field that may be unknown": (ServiceFacts, ("channels", "office", "book"), Booking),
    "a record that may be unknown": (PlaceFacts, ("accessibility",), Accessibility),
    "an entry of a mapping inside it": (PlaceFacts, ("accessibility", "entrances", "main"), Entrance),
    "a mapping that may be no": (PlaceFacts, ("accessibility", "restrooms", "hall"), Restroom),
    "a mapping of ids": (ServiceFacts, ("costs",), []),
    "a text": (ServiceFacts, ("status",), []),
    "a field that is not there": (ServiceFacts, ("price",), []),
    "below a field that is not there": (ServiceFacts, ("price", "standard"), []),
    "words": (ServiceWords, ("steps", "book"), ["text", "title"]),
    "a file of names": (Languages, (), []),
    "an entry in a file of names": (Languages, ("az",), Language),
    "the hub": (Hub, ("feedback", "phone"), ["address", "international", "kind", "number", "url"]),
    "a model": (Tree, ("one",), Leaf),
    "one of two models": (Tree, ("either",), ["other", "small"]),
    "an item of a list": (Tree, ("many", "x", 0), Leaf),
    "through names": (Wood, ("oak", "many", "x", 7), Leaf),
}


@pytest.mark.parametrize("name", PLACES)
def test_allowed_fields(name):
    model, where, expected = PLACES[name]
    names = expected if isinstance(expected, list) else sorted(expected.model_fields)
    assert allowed_fields(model, where) == names


def test_the_channel_of_a_service_is_found_with_its_origin():
    assert {"type", "url", "source", "confidence"} <= {*allowed_fields(ServiceFacts, ("channels", "x"))}
    assert set(allowed_fields(ServiceFacts, ("channels", "x"))) == set(Channel.model_fields)
