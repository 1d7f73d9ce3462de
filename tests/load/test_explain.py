"""What the model objects to becomes an editor's sentence at the right line."""

from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationError
from pydantic_core import PydanticCustomError

from hub.load.reader import explain, read
from hub.problems import Problem


def _phone(text: str) -> str:
    if not text.startswith("+"):
        raise PydanticCustomError("not-a-phone", "“{given}” is not written in the right form.",
                                  {"given": text, "tip": "Start with + and the country code."})
    return text


def _broken(text: str) -> str:
    raise ValueError(text)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Fee(_Strict):
    amount: Decimal
    kind: Literal["paid", "free"] = "free"


class Card(_Strict):
    kind: Literal["card"]
    number: int


class Paper(_Strict):
    kind: Literal["paper"]
    pages: int


class Guide(_Strict):
    """Has one field of each kind."""

    title: Annotated[str, Field(max_length=10, min_length=1)]
    step_free: str = ""
    fees: dict[str, Fee] = {}
    items: list[str] = []
    phones: list[Annotated[str, AfterValidator(_phone)]] = []
    colour: Colour = Colour.RED
    things: dict[str, Annotated[Card | Paper, Field(discriminator="kind")]] = {}
    wait: Annotated[
        Annotated[Literal["unknown"], Tag("~word")] | Annotated[Fee, Tag("~fee")],
        Discriminator(lambda value: "~fee" if isinstance(value, dict) else "~word"),
    ] = "unknown"
    odd: Annotated[str, AfterValidator(_broken)] = ""
    either: int | Fee | None = None
    score: Annotated[int, Field(ge=1)] = 1


class Place(_Strict):
    """Needs a field whose name is easily misspelt."""

    step_free: str
    parking: str


ALLOWED = {(): Guide.model_fields, ("fees", "a"): Fee.model_fields, ("wait", "~fee"): Fee.model_fields}


def _problems(text: str, model: type[BaseModel] = Guide) -> list[Problem]:
    document, wrong = read("data/x/facts.yml", text.encode())
    assert document, wrong
    with pytest.raises(ValidationError) as caught:
        model.model_validate(document.value)
    return sorted(explain(document, caught.value, lambda loc: ALLOWED.get(loc, ())))


# Name: (text, [(line, column, field, code, words of message and tip)])
CASES: dict[str, tuple[str, list[tuple[int, int, str, str, str]]]] = {
    "unknown field": ("title: a\ntitel: b\n",
        [(2, 1, "titel", "unknown-field", "“titel” is not known here. Did you mean “title”?")]),
    "unknown field inside": ("title: a\nfees:\n  a: {amount: 1}\n  b: {amount: 1, x: 2}\n",
        [(4, 18, "fees.b.x", "unknown-field", "known here. ")]),
    "nothing near": ("title: a\nfees:\n  a: {amount: 1, zzz: 2}\n",
        [(3, 18, "fees.a.zzz", "unknown-field", "Allowed: amount, kind")]),
    "missing field": ("title: a\nfees:\n  a: {amount: 1}\n  b: {kind: paid}\n",
                      [(4, 3, "fees.b.amount", "missing-field", "“amount” is missing. Add a line: `amount: ...`")]),
    "missing at the top": ("# note\nitems: []\n", [(2, 1, "title", "missing-field", "“title” is missing.")]),
    "misspelt and so missing": ("titlle: a\n", [(1, 1, "titlle", "unknown-field", "Did you mean “title”?")]),
    "word": ("title: a\nfees:\n  a: {amount: 1, kind: payed}\n",
        [(3, 18, "fees.a.kind", "not-allowed-word", "“payed” is not one of the allowed words. Did you mean “paid”?")]),
    "word like none": ("title: a\nfees:\n  a: {amount: 1, kind: zzz}\n",
        [(3, 18, "fees.a.kind", "not-allowed-word", "Allowed: paid, free")]),
    "word of an enum": ("title: a\ncolour: bleu\n", [(2, 1, "colour", "not-allowed-word", "Did you mean “blue”?")]),
    "mapping expected": ("title: a\nfees: none\n", [(2, 1, "fees", "should-be-mapping", "two more spaces")]),
    "model expected": ("title: a\nfees:\n  a: 12\n", [(3, 3, "fees.a", "should-be-mapping", "two more spaces")]),
    "list expected": ("title: a\nitems: b\n", [(2, 1, "items", "should-be-list", "Start each line with “- ”")]),
    "text expected": ("title: {a: b}\n", [(1, 1, "title", "should-be-text", "without a list")]),
    "text expected in a list": ("title: a\nitems:\n- b\n- c: d\n", [(4, 3, "items.1", "should-be-text", "one text")]),
    "word expected": ("title: a\ncolour: [red]\n", [(2, 1, "colour", "should-be-text", "one text")]),
    "empty": ("title:\n", [(1, 1, "title", "empty-text", "nothing after the “:”")]),
    "too long": ("title: abcdefghijkl\n",
        [(1, 1, "title", "text-too-long", "too long (12 letters; the limit is 10). Make it shorter")]),
    "amount": ("title: a\nfees:\n  a: {amount: '30,50'}\n",
        [(3, 7, "fees.a.amount", "not-an-amount", "“30,50” is not an amount of money. Write")]),
    "own rule": ("title: a\nphones:\n- '+1'\n- '0777'\n",
        [(4, 3, "phones.1", "not-a-phone", "“0777” is not written in the right form. Start with +")]),
    "chosen kind": ("title: a\nthings:\n  x: {kind: crad}\n",
        [(3, 7, "things.x.kind", "not-allowed-word", "Did you mean “card”?")]),
    "no kind": ("title: a\nthings:\n  x: {number: 1}\n",
        [(3, 3, "things.x.kind", "missing-field", "Add a line: `kind: ...`")]),
    "value of a chosen kind": ("title: a\nthings:\n  card: {kind: card, number: x}\n",
        [(3, 22, "things.card.number", "not-a-number", "“x” is not a whole")]),
    "inside a tag": ("title: a\nwait:\n  amount: x\n", [(3, 3, "wait.amount", "not-an-amount", "“x”")]),
    "unknown inside a tag": ("title: a\nwait:\n  amount: 1\n  kid: x\n",
        [(4, 3, "wait.kid", "unknown-field", "Did you mean “kind”?")]),
    "missing inside a tag": ("title: a\nwait:\n  kind: free\n", [(2, 1, "wait.amount", "missing-field", "“amount”")]),
    "word of a tag": ("title: a\nwait: unknwon\n", [(2, 1, "wait", "not-allowed-word", "Did you mean “unknown”?")]),
    "anything else": ("title: a\nodd: x\n", [(2, 1, "odd", "wrong-value", "“x” does not fit this field.")]),
    "one of two kinds": ("title: a\neither: x\n", [(2, 1, "either", "not-a-number", "“x”")]),
    "too small": ("title: a\nscore: 0\n", [(2, 1, "score", "wrong-value", "the smallest is 1")]),
    "three at once": ("titel: a\nitems: b\ncolour: x\n",
                      [(1, 1, "titel", "unknown-field", "title"), (2, 1, "items", "should-be-list", "list"),
         (3, 1, "colour", "not-allowed-word", "x")]),
}


@pytest.mark.parametrize("name", CASES)
def test_explained(name: str) -> None:
    text, expected = CASES[name]
    problems = _problems(text)
    assert [(p.line, p.column, p.field, p.code) for p in problems] == [one[:4] for one in expected]
    for problem, one in zip(problems, expected, strict=True):
        assert one[4] in f"{problem.message} {problem.tip}"


def test_each_misspelt_field_takes_one_missing_field() -> None:
    problems = _problems("stepfree: a\n", Place)
    assert [(p.line, p.code, p.tip) for p in problems] == [
        (1, "missing-field", "Add a line: `parking: ...`"), (1, "unknown-field", "Did you mean “step_free”?")]


@pytest.mark.parametrize("name", CASES)
def test_plain_words(name: str) -> None:
    for problem in _problems(CASES[name][0]):
        words = f"{problem.message} {problem.tip}".lower()
        assert not {"validation", "pydantic", "input", "string", "dict", "valid", "regex"} & set(words.split())


def test_without_known_fields_no_word_is_guessed() -> None:
    document, _ = read("x.yml", b"title: a\ntitel: b\n")
    assert document
    with pytest.raises(ValidationError) as caught:
        Guide.model_validate(document.value)
    assert [problem.tip for problem in explain(document, caught.value)] == [""]
