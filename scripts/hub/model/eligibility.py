"""The rules by which somebody can get a service, as questions with a few answers each (CPSV-AP: cv:Criterion).

Only facts: the words stand in the service's own files, under `eligibility`. `model.paths` makes the pages of them.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from hub.model.duration import DurationText
from hub.model.provenance import Record, Sourced, Text, Title
from hub.model.values import Id, refuse

ALWAYS = "always"


def _listed(value: Any) -> Any:
    """One option may stand without brackets."""
    return [value] if isinstance(value, str) else value


def _kind(value: Any) -> str:
    return "~always" if value == ALWAYS else "~stated"


Options = Annotated[tuple[Id, ...], BeforeValidator(_listed), Field(min_length=1)]
Conditions = Annotated[
    Annotated[dict[Id, Options], Field(min_length=1), Tag("~stated")] | Annotated[Literal["always"], Tag("~always")],
    Discriminator(_kind),
]


class Band(Record):
    """The years of age of an option, both ends included."""

    at_least: DurationText | None = None
    at_most: DurationText | None = None

    @model_validator(mode="after")
    def _counts_years(self) -> Self:
        ends = [end for end in (self.at_least, self.at_most) if end]
        if not ends or any(end.unit != "years" for end in ends):
            refuse("eligibility-band", "A band needs years.", "Write at_least, at_most or both, for example P18Y")
        return self


class Question(Record):
    """A question with a few answers. band: the years of each option, where the question is about age."""

    options: tuple[Id, ...] = Field(min_length=2)
    band: dict[Id, Band] = {}


class Rule(Record):
    """A way to come out: when all conditions hold (or always), this is the result.

    output: what the person may get. see: guides to read next. source: where this rule is from, if not from all sources.
    """

    when: Conditions
    outcome: Literal["yes", "no", "not-yet", "other", "ask"]
    output: Id | None = None
    see: tuple[Id, ...] = ()
    source: tuple[Id, ...] = ()

    @property
    def conditions(self) -> dict[str, tuple[str, ...]]:
        """Question -> options; empty for a rule that always holds."""
        return self.when if isinstance(self.when, dict) else {}


class Eligibility(Sourced):
    """The questions, and the rules in their order: the first one that fits counts."""

    questions: dict[Id, Question] = Field(min_length=1)
    rules: dict[Id, Rule] = Field(min_length=1)


class QuestionWords(Record):
    """ask: the question. options: one line for each answer."""

    ask: Title
    options: dict[Id, Title] = {}


class RuleWords(Record):
    """because: why this is the result."""

    because: Text


class EligibilityWords(Record):
    """The words of the questions and of the rules."""

    questions: dict[Id, QuestionWords] = {}
    rules: dict[Id, RuleWords] = {}
