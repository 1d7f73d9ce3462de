"""How accessible the hub is: what its owner claims after people evaluated it, and what the last machine test saw.

The claim follows the model statement of the European Union (Decision (EU) 2018/1523); the results are EARL's words.
"""

from typing import Literal, get_args

from pydantic import Field

from hub.model.provenance import Line, Record, Title
from hub.model.values import Date, Url, Whole

Result = Literal["failed", "cantTell", "passed", "inapplicable", "untested"]
Level = Literal["A", "AA", "AAA", "best-practice"]
RESULTS: tuple[str, ...] = get_args(Result)
# What a claim is about: the European Union asks for these two levels.
CLAIMED = ("A", "AA")


class Claim(Record):
    """status: all of WCAG 2.2, levels A and AA, is met (full), not all (partial), or most is not (none).

    evaluated_by: who did it; evaluated_on: when it ended; review_by: the day until which it has to be done again;
    report: where what they found can be read.
    """

    status: Literal["full", "partial", "none"]
    evaluated_by: Title
    evaluated_on: Date
    review_by: Date
    report: Url | None = None


class Judgement(Record):
    """What a machine can say of a success criterion: the strongest of what all rules about it said on all pages."""

    name: Title
    level: Literal["A", "AA", "AAA"]
    result: Result


class Seen(Record):
    """A rule that a machine saw broken, or perhaps broken: on how many pages, at how many places, and one page.

    criteria: numbers of WCAG with a space between two; empty for good practice.
    """

    says: Line
    level: Level
    criteria: str
    pages: Whole
    places: Whole
    example: str


class Evaluation(Record):
    """data/audit.yml, written by `scripts/audit --publish`. day: of the test. engines: name -> version.

    pages: how many there were; in_browser: how many of them were opened in a browser, one of each structure; the files
    of all were judged. criteria: by number, all of WCAG 2.2. faults: of which the machine is sure, by rule. review:
    where a person has to look.
    """

    day: Date
    pages: Whole
    in_browser: Whole
    engines: dict[str, Line] = Field(min_length=1)
    criteria: dict[str, Judgement] = Field(min_length=1)
    faults: dict[str, Seen]
    review: dict[str, Seen]

    @property
    def barriers(self) -> tuple[Seen, ...]:
        """The faults that stand against a claim: of levels A and AA."""
        return tuple(one for one in self.faults.values() if one.level in CLAIMED)
